"""Names and terms in another script, in another case, order or romanisation."""

from __future__ import annotations

import pytest

from termbase.bootstrap import open_base, terms_of
from termbase.model.concept import Concept, Glossary, Term
from termbase.terms.lookup import find_terms


def found(query: str, language: str, *texts: str) -> list[tuple[str, str]]:
    with open_base(":memory:", write=True) as base:
        store = terms_of(base)
        concepts = [Concept(text, (Term(text, language),)) for text in texts]
        store.put_concepts(store.put_glossary("g", Glossary(())), concepts)
        return [(hit.tier, hit.term.text) for hit in find_terms(query, [language], store)]


@pytest.mark.parametrize(
    ("query", "language", "term"),
    [
        ("Юрий Гагарин", "fr", "Iouri Gagarine"),
        ("Iouri Gagarine", "ru", "Юрий Гагарин"),
        ("I\ufe20U\ufe21rii\u0306 Gagarin", "ru", "Юрий Гагарин"),
        ("Юрия Гагарина", "en", "Yuri Gagarin"),
        ("Сергею Королёву", "fr", "Sergueï Koroliov"),
        ("Korolyov", "ru", "Сергей Королёв"),
        ("Жуковским", "en", "Zhukovsky"),
        ("Жуковский", "de", "Schukowski"),
        ("Schukowski", "ru", "Жуковский"),
        ("Хрущёв", "de", "Chruschtschow"),
        ("Чехову", "de", "Tschechow"),
        ("Циолковский", "de", "Ziolkowski"),
        ("Щелково", "fr", "Chtchiolkovo"),
        ("Charkow", "ru", "Харьков"),
        ("Jarkov", "ru", "Харьков"),
        ("Терешковой", "en", "Valentina Tereshkova"),
        ("kosmicheskogo apparata", "ru", "космический аппарат"),
        ("rakety-nositeli", "ru", "ракета-носитель"),
        ("Баканову Дмитрию", "en", "Dmitri Bakanov"),
        ("Bakanov Dmitri", "ru", "Дмитрий Баканов"),
        ("D. Bakanov", "ru", "Дмитрий Баканов"),
        ("Баканов Д.", "en", "Dmitri Bakanov"),
    ],
)
def test_a_name_is_found_in_the_other_script(query: str, language: str, term: str) -> None:
    """In any case and order, and as German, Spanish and French write it."""
    assert found(query, language, term) == [("script", term)]


@pytest.mark.parametrize(
    ("query", "language", "term"),
    [
        ("P. Bakanov", "ru", "Дмитрий Баканов"),
        ("дом", "en", "dome"),
        ("house", "ru", "хаос"),
        ("Гагарина", "en", "Gagarinskaya"),
    ],
)
def test_what_sounds_otherwise_is_not_found(query: str, language: str, term: str) -> None:
    """Short words and other initials say that another is meant."""
    assert found(query, language, term) == []


def test_what_sounds_so_as_it_stands_comes_alone() -> None:
    """Other cases and romanisations are thought of only where nothing else is found."""
    assert found("Жуков", "en", "Zhukov", "Zhukova") == [("script", "Zhukov")]


def test_a_page_is_no_name_in_another_script(monkeypatch) -> None:
    """What each of its thousand words may sound like besides is not asked for."""
    asked: list[str] = []
    monkeypatch.setattr(
        "termbase.text.likely_sounds.likely_sounds", lambda text: asked.append(text) or []
    )

    assert found("Xqzw Wqzx Zqwx Qzwx Qwzx Wxqz Zxqw", "ru", "Жуковский") == []
    assert asked == []


def test_longer_terms_with_a_name_come_behind_the_name_in_another_script() -> None:
    """As in the script of the query: «Bakanov» is part of «Дмитрий Баканов», too."""
    hits = found("Bakanov", "ru", "Дмитрий Баканов", "Баканов")

    assert hits == [("script", "Баканов"), ("script", "Дмитрий Баканов")]
