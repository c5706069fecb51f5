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
_KINDS = (
    dict.fromkeys("#&*<=>@^_`~", "letter")
    | dict.fromkeys("([{", "open")
    | dict.fromkeys("$+№€", "prefix")
    | dict.fromkeys("%°", "unit")
    | {"—": "dash", "\u00a0": "blank", "\u202f": "blank"}
)
"""Kinds of signs before which a line may end or not; the others are what their nature says."""
_FREELY = frozenset({"letter", "open", "prefix", "unit", "dash", "wide"})
_MAY_FOLLOW: dict[str, frozenset[str]] = (
    dict.fromkeys("!?…", _FREELY | {"digit"})
    | dict.fromkeys("|–", _FREELY | {"digit", "blank"})
    | dict.fromkeys(",./:;", _FREELY)
    | {"}": frozenset({"letter", "open", "digit", "dash", "wide"})}
    | {"-": _FREELY | {"blank"}, "—": _FREELY - {"dash"} | {"digit"}}
    | dict.fromkeys(")]", frozenset({"open", "dash", "wide"}))
)
"""What the next line may begin with, behind some signs."""
_BEHIND: dict[str, frozenset[str]] = {
    "letter": frozenset({"dash", "wide"}),
    "digit": frozenset({"dash", "wide"}),
    "prefix": frozenset({"prefix", "unit", "dash"}),
    "unit": frozenset({"prefix", "unit", "dash", "wide"}),
    "wide": _FREELY - {"unit"} | {"digit"},
    "closed": frozenset({"letter", "open", "digit", "dash", "wide"}),
}
"""The same behind signs of a kind."""
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Kinds of signs that stand above, below or within another: many vowels of Indian scripts."""
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
    if after in {"\\n", " "} or _opens(sign):
        return False
    if sign == " ":
        return True
    follows = _MAY_FOLLOW.get(sign) or _BEHIND.get(_kind(sign), frozenset())
    return _kind(after) in follows


def _kind(sign: str) -> str:
    """Return the kind of a sign by which a line may end before or behind it."""
    if sign in _KINDS:
        return _KINDS[sign]
    if len(sign) == 1 and _wide(sign):
        return "closed" if unicodedata.category(sign)[0] == "P" and not _opens(sign) else "wide"
    return "letter" if sign.isalpha() else "digit" if sign.isdigit() else ""


def _opens(sign: str) -> bool:
    return unicodedata.category(sign[0]) == "Ps"


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
    return sum(2 if _wide(one) else unicodedata.category(one) not in _NO_WIDTH for one in text)


def _wide(sign: str) -> bool:
    """Say so of a letter, perhaps behind a backslash that escapes nothing."""
    return not sign.isascii() and unicodedata.east_asian_width(sign[-1]) in "WF"
