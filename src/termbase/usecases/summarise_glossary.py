"""A glossary becomes the figures by which a terminologist judges it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from termbase.model.concept import Concept, Term
from termbase.model.language import primary
from termbase.ports import Record

SCHEMA = "termbase.glossary-stats/1"
EDITORIAL = "editorial"
"""The source of a term that somebody answers for without a document."""


def summarise_glossary(concepts: Iterable[Concept], name: str = "") -> Record:
    """Count what a glossary holds.

    Args:
        concepts: Of one glossary.
        name: Its name, for the answer.

    Returns:
        ``{"schema", "glossary", "concepts", "terms"}`` and counts by what stands in their keys;
        ``languages`` has one table of counts for each language.

    >>> orbit = Concept("orbit", (Term("orbite", "fr", source="us"), Term("orbit", "en")))
    >>> answer = summarise_glossary([orbit])
    >>> answer["concepts"], answer["terms"], answer["complete"], answer["sources"]
    (1, 2, 1, {'documents': 1, 'none': 1})
    """
    known = list(concepts)
    terms = [term for concept in known for term in concept.terms]
    spoken = sorted({primary(term.language) for term in terms})
    ids = {one.id for one in known}
    relations = [one for concept in known for one in concept.relations]
    defined = [{one.language for one in concept.definitions} for concept in known]
    return {
        "schema": SCHEMA,
        "glossary": name,
        "concepts": len(known),
        "terms": len(terms),
        "complete": sum(
            {primary(one.language) for one in each.terms} >= {*spoken} for each in known
        ),
        "defined": sum(bool(each) for each in defined),
        "defined_twice": sum(len(each) > 1 for each in defined),
        "contexts": sum(bool(term.context) for term in terms),
        "notes": sum(bool(term.note) for term in terms),
        "relations": _counted(one.kind for one in relations),
        "dangling": sum(one.target not in ids for one in relations),
        "subjects": _counted(concept.subject for concept in known),
        "sources": _counted(map(_source, terms)),
        "reliability": _counted(term.reliability for term in terms),
        "languages": {
            language: _language([one for one in terms if primary(one.language) == language])
            for language in spoken
        },
    }


def _language(terms: list[Term]) -> dict[str, int]:
    return {
        "terms": len(terms),
        **_counted(one.status.word if one.status else "no status" for one in terms),
        "forbidden": sum(one.forbidden is not None for one in terms),
        "acronyms": sum(one.type == "acronym" for one in terms),
        "part of speech": sum(bool(one.part_of_speech) for one in terms),
        "gender": sum(bool(one.gender) for one in terms),
        "number": sum(bool(one.number) for one in terms),
    }


def _source(term: Term) -> str:
    if not term.source:
        return "none"
    return EDITORIAL if term.source == EDITORIAL else "documents"


def _counted(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(word or "none" for word in words).items()))
