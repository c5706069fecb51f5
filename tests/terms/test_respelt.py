"""Words written in one or apart, within longer terms and in other forms."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.ports.terms import TermStore
from termbase.terms.lookup import find_terms

TERMS = {
    "en": ("e-mail address", "online service", "remote data-base", "satellite orbit"),
    "fr": ("plate-forme de lancement", "télédétection de la Terre"),
    "ru": ("веб-сайт", "видеоконференция онлайн", "ракета-носитель", "тяжёлый самолётоноситель"),
    "de": ("Weltraum-Teleskop", "Fahrt durch den Raum"),
}


@pytest.fixture(scope="module")
def terms() -> Iterator[TermStore]:
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        said = [Term(text, language) for language, some in TERMS.items() for text in some]
        concepts = [Concept(str(number), (term,)) for number, term in enumerate(said)]
        store.put_concepts(store.put_glossary("g", Glossary(())), concepts)
        yield store


@pytest.mark.parametrize(
    ("query", "tier", "term"),
    [
        ("email", "part", "e-mail address"),
        ("emails", "part", "e-mail address"),
        ("on-line", "part", "online service"),
        ("on line services", "inflected", "online service"),
        ("database", "part", "remote data-base"),
        ("plateformes", "part", "plate-forme de lancement"),
        ("télé-détection", "part", "télédétection de la Terre"),
        ("вебсайтов", "inflected", "веб-сайт"),
        ("видео-конференции", "part", "видеоконференция онлайн"),
        ("ракетоноситель", "inflected", "ракета-носитель"),
        ("ракетоносителями", "inflected", "ракета-носитель"),
        ("самолёт-носитель", "part", "тяжёлый самолётоноситель"),
        ("Weltraumteleskopen", "inflected", "Weltraum-Teleskop"),
    ],
)
def test_a_hyphen_may_be_missing_or_too_many(
    terms: TermStore, query: str, tier: str, term: str
) -> None:
    """Or a space or a linking vowel stands for it; parts of a term and other forms are found so."""
    first = find_terms(query, [], terms)[0]

    assert (first.tier, first.term.text) == (tier, term)


@pytest.mark.parametrize("query", ["Raumfahrt", "orbitsatellite", "lineservice", "dataorbit"])
def test_two_words_are_one_only_where_a_term_has_them_side_by_side(
    terms: TermStore, query: str
) -> None:
    """«Raumfahrt» is no «Fahrt durch den Raum»."""
    assert not [hit for hit in find_terms(query, [], terms) if hit.tier in ("inflected", "part")]
