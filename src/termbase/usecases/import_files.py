"""A file becomes units of a memory in the base, with a full account; so do concepts, elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from termbase.model.repair import Repair
from termbase.model.unit import TranslationUnit
from termbase.ports.files import Files
from termbase.ports.units import UnitStore


class Fate(NamedTuple):
    """What became of a concept of a file.

    Attributes:
        what: ``new``, ``changed`` or ``conflict``.
        concept: Its id in the file.
        place: Where the file has it; may be empty.
        reason: What it contradicts ours in.
    """

    what: str
    concept: str
    place: str
    reason: str = ""


@dataclass(slots=True)
class ImportReport:
    """What became of the records of one file.

    Attributes:
        path: The file.
        kind: ``units`` or ``concepts``.
        name: The memory or glossary they went into.
        conflicts: Ids of concepts that stood there with other content.
        fates: What became of each concept; those that were there already are only counted.
        repairs: What was mended or left out, with its line.
    """

    path: str
    kind: str
    name: str
    new: int = 0
    changed: int = 0
    equal: int = 0
    skipped: int = 0
    conflicts: list[str] = field(default_factory=list)
    fates: list[Fate] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    @property
    def rejected(self) -> int:
        """How many records were left out."""
        return sum(one.rejected for one in self.repairs)


def import_units(
    path: str,
    files: Files,
    units: UnitStore,
    *,
    into: str = "",
    source: str | None = None,
    target: str | None = None,
    merge: str = "add",
    watch: Callable[[int], None] = lambda _: None,
) -> ImportReport:
    """Read a bilingual file into a memory; call it inside of one transaction.

    Args:
        path: The file.
        files: Reads it.
        units: The base.
        into: Name of the memory; that of the file without its ending if empty.
        source, target: Languages, where the file does not say them.
        merge: What becomes of units whose tuid or source text is there: ``add``, ``update``,
            ``replace`` or ``skip``, as `UnitStore.add_units` says.
        watch: Told how many units were read so far.
    """
    report = ImportReport(path, "units", into or name_of(path))
    header, found = files.read_memory(
        path, source=source, target=target, report=report.repairs.append
    )
    memory = units.put_memory(report.name, header, path=path)
    added = units.add_units(memory, _watched(found, watch), merge=merge, source=source or "")
    report.new, report.changed = added.new, added.updated
    report.equal, report.skipped = added.equal, added.skipped
    return report


def name_of(path: str) -> str:
    """Return what a memory or glossary is called after its file."""
    return os.path.basename(path).removesuffix(".gz").rsplit(".", 1)[0] or path


def _watched(
    units: Iterator[TranslationUnit], watch: Callable[[int], None]
) -> Iterator[TranslationUnit]:
    for number, unit in enumerate(units, 1):
        yield unit
        watch(number)
