"""Cells of a reviser's table → the words of decisions and the numbers of segments.

What can mean one thing alone is understood, however it is written; the rest is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NUMBER = r"\d{1,9}(?:\s*[-–—]\s*\d{1,9})?"
_NUMBERS = re.compile(rf"{_NUMBER}(?:\s*[+,; ]\s*{_NUMBER})*")
_STRETCH = re.compile(r"(\d+)(?:\s*[-–—]\s*(\d+))?")
_LONGEST = 1000
_NONE = frozenset({"", "-", "–", "—"})
_STOPS = " .!"
_SIDE = re.compile(r"([\w-]+):(\S*)")
_SEGMENT = re.compile(r"(\d{1,9})=([a-p]+-[a-p]+(?:-\d+/\d+)?)")

Named = tuple[str, list[tuple[int, str]]]
"""A language, and the numbers and ids of segments in it."""

_OTHER_WORDS = {
    **dict.fromkeys(("ok", "yes", "accepted", "right", "✓", "✔"), "accept"),
    **dict.fromkeys(("oui", "accepter", "accepté", "да", "ок", "принять", "принято"), "accept"),
    **dict.fromkeys(("rejected", "rejeter", "rejeté", "отклонить", "отклонено"), "reject"),
    **dict.fromkeys(("fusionner", "объединить"), "merge"),
}
"""What revisers write who did not look at the list, and can mean nothing else."""


def decision_in(cell: str) -> str:
    """Return what a cell decides, in our words where it has others.

    >>> decision_in(" Accept."), decision_in("Oui !"), decision_in("split  1:2")
    ('accept', 'accept', 'split 1:2')
    """
    said = " ".join(cell.lower().split()).rstrip(_STOPS)
    return _OTHER_WORDS.get(said, said)


def numbers_in(cell: str) -> tuple[int, ...] | None:
    """Return the numbers of segments in a cell, ascending; None where it holds no such.

    >>> numbers_in("3+4"), numbers_in("5, 3–4"), numbers_in("–"), numbers_in("4-3"), numbers_in("x")
    ((3, 4), (3, 4, 5), (), None, None)
    """
    cell = cell.strip()
    if cell in _NONE:
        return ()
    if not _NUMBERS.fullmatch(cell):
        return None
    found: set[int] = set()
    for first, last in _STRETCH.findall(cell):
        begin, end = int(first), int(last or first)
        if not begin <= end < begin + _LONGEST:
            return None
        found.update(range(begin, end + 1))
    return tuple(sorted(found))


def sides_in(cell: str) -> tuple[Named, Named] | None:
    """Return what the id of a row says of its two sides; None where it is broken.

    >>> sides_in("fr:12=kdlm-ofpa en:")
    (('fr', [(12, 'kdlm-ofpa')]), ('en', []))
    """
    sides: list[Named] = []
    for language, written in _SIDE.findall(cell):
        found = [_SEGMENT.fullmatch(one) for one in written.split(",") if written]
        if not all(found):
            return None
        sides.append((language, [(int(one[1]), one[2]) for one in found if one]))
    if len(sides) != 2 or not any(segments for _, segments in sides):
        return None
    return sides[0], sides[1]


def adjacent(*rows: Sequence[int]) -> bool:
    """Say whether the numbers of each row follow each other without a gap.

    >>> adjacent((3, 4), ()), adjacent((3, 5))
    (True, False)
    """
    return all(one + 1 == other for numbers in rows for one, other in pairwise(numbers))


def letters_in(text: str) -> str:
    """Return what of a text comes back from every spreadsheet: no white space, no odd character."""
    return "".join(sign for sign in text if sign.isprintable() and sign not in " \ufffd")
