"""Small numbers that German and Spanish write out, and figures beside a source all in words."""

from __future__ import annotations

import pytest

from number_findings import findings


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-de", "Nine people were injured.", "Neun Menschen wurden verletzt."),
        ("en-de", "Six months later", "Ein halbes Jahr später"),
        ("en-de", "Every six months", "Zweimal im Jahr"),
        ("en-de", "On the third floor", "Im zweiten Stock"),
        ("en-de", "Sift the flour three times.", "Das Mehl mehrmals sieben."),
        ("en-de", "Mind the 3 steps.", "Geben Sie auf die drei Stufen Acht."),
        ("en-de", "Profits rose threefold.", "Der Gewinn verdreifachte sich."),
        ("en-de", "The Fab Four played seven songs.", "Die Fab Four spielten sieben Lieder."),
        ("en-de", "At half past five, three left.", "Um halb sechs gingen drei."),
        ("en-de", "Both sides signed two copies.", "Beide Seiten zeichneten zwei Kopien."),
        ("en-de", "Three quarters of an hour", "Eine Dreiviertelstunde"),
        ("en-es", "Three quarters of an hour", "Tres cuartos de hora"),
        ("en-es", "Nine out of ten dentists", "Nueve de cada diez dentistas"),
        ("en-es", "At half past five, three left.", "A las cinco y media se fueron tres."),
        ("en-es", "For the third time in five years", "Por tercera vez en cinco años"),
        ("de-es", "Acht von neun", "Ocho de nueve"),
        ("es-en", "Veintitrés personas", "23 people"),
        ("es-en", "Una quincena", "15 days"),
        ("it-en", "Alle tre del pomeriggio.", "At 15.00."),
    ],
)
def test_the_same_number_is_right(languages: str, source: str, target: str) -> None:
    """In any words that may say it."""
    assert findings(languages, source, target) == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-de", "Nine people were injured.", "Acht Menschen wurden verletzt."),
        ("en-de", "Room for 4", "Platz für fünf"),
        ("en-de", "There are two types.", "Es gibt drei Typen."),
        ("en-de", "A five-year-old boy", "Ein sechsjähriger Junge"),
        ("en-de", "A five-star hotel", "Ein Vier-Sterne-Hotel"),
        ("en-de", "One in four women", "Jede fünfte Frau"),
        ("fr-de", "Pour la troisième fois", "Zum vierten Mal"),
        ("de-en", "Drei der sieben Richter", "Three of the six judges"),
        ("en-es", "Nine out of ten dentists", "Ocho de cada diez dentistas"),
        ("en-es", "For the third time in five years", "Por tercera vez en seis años"),
        ("ru-es", "Семь дней", "Ocho días"),
        ("de-es", "Acht von neun", "Siete de nueve"),
        ("es-en", "Veintitrés personas", "24 people"),
    ],
)
def test_another_number_is_found(languages: str, source: str, target: str) -> None:
    """Where each side has one that the other lacks."""
    assert findings(languages, source, target)
