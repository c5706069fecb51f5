"""The text of an XLIFF file, 1.0 to 1.2 or 2.x, into its units and where each of them stands.

The one fact to remember: where a source is segmented, its segments are the units; a target that is
not segmented in the same way is one unit with the whole source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from termbase.formats._files import refuse_longer
from termbase.formats._markup import sayable
from termbase.formats._short_tags import ShortTags, content_of
from termbase.formats._unreadable import readable
from termbase.formats._xliff_parts import parts_of
from termbase.formats._xliff_strays import marks_of, strays
from termbase.formats._xml_spans import Element, Lines, elements, windows
from termbase.formats._xml_text import plain_pieces
from termbase.model.bilingual import BilingualUnit, unit_id
from termbase.model.repair import Repair, Report

UNITS = ("trans-unit", "unit")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands.

    Attributes:
        entry: The ``trans-unit`` or ``unit`` it is in.
        source: Its source: an element, or the marked part of one.
        target: Its target; None where there is none yet.
        name: Its id as written.
        mark: The ``mid`` of its mark; empty where the source is not segmented.
        holder: The element that says its state, and in which attribute; None where none does yet.
    """

    entry: Element
    source: Element
    target: Element | None
    name: str
    mark: str = ""
    holder: tuple[Element, str] | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit of the file, where it stands, and the short tags of its codes."""

    place: Place
    unit: BilingualUnit
    tags: ShortTags


def read_units(
    path: str, text: str, report: Report | None = None
) -> tuple[tuple[str, str], list[Segment]]:
    """Return the languages that a file names, and its segments.

    Args:
        report: Takes what stands in units and belongs to no segment.

    Raises:
        FormatError: If it is not well-formed, or no XLIFF.
    """
    reading, lines = _Reading(path, report), Lines(text)
    segments = [
        one
        for element in elements(path, text, "xliff", UNITS)
        for one in reading.segments(text, element, lines)
    ]
    return reading.languages, segments


def stream_units(
    path: str, report: Report | None = None
) -> Iterator[tuple[tuple[str, str], BilingualUnit]]:
    """Yield each unit of a file of any size with the languages named so far, and keep none.

    Args:
        report: Takes what stands in units and belongs to no segment.

    Raises:
        FormatError: If it is not well-formed, or no XLIFF; perhaps after many units.
    """
    reading = _Reading(path, report)
    for window, found in windows(path, plain_pieces(path), "xliff", UNITS):
        lines = Lines(window.text, window.lines) if found else None
        for element in found:
            assert lines is not None
            for one in reading.segments(window.text, element, lines):
                yield reading.languages, one.unit


class _Reading:
    """What is known of a file from one of its elements to the next."""

    def __init__(self, path: str, report: Report | None) -> None:
        self.path = path
        self.report = report
        self.languages = ("", "")
        self.names: dict[str, int] = {}

    def segments(self, text: str, element: Element, lines: Lines) -> Iterator[Segment]:
        """Yield the segments of the root, which has none, or of the next unit."""
        if element.above is None:
            given = element.attributes()
            self.languages = sayable(given.get("srcLang", "")), sayable(given.get("trgLang", ""))
            return
        named = element.inherited("source-language"), element.inherited("target-language")
        own = self.languages
        self.languages = own[0] or sayable(named[0] or ""), own[1] or sayable(named[1] or "")
        if element.inherited("translate") == "no":
            return
        if self.report:
            self.tell_strays(self.report, text, element, lines)
        data = _original_data(text, element)
        for place in _places(text, element):
            name = unit_id(readable(place.name), self.names)
            yield _segment(self.path, text, place, name, lines, data)

    def tell_strays(self, report: Report, text: str, entry: Element, lines: Lines) -> None:
        for element, problem, action in strays(text, entry):
            line, record = lines.of(element.start), text[element.start : element.end]
            report(Repair(self.path, line, problem, action, True, record))


def _segment(
    path: str, text: str, place: Place, name: str, lines: Lines, data: Mapping[str, str]
) -> Segment:
    for one in (place.source, place.target):
        if one is not None:
            refuse_longer(path, one.inner_end - one.inner, lines.of(one.start))
    source = parts_of(text, place.source, data)
    target = parts_of(text, place.target, data) if place.target else []
    tags = ShortTags(source, target)
    own = place.entry.attributes()
    unit = BilingualUnit(
        name,
        readable(tags.shown(source)),
        readable(tags.shown(target)) if place.target else None,
        _state(place),
        tuple(map(readable, _notes(text, place.entry))),
        readable(own.get("resname") or own.get("name", "")),
        _longest(place.entry),
        tags.natives(),
        tags.needed(source),
        lines.of(place.source.start),
        content_of(source),
        content_of(target),
        own.get("approved") == "yes",
    )
    return Segment(place, unit, tags)


def _places(text: str, entry: Element) -> Iterator[Place]:
    name = entry.attributes().get("id") or "unit"
    if entry.name == "unit":
        yield from _places_of_2(entry, name)
        return
    source, target, cut = entry.child("source"), entry.child("target"), entry.child("seg-source")
    if source is None:
        return
    marks = marks_of(cut) if cut else {}
    put = marks_of(target) if target else {}
    empty = target is None or not text[target.inner : target.inner_end].strip()
    if marks and (put or empty):
        for mark, element in marks.items():
            holder = _sdl_holder(entry, mark) or ((target, "state") if target else None)
            yield Place(entry, element, put.get(mark), f"{name}:{mark}", mark, holder)
        return
    memoq = next((one for one in _prefixed(entry, "status")), None)
    holder = (entry, memoq) if memoq else (target, "state") if target else None
    yield Place(entry, source, target, name, "", holder)


def _places_of_2(entry: Element, name: str) -> Iterator[Place]:
    found = [one for one in entry.within("segment") if one.child("source")]
    for number, one in enumerate(found, 1):
        source = one.child("source")
        assert source is not None
        own = one.attributes().get("id") or (str(number) if len(found) > 1 else "")
        whole = f"{name}:{own}" if own else name
        yield Place(entry, source, one.child("target"), whole, "", (one, "state"))


def _sdl_holder(entry: Element, mark: str) -> tuple[Element, str] | None:
    """Return the element by which SDLXLIFF tells the state of a segment."""
    for one in entry.children:
        if one.name.endswith(":seg-defs"):
            for segment in one.children:
                if segment.attributes().get("id") == mark:
                    return segment, "conf"
    return None


def _prefixed(entry: Element, name: str) -> Iterator[str]:
    return (one for one in entry.attributes() if one.endswith(f":{name}"))


def _state(place: Place) -> str:
    if place.holder:
        element, name = place.holder
        own = element.attributes().get(name)
        if own:
            return own
    return "approved" if place.entry.attributes().get("approved") == "yes" else ""


def _notes(text: str, entry: Element) -> Iterator[str]:
    for one in entry.within("note", "alt-trans", "source", "target", "seg-source"):
        if one.name == "note":
            yield "".join(part for part in parts_of(text, one, {}) if isinstance(part, str)).strip()
    for one in _extensions(entry, "comment"):
        yield "".join(part for part in parts_of(text, one, {}) if isinstance(part, str)).strip()


def _extensions(entry: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name in other namespaces, such as ``mq:comment``."""
    for one in entry.children:
        if one.name.endswith(f":{name}"):
            yield one
        else:
            yield from _extensions(one, name)


def _longest(entry: Element) -> int | None:
    """Return how many characters a target may have, where that is said in characters."""
    own = entry.attributes()
    written = next((own[one] for one in _prefixed(entry, "maxlengthchars")), "")
    if not written and entry.inherited("maxwidth") and entry.inherited("size-unit") == "char":
        written = entry.inherited("maxwidth") or ""
    if not written:
        names = (one for one in own if one.endswith(":sizeRestriction"))
        written = next((own[one] for one in names), "").rpartition(",")[2]
    return int(written) if written.isascii() and written.isdigit() and int(written) else None


def _original_data(text: str, entry: Element) -> dict[str, str]:
    holder = entry.child("originalData")
    if holder is None:
        return {}
    return {
        one.attributes().get("id", ""): "".join(
            part for part in parts_of(text, one, {}) if isinstance(part, str)
        )
        for one in holder.children
        if one.name == "data"
    }
