"""The units of a PO catalogue, and new translations into its text; all else stays as it stands.

The one fact to remember: each plural form is a unit; the header and obsolete entries are none.
Where a language has one form alone it translates the plural, which all numbers but one have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from termbase.errors import InputError
from termbase.formats._ids import content_id
from termbase.formats._po_entries import LINE_END, PoEntry, PoString, entries
from termbase.formats._po_layout import Layouts
from termbase.formats._po_plurals import numbers_of_forms
from termbase.formats._unreadable import readable, restored
from termbase.model.bilingual import BilingualUnit, Change, unit_id

Edit = tuple[int, int, str]
_FUZZY = "fuzzy"
_UNWRAPPED = "no-wrap"
"""The flag of a message whose lines gettext leaves as long as they are: it tells of no other."""
_LIMIT = re.compile(r"max-length:(\d{1,6})")
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    | {"\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of a catalogue and where it stands. Keyword: such as ``msgstr`` or ``msgstr[1]``."""

    entry: PoEntry
    keyword: str
    unit: BilingualUnit

    @property
    def string(self) -> PoString:
        """Its translation."""
        return self.entry.strings[self.keyword]


def read_places(path: str, text: str) -> tuple[list[PoEntry], list[Place]]:
    """Return the entries of a catalogue, and its units.

    Raises:
        FormatError: If it is no catalogue.
    """
    found, reading = list(entries(path, text)), UnitReading()
    return found, [place for entry in found for place in reading.units_of(entry)]


def patched(
    text: str, found: Sequence[PoEntry], places: Sequence[Place], changes: Mapping[str, Change]
) -> str:
    """Return the text of a catalogue with changes to its units.

    Raises:
        InputError: If a unit is to have a state that PO does not know, or a NUL, where gettext
            takes every text to end.
    """
    strings = (
        (key, one.lines)
        for entry in found
        if _UNWRAPPED not in entry.flags
        for key, one in entry.strings.items()
    )
    layouts = Layouts(strings)
    ends = LINE_END.search(text)
    end = ends[0] if ends else "\n"
    edits: list[Edit] = []
    for place in places:
        change = changes.get(place.unit.id)
        if change is None:
            continue
        if "\0" in f"{change.target}{change.note}" and "\0" not in (place.unit.target or ""):
            raise InputError(f"unit «{place.unit.id}»: PO has no NUL (U+0000); leave it out")
        if change.note:
            lines = "".join(f"# {line}{end}" for line in change.note.splitlines())
            edits.append((place.entry.start, place.entry.start, lines))
        if change.target is not None and change.target != place.unit.target:
            edits.append(_translated(place, change.target, layouts, end))
        if change.state is not None and change.state != place.unit.state:
            edits.append(_marked(text, place, change.state, end))
    parts, at = [], 0
    for start, stop, new in sorted(dict.fromkeys(edits), key=lambda one: one[:2]):
        parts += [text[at:start], new]
        at = stop
    return "".join([*parts, text[at:]])


class UnitReading:
    """The entries of a catalogue, one after another: their units, and what the header says."""

    def __init__(self) -> None:
        self._names: dict[str, int] = {}
        self._numbers: Mapping[str, frozenset[int]] = {}

    def units_of(self, entry: PoEntry) -> Iterator[Place]:
        """Yield the units of the next entry; of the header there are none."""
        if entry.is_header:
            self._numbers = numbers_of_forms(entry.said("msgstr"))
        message, context = entry.said("msgid"), entry.said("msgctxt")
        if entry.obsolete or (not message and "msgctxt" not in entry.strings):
            return
        name = content_id(context, message) if context else content_id(message)
        name = unit_id(name, self._names)
        flags = entry.flags
        limit = _LIMIT.search(",".join(flags))
        notes = tuple(readable(one) for sign in ("#.", "#") for one in entry.remarks(sign) if one)
        for keyword, string in entry.strings.items():
            if not keyword.startswith("msgstr"):
                continue
            form = keyword.removeprefix("msgstr")
            plural = form and (form != "[0]" or self._numbers.keys() == {form})
            source = readable((plural and entry.said("msgid_plural")) or message)
            target = readable(string.text)
            unit = BilingualUnit(
                name + form,
                source,
                target,
                _FUZZY if _FUZZY in flags else "",
                notes,
                readable(context),
                int(limit[1]) if limit else None,
                line=entry.line,
                source_content=(source,) if source else (),
                target_content=(target,) if target else (),
                flags=tuple(flags),
                numbers=self._numbers.get(form),
            )
            yield Place(entry, keyword, unit)


def _translated(place: Place, target: str, layouts: Layouts, end: str) -> Edit:
    old = place.string
    escaped = restored(target, "".join(old.lines)).translate(_ESCAPES)
    if "\t" in "".join(old.lines):
        escaped = escaped.replace("\\t", "\t")
    if _UNWRAPPED in place.entry.flags:
        layouts = Layouts((key, one.lines) for key, one in place.entry.strings.items())
    lines = layouts.lines(escaped, place.keyword, old.lines)
    return old.start, old.end, end.join(f'"{line}"' for line in lines)


def _marked(text: str, place: Place, state: str, end: str) -> Edit:
    """Return the flags of an entry with or without ``fuzzy``."""
    if state not in {"", _FUZZY}:
        raise InputError(f"unit «{place.unit.id}»: PO has no state «{state}»; use {_FUZZY} or none")
    entry = place.entry
    line = next(((at, one) for at, one in entry.comments if one.startswith("#,")), None)
    if line is None:
        before = next((at for at, one in entry.comments if one.startswith("#|")), entry.body)
        return before, before, f"#, {_FUZZY}{end}"
    at, written = line
    flags = [one.strip() for one in written[2:].split(",") if one.strip()]
    kept = [_FUZZY, *flags] if state else [one for one in flags if one != _FUZZY]
    stop = text.index(written, at) + len(written)
    if kept:
        return at, stop, f"#, {', '.join(kept)}"
    return at, stop + (len(end) if text.startswith(end, stop) else 0), ""
