"""What a check found becomes files with the safe changes made, or with the findings as notes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from termbase.errors import InputError, UnknownFormatError
from termbase.model.bilingual import Change
from termbase.model.finding import Finding
from termbase.model.repair import Repair, Report
from termbase.ports.files import Files
from termbase.usecases.check_report import CheckReport, Edit

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
"""Byte order marks, which stay, and the encoding that each tells of."""


class Mended(NamedTuple):
    """A file with changes.

    Attributes:
        old, new: Its bytes before and after.
        changes: How many were made.
        mended: What they mend.
        lines: What differs: (before, after) of each text that changes, in its order.
        repairs: What else a person has to know of it.
    """

    path: str
    old: bytes
    new: bytes
    changes: int
    mended: tuple[Finding, ...]
    lines: tuple[tuple[str, str], ...]
    repairs: tuple[Repair, ...] = ()


def mend(report: CheckReport, files: Files) -> list[Mended]:
    """Return the files that the safe changes of a check would make; nothing is written.

    Raises:
        InputError: If what is read as a text is none, such as a document.
    """
    by_path: dict[str, list[Edit]] = {}
    for edit in report.edits:
        by_path.setdefault(edit.path, []).append(edit)
    found: list[Mended] = []
    for path, edits in by_path.items():
        if any(edit.unit is not None for edit in edits):
            found += _mended_units(path, edits, report, files)
        else:
            found.append(_mended_text(path, edits, files))
    return found


def with_notes(path: str, report: CheckReport, files: Files, tell: Report) -> bytes:
    """Return a bilingual file with a note for each finding at its unit, unless it stands there.

    Args:
        path: The file.
        report: What was found.
        files: Reads it.
        tell: Takes what a person has to know of the new file.

    Raises:
        InputError: If the format of the file has no notes that we write.
    """
    notes: dict[str, list[str]] = {}
    for one in report.findings:
        unit = report.units.get((path, one.place.unit or 0)) if one.place else None
        if unit:
            remedy = f"; {one.remedy}" if one.remedy else ""
            said = f"{one.rule} {one.message}{remedy}"
            if said not in "\n".join(unit.notes).splitlines():
                notes.setdefault(unit.id, []).append(said)
    changes = {name: Change(note="\n".join(lines)) for name, lines in notes.items()}
    return files.patched(path, changes, report=tell)[0]


def _mended_text(path: str, edits: list[Edit], files: Files) -> Mended:
    data = files.read_bytes(path) or b""
    text = files.read_text(path)
    mark, encoding = next((one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8"))
    if data[len(mark) :].decode(encoding, "replace") != text:
        raise InputError(f"{path}: is no plain text; --fix cannot mend it; save it as one in UTF-8")
    changed, made = _changed(text, edits)
    before, after = text.splitlines(), changed.splitlines()
    lines = [(one, other) for one, other in zip(before, after, strict=False) if one != other]
    return Mended(
        path, data, mark + changed.encode(encoding), len(made), _mended(edits, made), tuple(lines)
    )


def _mended_units(
    path: str, edits: list[Edit], report: CheckReport, files: Files
) -> Iterable[Mended]:
    by_unit: dict[int, list[Edit]] = {}
    for edit in edits:
        by_unit.setdefault(edit.unit or 0, []).append(edit)
    changes, lines, every = {}, [], list[Edit]()
    for number, found in by_unit.items():
        unit = report.units[path, number]
        target, made = _changed(unit.target or "", found)
        changes[unit.id] = Change(target=target)
        lines.append((unit.target or "", target))
        every += made
    repairs: list[Repair] = []
    try:
        new, _ = files.patched(path, changes, report=repairs.append)
    except UnknownFormatError:
        return []
    old = files.read_bytes(path) or b""
    done = _mended(edits, every)
    return [Mended(path, old, new, len(every), done, tuple(lines), tuple(repairs))]


def _mended(edits: list[Edit], made: list[Edit]) -> tuple[Finding, ...]:
    """Return what the edits that were made mend; two findings may ask for the same."""
    return tuple(edit.finding for edit in edits if edit in made)


def _changed(text: str, edits: list[Edit]) -> tuple[str, list[Edit]]:
    """Return a text with changes, and which; of those that overlap the first is made."""
    made: list[Edit] = []
    reach = -1
    for edit in sorted(set(edits), key=lambda one: (one.start, one.end)):
        if edit.start >= reach and (edit.start, edit.end) not in [
            (one.start, one.end) for one in made[-1:]
        ]:
            made.append(edit)
            reach = max(edit.end, edit.start)
    for edit in reversed(made):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text, made
