"""HTML into the text that a reader sees: headings, paragraphs, cells and items, each by itself.

The one fact to remember: the encoding is what the page itself declares, else UTF-8 or UTF-16.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from termbase.errors import FormatError
from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes
from termbase.formats._paragraphs import joined

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "ruby",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "template",
        "noscript",
        "svg",
        "math",
        "object",
        "iframe",
        "canvas",
        "select",
        "textarea",
        "rt",
        "rp",
    ]
)
_NOTE = re.compile(
    r"#_?(?:ftnt?|edn|fn|footnote|endnote|note|cite(?=_)|sdfootnote|sdendnote)(?:_?ref)?(?![a-z])",
    re.IGNORECASE,
)
"""Where a link to a note leads, or one back from it: as word processors, pandoc and wikis write."""
_LONGEST_MARK = 6
_WORD_BEFORE = re.compile(r"[^\W\d_]\s+$")
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
_WHITE = re.compile(r"[ \t\r\n\f]+")
_BREAK, _LINE_END = "\0", "\1"
"""A line end that an element makes, and one that a block shows as it is written."""
_BLANK_LINES = re.compile("\1(?: ?\1)+")
_BLANKS = re.compile(" ?\1 ?")


def read_text(path: str) -> str:
    """Return the text of a page, its blocks parted by blank lines.

    Raises:
        FormatError: If it is missing, in an encoding that it does not declare, or without text.
    """
    text = _decoded(path, read_bytes(path))
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    found = _paragraphs(root) if root is not None else []
    return joined(path, (part for one in found for part in _without_white(one)))


def _without_white(paragraph: str) -> list[str]:
    """Return a paragraph as a page shows it; several where it is written with blank lines."""
    shown = _WHITE.sub(" ", paragraph).replace(_BREAK, "\n")
    return [_BLANKS.sub("\n", one) for one in _BLANK_LINES.split(shown)]


def _decoded(path: str, data: bytes) -> str:
    declared = _DECLARED.search(data[:_HEAD])
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name in ("utf-8", "utf8", "utf-16", "unicode"):
        return decode(path, data)
    try:
        return data.decode(name)
    except LookupError as error:
        raise FormatError(path, f"declares an encoding «{name}» that nobody knows") from error
    except UnicodeDecodeError as error:
        problem = f"is not in {name.upper()}, which it declares"
        raise FormatError(path, problem, remedy="save it as UTF-8") from error


def _paragraphs(root: Any) -> Iterator[str]:
    pieces: list[str] = []

    def walk(element: Any, written: bool) -> Iterator[str]:
        name = element.tag if isinstance(element.tag, str) else "script"
        before = pieces[-1] if pieces else ""
        if name in _SKIPPED or (name == "a" and _leads_to_note(element, before)):
            return
        written = written or name == "pre"
        apart = name not in _INLINE and name != "br"
        if apart and pieces:
            yield _taken(pieces)
        if name == "pre" and _is_code(element):
            return
        if name == "br":
            pieces.append(_LINE_END if written else _BREAK)
        pieces.append(_text(element.text, written))
        for child in element:
            yield from walk(child, written)
            pieces.append(_text(child.tail, written))
        if apart and pieces:
            yield _taken(pieces)

    yield from walk(root, False)


def _leads_to_note(link: Any, before: str) -> bool:
    """Say whether a link is the number of a note, or leads back from one; it is no text.

    Behind a word and a blank a plain number is one that somebody reads: «see note 5».
    """
    shown = "".join(link.itertext()).strip()
    if shown.isdigit() and _WORD_BEFORE.search(before) and link.find(".//sup") is None:
        return False
    marks = len(shown) <= _LONGEST_MARK and not any(map(str.isalpha, shown))
    return marks and _NOTE.match(link.get("href") or "") is not None


def _is_code(block: Any) -> bool:
    """Say whether what stands as it is written is a block of code, which is no text."""
    inside = list(block)
    around = [block.text, *(one.tail for one in inside)]
    return [one.tag for one in inside] == ["code"] and not "".join(filter(None, around)).strip()


def _text(text: str | None, written: bool) -> str:
    """Return a stretch of text, its line ends marked where they are shown as they are written."""
    text = text or ""
    return text.replace("\n", _LINE_END) if written else text


def _taken(pieces: list[str]) -> str:
    text = "".join(pieces)
    pieces.clear()
    return text
