"""Where a text has signs that plain prose lacks: faces and smileys, drawn lines, addresses, clocks.

One pass finds them all, so that the many blocks without any are spared every closer look.
"""

from __future__ import annotations

import re
from bisect import bisect_left

FACES = "\U0001f300-\U0001faff☹☺♥❤✌✊✋✨⭐"
"""Code points that show a face or a feeling, as an expression writes a range."""

# One set first, so that the search is fast; what each sign needs around it comes after.
_ANY = re.compile(
    rf"[{FACES}:;=^<@*_~—–-](?:"
    rf"((?<=[{FACES}])|(?<=[:;=])['’-]?[)(DP*]|(?<=\^)\^|(?<=<)3|(?<=[—–-])[\"”»](?=\s))"
    r"|(?<=:)(?://|\d\d)|(?<=@)\w|(?<=[-_*=~])[-_*=~]{4})"
)


class Signs:
    """The places of such signs in one text.

    Attributes:
        faces: Offsets of faces, smileys and of speech that breaks off with a dash.
        landmarks: Offsets of drawn lines, addresses and clocks.
    """

    __slots__ = ("faces", "landmarks")

    def __init__(self, text: str) -> None:
        self.faces: list[int] = []
        self.landmarks: list[int] = []
        for found in _ANY.finditer(text):
            (self.faces if found.lastindex else self.landmarks).append(found.start())


def between(places: list[int], start: int, end: int) -> bool:
    """Say whether one of the places, in order, lies between two offsets.

    >>> between([3, 9], 4, 9)
    False
    """
    if not places:
        return False
    place = bisect_left(places, start)
    return place < len(places) and places[place] < end
