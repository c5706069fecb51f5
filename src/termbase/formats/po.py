"""PO catalogues into translation units, and units into PO; context, places and flags are kept.

The one fact to remember: a message with plural forms becomes one unit per form, numbered in
``x-plural``, and writing joins them again.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from termbase.errors import FormatError
from termbase.formats._bilingual_examine import examine_po
from termbase.formats._encoding import decode, marked_encoding, refusal
from termbase.formats._files import LONGEST, read_bytes, refuse_longer
from termbase.formats._po_entries import PoEntry, entries
from termbase.formats._po_memory import memory_of
from termbase.formats._po_patch import UnitReading, patched, read_places
from termbase.formats._po_writer import write_memory
from termbase.formats._unreadable import decode_all
from termbase.model.bilingual import BilingualFile, BilingualUnit, Change
from termbase.model.repair import Repair, Report
from termbase.model.unit import MemoryHeader, TranslationUnit

__all__ = ["examine", "patch", "read_bilingual", "read_memory", "stream_bilingual", "write_memory"]

_CHARSET = re.compile(rb"^[^#\r\n][^\r\n]*?charset=([\w.:-]+)", re.MULTILINE)
"""In the header; the comments before it may speak of another one."""
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
    data = _read(path)
    if not data.strip():
        raise FormatError(path, "the file is empty", remedy="name a catalogue")
    return memory_of(path, _decoded(path, data, report), source, target, report)


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
    named = _languages(found[0] if found else None)
    units = tuple(place.unit for place in places)
    return BilingualFile(source or named[0], target or named[1], units)


def stream_bilingual(
    path: str, report: Report | None = None
) -> Iterator[tuple[tuple[str, str], BilingualUnit]]:
    """Yield the units of a catalogue, each with the languages that it names, and keep none.

    Raises:
        FormatError: As `read_bilingual` does, perhaps after many units.
    """
    text, _, _ = _as_it_stands(path, _read(path), report)
    languages, reading = _languages(None), UnitReading()
    for number, entry in enumerate(entries(path, text)):
        languages = languages if number else _languages(entry)
        for place in reading.units_of(entry):
            yield languages, place.unit


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
    lacked = f"U+{ord(sign):04X}" if sign.isspace() else f"«{sign}»"
    if not data.isascii():
        remedy = "convert it: msgconv -t UTF-8"
        raise FormatError(path, f"is in {encoding}, which has no {lacked}", remedy=remedy)
    if report:
        problem = f"says that it is in {encoding}, which has no {lacked}"
        report(Repair(path, None, problem, "written in UTF-8; correct charset in its header"))
    return mark + new.encode(), units


def examine(path: str, report: Report) -> None:
    """Report what gettext would refuse in a catalogue, or read wrongly.

    Raises:
        FormatError: If it is no catalogue.
    """
    text, _, mark = _as_it_stands(path, _read(path), report)
    if mark:
        report(Repair(path, 1, "a byte order mark, which gettext takes for a mistake", ""))
    found, _ = read_places(path, text)
    examine_po(path, found, report)


def _languages(first: PoEntry | None) -> tuple[str, str]:
    """Return what the first entry of a catalogue, where it is a header, says of its languages."""
    said = dict(_METADATUM.findall(first.said("msgstr") if first and first.is_header else ""))
    return said.get("X-Source-Language", "").strip() or "en", said.get(_LANGUAGE, "").strip()


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
