"""Segments, one after another → which quotations are open where the next one begins."""

from __future__ import annotations

import re

OPENING_MARKS = '«“„"'
CLOSED_BY = {"»": "«", "”": "“„", "“": "„", '"': '"'}
"""What each mark may close."""
MARKS = re.compile('[«»“”„"]')
INCHES = re.compile(r"\d\s?\"")
FARTHEST = 50
"""How many segments a quotation may run on; one that runs farther was never closed."""


class Quotations:
    """The quotations that a text has opened and not yet closed.

    >>> quotations = Quotations()
    >>> quotations.read("Он ответил: «Мы едем.")
    >>> quotations.opened
    '«'
    >>> quotations.read("Уже завтра».")
    >>> quotations.opened
    ''
    """

    def __init__(self) -> None:
        self.opened = ""
        self._segments = 0

    def read(self, text: str) -> None:
        """Take in the next segment."""
        if not self.opened and not MARKS.search(text):
            return
        self._segments = self._segments + 1 if self.opened else 0
        opened = "" if self._segments > FARTHEST else continued(text, self.opened)
        inches = {match.end() - 1 for match in INCHES.finditer(text)}
        for match in MARKS.finditer(text):
            sign = match.group()
            partners = [at for at, one in enumerate(opened) if one in CLOSED_BY.get(sign, "")]
            if partners:
                opened = opened[: partners[-1]]
            elif sign in OPENING_MARKS and match.start() not in inches:
                opened += sign
        self.opened = opened


def continued(text: str, opened: str) -> str:
    """Return what is open where a segment begins, which may itself open the quotation anew."""
    return "" if opened and text.lstrip().startswith(opened[0]) else opened
