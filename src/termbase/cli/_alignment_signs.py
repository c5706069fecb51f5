"""Signs of aligned texts that a file of XML cannot hold: how many, and where the first stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from termbase.cli._output import counted
from termbase.formats._markup import NO_XML
from termbase.usecases.align_documents import AlignedTexts, SegmentedText
from termbase.usecases.line_ends import line_starts

_ACTIONS = {"tmx": "left out", "xlsx": "written as «�»"}


def signs_lost(aligned: Sequence[tuple[str, AlignedTexts]], kind: str) -> list[str]:
    """Return the line that says which signs a file of a kind cannot hold; none where it can."""
    if kind not in _ACTIONS:
        return []
    texts = [text for _, one in aligned for text in (one.source, *one.targets)]
    found = [(text, at) for text in texts for at in _places(text)]
    if not found:
        return []
    text, at = found[0]
    line = bisect_right(line_starts(text.text), at)
    first = f"«U+{ord(text.text[at]):04X}» in {text.path}:{line}"
    lost = counted(len(found), "control character")
    return [f"{lost} {_ACTIONS[kind]}, which no {kind.upper()} can hold: the first is {first}"]


def _places(text: SegmentedText) -> list[int]:
    return [one.start + sign.start() for one in text.segments for sign in NO_XML.finditer(one.text)]
