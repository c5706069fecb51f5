"""A few texts that no index holds yet: compared one by one, without numpy.

The one fact to remember: there are never more than some thousands of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from termbase.memory.similarity import length_window

_FIRST = 0xE000
"""Tokens are signs from here on, where there are a million in a row and no surrogates."""


class _Signs(dict[str, str]):
    """Gives each new token the next sign."""

    def __missing__(self, token: str) -> str:
        sign = self[token] = chr(_FIRST + len(self))
        return sign


class FreshTexts:
    """Texts of one language, by unit.

    Attributes:
        texts: The tokens of each text, joined by a space, with the number of its unit.
    """

    def __init__(self) -> None:
        self.texts: list[tuple[str, int]] = []
        self._rows: list[tuple[int, str, int]] = []
        self._lengths: list[int] = []
        self._coded: list[str | None] = []
        self._signs = _Signs()
        self._units: dict[str, list[int]] = {}

    def add(self, tokens: str, unit: int) -> None:
        """Add a text. Tokens: joined by one space."""
        self._rows.append((tokens.count(" ") + 1 if tokens else 0, tokens, unit))
        self.texts.append((tokens, unit))
        self._units.setdefault(tokens, []).append(unit)

    def exact(self, tokens: str) -> list[int]:
        """Return the units with a text of these tokens, joined by one space."""
        return self._units.get(tokens, [])

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
        texts = [self._signs_of(at) for at in range(first, last)]
        query = "".join([self._signs.get(one, "\0") for one in tokens])
        most = max(size, self._lengths[last - 1]) * (100 - minimum) // 100
        distance = Levenshtein.distance
        for _, away, at in extract(query, texts, scorer=distance, score_cutoff=most, limit=None):
            length, _, unit = self._rows[first + at]
            longer = max(size, length)
            score = (longer - away) * 100 // longer if longer else 100
            if score >= minimum:
                yield unit, score

    def _sort(self) -> None:
        if len(self._lengths) < len(self._rows):
            self._rows.sort(key=itemgetter(0))
            self._lengths = [length for length, _, _ in self._rows]
            self._coded = [None] * len(self._rows)

    def _signs_of(self, at: int) -> str:
        """Return the signs of a text, which gets them when it is first compared."""
        signs = self._coded[at]
        if signs is None:
            found = self._rows[at][1].split()
            signs = self._coded[at] = "".join(map(self._signs.__getitem__, found))
        return signs
