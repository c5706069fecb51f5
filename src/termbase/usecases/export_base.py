"""Memories and glossaries of a base become files for other tools."""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import replace

from termbase.model.concept import Concept, Glossary
from termbase.model.language import speaks, speaks_any
from termbase.model.unit import MemoryHeader, TranslationUnit
from termbase.ports.terms import GlossaryInfo, TermStore
from termbase.ports.units import MemoryInfo, UnitStore
from termbase.usecases.list_concepts import Wish, exported


def chosen_units(
    units: UnitStore, memories: Sequence[MemoryInfo], languages: Sequence[str]
) -> Generator[TranslationUnit]:
    """Yield the units of memories in the languages wanted; all languages if none is named.

    A unit that has not at least two of the languages is left out.
    """
    for memory in memories:
        for unit in units.all_units(memory.name, repeats=True):
            if not languages:
                yield unit
                continue
            kept = tuple(one for one in unit.variants if speaks_any(one.language, languages))
            met = sum(any(speaks(one.language, wish) for one in kept) for wish in languages)
            if met >= min(2, len(languages)):
                yield replace(unit, variants=kept)


def unit_languages(units: UnitStore, memories: Sequence[MemoryInfo]) -> list[str]:
    """Return the languages that memories hold texts in, each once."""
    found = (unit for memory in memories for unit in units.all_units(memory.name))
    return sorted({variant.language for unit in found for variant in unit.variants})


def concept_languages(terms: TermStore, glossaries: Sequence[GlossaryInfo]) -> list[str]:
    """Return the languages that glossaries hold terms in, each once."""
    concepts = (one for info in glossaries for _, one in terms.all_concepts(info.name))
    return sorted({term.language for concept in concepts for term in concept.terms})


def joint_header(memories: Sequence[MemoryInfo]) -> MemoryHeader:
    """Return the header of one memory as it is, and for several a plain one."""
    if len(memories) == 1:
        return memories[0].header
    sources = {one.header.source for one in memories}
    return MemoryHeader(sources.pop() if len(sources) == 1 else "*all*")


def chosen_glossary(
    terms: TermStore,
    glossaries: Sequence[GlossaryInfo],
    languages: Sequence[str],
    wish: Wish | None = None,
) -> Glossary:
    """Return the concepts of glossaries with their terms in the languages wanted, as one.

    An id that stands in an earlier glossary already gets the name of its own before it, and the
    relations of that glossary follow.

    Args:
        terms: The base.
        glossaries: Which of them.
        languages: Wanted; all if none is named.
        wish: Which concepts and terms; all without one.
    """
    wish = wish or Wish()
    if len(glossaries) == 1:
        [info] = glossaries
        return replace(
            info.about, concepts=tuple(_chosen_concepts(terms, info.name, languages, wish))
        )
    concepts: dict[str, Concept] = {}
    for info in glossaries:
        found = _chosen_concepts(terms, info.name, languages, wish)
        names = _free_names(found, info.name, concepts)
        for concept in found:
            concepts[names[concept.id]] = _renamed(concept, names)
    title = ", ".join(one.about.title or one.name for one in glossaries)
    return Glossary(tuple(concepts.values()), title=title)


def _chosen_concepts(
    terms: TermStore, glossary: str, languages: Sequence[str], wish: Wish
) -> list[Concept]:
    wanted = (exported(one, wish) for _, one in terms.all_concepts(glossary))
    chosen = (_in_languages(one, languages) for one in wanted if one)
    return [concept for concept in chosen if concept]


def _in_languages(concept: Concept, languages: Sequence[str]) -> Concept | None:
    """Return a concept with what it says in languages, None where it has no term in them."""
    if not languages:
        return concept
    kept = tuple(one for one in concept.terms if speaks_any(one.language, languages))
    said = tuple(
        one
        for one in concept.definitions
        if not one.language or speaks_any(one.language, languages)
    )
    return replace(concept, terms=kept, definitions=said, sections=()) if kept else None


def _free_names(
    concepts: Sequence[Concept], glossary: str, taken: Collection[str]
) -> dict[str, str]:
    """Return an id for each concept of a glossary that no concept before has."""
    names: dict[str, str] = {}
    used = {*taken, *(one.id for one in concepts)}
    for concept in concepts:
        name = concept.id
        if name in taken:
            while name in used:
                name = f"{glossary}-{name}"
            used.add(name)
        names[concept.id] = name
    return names


def _renamed(concept: Concept, names: Mapping[str, str]) -> Concept:
    relations = tuple(
        replace(one, target=names.get(one.target, one.target)) for one in concept.relations
    )
    return replace(concept, id=names[concept.id], relations=relations)
