"""Degrees in two texts → those that are below zero in one of them alone: ``-5 °C`` and ``5 °C``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.numbers import RANGE

_BETWEEN = rf"(?:{RANGE.pattern}|[ \u00a0\u202f]?(?:…|\.\.\.|÷)[ \u00a0\u202f]?)[+–−-]?"
_DEGREES = re.compile(
    r"(?<![\w.,])(?P<minus>(?<!\d[ \u00a0\u202f])(?<!°C[ \u00a0\u202f])[-–—−])?"
    r"(?P<size>\d+(?:[.,]\d+)?)"
    rf"(?=(?:{_BETWEEN}\d+(?:[.,]\d+)?)?[ \u00a0\u202f]?°)"
)
"""How many degrees, at either end of a range."""
_IN_WORDS = re.compile(
    r"\b(?:minus|below|negative|moins|sous|négati|dessous|минус|ниже|мороз|отрицат)", re.IGNORECASE
)


def unlike_signs(source: str, target: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where a temperature stands in both texts, below zero in one of them alone.

    >>> list(unlike_signs("Down to -5 °C.", "Jusqu'à 5 °C."))
    [((8, 10), (8, 9))]
    """
    if "°" not in source or "°" not in target or any(map(_IN_WORDS.search, (source, target))):
        return
    ours, theirs = (list(_DEGREES.finditer(text)) for text in (source, target))
    for one in ours:
        size = _size(one)
        same = [other for other in theirs if _size(other) == size]
        if len(same) == 1 and sum(_size(other) == size for other in ours) == 1:
            [other] = same
            if bool(one["minus"]) is not bool(other["minus"]):
                yield _span(one), _span(other)


def _size(match: re.Match[str]) -> str:
    return match["size"].replace(",", ".")


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.end("size")
