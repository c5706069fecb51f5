"""What stands in a source or a target of XLIFF into texts and codes.

The one fact to remember: ``mrk`` and its like only mark text; all other elements are codes, whose
native form is told where the file tells it (the text of ``bpt``, the ``data`` of XLIFF 2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from termbase.formats._short_tags import Code, Part
from termbase.formats._xml_spans import Element, tokens, unescaped

_ENTITY = re.compile(r"(&(?!(?:lt|gt|amp|quot|apos);)[^\W\d][\w.:-]*;)")
_WHOLE = {"bpt", "ept", "it"}
_HALVES = {"bpt": "begin", "bx": "begin", "sc": "begin", "ept": "end", "ex": "end", "ec": "end"}
_POSITIONS = {"open": "begin", "close": "end", "begin": "begin", "end": "end"}
_MARKERS = {"mrk", "sm", "em"}
_TYPES = ("ctype", "type")


def parts_of(text: str, element: Element, data: Mapping[str, str]) -> list[Part]:
    """Return the texts and codes of an element.

    Args:
        text: Of the file.
        element: A source, a target, or a segment of one.
        data: Native codes by the names that ``dataRef`` of XLIFF 2 refers to.
    """
    found: list[Part] = []
    for part in _walk(text, element, data):
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        elif part:
            found.append(part)
    return found


def _walk(text: str, element: Element, data: Mapping[str, str]) -> Iterator[Part]:
    at = element.inner
    for child in element.children:
        yield from _texts(text, at, child.start)
        yield from _code(text, child, data)
        at = child.end
    if not element.is_empty:
        yield from _texts(text, at, element.inner_end)


def _texts(text: str, start: int, end: int) -> Iterator[Part]:
    if start == end:
        return
    for kind, at, stop in tokens(text, start, end):
        raw = text[at:stop]
        if kind == "text":
            for number, piece in enumerate(_ENTITY.split(raw) if "&" in raw else [raw]):
                if number % 2:
                    # Nothing is expanded that a file has declared itself.
                    yield Code("alone", "entity", piece[1:-1], piece, piece)
                else:
                    yield unescaped(piece.replace("\r\n", "\n").replace("\r", "\n"))
        elif kind == "cdata":
            yield raw[9:-3].replace("\r\n", "\n")
        else:
            yield Code("alone", "comment", "", raw, marker=True)


def _code(text: str, element: Element, data: Mapping[str, str]) -> Iterator[Part]:
    given = element.attributes()
    name = element.name
    identity = given.get("rid") or given.get("id") or given.get("startRef") or given.get("mid", "")
    kind = next((given[one] for one in _TYPES if one in given), "")
    half = _HALVES.get(name) or (_POSITIONS.get(given.get("pos", ""), "") if name == "it" else "")
    if element.is_empty or name in _WHOLE or (name == "ph" and not element.children):
        native = _native(text, element, given, data)
        raw = text[element.start : element.end]
        yield Code("alone", name, identity, raw, native, kind, half, name in _MARKERS)
        return
    first, last = given.get("dataRefStart", ""), given.get("dataRefEnd", "")
    opening, closing = text[element.start : element.inner], text[element.inner_end : element.end]
    marker = name in _MARKERS
    yield Code("open", name, identity, opening, data.get(first, ""), kind, marker=marker)
    yield from _walk(text, element, data)
    yield Code("close", name, identity, closing, data.get(last, ""), kind, marker=marker)


def _native(text: str, element: Element, given: Mapping[str, str], data: Mapping[str, str]) -> str:
    if element.is_empty:
        return data.get(given.get("dataRef", ""), "")
    return "".join(
        one for one in _texts(text, element.inner, element.inner_end) if type(one) is str
    )
