"""Numbers of sections that look like decimals: «Article 15.4» is point 4 of article 15."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from termbase.text.lazy_pattern import lazy_pattern

_SECTION = lazy_pattern(
    r"(?:§|\b(?:art(?:icle)?|section|sec|clause|rule|chap(?:ter|itre)|paragraph|para|part(?:ie)?"
    r"|item|point|alinéa|règle|ст|стать\w{1,3}|п|пункт\w{0,3}|раздел\w{0,3}|глав\w{0,2}"
    r"|част\w{0,3})s?\.?)[ \u00a0\u202f]?$",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"(?<![\w.,])\d{1,4}\.\d{1,4}(?![\w]|[.,-]\d)")
_LONGEST = 12
"""How far back such a word begins."""


def section_parts(decimal: re.Match[str]) -> frozenset[Decimal]:
    """Return the two numbers of what looks like a decimal behind such a word; none elsewhere.

    >>> sorted(map(int, section_parts(re.search(r"[0-9.]+", "Article 15.4"))))
    [4, 15]
    >>> section_parts(re.search(r"[0-9.]+", "a rise of 15.4"))
    frozenset()
    """
    text, start = decimal.string, decimal.start()
    whole, point, rest = decimal.group().partition(".")
    if not (whole and point and _SECTION.search(text, max(0, start - _LONGEST), start)):
        return frozenset()
    return frozenset({Decimal(whole), Decimal(rest)})


def unlike_sections(source: str, target: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where a section of the source stands in the target with its two numbers exchanged.

    >>> list(unlike_sections("Article 15.4", "Article 4.15"))
    [((8, 12), (8, 12))]
    """
    ours = _sections(source)
    theirs = _sections(target) if ours else {}
    for section, span in ours.items():
        exchanged = ".".join(reversed(section.split(".")))
        if section not in theirs and exchanged in theirs and exchanged not in ours:
            yield span, theirs[exchanged]


def _sections(text: str) -> dict[str, tuple[int, int]]:
    """Return where the sections with two numbers stand."""
    found = _DECIMAL.finditer(text) if "." in text else ()
    return {one.group(): one.span() for one in found if section_parts(one)}
