"""Numbers that another language tells otherwise, and those that only look as if they were right."""

from __future__ import annotations

import pytest

from hanging import no_hanging
from number_findings import findings


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("de-pl", "Drei Katzen kamen um halb fünf.", "Trzy koty przyszły po 4."),
        ("es-nl", "Tres gatos llegaron a las cuatro y media.", "Drie katten kwamen om half 5."),
        ("en-es", "A cat has nine lives.", "Los gatos tienen siete vidas."),
        ("de-en", "Er schwebt auf Wolke sieben.", "He is on cloud nine."),
        ("de-fr", "Um sieben Uhr abends.", "À 19 heures."),
        ("es-de", "A las tres de la tarde.", "Um 15 Uhr."),
        ("de-en", "Ein Drittel der Leute.", "33% of the people."),
        ("de-en", "Nach zwei Tagen.", "After 48 hours."),
        ("nl-en", "Een etmaal.", "24 hours."),
        ("es-en", "Un cuarto de siglo.", "25 years."),
        ("en-fr", "At 6 pm we rest.", "Après 6 heures de marche, à dix-huit heures, repos."),
        ("en-fr", "It costs $0.50.", "Il coûte 50 cents."),
    ],
)
def test_what_is_told_otherwise_is_right(languages: str, source: str, target: str) -> None:
    assert findings(languages, source, target) == []


def test_a_section_with_its_numbers_exchanged_is_another_one() -> None:
    assert findings("en-fr", "See Article 15.4.", "Voir l'article 4.15.") == [
        "number differs: 15.4 → 4.15"
    ]


def test_tens_of_thousands_are_reported_once() -> None:
    assert findings("en-ru", "Tens of thousands", "Сотни тысяч") == [
        "number differs: Tens of thousands → Сотни тысяч"
    ]


def test_a_number_beside_a_source_in_words_is_still_compared() -> None:
    assert findings("de-en", "Vierzehn Katzen.", "15 cats.") == ["number added: 15"]


@pytest.mark.parametrize("languages", ["en-de", "de-es", "es-fr"])
def test_a_number_of_a_hundred_figures_is_a_number(languages: str) -> None:
    assert findings(languages, f"{'1' * 100}.", f"{'1' * 100} x") == []


def test_a_long_run_of_figures_takes_no_long_time() -> None:
    figures = "1" * 60_000
    with no_hanging():
        assert findings("en-de", figures, f"{figures} x 7") == ["number added: 7"]
