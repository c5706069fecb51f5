"""A word misspelt and in another form besides finds its term."""

from __future__ import annotations

import pytest

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.terms.hits import TermHit
from termbase.terms.lookup import find_terms

TERMS = {
    "ru": ("электронная почта", "космический аппарат", "величина", "решение суда"),
    "en": ("rearing", "launch vehicle", "skill"),
    "fr": ("procureur général", "procuration", "État membre", "plume"),
}


def found(query: str, *languages: str) -> list[TermHit]:
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        said = [Term(text, language) for language, some in TERMS.items() for text in some]
        concepts = [Concept(str(number), (term,)) for number, term in enumerate(said)]
        store.put_concepts(store.put_glossary("g", Glossary(())), concepts)
        return find_terms(query, languages, store)


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("электонной почтой", "электронная почта"),
        ("касмического апарата", "космический аппарат"),
        ("космичискими аппаратами", "космический аппарат"),
        ("веичинами", "величина"),
        ("решшениями судов", "решение суда"),
    ],
)
@pytest.mark.parametrize("languages", [(), ("ru",)])
def test_endings_do_not_hide_what_is_misspelt(
    query: str, term: str, languages: tuple[str, ...]
) -> None:
    """A Russian case may be four letters off, and a slip one more."""
    [hit] = found(query, *languages)

    assert (hit.tier, hit.term.text) == ("misspelt", term)
    assert 70 <= hit.score < 100


@pytest.mark.parametrize("query", ["procuration générale", "аппарат суда", "гараж", "of", "?"])
def test_a_word_that_a_term_has_is_no_slip_of_another(query: str) -> None:
    """«procuration générale» is no «procureur général», and what is far from all finds nothing."""
    assert found(query) == []


@pytest.mark.parametrize("query", ["killed", "plus", "killing"])
def test_a_word_spelt_well_is_no_slip(query: str) -> None:
    """Its stem may be a letter off that of a term: «killed» and «skill»."""
    assert found(query) == []
