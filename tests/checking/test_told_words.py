"""What words tell beside no figure: republics, wars, centuries, decades, lots, parts of a day."""

from __future__ import annotations

import pytest

from number_findings import findings


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("fr-en", "La Ve République", "The Fifth Republic"),
        ("fr-en", "La Ve République", "The 5th Republic"),
        ("fr-ru", "La Ve République", "V Республика"),
        ("fr-ru", "Sous le Second Empire", "Во времена Второй империи"),
        ("fr-de", "La Vᵉ République", "Die Fünfte Republik"),
        ("en-es", "World War II", "La II Guerra Mundial"),
        ("en-fr", "World War I", "La Première Guerre mondiale"),
        ("en-de", "The first republic in Africa", "Die erste Republik Afrikas"),
        ("ru-en", "Десятки тысяч людей", "Tens of thousands of people"),
        ("es-en", "El siglo XXI", "The twenty-first century"),
        ("en-de", "The nineteenth century", "Das neunzehnte Jahrhundert"),
        ("en-es", "In the 1980s", "En los años ochenta"),
        ("en-de", "In the 1930s", "In den dreißiger Jahren"),
        ("en-de", "In the nineties", "In den Neunzigern"),
        ("en-de", "At half past five", "Um halb sechs"),
        ("fr-es", "À cinq heures et demie", "A las cinco y media"),
        ("en-de", "Quarter to nine", "Viertel vor neun"),
        ("en-de", "Open until 9 p.m.", "Geöffnet bis 21 Uhr"),
        ("en-de", "Open until 9 p.m.", "Geöffnet bis 9 Uhr abends"),
        ("en-de", "From 2 to 5 p.m.", "Von 14 bis 17 Uhr"),
        ("en-de", "12 p.m.", "12 Uhr"),
        ("en-fr", "He slept 9 hours, until 9 p.m.", "Il a dormi pendant 9 heures."),
    ],
)
def test_the_same_in_other_words_is_right(languages: str, source: str, target: str) -> None:
    """Each language tells it in its way."""
    assert findings(languages, source, target) == []


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("fr-en", "La Ve République", "The Fourth Republic"),
        ("fr-en", "La Ve République", "The 4th Republic"),
        ("fr-ru", "La Ve République", "Четвёртая республика"),
        ("fr-ru", "Sous le Second Empire", "Во времена Первой империи"),
        ("fr-de", "La Vᵉ République", "Die Vierte Republik"),
        ("en-es", "World War II", "La I Guerra Mundial"),
        ("en-fr", "World War II", "La Première Guerre mondiale"),
        ("en-ru", "World War II", "Первая мировая война"),
        ("ru-en", "Десятки тысяч людей", "Hundreds of thousands of people"),
        ("en-fr", "Hundreds of millions", "Des centaines de milliers"),
        ("es-en", "El siglo XX", "The 21st century"),
        ("en-de", "The nineteenth century", "Das achtzehnte Jahrhundert"),
        ("en-es", "In the 1990s", "En los años ochenta"),
        ("en-de", "In the 1990s", "In den Achtzigerjahren"),
        ("en-de", "At half past five", "Um halb fünf"),
        ("fr-es", "À cinq heures et demie", "A las seis y media"),
        ("en-de", "Quarter to nine", "Viertel nach neun"),
        ("en-es", "Quarter to nine", "Las nueve y cuarto"),
        ("en-de", "Open until 9 p.m.", "Geöffnet bis 9 Uhr"),
        ("en-fr", "Open until 9 p.m.", "Ouvert jusqu'à 9 h"),
        ("en-ru", "Open until 9 p.m.", "Открыто до 9 часов"),
    ],
)
def test_something_else_is_found(languages: str, source: str, target: str) -> None:
    """Another republic, war, century or decade, and tens for hundreds of thousands."""
    assert findings(languages, source, target)
