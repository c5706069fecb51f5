"""A term pasted from a page is found without what stood around it there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.ports.terms import TermStore
from termbase.terms.lookup import find_terms
from termbase.terms.pasted import without_page

TERMS = {
    "fr": ["télédétection", "État de l'Union", "virus (VIH)", " fusée ", "Dmitri Bakanov"],
    "ru": ["спутник", "метеорологический спутник", "Мезенцев"],
    "en": ["repairman", "repair man", "5) star", "human virus (HIV)", "in vitro fertilization"],
}


@pytest.fixture(scope="module")
def terms() -> Iterator[TermStore]:
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        glossary = store.put_glossary("g", Glossary(()))
        for language, texts in TERMS.items():
            for text in texts:
                store.put_concepts(glossary, [Concept(text, (Term(text, language),))])
        yield store


def first(terms: TermStore, query: str) -> tuple[str, str]:
    hit = find_terms(query, [], terms)[0]
    return hit.tier, hit.term.text


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("«État de l'Union»¹.", "État de l'Union"),
        ("télédétection [12]", "télédétection"),
        ("télédétections (3)", "télédétection"),
        ("Télédétection2", "télédétection"),
        ("1. télédétection", "télédétection"),
        ("3.2 télédétection", "télédétection"),
        ("b) télédétection", "télédétection"),
        ("télédétection (GPS)", "télédétection"),
        ("<b>télédétection</b>", "télédétection"),
        ("<1>télédétections</1>", "télédétection"),
        ("{1}télédétection{2}", "télédétection"),
        ("[1}télédétection{1]", "télédétection"),
        ("{1>télédétection<1}", "télédétection"),
        ("%1$s télédétection", "télédétection"),
        ("État&nbsp;de l&#39;Union", "État de l'Union"),
        ("télédétection, n. f.", "télédétection"),
        ("télédétection n.f.", "télédétection"),
        ("télédétections n. f. pl.", "télédétection"),
        ("спутник (м. р.)", "спутник"),
        ("спутник, сущ., м.", "спутник"),
        ("cпутник", "спутник"),
        ("cпутники", "спутник"),
    ],
)
def test_what_stands_around_a_term_on_a_page_is_no_part_of_it(
    terms: TermStore, query: str, term: str
) -> None:
    """Numbers of notes and items, brackets, tags, entities, letters in disguise."""
    tier, text = first(terms, query)

    assert text == term
    assert tier in ("punctuation", "inflected", "script")


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("на спутнике", "спутник"),
        ("для спутников", "спутник"),
        ("M. Bakanov", "Dmitri Bakanov"),
        ("г-н Мезенцев", "Мезенцев"),
        ("pour la télédétection", "télédétection"),
        ("these repairmen", "repairman"),
        ("2) cette télédétection.", "télédétection"),
    ],
)
def test_small_words_before_a_term_are_set_aside(terms: TermStore, query: str, term: str) -> None:
    """People copy them from the sentence."""
    assert first(terms, query)[1] == term


def test_a_misspelt_term_that_begins_with_a_small_word_is_found_whole(terms: TermStore) -> None:
    """«in vitro fertilzation» has its «in»."""
    assert first(terms, "in vitro fertilzation") == ("misspelt", "in vitro fertilization")


def test_an_initial_is_no_label_of_a_dictionary() -> None:
    """Labels are in small letters and have a dot."""
    assert without_page("Мезенцев М.") == "Мезенцев М."
    assert without_page("in vitro m") == "in vitro m"


def test_words_in_pointed_brackets_are_no_tag() -> None:
    """Tags are in Latin letters, or numbers alone."""
    assert without_page("<спутник> связи") == "<спутник> связи"
    assert without_page("<2019 budget> x") == "<2019 budget> x"
    assert without_page("</1><a href='x'>budget</a><2/>") == "budget"


def test_what_belongs_to_a_term_counts(terms: TermStore) -> None:
    """A term may have brackets and numbers itself."""
    assert first(terms, "virus (VIH)") == ("exact", "virus (VIH)")
    assert first(terms, "virus HIV") == ("part", "human virus (HIV)")
    assert first(terms, "virus (HIV)") == ("part", "human virus (HIV)")
    assert first(terms, "5) STAR") == ("folded", "5) star")


def test_signs_around_a_query_do_not_join_its_words(terms: TermStore) -> None:
    """«repair man.» is «repair man» rather than «repairman»."""
    assert first(terms, "“repair man”.")[1] == "repair man"
    assert first(terms, "“repairman”.")[1] == "repairman"


def test_blanks_around_a_cell_do_not_hide_its_term(terms: TermStore) -> None:
    """A table keeps them, to be written as it came."""
    assert first(terms, "fusée") == ("exact", " fusée ")
