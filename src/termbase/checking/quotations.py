"""Segments, one after another → which quotations are open where the next one begins."""

from __future__ import annotations

import re

OPENING_MARKS = '«“„"'
CLOSED_BY = {"»": "«", "”": "“„", "“": "„", '"': '"'}
"""What each mark may close."""
MARKS = re.compile('[«»“”„"]')
QUOTED = re.compile(
    r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|‘[^’]*’|`[^`]*`|(?<!\w)'[^']*'(?!\w)|\([^)]*\)"
)
"""What stands between quotation marks or brackets, which is perhaps another's words."""
INCHES = re.compile(r"\d\s?\"")
FARTHEST = 50
"""How many segments a quotation may run on; one that runs farther was never closed."""


class Quotations:
    """The quotations that a text has opened and not yet closed.

    Attributes:
        opened: Their marks, in order.
        lost: Whether those that were open until now are given up: their partner was lost.

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
        self.lost = False
        self._source = ""
        self._left = FARTHEST

    def read(self, text: str, source: str = "") -> None:
        """Take in the next segment, and what it translates.

        Where the source has closed its own quotation, the partner of a mark may stand in the next
        segment, and was lost if it does not.
        """
        self.lost = False
        if not self.opened:
            if not MARKS.search(text):
                return
            self._source, self._left = "", FARTHEST + 2
        self._left -= 1
        self.opened = _opened(text, self.opened)[0] if self._left else ""
        self.lost = not self._left
        quoted = self._source or MARKS.search(source)
        self._source = _opened(source, self._source)[0]
        if quoted and not self._source:
            self._left = min(self._left, 1)


def closes(text: str, opened: str) -> bool:
    """Say whether a segment closes all the quotations that are open where it begins."""
    return bool(opened) and not _opened(text, opened)[1]


def _opened(text: str, before: str) -> tuple[str, int]:
    """Return what is open where a segment ends, and how few of those before it were meanwhile."""
    opened = continued(text, before)
    least = len(before)
    inches = {match.end() - 1 for match in INCHES.finditer(text)}
    for match in MARKS.finditer(text):
        sign = match.group()
        partners = [at for at, one in enumerate(opened) if one in CLOSED_BY.get(sign, "")]
        if partners:
            opened = opened[: partners[-1]]
            least = min(least, partners[-1])
        elif sign in OPENING_MARKS and match.start() not in inches:
            opened += sign
    return opened, least


def continued(text: str, opened: str) -> str:
    """Return what is open where a segment begins, which may itself open the quotation anew."""
    return "" if opened and text.lstrip().startswith(opened[0]) else opened
