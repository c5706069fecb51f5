"""Versions, addresses and telephone numbers → those whose figures changed places.

Each figure of ``4.2.1`` is a number that ``4.1.2`` has as well; only their order tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_VERSION = re.compile(r"(?<![\w.,/-])v?(?P<figures>\d{1,9}(?:\.\d{1,9}){2,7})(?![\w/]|[.,-]\d)")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}(?:\d\d)?|\d{4}\.\d{1,2}\.\d{1,2}")
_TELEPHONE = re.compile(
    r"(?<![\w.,])(?:\+|\b)\d{1,4}(?:[ \u00a0\u202f.()-]{1,2}\d{2,4}){3,6}(?![\w]|[.,-]\d)"
)
Spans = tuple[tuple[int, int], tuple[int, int]]
"""Where something stands in the source, and in the target."""


def unlike_versions(source: str, target: str) -> Iterator[Spans]:
    """Yield where a version of the source stands in the target with its figures in another order.

    >>> list(unlike_versions("Version 4.2.1", "Version 4.1.2"))
    [((8, 13), (8, 13))]
    """
    ours = list(_versions(source))
    theirs = list(_versions(target)) if ours else []
    alike = {figures for figures, _ in ours} & {figures for figures, _ in theirs}
    free = [one for one in theirs if one[0] not in alike]
    for figures, span in ours:
        same = [one for one in free if sorted(one[0]) == sorted(figures)]
        if figures not in alike and same:
            free.remove(same[0])
            yield span, same[0][1]


def _versions(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    for match in _VERSION.finditer(text) if text.count(".") > 1 else ():
        if not _DATE.fullmatch(match["figures"]):
            yield tuple(match["figures"].split(".")), match.span("figures")
    for match in _TELEPHONE.finditer(text):
        yield tuple(re.findall(r"\d+", match.group())), match.span()
