"""PO catalogues into translation units, and units into PO; context, places and flags are kept.

The one fact to remember: a message with plural forms becomes one unit per form, numbered in
``x-plural``, and writing joins them again.
"""

from __future__ import annotations

import codecs
import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping

import polib

from termbase.errors import FormatError
from termbase.formats._bilingual_examine import examine_po
from termbase.formats._encoding import decode, marked_encoding, refusal
from termbase.formats._files import LONGEST, read_bytes, refuse_longer
from termbase.formats._po_entries import entries
from termbase.formats._po_patch import patched, read_places
from termbase.formats._po_writer import METADATA, write_memory
from termbase.formats._unreadable import decode_all
from termbase.model.bilingual import BilingualFile, BilingualUnit, Change
from termbase.model.repair import Repair, Report
from termbase.model.unit import MemoryHeader, Note, Property, TranslationUnit, Variant

__all__ = ["examine", "patch", "read_bilingual", "read_memory", "write_memory"]

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_WHERE = re.compile(r"\(?line (\d+)\)?")
_METADATUM = re.compile(r"^([\w-]+):(.*)$", re.MULTILINE)
_LANGUAGE = "Language"


def read_memory(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,
    report: Report | None = None,
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Read a PO or POT file.

    Args:
        source: Language of the messages; English, as gettext has it, where nobody says.
        target: Language of the translations; the one that the catalogue names where nobody says.
        report: Takes each repair.

    Returns:
        The catalogue's header as properties ``x-po-…``, and one unit per message and plural form;
        obsolete messages are marked ``x-obsolete``. A unit's line is that of its entry, comments
        included.

    Raises:
        FormatError: If it is no PO, not in the encoding it names, or translated into a language
            that nobody names.
    """
    catalogue = _parsed(path, report)
    spoken = source or catalogue.metadata.get("X-Source-Language") or "en"
    wanted = target or catalogue.metadata.get(_LANGUAGE) or ""
    if not wanted and any(entry.translated() for entry in catalogue):
        problem = "the catalogue does not name the language of its translations"
        raise FormatError(path, problem, remedy="name it, such as: -t fr")
    header = MemoryHeader(
        spoken,
        (("datatype", "PO"),),
        tuple(Property(METADATA + name, value) for name, value in catalogue.metadata.items()),
        (Note(catalogue.header),) if catalogue.header else (),
    )
    return header, (unit for entry in catalogue for unit in _units(entry, spoken, wanted))


def read_bilingual(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,
    report: Report | None = None,
) -> BilingualFile:
    """Read the units of a catalogue: its messages and plural forms, without obsolete ones.

    Args:
        source, target: Languages, where the catalogue does not name them.
        report: Takes what its header says wrongly, and bytes that cannot be read.

    Raises:
        FormatError: If it is no catalogue.
    """
    text, _, _ = _as_it_stands(path, _read(path), report)
    found, places = read_places(path, text)
    head = found[0].said("msgstr") if found and not found[0].said("msgid") else ""
    said = dict(_METADATUM.findall(head))
    return BilingualFile(
        source or said.get("X-Source-Language", "").strip() or "en",
        target or said.get(_LANGUAGE, "").strip(),
        tuple(place.unit for place in places),
    )


def patch(
    path: str, changes: Mapping[str, Change], *, report: Report | None = None
) -> tuple[bytes, tuple[BilingualUnit, ...]]:
    """Return the bytes of a catalogue with changes to its units, and the units as they were.

    Args:
        changes: By the ids of units; ids that the file does not have change nothing.
        report: Takes what its header says wrongly, and bytes that cannot be read.

    Raises:
        InputError: If it is no catalogue, or has no way to write a translation.
    """
    data = _read(path)
    text, encoding, mark = _as_it_stands(path, data, report)
    found, places = read_places(path, text)
    new = patched(text, found, places, changes)
    units = tuple(place.unit for place in places)
    try:
        return mark + new.encode(encoding, "surrogateescape"), units
    except UnicodeEncodeError as error:
        sign = new[error.start]
    if not data.isascii():
        remedy = "convert it: msgconv -t UTF-8"
        raise FormatError(path, f"is in {encoding}, which has no «{sign}»", remedy=remedy)
    if report:
        problem = f"says that it is in {encoding}, which has no «{sign}»"
        report(Repair(path, None, problem, "written in UTF-8; correct charset in its header"))
    return mark + new.encode(), units


def examine(path: str, report: Report) -> None:
    """Report what gettext would refuse in a catalogue, or read wrongly.

    Raises:
        FormatError: If it is no catalogue.
    """
    text, _, _ = _as_it_stands(path, _read(path), report)
    found, _ = read_places(path, text)
    examine_po(path, found, report)


def _read(path: str) -> bytes:
    """Return the bytes of a catalogue; a line that could hold no text is refused unread."""
    data, at = read_bytes(path), 0
    while len(data) - at > LONGEST:
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if end - at > LONGEST and b"\r" not in data[at:end]:
            # A letter has four bytes at most.
            refuse_longer(path, (end - at) // 4, data.count(b"\n", 0, at) + 1)
        at = end + 1
    return data


def _as_it_stands(path: str, data: bytes, report: Report | None) -> tuple[str, str, bytes]:
    """Return the text of a catalogue, its encoding and its mark; nothing is lost of its bytes."""
    if not data.strip():
        raise FormatError(path, "the file is empty", remedy="name a catalogue")
    marked = marked_encoding(data)
    if marked == "utf-16":
        marked += "-le" if data[:2] == codecs.BOM_UTF16_LE else "-be"
    encoding = marked.removesuffix("-sig") or _encoding(path, data, report)
    whole = decode_all(path, data, encoding, report)
    text = whole.removeprefix("\ufeff")
    if whole.encode(encoding, "surrogateescape") != data:
        remedy = "convert it: msgconv -t UTF-8"
        raise FormatError(path, f"its encoding {encoding} is ambiguous", remedy=remedy)
    return text, encoding, whole[: len(whole) - len(text)].encode(encoding)


def _parsed(path: str, report: Report | None) -> polib.POFile:
    data = _read(path)
    if not data.strip():
        raise FormatError(path, "the file is empty", remedy="name a catalogue")
    text = _decoded(path, data, report)
    for _ in entries(path, text):  # polib passes over much that is no PO, and forgets it
        pass
    # polib splits a text at every kind of line end, a file only at the real ones.
    handle, copy = tempfile.mkstemp(suffix=".po")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        return polib.pofile(copy, encoding="utf-8", wrapwidth=78)
    except (OSError, ValueError, IndexError) as error:
        where = _WHERE.search(str(error))
        line = int(where[1]) if where else None
        raise FormatError(path, "is not a PO catalogue", line=line) from error
    finally:
        os.unlink(copy)


def _decoded(path: str, data: bytes, report: Report | None) -> str:
    if marked_encoding(data):
        return decode(path, data)
    encoding = _encoding(path, data, report)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusal(path, data, error.start, encoding) from error


def _encoding(path: str, data: bytes, report: Report | None) -> str:
    """Return the encoding of a catalogue: as it says, where its bytes do not say otherwise.

    Text in UTF-8 is never by chance what a header calls ISO-8859-1, so UTF-8 goes before that.
    """
    declared = _CHARSET.search(data)
    named = declared[1].decode("ascii") if declared else "UTF-8"
    try:
        encoding = "utf-8" if named.upper() == "CHARSET" else codecs.lookup(named).name
        data.decode(encoding)
    except (LookupError, UnicodeError):
        encoding = ""
    if encoding and (data.isascii() or encoding == "utf-8" or not _one_byte_each(encoding)):
        return encoding
    try:
        data.decode()
    except UnicodeDecodeError:
        return encoding or "utf-8"
    if report and encoding != "utf-8":
        report(Repair(path, None, f"the catalogue is not in {named}, as it says", "read as UTF-8"))
    return "utf-8"


def _one_byte_each(encoding: str) -> bool:
    return len(bytes(range(0xA0, 0x100)).decode(encoding, "replace")) == 0x60


def _units(entry: polib.POEntry, source: str, target: str) -> Iterator[TranslationUnit]:
    if not entry.msgid_plural:
        yield _unit(entry, source, entry.msgid, target, entry.msgstr, ())
        return
    for number, text in sorted(entry.msgstr_plural.items()):
        message = entry.msgid_plural if number else entry.msgid
        told = [Property("x-plural", str(number))]
        if not number:
            told.append(Property("x-plural-source", entry.msgid_plural))
        yield _unit(entry, source, message, target, text, told)


def _unit(
    entry: polib.POEntry,
    source: str,
    message: str,
    target: str,
    text: str,
    told: Iterable[Property],
) -> TranslationUnit:
    variants = [Variant(source, (message,) if message else ())]
    if text:
        variants.append(Variant(target, (text,)))
    properties = [*told]
    if entry.msgctxt is not None:
        properties.append(Property("x-context", entry.msgctxt))
    if entry.comment:
        properties.append(Property("x-comment", entry.comment))
    properties += [
        Property("x-reference", ":".join(filter(None, one))) for one in entry.occurrences
    ]
    properties += [Property("x-flag", flag) for flag in entry.flags]
    properties += [
        Property(f"x-{name.replace('_', '-')}", value)
        for name in ("previous_msgctxt", "previous_msgid", "previous_msgid_plural")
        if (value := getattr(entry, name))
    ]
    if entry.obsolete:
        properties.append(Property("x-obsolete", "yes"))
    notes = (Note(entry.tcomment),) if entry.tcomment else ()
    line = entry.linenum or None  # polib knows no line of what begins the file
    return TranslationUnit(tuple(variants), properties=tuple(properties), notes=notes, line=line)
