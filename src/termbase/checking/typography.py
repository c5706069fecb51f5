"""Typography: the spaces, quotation marks and abbreviations that the language itself asks for.

French: a no-break space (U+202F or U+00A0) before ; : ! ? and inside « », and « » outside of other
quotation marks; Canadian French sets none before ; ! ?. Russian: «…» with „…“ inside, full stop
and comma after », a comma and a dash before «сказал он», no hyphen for a dash, млрд and млн
without a full stop, руб. and тыс. with one. English: “ ” or straight marks; German: „ “ or » «,
in Switzerland « ». Addresses, times, codes (`a` too), ratios and names such as «Yahoo!» are no
typography. The marks in a quotation of several segments are the author's, and are judged where
nothing closes it. With the option ``yo = "e"`` Russian ё is to be written е.

    bad   en She said: “Yes.” | fr Elle a dit: « Oui. »
    bad   en He said “yes”. | ru Он сказал “да”.
    bad   fr Cela vaut 5 milliards de roubles. | ru Это стоит 5 млрд. рублей.
    bad   fr La Lune, notre satellite. | ru Луна - наш спутник.
    good  en See http://example.org at 10:30! | fr Voir http://example.org à 10:30 !
    good  fr Elle a dit « oui ». | en She said “yes”.
    good  en Run `echo "ok";` now. | fr Lancez `echo "ok";` maintenant.
    good  en Yahoo! announced it. | fr Yahoo! l'a annoncé.
    good  en She said “yes”. | de Sie sagte »Ja«.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.french_typography import french_spots
from termbase.checking.quotation_style import quotation_spots
from termbase.checking.quotations import closes
from termbase.checking.reading import Reading
from termbase.checking.russian_typography import russian_spots
from termbase.checking.spot import Spot
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary

ID = "T505"
SEVERITY = Severity.WARNING
ON = False
_BACKTICKS = re.compile(r"`[^`\n]+`")
_NAME_WITH_MARK = re.compile(r"\b[^\W\d_a-z]\w*[!?](?=[ \u00a0][^\W\d_A-ZÀ-Þ])")
"""A name such as «Yahoo!», behind which the sentence goes on."""
OPTIONS = {"yo": ("any", "e")}


class Typography:
    """The marks in quotations that are still open: they are judged if nothing closes these."""

    def __init__(self) -> None:
        self._held: list[Finding] = []

    def read(self, reading: Reading) -> Iterator[Finding]:
        """Report what the target's language writes otherwise, and what a lost mark had excused."""
        if reading.lost:
            yield from self._held
            self._held.clear()
        spots = _spots(reading)
        yield from (_finding(reading, spot) for spot in spots)
        if closes(reading.quoted, reading.opened):
            self._held.clear()
        elif reading.opened:
            alone = quotation_spots(reading.prose, reading.target_language)
            self._held += [_finding(reading, spot) for spot in alone if spot not in spots]

    def findings(self) -> Iterator[Finding]:
        """Yield what stands in quotations that the text does not close."""
        return iter(self._held)


watch = Typography


def _spots(reading: Reading) -> list[Spot]:
    if len(reading.pair.target.strip()) < 2 or reading.untranslated:
        return []
    language = primary(reading.target_language)
    spots = list(quotation_spots(reading.prose, reading.target_language, reading.opened))
    if language == "fr":
        spots += french_spots(reading.prose, canadian=reading.target_language.endswith("-CA"))
    if language == "ru":
        spots += russian_spots(reading.prose, plain_yo=reading.option(ID, "yo") == "e")
    if not spots:
        return []
    kept = [*_lines_of_the_source(reading), *_of_the_source(reading)]
    return [
        spot
        for spot in spots
        if not any(start <= spot.start < end for start, end in kept)
        and not _parts_a_code(reading, spot)
    ]


def _parts_a_code(reading: Reading, spot: Spot) -> bool:
    """Say whether a spot is about a space at a code, which stands between it and its mark."""
    white = not reading.pair.target[spot.start : spot.end].strip()
    return white and reading.shows(spot.start, spot.end)


def _of_the_source(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield where a target has code between backticks, or a name with its mark, as its source."""
    source, target = reading.pair.source, reading.pair.target
    for pattern in (_BACKTICKS, _NAME_WITH_MARK):
        theirs = set(pattern.findall(source))
        yield from (one.span() for one in pattern.finditer(target) if one.group() in theirs)


def _lines_of_the_source(reading: Reading) -> list[tuple[int, int]]:
    """Return where the lines of a target stand that its source has, too: what is to be typed."""
    if "\n" not in reading.pair.target:
        return []
    theirs = {line.strip() for line in reading.pair.source.splitlines()}
    lines, at = [], 0
    for line in reading.pair.target.splitlines(keepends=True):
        if line.strip() in theirs:
            lines.append((at, at + len(line)))
        at += len(line)
    return lines


def _finding(reading: Reading, spot: Spot) -> Finding:
    return reading.at(
        ID,
        SEVERITY,
        spot.message,
        spot.remedy,
        target=(spot.start, spot.end),
        replacement=spot.replacement,
    )
