"""A TMX whose elements and attributes are in capitals, as SGML had them, into one that is XML.

The one fact to remember: only the names that TMX has are touched; capitals in texts, values and
elements of others stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from termbase.formats._xml_stretches import Stretches
from termbase.formats._xml_text import xml_text
from termbase.model.repair import Repair, Report

_OPENED = re.compile(r"<[A-Za-z]\w*")
_NAMES = "tmx|header|note|prop|ude|map|body|tuv?|seg|[be]pt|sub|it|ph|hi|ut"
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>(?i:{_NAMES}))(?=[\s/>])(?P<given>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>"
)
_GIVEN = re.compile(r"(\"[^\"]*+\"|'[^']*+')|[A-Z]+(?=[A-Za-z:-]*+\s*+=)")
_LONGEST_TAG = 1 << 16


def tmx_text(path: str, report: Report | None) -> Iterator[str]:
    """Yield the text of a TMX in pieces, as a parser takes it; as `xml_text` does of other XML."""
    return without_capitals(path, xml_text(path, report), report)


def without_capitals(path: str, texts: Iterable[str], report: Report | None) -> Iterator[str]:
    """Yield the text of a TMX in pieces, names in small letters where its root is in capitals.

    Args:
        path: For messages.
        texts: The text in pieces.
        report: Is told once, where that is so.
    """
    pieces = iter(texts)
    first = next(pieces, None)
    if first is None:
        return
    line, name = _root(first)
    if name == "tmx" or name.lower() != "tmx":
        yield from chain((first,), pieces)
        return
    if report:
        problem = f"its elements are in capitals, such as <{name}>"
        report(Repair(path, line, problem, "read as small letters"))
    waiting, stretches = first, Stretches()
    for piece in pieces:
        cut = waiting.rfind("<")
        cut = cut if cut >= 0 and len(waiting) - cut < _LONGEST_TAG else len(waiting)
        yield _in_small_letters(waiting[:cut], stretches)
        waiting = waiting[cut:] + piece
    yield _in_small_letters(waiting, stretches)


def _root(text: str) -> tuple[int, str]:
    """Return the line and the name of the first element that opens; no name where none does."""
    line = 1
    for stretch, as_it_stands in Stretches().of(text):
        found = None if as_it_stands else _OPENED.search(stretch)
        if found:
            return line + stretch.count("\n", 0, found.start()), found[0][1:]
        line += stretch.count("\n")
    return line, ""


def _in_small_letters(text: str, stretches: Stretches) -> str:
    return "".join(
        [
            stretch if as_it_stands else _TAG.sub(_small, stretch)
            for stretch, as_it_stands in stretches.of(text)
        ]
    )


def _small(tag: re.Match[str]) -> str:
    given = _GIVEN.sub(lambda one: one[1] or one[0].lower(), tag["given"])
    return f"<{tag['end']}{tag['name'].lower()}{given}>"
