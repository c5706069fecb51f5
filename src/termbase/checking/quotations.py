"""Segments, one after another → which quotations are open where the next one begins."""

from __future__ import annotations

import re

from termbase.text.lazy_pattern import lazy_pattern

OPENING_MARKS = '«“„"'
CLOSED_BY = {"»": "«", "”": "“„", "“": "„", '"': '"'}
"""What each mark may close."""
MARKS = re.compile('[«»“”„"]')
QUOTED = lazy_pattern(
    r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|‘[^’]*’|`[^`]*`|(?<!\w)'[^']*'(?!\w)|\([^)]*\)"
)
"""What stands between quotation marks or brackets, which is perhaps another's words."""
INCHES = lazy_pattern(r"\d\s?\"(?=[\s,.;:)/x×-]|$)")
"""A straight mark that measures: 6", 3.5"-Laufwerk, and not 6 "là"."""
_TURNING = frozenset({"de", "da", "hr", "sl", "cs", "sk", "hu", "pl"})
"""Languages in which books quote so: »…«."""
_TURNED = lazy_pattern(r"(?<![\w\ue000.,!?…)\]])»(?=\S)|(?<=\S)«(?![\w\ue000])")
"""A » that opens and a « that closes, as the spaces around them say."""
_GUILLEMET = lazy_pattern("[«»]")
_NOT_TURNED = lazy_pattern(r"(?<![\w\ue000])«(?=[\w\ue000])|(?<=[\w\ue000.,!?…])»(?![\w\ue000])")
FARTHEST = 50
"""How many segments a quotation may run on; one that runs farther was never closed."""


def unturned(text: str, language: str) -> str:
    """Return a text with «…» for »…«, where a language writes that; as long as before.

    Args:
        text: With private signs for what is no prose.
        language: A primary tag.

    >>> unturned("Er sagte »Ja«.", "de"), unturned("Er sagte «Ja».", "de")
    ('Er sagte «Ja».', 'Er sagte «Ja».')
    """
    if language not in _TURNING or not ("«" in text or "»" in text) or not _TURNED.search(text):
        return text
    turned = _TURNED if _NOT_TURNED.search(text) else _GUILLEMET
    return turned.sub(lambda mark: "«" if mark.group() == "»" else "»", text)


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
