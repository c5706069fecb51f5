"""Versions, addresses, telephone numbers and seats → those that are others for their parts.

Each figure of ``4.2.1`` is a number that ``4.1.2`` has as well; only their order tells them apart.
Of a seat such as 12A the letter tells it from the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_VERSION = re.compile(r"(?<![\w.,/-])v?(?P<figures>\d{1,9}(?:\.\d{1,9}){2,7})(?![\w/]|[.,-]\d)")
_OF_TWO = re.compile(
    r"(?<![\w.-])(?P<name>[A-ZА-ЯЁ][\w+-]+|[Vv]ersions?)[ \u00a0\u202f]"
    r"(?P<figures>\d{1,2}\.\d{1,2})(?![\w%]|[.,-]\d)"
)
"""A version of two figures behind a name, which is no decimal: Python 3.10 is not 3.1."""
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}(?:\d\d)?|\d{4}\.\d{1,2}\.\d{1,2}")
_DATED = re.compile(r"\d{4}([-./])\d{1,2}\1\d{1,2}\b|\d{1,2}([-./])\d{1,2}\2\d{4}\b")
"""What is no number to call although an hour stands behind it: 2017-05-31 20:00."""
_TELEPHONE = re.compile(
    r"(?<![\w.,])(?:\+|\b)\d{1,4}(?:[ \u00a0\u202f.()-]{1,2}\d{2,4}){3,6}(?![\w]|[.,-]\d)"
)
_SEAT = re.compile(r"(?<![\w.,/$€£-])(?P<row>\d{1,3})(?P<letter>[A-Z])(?![\w'’-])")
Spans = tuple[tuple[int, int], tuple[int, int]]
"""Where something stands in the source, and in the target."""


def unlike_versions(source: str, target: str) -> Iterator[Spans]:
    """Yield where a version of the source stands in the target with its figures in another order.

    >>> list(unlike_versions("Version 4.2.1", "Version 4.1.2"))
    [((8, 13), (8, 13))]
    """
    ours = list(_versions(source))
    if not ours:
        return
    theirs = list(_versions(target))
    alike = {figures for figures, _ in ours} & {figures for figures, _ in theirs}
    free = [one for one in theirs if one[0] not in alike]
    for figures, span in ours:
        same = [one for one in free if sorted(one[0]) == sorted(figures)]
        if figures not in alike and same:
            free.remove(same[0])
            yield span, same[0][1]


def unlike_zeros(source: str, target: str) -> Iterator[Spans]:
    """Yield where a version of the source has lost its last nought in the target, or won one.

    >>> list(unlike_zeros("Python 3.10", "Python 3.1"))
    [((7, 11), (7, 10))]
    """
    ours = _of_two(source)
    theirs = _of_two(target) if ours else {}
    added = {(one[0], Decimal(one[1])): span for one, span in theirs.items() if one not in ours}
    for one, span in ours.items():
        other = added.get((one[0], Decimal(one[1])))
        if other and one not in theirs:
            yield span, other


def _of_two(text: str) -> dict[tuple[str, str], tuple[int, int]]:
    """Return where the versions of two figures stand, by their name and figures."""
    found = _OF_TWO.finditer(text) if "." in text else ()
    return {(one["name"], one["figures"]): one.span("figures") for one in found}


def unlike_seats(source: str, target: str) -> Iterator[Spans]:
    """Yield where a figure with a letter stands in the target with another letter.

    >>> list(unlike_seats("Seat 12A", "Siège 12B"))
    [((5, 8), (6, 9))]
    """
    ours = list(_SEAT.finditer(source))
    theirs = list(_SEAT.finditer(target)) if ours else []
    if not ours or len(ours) != len(theirs):
        return
    rows = [[one["row"] for one in side] for side in (ours, theirs)]
    for one in ours:
        same = [other for other in theirs if other["row"] == one["row"]]
        if len(same) == 1 == rows[0].count(one["row"]) and same[0]["letter"] != one["letter"]:
            yield one.span(), same[0].span()


def _versions(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    for match in _VERSION.finditer(text) if text.count(".") > 1 else ():
        if not _DATE.fullmatch(match["figures"]):
            yield tuple(match["figures"].split(".")), match.span("figures")
    for match in _TELEPHONE.finditer(text):
        if _DATED.match(match.group()):
            continue
        yield tuple(re.findall(r"\d+", match.group())), match.span()
