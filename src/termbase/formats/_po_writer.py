"""Translation units into PO, with messages that gettext takes: each stands there once.

The one fact to remember: a message whose text and context are taken by another translation gets a
context of its own; what a catalogue has no place for is reported.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, product
from typing import BinaryIO

import polib

from termbase.errors import UnknownLanguageError
from termbase.formats._ids import FreeNames
from termbase.formats._two_languages import Pair, Unsaid
from termbase.model.language import language_tag
from termbase.model.repair import Report
from termbase.model.unit import InlineCode, MemoryHeader, Property, TranslationUnit, Variant
from termbase.model.wishes import NO_WISHES, Wishes

METADATA = "x-po-"
_FUZZY = "fuzzy"
_SOURCE_LANGUAGE = "X-Source-Language"
_PLURAL = None
"""Stands for the translations of a plural, which are never compared."""
_FORMER = {f"previous_{one}": f"x-previous-{one}" for one in ("msgctxt", "msgid", "msgid_plural")}
"""By the attributes of an entry, the properties in which a former text is kept."""
_SAID = {
    "x-plural",
    "x-plural-source",
    "x-context",
    "x-comment",
    "x-reference",
    "x-flag",
    "x-obsolete",
    *_FORMER.values(),
}


def write_memory(
    stream: BinaryIO,
    header: MemoryHeader,
    units: Iterable[TranslationUnit],
    *,
    wishes: Wishes = NO_WISHES,
    report: Report | None = None,
) -> None:
    """Write units as PO in UTF-8.

    Args:
        stream: Takes the bytes.
        header: Its properties ``x-po-…`` become the catalogue's header.
        units: In the order they are written; one without a second language has no translation.
        wishes: Its languages.
        report: Takes what PO cannot say.

    Raises:
        InputError: If the units have three languages, and nobody says which two are wanted.
    """
    found = iter(units)
    pair = Pair("PO", header.source, wishes)
    first = pair.peeked(found)
    catalogue = polib.POFile(check_for_duplicates=False)
    catalogue.header = "\n".join(note.text for note in header.notes)
    catalogue.metadata = _metadata(header, pair)
    catalogue.metadata_is_fuzzy = Property("x-flag", _FUZZY) in header.properties
    writer = _Writer(catalogue, pair, report)
    for unit in chain(first, found):
        writer.unit(unit)
    writer.unsaid.tell()
    stream.write(str(catalogue).encode())


def _metadata(header: MemoryHeader, pair: Pair) -> dict[str, str]:
    said = {
        one.type.removeprefix(METADATA): one.value
        for one in header.properties
        if one.type.startswith(METADATA)
    }
    said.setdefault("MIME-Version", "1.0")
    said["Content-Type"] = "text/plain; charset=UTF-8"
    said.setdefault("Content-Transfer-Encoding", "8bit")
    if pair.target and said.get("Language") != pair.target:
        said["Language"] = _locale(pair.target)
    foreign = _locale(pair.source).partition("_")[0] != "en"
    if pair.source and (foreign or _SOURCE_LANGUAGE in said):
        said[_SOURCE_LANGUAGE] = _locale(pair.source)
    return said


def _locale(language: str) -> str:
    """Return a language as gettext writes it: ``fr_CA``."""
    try:
        return language_tag(language).replace("-", "_")
    except UnknownLanguageError:
        return language


class _Writer:
    """Fills one catalogue; knows which messages are in it, and what it could not say."""

    def __init__(self, catalogue: polib.POFile, languages: Pair, report: Report | None) -> None:
        self.catalogue = catalogue
        self.languages = languages
        self.number = 0
        self.contexts = FreeNames("@")
        self.said: dict[tuple[str | None, str], set[str | None]] = {}
        self.plural: polib.POEntry | None = None
        self.plural_of: tuple[str, str | None] = ("", None)
        self.unsaid = Unsaid("PO", _SAID, report)

    def unit(self, unit: TranslationUnit) -> None:
        """Write a unit: one message for each source with each target."""
        self.number += 1
        sources, targets = self.languages.texts(unit)
        number = next(iter(unit.values("x-plural")), "")
        if not sources:
            problem = f"a unit without a text in {self.languages.source}"
            self.unsaid.tell_of(unit, self.number, problem)
            return
        fuzzy = any(one.startswith("needs-") for one in unit.values("x-state"))
        more = {"ids"} if unit.id else set()
        if any(isinstance(part, InlineCode) for one in unit.variants for part in one.content):
            more.add("inline codes")
        self.unsaid.count(unit, *more)
        if number not in {"", "0"}:
            told = number.isascii() and number.isdigit()
            if self.plural and told and self.plural_of == (sources[0].text, _context(unit)):
                self.plural.msgstr_plural[int(number)] = targets[0].text if targets else ""
                return
            problem = f"the plural form «{number}» of no message before it"
            action = "written as a message of its own"
            self.unsaid.tell_of(unit, self.number, problem, action, rejected=False)
        self.plural = None
        for source, target in product(sources, targets or (None,)):
            entry = _entry(unit, source, target)
            if fuzzy and target and _FUZZY not in entry.flags:
                entry.flags.insert(0, _FUZZY)
            self.append(unit, entry, whole=len(sources) * len(targets) < 2)

    def append(self, unit: TranslationUnit, entry: polib.POEntry, *, whole: bool) -> None:
        """Put an entry into the catalogue, as one that differs from all others.

        Args:
            whole: Whether it is all of its unit.
        """
        if not entry.msgid and entry.msgctxt is None:
            problem = "a unit with an empty source, which is the header in PO"
            self.unsaid.tell_of(unit, self.number, problem, rejected=whole)
            return
        known = self.said.setdefault((entry.msgctxt, entry.msgid), set())
        if known and not entry.obsolete:
            if not entry.msgid_plural and (entry.msgstr in known or not entry.msgstr):
                with_what = "the same translation" if entry.msgstr else "a translation"
                problem = f"the same message with {with_what} stands there already"
                self.unsaid.tell_of(unit, self.number, problem, rejected=whole)
                return
            entry.msgctxt = self.context(unit, entry)
            problem = "the message stands there already with another translation"
            action = f"given the context «{entry.msgctxt}»"
            self.unsaid.tell_of(unit, self.number, problem, action, rejected=False)
        if not entry.obsolete:
            known.add(_PLURAL if entry.msgid_plural else entry.msgstr)
            self.contexts.keep(entry.msgctxt or "", entry.msgid)
        self.plural = entry if entry.msgid_plural else None
        self.plural_of = entry.msgid_plural, _context(unit)
        self.catalogue.append(entry)

    def context(self, unit: TranslationUnit, entry: polib.POEntry) -> str:
        """Return a context that no other entry with this message has."""
        wanted = entry.msgctxt or unit.id or str(self.number)
        return self.contexts.take(wanted, entry.msgid)


def _entry(unit: TranslationUnit, source: Variant, target: Variant | None) -> polib.POEntry:
    notes = [*unit.notes, *source.notes, *(target.notes if target else ())]
    entry = polib.POEntry(
        msgid=source.text,
        msgctxt=_context(unit),
        comment=_lines(unit.values("x-comment")),
        tcomment=_lines(note.text for note in notes),
        occurrences=[_occurrence(one) for one in unit.values("x-reference")],
        flags=[" ".join(one.split()) for one in unit.values("x-flag")],
        obsolete=bool(unit.values("x-obsolete")),
        **{name: next(iter(unit.values(kept)), None) for name, kept in _FORMER.items()},
    )
    text = target.text if target else ""
    if next(iter(unit.values("x-plural")), "") == "0":
        entry.msgid_plural = next(iter(unit.values("x-plural-source")), source.text)
        entry.msgstr_plural = {0: text}
    else:
        entry.msgstr = text
    return entry


def _context(unit: TranslationUnit) -> str | None:
    return next(iter(unit.values("x-context")), None)


def _lines(texts: Iterable[str]) -> str:
    """Return texts one below the other, as a comment has its lines."""
    return "\n".join(line for text in texts for line in text.splitlines() or [""])


def _occurrence(reference: str) -> tuple[str, str]:
    name, colon, line = reference.rpartition(":")
    return (name, line) if colon and line.isdigit() else (reference, "")
