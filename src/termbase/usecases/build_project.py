"""A project's sources become its memories, its glossaries and its base, to the same bytes again.

Nothing here asks the clock: dates are the project's, ids come from content.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from termbase.errors import InputError
from termbase.model.concept import Concept, Glossary
from termbase.model.project import GlossaryPlan, MemoryPlan, Project
from termbase.model.unit import MemoryHeader, TranslationUnit
from termbase.model.wishes import Wishes as FileWishes
from termbase.ports.encoding import Encode
from termbase.ports.files import Files
from termbase.usecases.align_documents import (
    AlignedTexts,
    align_texts,
    decisions_path,
    segment_file,
)
from termbase.usecases.join_units import Origin, join_units
from termbase.usecases.segment_text import Wishes

_PAIR = re.compile(r"\.([a-z]{2,3})-([a-z]{2,3})\.utf8$")


@dataclass(frozen=True, slots=True)
class BuiltMemory:
    """A memory as built. Output: its path, relative to the project."""

    name: str
    output: str
    documents: tuple[AlignedTexts, ...]
    header: MemoryHeader
    units: tuple[TranslationUnit, ...]


@dataclass(frozen=True, slots=True)
class BuiltGlossary:
    """A glossary as built, with the files it is written to."""

    name: str
    source: str
    outputs: tuple[str, ...]
    glossary: Glossary


@dataclass(frozen=True, slots=True)
class Build:
    """All that a project builds, in memory.

    Attributes:
        files: The bytes of each output by its path relative to the project.
    """

    memories: tuple[BuiltMemory, ...]
    glossaries: tuple[BuiltGlossary, ...]
    files: dict[str, bytes]


class Progress(Protocol):
    """What is told how far a build is."""

    def aligned(self, per_cent: int, /) -> None:
        """Take how much of the translation at hand is aligned."""

    def built(self) -> None:
        """Take that one document more is done."""


def build_project(
    project: Project,
    files: Files,
    rules: Wishes | None = None,
    encode: Encode | None = None,
    progress: Progress | None = None,
) -> Build:
    """Build everything that a project names; nothing is written.

    Args:
        project: What it names.
        files: Read its sources.
        rules: By what its texts are cut; None for our own rules.
        encode: The encoder that its texts are aligned with; None for none.
        progress: Told how far it is.

    Raises:
        InputError: If a source is missing or wrong.
    """
    memories = tuple(
        _memory(plan, project, files, rules, encode, progress) for plan in project.memories
    )
    glossaries = tuple(_glossary(plan, project, files) for plan in project.glossaries)
    if not memories and not glossaries:
        raise InputError(
            "termbase.toml names no [[memory]] and no [[glossary]] to build; take away the «# »"
            " before one that stands there, or import what you have: termbase import FILE"
        )
    outputs = {
        one.output: files.memory_bytes(one.output, one.header, one.units) for one in memories
    }
    for built in glossaries:
        for path in built.outputs:
            outputs[path] = files.glossary_bytes(path, built.glossary, wishes=_wishes(path))
    return Build(memories, glossaries, outputs)


def differing_files(build: Build, project: Project, files: Files) -> list[str]:
    """Return the outputs that are missing or differ from what was built."""
    return [
        path
        for path, data in build.files.items()
        if files.read_bytes(os.path.join(project.root, path)) != data
    ]


def _memory(
    plan: MemoryPlan,
    project: Project,
    files: Files,
    rules: Wishes | None,
    encode: Encode | None,
    progress: Progress | None,
) -> BuiltMemory:
    date = _tmx_date(project.date)
    documents = []
    for document in plan.documents:
        texts = [
            segment_file(path, language, files, rules=rules)
            for language, path in _paths(document.path, project)
        ]
        path = document.path.replace("{lang}", project.source)
        decisions = files.read_decisions(decisions_path(texts[0].path, project.source))
        aligned = align_texts(
            texts[0],
            texts[1:],
            decisions=decisions,
            encode=encode,
            tell=progress.aligned if progress else None,
        )
        origin = Origin(path, date, project.author)
        documents.append((aligned.confirmed() if document.reviewed else aligned, origin))
        if progress:
            progress.built()
    attributes = (("segtype", "sentence"), ("creationdate", date), ("creationid", project.author))
    header = MemoryHeader(project.source, tuple(pair for pair in attributes if pair[1]))
    built = tuple(one for one, _ in documents)
    return BuiltMemory(plan.name, plan.output, built, header, tuple(join_units(documents)))


def _paths(pattern: str, project: Project) -> Iterator[tuple[str, str]]:
    """Yield each language of the project with its file; a missing translation is passed over."""
    if "{lang}" not in pattern:
        raise InputError(f"termbase.toml: «{pattern}» has no {{lang}}; write article.{{lang}}.txt")
    for language in (project.source, *project.targets):
        path = os.path.join(project.root, pattern.replace("{lang}", language))
        if language == project.source or os.path.exists(path):
            yield language, path


def _glossary(plan: GlossaryPlan, project: Project, files: Files) -> BuiltGlossary:
    concepts: dict[str, Concept] = {}
    for source in plan.sources:
        path = os.path.join(project.root, source)
        read = files.read_glossary(path, source=None, target=None, report=None)
        for concept in read.concepts:
            placed = replace(concept, place=concept.place.replace(path, source, 1))
            if placed.id in concepts:
                raise InputError(
                    f"{placed.place}: concept «{placed.id}» stands in "
                    f"{concepts[placed.id].place} already; give one another id"
                )
            concepts[placed.id] = placed
    ordered = tuple(concepts[name] for name in sorted(concepts))
    return BuiltGlossary(
        plan.name, plan.sources[0], plan.outputs, Glossary(ordered, title=plan.name)
    )


def _wishes(path: str) -> FileWishes | None:
    """Return what the name of an output asks for: ``g.v2.tbx``, ``g.fr-en.utf8`` for OmegaT."""
    if path.endswith(".v2.tbx"):
        return FileWishes(dialect="v2")
    pair = _PAIR.search(path)
    return FileWishes(profile="omegat", source=pair[1], target=pair[2]) if pair else None


def _tmx_date(day: str) -> str:
    """Return a day as a TMX date: 2026-11-22 is ``20261122T000000Z``."""
    return f"{day.replace('-', '')}T000000Z" if day else ""
