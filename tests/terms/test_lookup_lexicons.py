"""Lookup asks no lexicon in vain: to unpack one takes seconds."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.ports.terms import TermStore
from termbase.terms.lookup import find_terms
from termbase.text import lexicons


@contextmanager
def store_of(*terms: Term) -> Iterator[TermStore]:
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        store.put_concepts(store.put_glossary("g", Glossary(())), [Concept("c", terms)])
        yield store


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """Return the lexicons that have been opened."""
    names: list[str] = []
    read = lexicons._lemmatised
    monkeypatch.setattr(lexicons, "_lemmatised", lambda name: names.append(name) or read(name))
    lexicons.readings.cache_clear()
    return names


def test_another_keyboard_is_thought_of_only_where_a_term_begins_so(opened: list[str]) -> None:
    """Any Russian word is some row of Latin letters, which is a form of nothing."""
    with store_of(Term("nave", "it"), Term("орбита", "ru")) as store:
        opened.clear()

        assert find_terms("зетпаволк", [], store) == []
        assert opened == []
        assert [hit.tier for hit in find_terms("тфмш", [], store)] == ["keyboard"]
        assert opened == ["it"]


def test_a_language_is_asked_only_where_a_word_of_it_begins_so(opened: list[str]) -> None:
    """A glossary of thirty languages would unpack as many lexicons for a word that it has not."""
    terms = Term("Umlaufbahn", "de"), Term("baan", "nl"), Term("orbita", "it"), Term("rata", "fi")
    with store_of(*terms) as store:
        opened.clear()

        assert find_terms("plombier", [], store) == []
        assert opened == []
        assert find_terms("satelliti", [], store) == []
        assert opened == []


@pytest.mark.parametrize(
    ("language", "form", "term"),
    [
        ("de", "gestartet", "starten"),
        ("pl", "dni", "dzień"),
        ("fr", "yeux", "œil"),
        ("de", "Häuser", "Haus"),
        ("ga", "mbád", "bád"),
        ("hu", "legnagyobb", "nagy"),
        ("hu", "érből", "ér"),
        ("de", "angedockt", "andocken"),
        ("nl", "banen", "baan"),
        ("en", "flown", "fly"),
        ("de", "gezogen", "ziehen"),
        ("es", "luces", "luz"),
        ("en", "found", "find"),
        ("es", "duermen", "dormir"),
        ("fi", "veden", "vesi"),
        ("hu", "idejét", "idő"),
        ("ru", "узлами", "узел"),
        ("ru", "швами", "шов"),
        ("ru", "займами", "заём"),
    ],
)
def test_a_form_that_begins_otherwise_finds_its_word(language: str, form: str, term: str) -> None:
    """Prefixes, vowels that flee or change, forms that have nothing of their word."""
    with store_of(Term(term, language)) as store:
        found = [(hit.tier, hit.term.text) for hit in find_terms(form, [], store)]
        assert found == [("inflected", term)]
