"""A few texts that no index holds yet: compared one by one, without numpy.

The one fact to remember: there are never more than some thousands of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence

from termbase.memory.similarity import length_window

_FIRST = 0xE000
"""Tokens are signs from here on, where there are a million in a row and no surrogates."""


class FreshTexts:
    """Texts of one language, by unit.

    Attributes:
        texts: The tokens of each text, joined by a space, with the number of its unit.
    """

    def __init__(self) -> None:
        self.texts: list[tuple[str, int]] = []
        self._by_length: list[tuple[int, int]] = []
        self._coded: list[str] = []
        self._signs: dict[str, str] = {}

    def add(self, tokens: str, unit: int) -> None:
        """Add a text. Tokens: joined by one space."""
        signs = self._signs
        found = tokens.split()
        for one in found:
            if one not in signs:
                signs[one] = chr(_FIRST + len(signs))
        insort(self._by_length, (len(found), len(self.texts)))
        self._coded.append("".join([signs[one] for one in found]))
        self.texts.append((tokens, unit))

    def near(self, tokens: Sequence[str], minimum: int) -> Iterator[tuple[int, int]]:
        """Yield unit and raw score of every text with at least that raw score."""
        from rapidfuzz.distance import Levenshtein

        size = len(tokens)
        shortest, longest = length_window(size, minimum)
        first = bisect_left(self._by_length, (shortest, 0))
        last = bisect_right(self._by_length, (longest, len(self.texts)))
        query = "".join([self._signs.get(one, "\0") for one in tokens])
        for length, at in self._by_length[first:last]:
            most = max(size, length)
            score = 100
            if most:
                away = Levenshtein.distance(query, self._coded[at])
                score = (most - away) * 100 // most
            if score >= minimum:
                yield self.texts[at][1], score
