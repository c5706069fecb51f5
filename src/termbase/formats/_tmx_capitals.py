"""A TMX whose elements and attributes are in capitals, as SGML had them, into one that is XML.

The one fact to remember: only the names that TMX has are touched; capitals in texts, values and
elements of others stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from termbase.formats._xml_text import xml_text
from termbase.model.repair import Repair, Report

_ROOT = re.compile(r"<(?!tmx)(?i:tmx)(?=[\s>])")
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
    found = _ROOT.search(first) if first else None
    if not first or not found:
        yield from pieces if first is None else chain((first,), pieces)
        return
    if report:
        problem = f"its elements are in capitals, such as <{found[0][1:]}>"
        line = first.count("\n", 0, found.start()) + 1
        report(Repair(path, line, problem, "read as small letters"))
    waiting = first
    for piece in pieces:
        cut = waiting.rfind("<")
        cut = cut if cut >= 0 and len(waiting) - cut < _LONGEST_TAG else len(waiting)
        yield _TAG.sub(_small, waiting[:cut])
        waiting = waiting[cut:] + piece
    yield _TAG.sub(_small, waiting)


def _small(tag: re.Match[str]) -> str:
    given = _GIVEN.sub(lambda one: one[1] or one[0].lower(), tag["given"])
    return f"<{tag['end']}{tag['name'].lower()}{given}>"
