"""Numbers as lawyers, bankers and reporters write them: sections, lakhs, kopecks, basis points."""

from __future__ import annotations

import pytest

from number_findings import findings


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-ru", "Rates fell by 25 basis points.", "Ставка упала на 0,25 процентного пункта."),
        ("en-fr", "Rates fell by 25 basis points.", "Les taux ont baissé d'un quart de point."),
        ("ru-en", "Цена — 1 200 руб. 50 коп.", "The price is 1,200.50 roubles."),
        ("ru-en", "Цена — 99 коп.", "The price is 0.99 roubles."),
        ("ru-en", "Ст. 15 п. 4 Конституции", "Article 15.4 of the Constitution"),
        ("en-fr", "Under Article 15.4", "Au titre de l'article 15, paragraphe 4"),
        ("en-fr", "It costs Rs 12,34,567.", "Il coûte 1\u202f234\u202f567 roupies."),
        ("en-ru", "It costs ₹5,00,000.", "Это стоит 500\u00a0000 рупий."),
        ("en-fr", "10 lakh rupees", "un million de roupies"),
        ("en-de", "3.5 crore rupees", "35 Millionen Rupien"),
        ("en-ru", "Revenue in FY23", "Выручка за 2023 финансовый год"),
        ("es-en", "2.500 millones de dólares", "$2.5 billion"),
        ("es-en", "2.375 millones", "2.375 million"),
        ("en-fr", "FY24/25", "l'exercice 2024-2025"),
        ("en-fr", "the 21st session", "la vingt et unième session"),
        ("fr-en", "le trente et unième jour", "the 31st day"),
        ("fr-en", "le cinquantenaire de la ville", "the 50th anniversary of the town"),
        ("en-ru", "a 25-year-old man", "двадцатипятилетний мужчина"),
        ("en-ru", "a 32-storey tower", "тридцатидвухэтажная башня"),
    ],
)
def test_right_numbers_are_no_finding(languages: str, source: str, target: str) -> None:
    """What says the same is right, in the ways of its trade."""
    assert findings(languages, source, target) == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-ru", "Rates fell by 25 basis points.", "Ставка упала на 2,5 процентного пункта."),
        ("ru-en", "Цена — 1 200 руб. 50 коп.", "The price is 1,200.05 roubles."),
        ("en-fr", "Under Article 15.4", "Au titre de l'article 15, paragraphe 5"),
        ("en-fr", "The rate rose by 15.4.", "Le taux a augmenté de 15 ou 4."),
        ("en-fr", "It costs Rs 12,34,567.", "Il coûte 12\u202f345\u202f670 roupies."),
        ("en-fr", "10 lakh rupees", "dix millions de roupies"),
        ("es-en", "2.500 millones de dólares", "$2.5 million"),
        ("en-ru", "Revenue in FY23", "Выручка за 2024 финансовый год"),
        ("fr-en", "la vingt et unième session", "the 22nd session"),
        ("en-ru", "a 25-year-old man", "двадцатишестилетний мужчина"),
    ],
)
def test_other_numbers_are_found(languages: str, source: str, target: str) -> None:
    """What says something else is reported."""
    assert findings(languages, source, target)
