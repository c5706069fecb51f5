"""Spaces that set words under each other are no slip, and an option is told by its own name."""

from __future__ import annotations

import pytest

from termbase.checking import check
from termbase.model.finding import SegmentPair


def found(rule: str, languages: str, source: str, target: str) -> int:
    pairs = [SegmentPair(source, target)]
    return len(check(pairs, [], *languages.split("-"), rules=[rule]))


@pytest.mark.parametrize(
    ("rule", "languages", "source", "target", "many"),
    [
        ("T503", "en-de", "-v\tverbose", "-v  ausführlich", 0),
        ("T503", "en-ru", "Owner     : %s", "Владелец  : %s", 0),
        ("T503", "en-de", "a ? b : c", "x ? y : z", 0),
        ("T503", "fr-en", "Quoi ?", "What ?", 1),
        ("T503", "fr-en", "« Oui »", "“ Yes ”", 2),
        ("T503", "en-de", "Owner: %s", "Besitzer : %s", 1),
        ("T504", "en-fr", "-p PORT   server port", "-p PORT   port du serveur", 0),
        ("T504", "en-fr", "-S source files", "--build=source    source seule", 0),
        ("T504", "en-es", "at most N lines", "como mucho LÍNEAS líneas", 0),
        ("T504", "en-fr", "by a digit", "par par un chiffre", 1),
        ("T504", "en-fr", "A word.", "Un  un mot.", 1),
        ("T602", "en-fr", "See https://a.org/?utm_source=x", "Voir https://a.org/", 0),
        ("T602", "en-fr", "https://a.org/?p=1&fbclid=Z#top", "https://a.org/?p=1#top", 0),
        ("T602", "en-fr", "See https://a.org/?p=1&utm_id=2", "Voir https://a.org/?p=2", 1),
    ],
)
def test_what_a_careful_reader_would_report(
    rule: str, languages: str, source: str, target: str, many: int
) -> None:
    """Columns, listed options and counters of visits are none of it."""
    assert found(rule, languages, source, target) == many
