"""XLIFF 1.0 to 1.2 (SDLXLIFF and MQXLIFF with them) and 2.x: read, patched in place; 1.2 written.

The one fact to remember: a file that is patched keeps every byte that was not translated; this is
why its text is never parsed into a tree and written anew.

Source: XLIFF 1.2 (OASIS, 2008), XLIFF 2.1 (OASIS, 2018).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from termbase.errors import FormatError
from termbase.formats._bilingual_examine import examine_xliff
from termbase.formats._files import read_bytes
from termbase.formats._xliff_patch import patched
from termbase.formats._xliff_units import read_units, stream_units
from termbase.formats._xliff_writer import write_memory
from termbase.formats._xml_text import whole_text
from termbase.model.bilingual import BilingualFile, BilingualUnit, Change
from termbase.model.repair import Report
from termbase.model.unit import MemoryHeader, Note, Property, TranslationUnit, Variant

__all__ = ["examine", "patch", "read_bilingual", "read_memory", "stream_bilingual", "write_memory"]


def read_bilingual(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,
    report: Report | None = None,
) -> BilingualFile:
    """Read the units of an XLIFF file; those that must not be translated are no units.

    Args:
        source, target: Languages, where the file does not name them.
        report: Takes what its declaration says wrongly, and what belongs to no segment.

    Raises:
        FormatError: If it is not well-formed, or no XLIFF.
    """
    text, _ = whole_text(path, read_bytes(path), report)
    return _bilingual(path, text, source, target, report)


def stream_bilingual(
    path: str, report: Report | None = None
) -> Iterator[tuple[tuple[str, str], BilingualUnit]]:
    """Yield the units of an XLIFF file of any size, each with the languages named so far.

    Args:
        report: Takes what stands in units and belongs to no segment.

    Raises:
        FormatError: As `read_bilingual` does, perhaps after many units.
    """
    return stream_units(path, report)


def read_memory(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,
    report: Report | None = None,
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Read an XLIFF file as a memory.

    Args:
        source, target: Languages, where the file does not name them.

    Raises:
        FormatError: As `read_bilingual` does, and where nobody names a language.
    """
    text, _ = whole_text(path, read_bytes(path), report, strict=True)
    found = _bilingual(path, text, source, target, report)
    translated = any(one.target for one in found.units)
    if not found.source_language or (translated and not found.target_language):
        problem = "the file does not name its languages"
        raise FormatError(path, problem, remedy="name them, such as: -s fr -t en")
    header = MemoryHeader(found.source_language, (("datatype", "xml"),))
    return header, (_unit(one, found) for one in found.units)


def patch(
    path: str, changes: Mapping[str, Change], *, report: Report | None = None
) -> tuple[bytes, tuple[BilingualUnit, ...]]:
    """Return the bytes of an XLIFF file with changes to its units, and the units as they were.

    Args:
        changes: By the ids of units; ids that the file does not have change nothing.

    Raises:
        InputError: If the file cannot be read, or a target cannot be put into it.
    """
    data = read_bytes(path)
    text, encoding = whole_text(path, data, report)
    _, segments = read_units(path, text)
    new = patched(text, segments, changes, encoding)
    mark = data[: len(data) - len(text.encode(encoding, "surrogateescape"))]
    return mark + new.encode(encoding, "surrogateescape"), tuple(one.unit for one in segments)


def examine(path: str, report: Report) -> None:
    """Report what is wrong with the structure of an XLIFF file.

    Raises:
        FormatError: If it is not well-formed, or no XLIFF.
    """
    text, _ = whole_text(path, read_bytes(path), report)
    _, segments = read_units(path, text, report)
    examine_xliff(path, text, segments, report)


def _bilingual(
    path: str, text: str, source: str | None, target: str | None, report: Report | None
) -> BilingualFile:
    languages, segments = read_units(path, text, report)
    return BilingualFile(
        languages[0] or source or "",
        languages[1] or target or "",
        tuple(one.unit for one in segments),
    )


def _unit(one: BilingualUnit, found: BilingualFile) -> TranslationUnit:
    variants = [Variant(found.source_language, one.source_content)]
    if one.target:
        variants.append(Variant(found.target_language, one.target_content))
    approved = "yes" if one.approved and one.state != "approved" else ""
    said = (("x-context", one.context), ("x-state", one.state), ("x-approved", approved))
    return TranslationUnit(
        tuple(variants),
        one.id,
        properties=tuple(Property(kind, value) for kind, value in said if value),
        notes=tuple(Note(note) for note in one.notes),
        line=one.line,
    )
