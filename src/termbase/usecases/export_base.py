"""Memories and glossaries of a base become files for other tools."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termbase.model.concept import Concept, Glossary
from termbase.model.language import speaks
from termbase.model.unit import MemoryHeader, TranslationUnit
from termbase.ports import GlossaryInfo, MemoryInfo, TermStore, UnitStore


def chosen_units(
    units: UnitStore, memories: Sequence[MemoryInfo], languages: Sequence[str]
) -> Iterator[TranslationUnit]:
    """Yield the units of memories in the languages wanted; all languages if none is named.

    A unit that has not at least two of the languages is left out.
    """
    for memory in memories:
        for unit in units.all_units(memory.name):
            kept = tuple(
                one
                for one in unit.variants
                if not languages or any(speaks(one.language, wish) for wish in languages)
            )
            if not languages or len(kept) >= min(2, len(languages)):
                yield replace(unit, variants=kept)


def joint_header(memories: Sequence[MemoryInfo]) -> MemoryHeader:
    """Return the header of one memory as it is, and for several a plain one."""
    if len(memories) == 1:
        return memories[0].header
    sources = {one.header.source for one in memories}
    return MemoryHeader(sources.pop() if len(sources) == 1 else "*all*")


def chosen_glossary(
    terms: TermStore, glossaries: Sequence[GlossaryInfo], languages: Sequence[str]
) -> Glossary:
    """Return the concepts of glossaries with their terms in the languages wanted, as one.

    Ids that stand in several of the glossaries get the name of theirs before them.
    """
    concepts: dict[str, Concept] = {}
    for info in glossaries:
        for _, whole in terms.all_concepts(info.name):
            concept = _in_languages(whole, languages)
            if concept:
                name = concept.id if concept.id not in concepts else f"{info.name}-{concept.id}"
                concepts[name] = replace(concept, id=name)
    found = tuple(concepts.values())
    if len(glossaries) == 1:
        return replace(glossaries[0].about, concepts=found)
    return Glossary(found, title=", ".join(one.about.title or one.name for one in glossaries))


def _in_languages(concept: Concept, languages: Sequence[str]) -> Concept | None:
    if not languages:
        return concept
    kept = tuple(
        one for one in concept.terms if any(speaks(one.language, wish) for wish in languages)
    )
    return replace(concept, terms=kept, sections=()) if kept else None
