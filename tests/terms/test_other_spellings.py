"""A query in the spelling of another country, or of another keyboard, is no slip."""

from __future__ import annotations

import pytest

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.terms.lookup import find_terms
from termbase.terms.other_spellings import tier_of_spelling
from termbase.text.english_spelling import american


@pytest.mark.parametrize(
    ("query", "language", "term", "tier"),
    [
        ("color", "en", "colour", "spelling"),
        ("Aluminum Alloys", "en", "aluminium alloy", "inflected"),
        ("catalogue", "en", "catalog", "spelling"),
        ("license agreement", "en-GB", "licence agreement", "spelling"),
        ("airplane", "en", "aeroplane", "spelling"),
        ("acknowledgment", "en", "acknowledgement", "spelling"),
        ("modeling tool", "en", "modelling tool", "spelling"),
        ("dolor", "en", "dolour x", ""),
        ("colour-", "en", "colour", ""),
        ("colours-", "en", "colour", ""),
        ("color", "fr", "colour", ""),
        ("Traegerrakete", "de", "Trägerrakete", "accents"),
        ("Traegerraketen", "de", "Trägerrakete", "inflected"),
        ("Traegerraktee", "de", "Trägerrakete", ""),
        ("Raketem", "de", "Rakete", ""),
    ],
)
def test_a_query_is_a_term_spelt_otherwise(query: str, language: str, term: str, tier: str) -> None:
    """British and American English; ae, oe and ue on a keyboard without ä, ö and ü."""
    assert tier_of_spelling(query, term, language) == tier


@pytest.mark.parametrize(
    ("query", "language", "tier", "term"),
    [
        ("color", "en", "spelling", "colour"),
        ("Traegerraketen", "de", "inflected", "Trägerrakete"),
        ("nondisclosure agreements", "en", "inflected", "non-disclosure agreement"),
        ("höherer Gewalt", "de", "inflected", "höhere Gewalt"),
    ],
)
def test_what_is_no_slip_is_not_called_misspelt(
    query: str, language: str, tier: str, term: str
) -> None:
    """The nearest term is the same as before; how it was found is said as it is."""
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        concept = Concept("1", (Term(term, language),))
        store.put_concepts(store.put_glossary("g", Glossary(())), [concept])

        [hit] = find_terms(query, [language], store)

    assert (hit.tier, hit.score, hit.term.text) == (tier, 100, term)


def test_only_long_words_double_an_l() -> None:
    """Words such as «filling» and «filing» are two."""
    assert american("filling") != american("filing")
    assert american("travellers") == "travelers"


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("organized", "organise"),
        ("analyzing data", "analyse data"),
        ("analysed", "analyze"),
        ("organising", "organize"),
    ],
)
def test_a_form_of_a_verb_in_the_other_spelling_is_inflected(query: str, term: str) -> None:
    """It was misspelt, or found nothing: only plurals were looked for."""
    with open_base(":memory:", write=True) as base:
        terms = terms_of(base)
        terms.put_concepts(
            terms.put_glossary("a", Glossary(())), [Concept("c", (Term(term, "en"),))]
        )

        assert [hit.tier for hit in find_terms(query, ["en"], terms)] == ["inflected"]
        assert [hit.tier for hit in find_terms(query, [], terms)] == ["inflected"]
