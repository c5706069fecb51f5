"""Where a text has signs that plain prose lacks: faces and smileys, drawn lines, addresses, clocks.

One pass finds them all, so that the many blocks without any are spared every closer look.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

FACES = "\U0001f300-\U0001faff☹☺♥❤✌✊✋✨⭐"
"""Code points that show a face or a feeling, as an expression writes a range."""

# One set first, so that the search is fast; what each sign needs around it comes after.
_ANY = re.compile(
    rf"[{FACES}:;=^<@*_~—–-](?:"
    rf"((?<=[{FACES}])|(?<=[:;=])['’-]?[)(DP*]|(?<=\^)\^|(?<=<)3|(?<=[—–-])[\"”»](?=\s))"
    r"|(?<=:)(\d\d)|(?<=:)//|(?<=@)\w|((?<=[-_*=~])[-_*=~]{4}))"
)


class Signs(NamedTuple):
    """The places of such signs in one text: offsets, in order.

    Attributes:
        faces: Of faces, smileys and of speech that breaks off with a dash.
        clocks: Of times of day.
        lines: Of drawn lines.
        landmarks: Of all that may show a landmark: clocks, lines and addresses.
    """

    faces: list[int]
    clocks: list[int]
    lines: list[int]
    landmarks: list[int]


_NONE = Signs([], [], [], [])


def signs_of(text: str) -> Signs:
    """Find such signs; in most texts there are none."""
    if not _ANY.search(text):
        return _NONE
    signs = Signs([], [], [], [])
    kinds = {1: signs.faces, 2: signs.clocks, 3: signs.lines}
    for found in _ANY.finditer(text):
        kind = found.lastindex
        if kind != 1:
            signs.landmarks.append(found.start())
        if kind:
            kinds[kind].append(found.start())
    return signs


def between(places: list[int], start: int, end: int) -> bool:
    """Say whether one of the places, in order, lies between two offsets.

    >>> between([3, 9], 4, 9)
    False
    """
    if not places:
        return False
    place = bisect_left(places, start)
    return place < len(places) and places[place] < end
