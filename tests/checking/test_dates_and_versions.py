"""Dates, spans of time, parts and versions, as several languages tell them."""

from __future__ import annotations

import pytest

from termbase.checking import check
from termbase.model.finding import SegmentPair


def found(languages: str, source: str, target: str) -> list[str]:
    pairs = [SegmentPair(source, target)]
    return [one.message for one in check(pairs, [], *languages.split("-"), rules=["T201"])]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-fr", "14 Mar 2024", "14/03/2024"),
        ("en-ru", "14 Sep 2024", "14.09.2024"),
        ("en-de", "On March 14, 2024", "Am 14. März 2024"),
        ("en-es", "On May 14", "El 14 de mayo"),
        ("en-de", "the 1990s", "die 90er-Jahre"),
        ("es-en", "los años 90", "the nineties"),
        ("es-en", "en la década de 1980", "in the 1980s"),
        ("en-de", "half an hour", "30 Minuten"),
        ("de-en", "anderthalb Stunden", "90 minutes"),
        ("en-de", "25% of them", "ein Viertel davon"),
        ("en-de", "75% of them", "drei Viertel davon"),
        ("en-es", "2/3 of them", "dos tercios de ellos"),
        ("en-de", "1/100 of a second", "eine Hundertstelsekunde"),
        ("en-de", "18 months", "anderthalb Jahre"),
        ("de-en", "alle 14 Tage", "every two weeks"),
        ("en-es", "90 minutes", "hora y media"),
        ("en-es", "at 17:00", "a las 5 de la tarde"),
        ("es-fr", "quince días", "deux semaines"),
        ("en-de", "24/7 support", "Support rund um die Uhr"),
        ("en-fr", "in 100ths of a second", "en centièmes de seconde"),
        ("en-fr", "accurate to 1/1000 of a second", "précis au millième de seconde"),
        ("en-fr", "pages 1-3,7,11", "pages 1-3, 7, 11"),
        ("en-de", "values 0,1,2 only", "nur 0, 1 oder 2"),
        ("fr-ru", "François Ier et Nicolas II", "Франциск I и Николай II"),
        ("fr-en", "François Ier", "Francis I"),
        ("fr-ru", "Louis II et Mojmír", "Людовик Немецкий и Моймир I"),
        ("fr-ru", "Partie I. Nicolas Ier", "Часть первая. Николай I"),
        ("en-de", "Bi-monthly", "Alle 2 Monate"),
        ("en-de", "Skip alternate lines", "Jede 2. Zeile überspringen"),
        ("en-fr", "10^6 cells", "10⁶ cellules"),
        ("en-ru", "5 microns", "5 мкм"),
        ("en-fr", "You may 5 times", "Vous pouvez 5 fois"),
        ("en-fr", "Python 3.10 and Python 3.1", "Python 3.1 et Python 3.10"),
        ("en-fr", "Cost: 3.10", "Coût : 3,1"),
        ("fr-en", "dans deux jours", "in two days"),
        ("en-fr", "31/01/24", "31/01/2024"),
        ("en-de", "On 01/31/2024", "Am 31.01.24"),
        ("fr-en", "Un taux de 5,5 p. 100", "A rate of 5.5%"),
        ("en-fr", "From 5% to 7%", "De 5 p. 100 à 7 p. 100"),
        ("en-pl", "In March they have 5", "W marcu mają 5"),
        ("en-pl", "They may have 5", "Mogą mieć 5"),
        ("en-pt", "A landmark of 5 m", "Um marco de 5 m"),
        ("en-it", "A rate of 5%", "Un tasso del 5 per cento"),
        ("en-pl", "A rate of 5%", "Stopa 5 proc."),
    ],
)
def test_what_is_told_in_another_way_is_right(languages: str, source: str, target: str) -> None:
    """Short months, decades, spans and parts say the same in each language."""
    assert found(languages, source, target) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "message"),
    [
        ("en-fr", "On March 14, 2024", "Le 14 avril 2024", "March → avril"),
        ("en-ru", "In March 2024", "В мае 2024 года", "March → мае"),
        ("en-fr", "May 2024", "mars 2024", "May → mars"),
        ("en-de", "On March 14, 2024", "Am 14. Mai 2024", "March → Mai"),
        ("en-es", "On March 14, 2024", "El 14 de mayo de 2024", "March → mayo"),
        ("en-fr", "31/01/24", "31/01/2025", "24 → 2025"),
        ("en-it", "On 5 March 2026", "Il 5 maggio 2026", "March → maggio"),
        ("en-pt", "On 5 March 2026", "A 5 de maio de 2026", "March → maio"),
        ("en-pl", "On 5 March 2026", "5 maja 2026 r.", "March → maja"),
        ("en-it", "A rate of 5%", "Un tasso di 5", "per cent missing: 5"),
        ("en-pl", "A rate of 5%", "Stopa 5", "per cent missing: 5"),
        ("en-pt", "A rate of 5%", "Uma taxa de 5", "per cent missing: 5"),
        ("fr-en", "Un taux de 5 p. 100", "A rate of 5", "per cent missing: 5"),
        ("en-fr", "A rate of 5%", "Un taux de 6 p. 100", "5 → 6"),
        ("en-de", "the 1990s", "die 80er-Jahre", "added: 80"),
        ("en-de", "half an hour", "40 Minuten", "number added: 40"),
        ("en-de", "25% of them", "ein Drittel davon", "number missing: 25"),
        ("en-fr", "values 0,1,2", "valeurs 0, 1 ou 3", "2 → 3"),
        ("fr-en", "quatre-vingt-dix-sept pages", "eighty-seven pages", "sept → eighty-seven"),
        ("en-fr", "A two-thirds majority", "Une majorité des trois quarts", "two-thirds → trois"),
        ("en-fr", "every two weeks", "tous les deux mois", "two weeks → deux mois"),
        ("en-fr", "5 µm thick", "5 mm d'épaisseur", "5 µm → 5 mm"),
        ("fr-en", "François Ier", "Francis II", "I → II"),
        ("fr-ru", "Nicolas II", "Николай I", "II → I"),
        ("ru-en", "Карл X отрёкся.", "Charles IX abdicated.", "X → IX"),
        ("en-fr", "Python 3.10 or later", "Python 3.1 ou plus récent", "3.10 → 3.1"),
    ],
)
def test_what_says_something_else_is_found(
    languages: str, source: str, target: str, message: str
) -> None:
    """Another month, decade, part, unit or version."""
    [told] = found(languages, source, target)

    assert message in told
