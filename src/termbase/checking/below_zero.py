"""Numbers in two texts → those that are below zero in one of them alone: ``-5 °C`` and ``5 °C``.

Degrees are compared wherever they stand, other numbers where they stand as in a table, behind a
colon or another sign: in a sentence a word may tell what has been lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.checking.numbers import RANGE
from termbase.text.lazy_pattern import lazy_pattern

_BETWEEN = rf"(?:{RANGE.pattern}|[ \u00a0\u202f]?(?:…|\.\.\.|÷)[ \u00a0\u202f]?)[+–−-]?"
_DEGREES = lazy_pattern(
    r"(?<![\w.,])(?P<minus>(?<!\d[ \u00a0\u202f])(?<!°C[ \u00a0\u202f])[-–—−])?"
    r"(?P<size>\d+(?:[.,]\d+)?)"
    rf"(?=(?:{_BETWEEN}\d+(?:[.,]\d+)?)?[ \u00a0\u202f]?°)"
)
"""How many degrees, at either end of a range."""
_IN_WORDS = lazy_pattern(
    r"\b(?:minus|below|negative|moins|sous|négati|dessous|минус|ниже|мороз|отрицат)", re.IGNORECASE
)
_MINUS = re.compile(r"[-–—−]\d")
_IN_A_TABLE = lazy_pattern(
    r"(?:^|(?<!\d):|:(?=[ \u00a0\u202f])|[;|=(\t])[ \u00a0\u202f]?"
    r"(?P<minus>[-–−])?(?P<size>\d+(?:[.,]\d+)?)(?![\w:/]|[.,-]\d)"
)
_FALLS = lazy_pattern(
    r"\b(?:discount|off|sav(?:e|ing)|loss|deficit|debit|down|f[ae]ll|drop|decreas|declin|lower|less|remise|rabais"
    r"|réduction|soldes|perte|déficit|débit|baisse|recul|chute|скидк|убыт|дефицит|дебет|сниж|пад|спад"
    r"|упа|меньше)",
    re.IGNORECASE,
)


def unlike_signs(source: str, target: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where a number stands in both texts, below zero in one of them alone.

    >>> list(unlike_signs("Down to -5 °C.", "Jusqu'à 5 °C."))
    [((8, 10), (8, 9))]
    """
    if not any(map(_MINUS.search, (source, target))):
        return
    if any(map(_IN_WORDS.search, (source, target))):
        return
    if "°" in source and "°" in target:
        yield from _unlike(*(list(_DEGREES.finditer(text)) for text in (source, target)))
    elif not any(map(_FALLS.search, (source, target))):
        yield from _unlike(*(list(_in_a_table(text)) for text in (source, target)))


def _in_a_table(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers behind signs; «(5)» may be minus five for who keeps books."""
    for match in _IN_A_TABLE.finditer(text):
        if not (match.group().startswith("(") and text[match.end() : match.end() + 1] == ")"):
            yield match


def _unlike(
    ours: Sequence[re.Match[str]], theirs: Sequence[re.Match[str]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
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
    return match.start("minus" if match["minus"] else "size"), match.end("size")
