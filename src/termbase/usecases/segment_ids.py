"""Segments → ids that stay the same while a text is edited elsewhere, and back.

An id is letters only: ten that come from what the segment says, four from its neighbours, and
which of how many where a text says the same several times (``kdlmenbgac-ofpa-2/3``). Letters,
because a spreadsheet takes ``12e45`` for a number. What it says is its letters and digits: who
mends quotation marks, apostrophes and spaces throughout a text changes nothing of what goes with
what.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from termbase.text.normalise import fold, unpunctuated

_LETTERS = bytes.maketrans(b"0123456789abcdef", b"abcdefghijklmnop")
_EDGE = "\n"


class SegmentIds:
    """The ids of the segments of one text.

    Attributes:
        ids: One for each segment, all different.

    >>> one = SegmentIds(["Oui.", "Il pleut.", "Oui."])
    >>> other = SegmentIds(["Bonjour.", "Il pleut.", "Oui."])
    >>> [other.find(id) for id in one.ids]
    [None, 1, 2]
    >>> other.find_place(one.ids[0])
    0
    """

    def __init__(self, contents: Sequence[str]) -> None:
        """Name the segments of a text, given what each of them says."""
        words = [unpunctuated(fold(one)) or one for one in contents]
        around = [_EDGE, *words, _EDGE]
        self._places: dict[str, list[int]] = {}
        self._near: dict[str, list[int]] = {}
        self._between: dict[str, list[int]] = {}
        ranks = []
        for place, content in enumerate(words):
            said = _letters(content, 5)
            context = _letters(f"{around[place]}\n{around[place + 2]}", 2)
            self._places.setdefault(said, []).append(place)
            self._near.setdefault(f"{said}-{context}", []).append(place)
            self._between.setdefault(context, []).append(place)
            ranks.append((f"{said}-{context}", said, len(self._places[said])))
        self.ids = tuple(self._id(*one) for one in ranks)

    def find(self, id: str) -> int | None:
        """Return the number of the segment that an id means.

        Returns:
            None where the text no longer has it, or cannot tell which of several it is.
        """
        content, context, rank = (*id.split("-", 2), "", "")[:3]
        near = self._near.get(f"{content}-{context}", [])
        places = self._places.get(content, [])
        number, _, total = (rank or "1/1").partition("/")
        if total != str(len(places)) or not number.isdecimal():
            return near[0] if len(near) == 1 else None
        if not 0 < int(number) <= len(places):
            return None
        ranked = places[int(number) - 1]
        return ranked if ranked in near or len(near) != 1 else None

    def find_place(self, id: str) -> int | None:
        """Return the number of the segment that an id means, or of what stands there now.

        Returns:
            None where it is gone and its neighbours do not tell where it was.
        """
        place = self.find(id)
        between = self._between.get(id.split("-")[1], []) if place is None and "-" in id else []
        return between[0] if len(between) == 1 else place

    def _id(self, name: str, said: str, rank: int) -> str:
        total = len(self._places[said])
        return f"{name}-{rank}/{total}" if total > 1 else name


def _letters(text: str, size: int) -> str:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size)
    return digest.hexdigest().encode().translate(_LETTERS).decode()
