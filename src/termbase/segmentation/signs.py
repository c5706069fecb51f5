"""Where a text has signs that plain prose lacks: faces, smileys, drawn lines, addresses, clocks.

One pass finds them all, so that the many blocks without any are spared every closer look.
"""

from __future__ import annotations

import re
from bisect import bisect_left

FACES = "\U0001f300-\U0001faff☹☺♥❤✌✊✋✨⭐"
"""Code points that show a face or a feeling, as an expression writes a range."""

# One set first, so that the search is fast; what each sign needs around it comes after.
_ANY = re.compile(
    rf"[{FACES}:;=^<@*_~—–-](?:(?<=[{FACES}])|(?<=[:;=])['’-]?[)(DP*]|(?<=\^)\^|(?<=<)3"
    r"|(?<=[—–-])[\"”»](?=\s)|(?<=:)(?://|\d\d)|(?<=@)\w|(?<=[-_*=~])[-_*=~]{4})"
)


class Signs:
    """The places of such signs in one text."""

    def __init__(self, text: str) -> None:
        self._places = [found.start() for found in _ANY.finditer(text)]

    def between(self, start: int, end: int) -> bool:
        """Whether there is one between two offsets."""
        if not self._places:
            return False
        place = bisect_left(self._places, start)
        return place < len(self._places) and self._places[place] < end
