"""A phrase becomes the places in other languages that render it, as far as glossaries know."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from termbase.model.concept import Concept
from termbase.ports.terms import TermStore
from termbase.terms.hits import PART, PREFIX
from termbase.terms.lookup import find_terms
from termbase.terms.recognise import Recogniser


def renderings_of(
    query: str, source: str | None, terms: TermStore
) -> Callable[[str, str], list[tuple[int, int, str]]]:
    """Return what marks the renderings of a phrase in a text: start, end, and the term there.

    Glossaries are asked when there is a text: a page that no unit holds is no term either.

    Args:
        query: The phrase; terms that it means are followed, not those it is a part of.
        source: Its language; any without one.
        terms: The glossaries.
    """

    @cache
    def names() -> set[tuple[str, str]]:
        wanted = {
            hit.term.concept
            for hit in find_terms(query.strip('"'), [source] if source else [], terms)
            if hit.tier not in (PART, PREFIX)
        }
        rows = terms.concept_records(wanted).values()
        return {(glossary, record["id"]) for glossary, record in rows}

    known: dict[str, Recogniser] = {}

    def wanted_one(glossary: str, concept: Concept) -> bool:
        return (glossary, concept.id) in names()

    def mark(text: str, language: str) -> list[tuple[int, int, str]]:
        if not names():
            return []
        if language not in known:
            known[language] = Recogniser((), language, index=terms.index(language, wanted_one))
        return [(one.start, one.end, one.term.text) for one in known[language].recognise(text)]

    return mark
