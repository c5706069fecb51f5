"""New targets, states and notes into the text of an XLIFF file; all else stays as it stands.

The one fact to remember: a change is a stretch of the text and what it becomes; what was not asked
for is never written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from termbase.errors import InputError
from termbase.formats._markup import NO_XML, tag_attributes
from termbase.formats._unreadable import restored
from termbase.formats._xliff_states import wrong_state
from termbase.formats._xliff_strays import marks_of
from termbase.formats._xliff_units import Segment
from termbase.formats._xml_spans import Element
from termbase.formats._xml_spelling import Spelling
from termbase.model.bilingual import Change

Edit = tuple[int, int, str]
_CDATA = re.compile(r"\s*<!\[CDATA\[(?:(?!\]\]>)[\s\S])*+\]\]>\s*")
_OPEN, _CLOSE = "<![CDATA[", "]]>"


def patched(
    text: str, segments: Sequence[Segment], changes: Mapping[str, Change], encoding: str
) -> str:
    """Return the text of an XLIFF file with changes to its units.

    Args:
        segments: All of the file.
        changes: By the ids of units.
        encoding: Of the file.

    Raises:
        InputError: If the tags of a target do not nest, a text has a character that XML forbids,
            or XLIFF does not know a state; names the unit.
    """
    told = [one.place for one in segments]
    raw = [_inner(text, one) for place in told for one in (place.source, place.target) if one]
    spelling = Spelling(raw, encoding)
    edits: list[Edit] = []
    missing: dict[Element, list[tuple[Segment, str, str]]] = {}
    notes: dict[Element, list[str]] = {}
    for one in segments:
        change = changes.get(one.unit.id)
        if change is None:
            continue
        _refuse_unsayable(one, change)
        state = change.state if change.state not in {None, one.unit.state} else None
        if change.target is not None and change.target != one.unit.target:
            written = _written(text, one, change.target, spelling)
            if one.place.target is None:
                new = state if state and one.place.holder is None else ""
                state = None if new else state
                key = one.place.entry if one.place.mark else one.place.source
                missing.setdefault(key, []).append((one, written, new))
            else:
                edits.append(_filled(one.place.target, _name(text, one.place.target), written))
        if state is not None:
            edits += _state(text, one, state)
        if change.note:
            notes.setdefault(one.place.entry, []).append(spelling.written(change.note))
    for news in missing.values():
        edits.append(_new_target(text, news))
    edits += [_new_notes(text, entry, said) for entry, said in notes.items()]
    return _applied(text, edits)


def _refuse_unsayable(segment: Segment, change: Change) -> None:
    """Refuse what would leave a file that is no XML, or no XLIFF, where it was one before."""
    there = segment.unit.source + (segment.unit.target or "")
    for what, said in (("target", change.target), ("note", change.note)):
        sign = next((one for one in NO_XML.findall(said or "") if one not in there), "")
        if sign:
            problem = f"its {what} has U+{ord(sign):04X}, which XML cannot hold; take it out"
            raise InputError(f"unit «{segment.unit.id}»: {problem}")
    place, state = segment.place, change.state or ""
    if state == segment.unit.state or (place.holder and place.holder[1] != "state"):
        return
    version = place.entry.inherited("version") or ""
    known = wrong_state(version, state)
    if known:
        problem = f"XLIFF {version} has no state «{state}»; use {known}"
        raise InputError(f"unit «{segment.unit.id}»: {problem}")


def _written(text: str, segment: Segment, target: str, spelling: Spelling) -> str:
    place = segment.place
    old = _inner(text, place.target) if place.target else ""
    if _CDATA.fullmatch(old) and _CLOSE not in target and not segment.unit.codes:
        around = old.split(_OPEN)[0], old.rpartition(_CLOSE)[2]
        return f"{_OPEN}{target.removeprefix(around[0]).removesuffix(around[1])}{_CLOSE}".join(
            around
        )
    near = old + _inner(text, place.source)
    target = restored(target, old)
    try:
        return segment.tags.written(target, lambda one: spelling.written(one, near=near))
    except InputError as error:
        raise InputError(f"unit «{segment.unit.id}»: {error}") from error


def _filled(element: Element, name: str, inside: str) -> Edit:
    if element.is_empty:
        return element.end - 2, element.end, f">{inside}</{name}>"
    return element.inner, element.inner_end, inside


def _new_target(text: str, news: Sequence[tuple[Segment, str, str]]) -> Edit:
    """Return a new target behind its source, laid out as that is, or new parts of one."""
    place = news[0][0].place
    prefix = _prefix(text, place.entry)
    if not place.mark:
        source, inside = place.source, news[0][1]
    else:
        cut, old = place.entry.child("seg-source"), place.entry.child("target")
        assert cut is not None
        if old is not None and _inner(text, old).strip():
            marked = (
                f'<{prefix}mrk mtype="seg"{tag_attributes([("mid", one.place.mark)])}>{target}'
                f"</{prefix}mrk>"
                for one, target, _ in news
            )
            return old.inner_end, old.inner_end, "".join(marked)
        source, inside = cut, _marked(text, cut, {one.place.mark: new for one, new, _ in news})
        if old is not None:
            return _filled(old, _name(text, old), inside)
    before = text[: source.start]
    indent = before[len(before.rstrip()) :]
    state = next((one for _, _, one in news if one), "")
    given = tag_attributes([("state", state)]) if state else ""
    return source.end, source.end, f"{indent}<{prefix}target{given}>{inside}</{prefix}target>"


def _marked(text: str, source: Element, targets: Mapping[str, str]) -> str:
    """Return what stands in a segmented source with other texts in its segments."""
    edits = [
        _filled(mark, _name(text, mark), targets.get(name, ""))
        for name, mark in marks_of(source).items()
    ]
    return _applied(text, edits, source.inner, source.inner_end)


def _state(text: str, segment: Segment, state: str) -> Iterator[Edit]:
    holder = segment.place.holder
    target = segment.place.entry.child("target")
    if holder is None and target is not None:
        holder = target, "state"
    if holder is None:
        problem = "has no target that could hold a state; give one"
        raise InputError(f"unit «{segment.unit.id}»: {problem}")
    element, name = holder
    start = element.start
    end = element.end if element.is_empty else element.inner
    written = tag_attributes([(name, state)]) if state else ""
    old = re.search(rf"""\s+{re.escape(name)}\s*=\s*("[^"]*"|'[^']*')""", text[start:end])
    if old:
        yield start + old.start(), start + old.end(), written
    elif written:
        close = end - (2 if element.is_empty else 1)
        yield close, close, written


def _new_notes(text: str, entry: Element, said: Sequence[str]) -> Edit:
    """Return the new notes of all segments of an entry, where the edition of XLIFF wants them."""
    prefix = _prefix(text, entry)
    written = "".join(f"<{prefix}note>{note}</{prefix}note>" for note in said)
    if entry.name == "unit":
        notes = entry.child("notes")
        if notes is not None and not notes.is_empty:
            return notes.inner_end, notes.inner_end, written
        behind = {"originalData", "segment", "ignorable"}
        first = next(one for one in entry.children if one.name in behind)
        return first.start, first.start, f"<{prefix}notes>{written}</{prefix}notes>"
    kept = {"source", "seg-source", "target", "context-group", "count-group", "prop-group", "note"}
    last = [one for one in entry.children if one.name in kept][-1]
    return last.end, last.end, written


def _name(text: str, element: Element) -> str:
    """Return the name of an element as written, with its prefix."""
    name = re.match(r"<([^\s/>]+)", text[element.start : element.start + 200])
    assert name is not None
    return name[1]


def _prefix(text: str, element: Element) -> str:
    """Return the prefix of the names of XLIFF, with its colon."""
    return _name(text, element).removesuffix(element.name)


def _inner(text: str, element: Element) -> str:
    return text[element.inner : element.inner_end]


def _applied(text: str, edits: list[Edit], start: int = 0, end: int | None = None) -> str:
    """Return a stretch of a text with changes, in the order of their places."""
    parts, at = [], start
    for begin, stop, new in sorted(edits, key=lambda one: one[:2]):
        parts += [text[at:begin], new]
        at = stop
    return "".join([*parts, text[at:end]])
