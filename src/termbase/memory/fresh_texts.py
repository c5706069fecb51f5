"""A few texts that no index holds yet: compared one by one, without numpy.

The one fact to remember: there are never more than some thousands of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from termbase.memory.similarity import length_window

_FIRST = 0xE000
"""Tokens are signs from here on, where there are a million in a row and no surrogates."""


class _Signs(dict[str, str]):
    """Gives each new token the next sign."""

    def __missing__(self, token: str) -> str:
        sign = self[token] = chr(_FIRST + len(self))
        return sign


class FreshTexts:
    """Texts of one language, by unit; kept side by side, as the collector walks through tuples."""

    def __init__(self) -> None:
        self._tokens: list[str] = []
        self._units: list[int] = []
        self._coded: list[str] = []
        self._signs = _Signs()
        self._order: list[int] = []
        self._lengths: list[int] = []
        self._equal: dict[str, list[int]] = {}
        self._compared = 0

    @property
    def texts(self) -> Iterator[tuple[str, int]]:
        """The tokens of each text, joined by a space, with the number of its unit."""
        return zip(self._tokens, self._units, strict=True)

    def add(self, tokens: str, unit: int) -> None:
        """Add a text. Tokens: joined by one space."""
        self._tokens.append(tokens)
        self._units.append(unit)
        self._coded.append("")

    def exact(self, tokens: str) -> list[int]:
        """Return the units with a text of these tokens, joined by one space."""
        while self._compared < len(self._tokens):
            at = self._compared
            self._equal.setdefault(self._tokens[at], []).append(self._units[at])
            self._compared += 1
        return self._equal.get(tokens, [])

    def near(self, tokens: Sequence[str], minimum: int) -> Iterator[tuple[int, int]]:
        """Yield unit and raw score of every text with at least that raw score."""
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import extract

        self._sort()
        size = len(tokens)
        shortest, longest = length_window(size, minimum)
        first = bisect_left(self._lengths, shortest)
        last = bisect_right(self._lengths, longest)
        if first == last:
            return
        texts = [self._signs_of(at) for at in self._order[first:last]]
        query = "".join([self._signs.get(one, "\0") for one in tokens])
        most = max(size, self._lengths[last - 1]) * (100 - minimum) // 100
        distance = Levenshtein.distance
        for _, away, at in extract(query, texts, scorer=distance, score_cutoff=most, limit=None):
            longer = max(size, self._lengths[first + at])
            score = (longer - away) * 100 // longer if longer else 100
            if score >= minimum:
                yield self._units[self._order[first + at]], score

    def _sort(self) -> None:
        """Put the texts in order of their number of tokens, if that is to do."""
        if len(self._order) < len(self._tokens):
            lengths = [one.count(" ") + 1 if one else 0 for one in self._tokens]
            self._order = sorted(range(len(lengths)), key=lengths.__getitem__)
            self._lengths = [lengths[at] for at in self._order]

    def _signs_of(self, at: int) -> str:
        """Return the signs of a text, which gets them when it is first compared."""
        signs = self._coded[at]
        if not signs:
            found = self._tokens[at].split()
            signs = self._coded[at] = "".join(map(self._signs.__getitem__, found))
        return signs
