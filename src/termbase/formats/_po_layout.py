"""How a PO catalogue lays its strings out, so that a new one is laid out in the same way.

The one fact to remember: the layout of a string says nothing, but a file whose strings come back
in other lines is a file with a thousand differences; so the ways of gettext, polib and of files
that never wrap are known, and the file says which is its own.

Source: gettext 0.21, ``write-po.c`` (lines of 79 columns); polib 1.2.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

_LINES = re.compile(r"(?:[^\\]|\\[^n])*?\\n|(?:[^\\]|\\[^n])+")
_SIGN = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)|.", re.DOTALL)
_BEFORE_LETTERS = frozenset("-/?!–—|}.,;:")
_SAMPLE = 2000


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to lay strings out.

    Attributes:
        tool: ``gettext``, ``polib``, ``line`` for all in one line, or ``head`` for gettext's lines
            with an empty one before them always.
        width: Columns between the quotation marks; 0 where lines are never wrapped.
    """

    tool: str
    width: int = 0

    def lines(self, escaped: str, keyword: str) -> list[str]:
        """Return the lines of an escaped string, without their quotation marks."""
        if self.tool == "line":
            return [escaped]
        if self.tool == "head":
            return ["", *_all_wrapped(escaped, self.width)]
        if self.tool == "polib":
            return _as_polib(escaped, keyword, self.width)
        return _as_gettext(escaped, keyword, self.width)


_USUAL = (
    Layout("gettext", 77),
    Layout("gettext"),
    Layout("polib", 78),
    Layout("line"),
    Layout("head", 77),
)


class Layouts:
    """The ways of one catalogue, the likeliest first.

    Args:
        strings: Its strings with their keywords: the lines as they stand.
    """

    def __init__(self, strings: Iterable[tuple[str, list[str]]]) -> None:
        telling = [one for one in strings if len(one[1]) > 1 or len(one[1][0]) > 40][:_SAMPLE]
        widest = max((_width(line) for _, lines in telling for line in lines[1:]), default=0)
        ways = (*_USUAL, Layout("gettext", widest)) if widest else _USUAL
        fits = {way: sum(_fits(way, *one) for one in telling) for way in dict.fromkeys(ways)}
        self._ways = sorted(fits, key=lambda way: -fits[way])

    def lines(self, escaped: str, keyword: str, old: list[str]) -> list[str]:
        """Return the lines of a string, laid out as the one in whose place it comes."""
        own = (way for way in self._ways if not any(old) or _fits(way, keyword, old))
        return next(own, self._ways[0]).lines(escaped, keyword)


def _fits(way: Layout, keyword: str, lines: list[str]) -> bool:
    """Say whether a string stands as a layout would lay it out."""
    return way.lines("".join(lines), keyword) == lines


def _as_gettext(escaped: str, keyword: str, width: int) -> list[str]:
    """Wrap as msgcat does: at line breaks of the text, then at spaces and hyphens."""
    portions = _LINES.findall(escaped) or [""]
    if len(portions) == 1 and len(_wrapped(escaped, width, len(keyword) + 1)) <= 1:
        return [escaped]
    return ["", *_all_wrapped(escaped, width)]


def _all_wrapped(escaped: str, width: int) -> list[str]:
    return [line for one in _LINES.findall(escaped) for line in _wrapped(one, width)]


def _wrapped(portion: str, width: int, columns: int = 0) -> list[str]:
    """Return a text in lines of at most a width; the first begins at a column."""
    if not width:
        return [portion]
    lines, line = [], ""
    for piece in _unbreakable(portion):
        size = _width(piece)
        if line and columns + size > width:
            lines.append(line)
            line, columns = "", 0
        line += piece
        columns += size
    return [*lines, line] if line else lines


def _unbreakable(text: str) -> list[str]:
    """Return a text in the pieces between which a line may end."""
    pieces, piece, signs = [], "", _SIGN.findall(text)
    for sign, after in zip_longest(signs, signs[1:], fillvalue=""):
        piece += sign
        if after and _may_end(sign, after):
            pieces.append(piece)
            piece = ""
    return [*pieces, piece] if piece else pieces


def _may_end(sign: str, after: str) -> bool:
    if after in {"\\n", " "}:
        return False
    if sign == " ":
        return True
    if sign in _BEFORE_LETTERS:
        return after.isalpha()
    return (_wide(sign) and sign.isalnum()) or (_wide(after) and after.isalnum())


def _as_polib(escaped: str, keyword: str, width: int) -> list[str]:
    portions = _LINES.findall(escaped) or [""]
    if len(portions) > 1:
        return ["", *portions]
    if len(escaped) <= width - len(keyword) - 3:
        return [escaped]
    wrapped = textwrap.TextWrapper(
        width=width - 2,
        drop_whitespace=False,
        break_long_words=False,
        expand_tabs=False,
        replace_whitespace=False,
    ).wrap(escaped)
    return ["", *wrapped]


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if _wide(one) else not unicodedata.combining(one) for one in text)


def _wide(sign: str) -> bool:
    return not sign.isascii() and unicodedata.east_asian_width(sign) in "WF"
