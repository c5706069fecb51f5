"""What stands in a unit of XLIFF and belongs to no segment of it: none of it is lost unsaid.

The one fact to remember: a file has one source and one target for each segment; a second one, or
one whose other half is missing, is nobody's translation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from termbase.formats._xml_spans import Element, tokens

_LEFT_OUT = "left out"
_PARTS = ("source", "seg-source", "target")
_CODES = {"bpt", "ept", "it", "ph"}


class Stray(NamedTuple):
    """An element that is not read, what is wrong with it, and what becomes of it."""

    element: Element
    problem: str
    action: str = _LEFT_OUT


def strays(text: str, entry: Element) -> Iterator[Stray]:
    """Yield what a ``trans-unit`` or ``unit`` holds that is not read as a segment.

    Args:
        text: Of the file.
        entry: Of XLIFF 1 or 2.
    """
    name = f"unit «{entry.attributes().get('id', '')}»"
    if entry.name == "unit":
        segments = list(entry.within("segment"))
        if not segments:
            yield Stray(entry, f"{name} without <segment>")
        for one in segments:
            yield from _doubtful(one, f"a segment of {name}", ("source", "target"))
        return
    yield from _doubtful(entry, name, _PARTS)
    cut, target = entry.child("seg-source"), entry.child("target")
    if entry.child("source") and cut and target:
        yield from _stray_marks(text, cut, target, name)


def _doubtful(holder: Element, name: str, parts: tuple[str, ...]) -> Iterator[Stray]:
    if holder.child("source") is None:
        yield Stray(holder, f"{name} without <source>")
        return
    for part in parts:
        for one in [one for one in holder.children if one.name == part][1:]:
            yield Stray(one, f"{name} has a second <{part}>", "left out, the first counts")


def _stray_marks(text: str, cut: Element, target: Element, name: str) -> Iterator[Stray]:
    """Yield the segments of a target that have no source, or come twice."""
    sources, targets = marks_of(cut), marks_of(target)
    if not sources or not targets:
        return
    for mark, one in all_marks(target):
        if mark not in sources:
            yield Stray(one, f"{name}: segment «{mark}» of its target has no source")
        elif one is not targets[mark]:
            yield Stray(one, f"{name} has segment «{mark}» twice", "left out, the first counts")
    for mark, one in all_marks(cut):
        if one is not sources[mark]:
            yield Stray(one, f"{name} has segment «{mark}» twice", "left out, the first counts")
    beside, right = ("".join(_beside(text, one)).split() for one in (target, cut))
    if beside and "".join(beside) != "".join(right):
        shown = " ".join(beside)[:40]
        yield Stray(target, f"{name} has a target outside of its segments: «{shown}»")


def _beside(text: str, element: Element) -> Iterator[str]:
    """Yield what an element has of text that is in none of its segments and in no code."""
    at = element.inner
    for child in [*element.children, None]:
        stop = child.start if child else element.inner_end
        for kind, start, end in tokens(text, at, stop):
            if kind in {"text", "cdata"}:
                yield text[start:end]
        if child:
            at = child.end
            if child.name not in _CODES and not _mark(child):
                yield from _beside(text, child)


def marks_of(element: Element) -> dict[str, Element]:
    """Return the marked segments of an element by their ``mid``, the first of each."""
    found: dict[str, Element] = {}
    for mark, one in all_marks(element):
        found.setdefault(mark, one)
    return found


def all_marks(element: Element) -> Iterator[tuple[str, Element]]:
    """Yield each marked segment of an element with its ``mid``."""
    for one in element.children:
        if mark := _mark(one):
            yield mark, one
        yield from all_marks(one)


def _mark(element: Element) -> str:
    """Return the ``mid`` of a marked segment; empty for all else."""
    given = element.attributes() if element.name == "mrk" else {}
    return given.get("mid", "") if given.get("mtype") == "seg" else ""
