"""Markdown into the text that a reader sees: headings, paragraphs, items and cells, unmarked.

The one fact to remember: code blocks, front matter, comments and addresses are nothing to
translate, and stay out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape

from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes
from termbase.formats._paragraphs import joined

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"\A(?: {0,3}> ?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:)[ \t]+(?:\[[ xX]\][ \t]+)?")
"""What an item begins with, or a note at the foot."""
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r" {0,3}(?:=+|-+|(?:[-*_][ \t]*){3,})[ \t]*$")
_REFERENCE = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:[ \t]*\S+")
_DIVIDER = re.compile(
    r"[ \t]*+(?:\|[ \t]*+)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|\|[-: ]+\|$"
)
_CELLS = re.compile(r"(?<!\\)\|")
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])"
)
_NOTE = re.compile(r"(^)?\[\^([^\[\]\s]+)\](?(1)[ \t]*)", re.MULTILINE)
_AT_FOOT = re.compile(r"^[ \t>]{0,9}\[\^([^\[\]\s]+)\]:", re.MULTILINE)
_ADDRESS = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_CODE = re.compile(r"(`+)(.+?)\1")
_INSIDE = r"(.{1,1000}?)"
"""Between two marks; a mark whose other one is farther off is a sign like any other."""
_STRONG = re.compile(rf"(\*\*|__|~~)(?=\S){_INSIDE}(?<=\S)\1")
_EMPHASIS = re.compile(rf"(?<![\w*])([*_])(?=[^\s*_]){_INSIDE}(?<=[^\s*_])\1(?![\w*])")
_MARK = "\1"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_text(path: str) -> str:
    """Return the text of a document, its blocks parted by blank lines.

    Raises:
        FormatError: If it is missing, no text, in another encoding than UTF-8 or UTF-16, or
            without text.
    """
    text = decode(path, read_bytes(path)).replace("\r\n", "\n").replace(_MARK, "")
    text = _uncommented(_FRONT.sub("", text, count=1))
    notes = frozenset(_AT_FOOT.findall(text))
    return joined(path, (unmarked(block, notes) for block in _blocks(text.split("\n"))))


def _uncommented(text: str) -> str:
    """Return a text without its comments; one that nobody closes is text."""
    first, *others = text.split("<!--")
    pieces = [first]
    for one in others:
        inside, closed, behind = one.partition("-->")
        pieces.append(behind if closed else f"<!--{inside}")
    return "".join(pieces)


def unmarked(text: str, notes: Collection[str] = ()) -> str:
    r"""Return a text without the marks within its lines.

    Args:
        notes: The names of those at the foot of the text; another «[^a-z]» may be text.

    >>> unmarked(r"A **bold** [link](http://a.b), `x*y` and a \* star.")
    'A bold link, x*y and a * star.'
    """
    codes: list[str] = []

    def keep(found: re.Match[str]) -> str:
        codes.append(found[2].strip())
        return f"\0{len(codes) - 1}\0"

    text = _ESCAPED.sub(lambda found: f"{_MARK}{ord(found[1])}{_MARK}", _CODE.sub(keep, text))
    text = _NOTE.sub(lambda found: "" if found[2] in notes else found[0], text)
    for pattern, kept in ((_ADDRESS, r"\1"), (_LINK, r"\1"), (_TAG, "")):
        text = pattern.sub(kept, text)
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    text = re.sub("\1(\\d+)\1", lambda found: chr(int(found[1])), unescape(text))
    return re.sub("\0(\\d+)\0", lambda found: codes[int(found[1])], text)


def _blocks(lines: list[str]) -> Iterator[str]:
    """Yield what stands together: a paragraph, an item, a heading, a cell of a table."""
    block: list[str] = []
    fence = ""
    for raw in lines:
        line = _QUOTE.sub("", raw, count=1)
        mark = _FENCE.match(line)
        if fence:
            closing = mark and mark[1].startswith(fence) and not line.strip().strip(mark[1][0])
            fence = "" if closing else fence
            continue
        own = _own_blocks(line, begun=bool(block))
        if mark or own is not None:
            fence = mark[1] if mark else ""
            if block:
                yield "\n".join(block)
            block = []
            yield from (own or []) if not mark else []
            continue
        item = _ITEM.match(line)
        if item and block:
            yield "\n".join(block)
            block = []
        block.append(line[item.end() :].strip() if item else line.strip().removesuffix("\\"))
    if block:
        yield "\n".join(block)


def _own_blocks(line: str, *, begun: bool) -> list[str] | None:
    """Return the blocks that a line is by itself, None where it goes on or begins a paragraph."""
    if not line.strip() or _RULE.match(line) or _REFERENCE.match(line) or _DIVIDER.match(line):
        return []
    if not begun and line.startswith(("    ", "\t")) and not _ITEM.match(line):
        return []
    heading = _HEADING.match(line)
    if heading:
        return [heading[1]]
    if line.strip().startswith("|"):
        cells = _CELLS.split(line.strip().strip("|"))
        return [cell.strip().replace("\\|", "|") for cell in cells]
    return None
