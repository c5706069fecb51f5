"""Lookup asks no lexicon in vain: to unpack one takes seconds."""

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.terms.lookup import find_terms
from termbase.text import lexicons


def test_another_keyboard_is_thought_of_only_where_a_term_begins_so(monkeypatch) -> None:
    """Any Russian word is some row of Latin letters, which is a form of nothing."""
    opened: list[str] = []
    read = lexicons._lemmatised
    monkeypatch.setattr(lexicons, "_lemmatised", lambda name: opened.append(name) or read(name))
    lexicons.readings.cache_clear()
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        glossary = store.put_glossary("g", Glossary(()))
        store.put_concept(glossary, Concept("c", (Term("nave", "it"), Term("орбита", "ru"))))
        opened.clear()

        assert find_terms("зетпаволк", [], store) == []
        assert opened == []
        assert [hit.tier for hit in find_terms("тфмш", [], store)] == ["keyboard"]
        assert opened == ["it"]
