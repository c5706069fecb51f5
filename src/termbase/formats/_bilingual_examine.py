"""XLIFF and PO files into what is wrong with their structure, each fault with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.etree import XMLSyntaxError

from termbase.formats._po_entries import PoEntry
from termbase.formats._xliff_states import wrong_state
from termbase.formats._xliff_units import Segment
from termbase.formats._xml import pull_parser
from termbase.formats._xml_refusals import not_well_formed
from termbase.formats._xml_spans import Element, Lines, elements
from termbase.model.repair import Repair, Report

_EDITIONS = ("1.0", "1.1", "1.2", "2.0", "2.1", "2.2")
_NEEDED = ("original", "source-language", "datatype")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLURALS = re.compile(r"nplurals\s*=\s*(\d+)")


def examine_xliff(path: str, text: str, segments: Sequence[Segment], report: Report) -> None:
    """Report what an XLIFF file has against its specification, as far as translating needs it.

    Raises:
        FormatError: If what it declares cannot be expanded.
    """
    lines = Lines(text)

    def tell(element: Element, problem: str) -> None:
        report(Repair(path, lines.of(element.start), problem, ""))

    _expand(path, text)
    for element in elements(path, text, "xliff", ("file",), records=False):
        given = element.attributes()
        if element.above is None:
            version = given.get("version", "")
            if version not in _EDITIONS:
                tell(element, f"version is «{version}»; XLIFF has {', '.join(_EDITIONS)}")
            if version.startswith("2") and "srcLang" not in given:
                tell(element, "<xliff> without srcLang")
            continue
        needed = ("id",) if version.startswith("2") else _NEEDED
        for name in needed:
            if name not in given:
                tell(element, f"<file> without {name}")
    seen: set[tuple[int, str]] = set()
    for one in segments:
        for place, problem in _unit_faults(one, seen):
            tell(place, problem)


def _expand(path: str, text: str) -> None:
    """Let a parser expand the entities of a file, which our own reading leaves as they stand.

    Raises:
        FormatError: If they grow beyond measure.
    """
    if "<!ENTITY" not in text:
        return
    parser = pull_parser()
    try:
        parser.feed(_SURROGATE.sub("?", text))
        parser.close()
    except XMLSyntaxError as error:
        if "amplification" in (error.msg or ""):  # what another file declares is no fault
            raise not_well_formed(path, error, error.position, (0, 0)) from error


def _unit_faults(one: Segment, seen: set[tuple[int, str]]) -> Iterator[tuple[Element, str]]:
    """Yield what is wrong with a segment; an id stands once in its ``file``, not in the whole."""
    entry, name = one.place.entry, one.unit.id
    key = _file_start(entry), one.place.name
    if "id" not in entry.attributes():
        yield entry, f"<{entry.name}> without id"
    elif key in seen:
        yield entry, f"unit «{one.place.name}» stands there more than once"
    seen.add(key)
    if not one.unit.source.strip() and one.unit.target:
        yield one.place.source, f"unit «{name}» has a target and no source"
    holder, attribute = one.place.holder or (entry, "")
    state = holder.attributes().get("state", "") if attribute == "state" else ""
    version = entry.inherited("version") or ""
    known = wrong_state(version, state)
    if known:
        yield holder, f"unit «{name}» has the state «{state}»; XLIFF {version} has {known}"


def _file_start(element: Element) -> int:
    while element.above is not None and element.name != "file":
        element = element.above
    return element.start


def examine_po(path: str, found: Sequence[PoEntry], report: Report) -> None:
    """Report what gettext would refuse in a catalogue, or read wrongly."""

    def tell(line: int, problem: str) -> None:
        report(Repair(path, line, problem, ""))

    head = found[0].said("msgstr") if found and not found[0].said("msgid") else ""
    if not head:
        tell(1, "the catalogue has no header")
    elif "charset=" not in head:
        tell(found[0].line, "the header names no charset")
    plurals = _PLURALS.search(head)
    first = next((one for one in found if "msgid_plural" in one.strings and not one.obsolete), None)
    if head and first and "Plural-Forms:" not in head:
        tell(first.line, "a plural, and the header has no Plural-Forms")
    seen: dict[tuple[str, str], int] = {}
    for entry in found:
        if entry.obsolete:
            continue
        key = entry.said("msgctxt"), entry.said("msgid")
        if key in seen:
            tell(entry.line, f"«{key[1][:40]}» stands on line {seen[key]} already")
        seen.setdefault(key, entry.line)
        forms = [one for one in entry.strings if one.startswith("msgstr[")]
        if bool(forms) != ("msgid_plural" in entry.strings):
            tell(entry.line, "msgid_plural and msgstr[0] belong together")
        elif forms and plurals and len(forms) != int(plurals[1]):
            tell(entry.line, f"{len(forms)} plural forms, the header says {plurals[1]}")
