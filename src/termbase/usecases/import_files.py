"""A file becomes units of a memory or concepts of a glossary in the base, with a full account."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count, takewhile

from termbase.model.concept import Concept, Glossary
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
    columns: str | None = None,
    decide: Decide,
) -> ImportReport:
    """Read a glossary file into a glossary; call it inside of one transaction.

    Args:
        path: The file.
        files: Reads it.
        terms: The base.
        into: Name of the glossary; that of the file without its ending if empty.
        source, target: Languages, where the file does not say them.
        columns: What the columns of a table are, where it does not say that: ``fr=2,en=Anglais``.
        decide: Asked for each concept whose id stands there with other content.
    """
    report = ImportReport(path, "concepts", into or _name(path))
    read = files.read_glossary(
        path, source=source, target=target, columns=columns, report=report.repairs.append
    )
    known = {one.id: one for _, one in terms.all_concepts(report.name)}
    taken = known.keys() | {one.id for one in read.concepts}
    glossary = _glossary(report.name, read, path, terms)
    for concept in read.concepts:
        merged = _merge(concept, known, taken, terms, decide, report)
        if merged is not None:
            terms.put_concept(glossary, merged)
            known[merged.id] = merged
            taken.add(merged.id)
    return report


def _glossary(name: str, read: Glossary, path: str, terms: TermStore) -> int:
    """Return the number of a glossary; one that is known keeps what it says of itself."""
    for info in terms.glossaries():
        if info.name == name:
            return terms.put_glossary(name, info.about, path=info.path)
    return terms.put_glossary(name, read, path=path)


def _merge(
    concept: Concept,
    known: Mapping[str, Concept],
    taken: Collection[str],
    terms: TermStore,
    decide: Decide,
    report: ImportReport,
) -> Concept | None:
    """Return what is to be put in for a concept, None where nothing is, and count it."""
    ours = known.get(concept.id)
    if ours is None:
        report.new += 1
        return concept
    if _same(ours, concept):
        report.equal += 1
        return None
    report.conflicts.append(concept.id)
    way = decide(terms.concept_named(report.name, concept.id) or {}, concept)
    if way == TAKE_THEIRS:
        report.changed += 1
        return concept
    if way != KEEP_BOTH:
        return None
    if any(_same(replace(one, id=concept.id), concept) for one in _beside(concept.id, known)):
        report.equal += 1
        return None
    report.new += 1
    return replace(concept, id=next(name for name in _numbered(concept.id) if name not in taken))


def _same(one: Concept, other: Concept) -> bool:
    """Say whether two concepts say the same, wherever their files have them."""
    return replace(one, place="") == replace(other, place="")


def _numbered(name: str) -> Iterator[str]:
    return (f"{name}-{number}" for number in count(2))


def _beside(name: str, known: Mapping[str, Concept]) -> Iterator[Concept]:
    """Yield the concepts that were kept beside one of that name."""
    return (known[one] for one in takewhile(known.__contains__, _numbered(name)))


def _name(path: str) -> str:
    return os.path.basename(path).removesuffix(".gz").rsplit(".", 1)[0] or path


def _watched(
    units: Iterator[TranslationUnit], watch: Callable[[int], None]
) -> Iterator[TranslationUnit]:
    for number, unit in enumerate(units, 1):
        yield unit
        watch(number)
