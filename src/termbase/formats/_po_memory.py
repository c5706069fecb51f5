"""The entries of a PO catalogue into a header and translation units, one by one.

The one fact to remember: everything that an entry says beside its texts becomes a note or a
property, so that it can be written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from termbase.errors import FormatError
from termbase.formats._po_entries import PoEntry, entries, lines
from termbase.formats._po_writer import METADATA
from termbase.model.repair import Repair, Report
from termbase.model.unit import MemoryHeader, Note, Property, TranslationUnit, Variant

_LANGUAGE, _SOURCE_LANGUAGE = "Language", "X-Source-Language"
_TOLD = (".", ":", ",", "|", "~")
_FORM = re.compile(r"msgstr(?:\[(\d+)\])?")


class _Languages(NamedTuple):
    """Those of the messages and of their translations; the second is empty where nobody says."""

    source: str
    target: str


def memory_of(
    path: str, text: str, source: str | None, target: str | None, report: Report | None
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Return what a catalogue says of itself, and its messages and plural forms.

    Args:
        source, target: Its languages; what it says where they are None.
        report: Takes what is left out.

    Raises:
        FormatError: If it is no catalogue, perhaps after many units, or has translations into a
            language that nobody names.
    """
    head, found = _head(path, text)
    said = _metadata(head)
    spoken = _Languages(
        source or said.get(_SOURCE_LANGUAGE) or "en", target or said.get(_LANGUAGE) or ""
    )
    properties = [Property(METADATA + name, value) for name, value in said.items()]
    notes = _notes(head) if head else ()
    if head and head.flags:
        properties += [Property("x-flag", one) for one in head.flags]
    header = MemoryHeader(spoken.source, (("datatype", "PO"),), tuple(properties), notes)
    return header, _units(path, text, head, found, spoken, report)


def _head(path: str, text: str) -> tuple[PoEntry | None, Iterator[PoEntry]]:
    """Return the header, wherever it stands, and the entries."""
    found = entries(path, text)
    first = next(found, None)
    if first is None or first.is_header:
        return first, found
    head = next((one for one in entries(path, text) if one.is_header), None)
    return head, chain((first,), found)


def _metadata(head: PoEntry | None) -> dict[str, str]:
    said: dict[str, str] = {}
    name = ""
    for line in head.said("msgstr").splitlines() if head else ():
        key, colon, value = line.partition(":")
        if colon:
            name, said[key] = key, value.strip()
        elif name:
            said[name] += "\n" + line.strip()
    return said


def _units(
    path: str,
    text: str,
    head: PoEntry | None,
    found: Iterator[PoEntry],
    spoken: _Languages,
    report: Report | None,
) -> Iterator[TranslationUnit]:
    end = head.end if head else 0
    for entry in found:
        end = max(end, entry.end)
        if entry.is_header:
            if report and head and entry.start != head.start:
                record = text[entry.start : entry.end]
                problem = "a second header, which is a message without text"
                report(Repair(path, entry.line, problem, "left out", True, record))
            continue
        if not spoken.target and not entry.obsolete and _translated(entry):
            problem = "the catalogue does not name the language of its translations"
            raise FormatError(path, problem, remedy="name it, such as: -t fr")
        yield from _forms(entry, spoken)
    behind = text[end:].strip()
    if report and behind:
        start = text.index(behind, end)
        line = next(number for number, at, _ in lines(text) if at >= start)
        problem = "comments that no message follows"
        report(Repair(path, line, problem, "left out", True, behind))


def _translated(entry: PoEntry) -> bool:
    return any(one.text for key, one in entry.strings.items() if key.startswith("msgstr"))


def _forms(entry: PoEntry, spoken: _Languages) -> Iterator[TranslationUnit]:
    told = _told(entry)
    notes = _notes(entry)
    plural = entry.said("msgid_plural")
    forms = [(_FORM.fullmatch(key), one) for key, one in entry.strings.items()]
    for found, string in sorted(forms, key=_number):
        if not found:
            continue
        number, own = _number((found, string)), []
        if found[1]:
            own.append(Property("x-plural", str(number)))
        if plural and not number:
            own.append(Property("x-plural-source", plural))
        message = (plural if number else "") or entry.said("msgid")
        variants = [Variant(spoken.source, (message,) if message else ())]
        if text := string.text:
            variants.append(Variant(spoken.target, (text,)))
        yield TranslationUnit(
            tuple(variants), properties=(*own, *told), notes=notes, line=entry.first
        )


def _number(form: tuple[re.Match[str] | None, object]) -> int:
    """Return which plural form a string is; 0 for one that is none."""
    return int(form[0][1] or 0) if form[0] else 0


def _told(entry: PoEntry) -> list[Property]:
    """Return what is said of a message: its context, comments, places, flags and former texts."""
    told = [Property("x-context", entry.said("msgctxt"))] if "msgctxt" in entry.strings else []
    if entry.comments:
        comment = "\n".join(_bare(one[2:]) for _, one in entry.comments if one.startswith("#."))
        told += [Property("x-comment", comment)] if comment.strip() else []
        places = " ".join(entry.remarks("#:")).split()
        told += [Property("x-reference", one) for one in places]
        told += [Property("x-flag", one) for one in entry.flags]
        told += [Property(f"x-previous-{key}", one) for key, one in entry.former() if one]
    if entry.obsolete:
        told.append(Property("x-obsolete", "yes"))
    return told


def _notes(entry: PoEntry) -> tuple[Note, ...]:
    """Return what translators say: all comments of no other kind, as one note."""
    lines = [_bare(one[1:]) for _, one in entry.comments if not one.startswith(_TOLD, 1)]
    return (Note("\n".join(lines)),) if any(lines) else ()


def _bare(comment: str) -> str:
    return comment.removeprefix(" ")
