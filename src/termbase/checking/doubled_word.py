"""Doubled word: the same word twice in a row.

Words that a language doubles rightly (fr «nous nous», en “had had”) are not reported, nor names
(Homo sapiens sapiens), numbers, what the source doubles too, and what a list of options names and
then tells.

    bad   fr Le satellite est en orbite. | en The the satellite is in orbit.
    good  en We met. | fr Nous nous sommes rencontrés.
    good  en --port=PORT  server port | fr --port=PORT  port du serveur
    good  fr Il vit à Bora Bora. | en He lives in Bora Bora.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.lexicons import readings
from termbase.text.normalise import fold

ID = "T504"
SEVERITY = Severity.WARNING
ON = False

_TWICE = lazy_pattern(r"(?<![\w'’-])([^\W\d_]+)[ \u00a0\u202f\n]+(\1)(?![\w'’-])", re.IGNORECASE)
_GENUS = lazy_pattern(r"\b[A-Z][a-z]{3,}$")
_LATIN = lazy_pattern(r"\w{3,}(?:a|ax|e?ns|ex|is|ix|or|um|us|x)$")
"""A name of a genus at the end of a text, and how words of Latin end."""
_GERUND = lazy_pattern(
    r"[ \u00a0\u202f](?!(?:av|dev|inst|restaur|enf|vol|cour|mont|pend)ant\b)\w+ant\b"
)
"""How a French verb may go on behind «en»; «en avant» and the like are none."""
_TWINS = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_CYRILLIC = str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")
"""Letters of one look: a program in C is «на С» with either."""
_COLUMN = lazy_pattern("[ \u00a0]{3,}")
_RIGHTLY = {
    "en": "had that so no bye ha very long many well there again blah yes knock hear",
    "fr": "nous vous si non très oui faire ha etc même bien tout plus",
    "ru": "что да нет ну еле чуть ха очень много долго давно вот едва мало так",
    "de": "der die das sie",
    "it": "così via piano subito molto quasi poco mano ben no sì",
    "es": "sí no muy",
    "pt": "muito logo sim não quase já",
    "pl": "bardzo tak już dawno",
    "nl": "die dat wel heel ja nee",
}
_DOUBLED = {language: frozenset(text.split()) for language, text in _RIGHTLY.items()}


def _names_and_says(match: re.Match[str]) -> bool:
    """Say whether a word in capitals, or in another column, is told by the one behind it.

    Options of a program are listed so: «--port=PORT  port du serveur».
    """
    one, two = match.groups()
    between = match.group()[len(one) : -len(two)]
    return (one.isupper() and len(one) > 1) or bool(_COLUMN.fullmatch(between))


def _is_before_a_gerund(match: re.Match[str]) -> bool:
    """Say whether a French «en en» is right: «en en faisant»."""
    return match[1].lower() == "en" and bool(_GERUND.match(match.string, match.end()))


def _is_of_a_species(match: re.Match[str], language: str) -> bool:
    """Say whether two words are of a name in Latin: «Homo sapiens sapiens», «Gorilla gorilla»."""
    one, two = match.groups()
    before = match.string[: match.start()].rstrip()
    if one[0].isupper():
        return before[-1:].isalnum() and bool(_GENUS.fullmatch(one))
    latin = _GENUS.search(before) and _LATIN.fullmatch(two)
    return bool(latin) and not readings(fold(two), language)


def _is_behind_a_letter(match: re.Match[str], source: str) -> bool:
    """Say whether a letter names something, such as a language of programs: «на С с GTK»."""
    letter = match[1].translate(_TWINS)
    return len(letter) == 1 and letter.isupper() and bool(_alone(letter).search(source))


def _alone(letter: str) -> re.Pattern[str]:
    """Return what finds a letter within a sentence, behind a word, where no article stands."""
    return re.compile(rf"(?<=\w[\s\u00a0(-])(?:{letter}|{letter.translate(_CYRILLIC)})(?!\w)")


def find(reading: Reading) -> Iterator[Finding]:
    """Report each word that stands twice in a row."""
    if not reading.pair.target.strip() or reading.untranslated:
        return
    if _TWICE.search(reading.source_prose):
        return
    rightly = _DOUBLED.get(primary(reading.target_language), frozenset())
    for match in _TWICE.finditer(reading.prose):
        one, two = match.groups()
        if one.lower() in rightly or two[0].isupper() or _names_and_says(match):
            continue
        if primary(reading.target_language) == "fr" and _is_before_a_gerund(match):
            continue
        if _is_of_a_species(match, primary(reading.target_language)):
            continue
        if _is_behind_a_letter(match, reading.pair.source):
            continue
        if reading.shows(match.end(1), match.start(2)):
            continue
        yield reading.at(
            ID,
            SEVERITY,
            f"doubled word: {match.group()}",
            "leave one",
            target=match.span(),
            replacement=one,
        )
