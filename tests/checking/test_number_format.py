"""A number is written as its language writes it; the number of a version is a name."""

from __future__ import annotations

import pytest

from termbase.checking import check
from termbase.model.finding import SegmentPair


def mends(languages: str, source: str, target: str) -> list[str]:
    """Return what T202 would write."""
    found = check([SegmentPair(source, target)], [], *languages.split("-"), rules=["T202"])
    return [str(one.replacement) for one in found]


@pytest.mark.parametrize(
    ("languages", "source", "target", "wanted"),
    [
        ("en-de", "1,200,000 files", "1,200,000 Dateien", ["1.200.000"]),
        ("en-de", "1,200,000 files", "1.200.000 Dateien", []),
        ("en-it", "1,234.5 euros", "1,234.5 euro", ["1.234,5"]),
        ("en-fr", "1,200,000 files", "1.200.000 fichiers", ["1\u00a0200\u00a0000"]),
        ("it-de", "1.200 dollari", "1.200 US-Dollar", []),
        ("en-de", "1.200 kg", "1.200 kg", ["1,200"]),
        ("en-pl", "From 9 a.m. on", "Od 9.00", []),
        ("en-ru", "From 9 a.m. to 5 p.m.", "С 9.00 до 17.00.", []),
        ("en-pl", "It costs 9.00 zlotys", "Kosztuje 9.00 zł", ["9,00"]),
        ("en-pl", "It costs 9 zlotys", "Kosztuje 9.00 zł", ["9,00"]),
        ("en-fr", "It costs €9", "Il coûte 9.00 €", ["9,00"]),
        ("fr-en", "Il coûte 9 €", "It costs €9,00", ["9.00"]),
        ("en-ru", "It costs 12 dollars", "Он стоит 12.00 долларов", ["12,00"]),
        ("it-de", "Fino alle 17.30", "Bis 17.30 Uhr", []),
        ("en-ru", "1,200,000 files", "1.200.000 файлов", ["1\u00a0200\u00a0000"]),
    ],
)
def test_groups_of_three_are_parted_as_the_language_does(
    languages: str, source: str, target: str, wanted: list[str]
) -> None:
    """German sets points between them, which French and Russian do not."""
    assert mends(languages, source, target) == wanted


@pytest.mark.parametrize(
    ("languages", "source", "target", "wanted"),
    [
        ("en-fr", "darktable 1.7 is out", "darktable 1.7 est sorti", []),
        ("en-de", "Since darktable 1.7.", "Seit darktable 1.7.", []),
        ("en-ru", "PostgreSQL releases before 9.0", "с версиями PostgreSQL до 9.0", []),
        ("en-de", "PostgreSQL releases before 9.0", "PostgreSQL-Versionen vor 9.0", []),
        ("es-de", "La sección 2.3 dice más.", "Abschnitt 2.3 sagt mehr.", []),
        ("en-de", "darktable 1.5 m", "darktable 1.5 m", ["1,5"]),
        ("en-fr", "distance 1.5", "distance 1.5", ["1,5"]),
    ],
)
def test_the_number_of_a_version_is_a_name(
    languages: str, source: str, target: str, wanted: list[str]
) -> None:
    """Behind a word that is none of the language, with or without a capital; no measure is one."""
    assert mends(languages, source, target) == wanted
