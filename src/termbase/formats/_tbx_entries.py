"""Concepts as TBX entries (concept, language, term), and back: the one shape of every dialect.

The one fact to remember: a language has one section with all its terms, unless the source had
several; what stands above the terms of a language stays in the concept's sections.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from termbase.formats._tbx_categories import OURS, group, joined, stands_apart
from termbase.model.concept import (
    Concept,
    DataCategory,
    Definition,
    LanguageSection,
    Relation,
    Term,
)

KINDS = {
    "broader": "relatedConceptBroader",
    "narrower": "relatedConceptNarrower",
    "related": "relatedConcept",
}
_KIND_OF = {("descrip", code): kind for kind, code in KINDS.items()}
_SEE = ("ref", "crossReference")
_KIND_OF[_SEE] = "see"
_SUBJECT = ("descrip", "subjectField")
_DEFINITION = ("descrip", "definition")


@dataclass(slots=True)
class Section:
    """One language of an entry: what is said of it as a whole, and its terms."""

    language: str
    categories: list[DataCategory] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """One concept as a file lays it out."""

    id: str
    categories: list[DataCategory] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def entry_of(concept: Concept) -> Entry:
    """Lay a concept out as an entry."""
    sections = list(_sections(concept))
    spoken = {one.language for one in sections}
    entry = Entry(concept.id, sections=sections)
    groups = {one.type: one for one in concept.extras if one.element == "group"}
    if concept.subject:
        subject = DataCategory(*_SUBJECT, concept.subject)
        entry.categories.append(joined(subject, groups.get("subjectField")))
    for one in concept.definitions:
        attributes = dict(one.attributes)
        top = not one.language or "xml:lang" in attributes or one.language not in spoken
        place = entry.categories
        if not top:
            place = next(part.categories for part in sections if part.language == one.language)
        elif one.language:
            attributes.setdefault("xml:lang", one.language)
        place.append(_definition_category(one, attributes))
    entry.categories += map(_relation_category, concept.relations)
    entry.categories += [DataCategory("note", "", text) for text in concept.notes]
    entry.categories += [one for one in concept.extras if one.element != "group"]
    return entry


def concept_of(entry: Entry, place: str) -> Concept:
    """Return the concept of an entry; the inverse of `entry_of`."""
    spoken = {one.language for one in entry.sections}
    subject = ""
    definitions: list[Definition] = []
    relations: list[Relation] = []
    notes: list[str] = []
    extras: list[DataCategory] = []
    before = None
    for one in entry.categories:
        relation, key = relation_of(one), (one.element, one.type)
        if key == _SUBJECT and one.value and not subject:
            subject = one.value
            extras += [group("subjectField", one)] if stands_apart(one) else []
        elif key == _DEFINITION:
            definitions.append(_definition(one, spoken))
        elif one == DataCategory("note", "", one.value):
            notes.append(one.value)
        elif relation is None:
            extras.append(one)
        elif one.element == OURS and before == (*_SEE, relation.target):
            # The note says of the cross reference before it which kind of relation it is.
            relations[-1] = replace(relation, text=relations[-1].text)
        else:
            relations.append(relation)
        before = (*key, one.target)
    sections = []
    for section in entry.sections:
        said = [one for one in section.categories if (one.element, one.type) == _DEFINITION]
        definitions += [_definition(one, spoken, section.language) for one in said]
        above = tuple(one for one in section.categories if one not in said)
        sections.append(LanguageSection(section.language, len(section.terms), above))
    plain = len(spoken) == len(sections) and not any(one.extras for one in sections)
    return Concept(
        entry.id,
        tuple(term for section in entry.sections for term in section.terms),
        subject,
        tuple(definitions),
        tuple(relations),
        tuple(notes),
        tuple(extras),
        place,
        () if plain else tuple(sections),
    )


def _definition_category(one: Definition, attributes: dict[str, str]) -> DataCategory:
    target = attributes.pop("target", "")
    kept = tuple(attributes.items())
    return DataCategory(*_DEFINITION, one.text, target, kept, one.companions, one.markup)


def relation_note(relation: Relation) -> DataCategory:
    """Return what only we know of a relation, in one text."""
    text = f"{relation.kind}:{relation.target}"
    if relation.text or ":" in relation.kind or text.startswith("{"):
        text = json.dumps([relation.kind, relation.target, relation.text], ensure_ascii=False)
    return DataCategory(OURS, "relation", text)


def _relation_category(relation: Relation) -> DataCategory:
    if relation.kind in KINDS:
        return DataCategory("descrip", KINDS[relation.kind], relation.text, relation.target)
    if relation.kind == "see":
        return DataCategory(*_SEE, relation.text, relation.target)
    return replace(relation_note(relation), target=relation.target)


def relation_of(one: DataCategory) -> Relation | None:
    """Return the relation that a category says; None where it says none, or more than one."""
    if one.element == OURS and one.type == "relation":
        return _noted_relation(one.value)
    kind = _KIND_OF.get((one.element, one.type))
    plain = one == DataCategory(one.element, one.type, one.value, one.target)
    return Relation(kind, one.target, one.value) if kind and one.target and plain else None


def _noted_relation(text: str) -> Relation:
    if text.startswith("["):
        return Relation(*json.loads(text))
    kind, _, target = text.partition(":")
    return Relation(kind, target)


def _definition(one: DataCategory, spoken: Iterable[str], language: str = "") -> Definition:
    attributes = dict(one.attributes)
    if not language:
        language = attributes.get("xml:lang", "")
        if language not in spoken:
            attributes.pop("xml:lang", "")
    if one.target:
        attributes["target"] = one.target
    return Definition(language, one.value, tuple(attributes.items()), one.companions, one.markup)


def _sections(concept: Concept) -> Iterator[Section]:
    """Yield the sections as the source had them, or one per language."""
    waiting: dict[str, list[Term]] = {}
    for term in concept.terms:
        waiting.setdefault(term.language, []).append(term)
    sizes = dict.fromkeys(waiting, 0)
    for one in concept.sections:
        sizes[one.language] = sizes.get(one.language, 0) + one.size
    known = {language for language, terms in waiting.items() if sizes[language] == len(terms)}
    for one in concept.sections:
        if one.language in known:
            terms, waiting[one.language] = (
                waiting[one.language][: one.size],
                waiting[one.language][one.size :],
            )
            yield Section(one.language, list(one.extras), terms)
    for language, terms in waiting.items():
        if terms:
            # Terms came or went since it was read: what was said of the language stays with it.
            above = [x for one in concept.sections if one.language == language for x in one.extras]
            yield Section(language, above, terms)
