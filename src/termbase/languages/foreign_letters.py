"""Letters that a language does not have, though its neighbours of the same script do."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FOREIGN = {
    "ru": re.compile("[іїєґў]"),
    "uk": re.compile("[ыэёъў]"),
    "be": re.compile("[иїєґщъ]"),
}
"""By language: a letter in a lower-case word that is none of it."""


def neighbour(counts: Mapping[str, int], language: str) -> tuple[str, int]:
    """Return the neighbour that words are most likely in, and how many are not of the language.

    Empty and 0 where the letters tell nothing.

    Args:
        counts: How often each word stands in a text, in lower case.
        language: A primary language.

    >>> neighbour({"мы": 2, "это": 1, "дом": 5}, "uk")
    ('ru', 3)
    """
    if language not in _FOREIGN:
        return "", 0
    strange = _strange(counts, language)
    if not strange:
        return "", 0
    others = (one for one in _FOREIGN if one != language)
    return min(others, key=lambda one: _strange(counts, one)), strange


def _strange(counts: Mapping[str, int], language: str) -> int:
    letters = _FOREIGN[language]
    return sum(many for word, many in counts.items() if letters.search(word))
