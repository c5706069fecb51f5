"""A file becomes units of a memory or concepts of a glossary in the base, with a full account."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from termbase.model.concept import Concept
from termbase.model.repair import Repair
from termbase.model.unit import TranslationUnit
from termbase.ports import Files, Record, TermStore, UnitStore

KEEP_OURS, TAKE_THEIRS, KEEP_BOTH = "keep-ours", "take-theirs", "keep-both"
Decide = Callable[[Record, Concept], str]
"""Takes the concept of the base and the new one; returns one of the three ways out."""


@dataclass(slots=True)
class ImportReport:
    """What became of the records of one file.

    Attributes:
        path: The file.
        kind: ``units`` or ``concepts``.
        name: The memory or glossary they went into.
        conflicts: Ids of concepts that stood there with other content.
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
        merge: ``add``; ``update`` or ``skip`` units whose tuid is there; ``replace`` the memory.
        watch: Told how many units were read so far.
    """
    report = ImportReport(path, "units", into or _name(path))
    header, found = files.read_memory(
        path, source=source, target=target, report=report.repairs.append
    )
    if merge == "replace":
        units.drop_memory(report.name)
    memory = units.put_memory(report.name, header, path=path)
    same_id = merge if merge in {"update", "skip"} else "add"
    added = units.add_units(memory, _watched(found, watch), same_id=same_id)
    report.new, report.changed = added.new, added.updated
    report.equal, report.skipped = added.equal, added.skipped
    return report


def import_concepts(
    path: str,
    files: Files,
    terms: TermStore,
    *,
    into: str = "",
    source: str | None = None,
    target: str | None = None,
    decide: Decide,
) -> ImportReport:
    """Read a glossary file into a glossary; call it inside of one transaction.

    Args:
        path: The file.
        files: Reads it.
        terms: The base.
        into: Name of the glossary; that of the file without its ending if empty.
        source, target: Languages, where the file does not say them.
        decide: Asked for each concept whose id stands there with other content.
    """
    report = ImportReport(path, "concepts", into or _name(path))
    read = files.read_glossary(path, source=source, target=target, report=report.repairs.append)
    known = {one.id: one for name, one in terms.all_concepts() if name == report.name}
    glossary = terms.put_glossary(report.name, read, path=path)
    for concept in read.concepts:
        _merge(concept, known, glossary, terms, decide, report)
    return report


def _merge(
    concept: Concept,
    known: dict[str, Concept],
    glossary: int,
    terms: TermStore,
    decide: Decide,
    report: ImportReport,
) -> None:
    ours = known.get(concept.id)
    if ours is None:
        terms.put_concept(glossary, concept)
        report.new += 1
        return
    if replace(ours, place="") == replace(concept, place=""):
        report.equal += 1
        return
    report.conflicts.append(concept.id)
    way = decide(terms.concept_named(report.name, concept.id) or {}, concept)
    if way == TAKE_THEIRS:
        terms.put_concept(glossary, concept)
        report.changed += 1
    elif way == KEEP_BOTH:
        terms.put_concept(glossary, replace(concept, id=_free(concept.id, known)))
        report.new += 1


def _free(name: str, taken: dict[str, Concept]) -> str:
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def _name(path: str) -> str:
    return os.path.basename(path).removesuffix(".gz").rsplit(".", 1)[0] or path


def _watched(
    units: Iterator[TranslationUnit], watch: Callable[[int], None]
) -> Iterator[TranslationUnit]:
    for number, unit in enumerate(units, 1):
        yield unit
        watch(number)
