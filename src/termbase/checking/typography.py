"""Typography: the spaces, quotation marks and abbreviations that the language itself asks for.

French: a no-break space (U+202F or U+00A0) before ; : ! ? and inside « », and « » outside of other
quotation marks; Canadian French sets none before ; ! ?. Russian: «…» with „…“ inside, full stop
and comma after », a comma and a dash before «сказал он», no hyphen for a dash, млрд and млн
without a full stop, руб. and тыс. with one. English: “ ” or straight marks; German: „ “.
Addresses, times, codes and ratios are no typography. With the option ``yo = "e"`` Russian ё is to
be written е.

    bad   en She said: “Yes.” | fr Elle a dit: « Oui. »
    bad   en He said “yes”. | ru Он сказал “да”.
    bad   fr Cela vaut 5 milliards de roubles. | ru Это стоит 5 млрд. рублей.
    bad   fr La Lune, notre satellite. | ru Луна - наш спутник.
    good  en See http://example.org at 10:30! | fr Voir http://example.org à 10:30 !
    good  fr Elle a dit « oui ». | en She said “yes”.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.french_typography import french_spots
from termbase.checking.quotation_style import quotation_spots
from termbase.checking.reading import Reading
from termbase.checking.russian_typography import russian_spots
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary

ID = "T505"
SEVERITY = Severity.WARNING
ON = False
OPTIONS = {"yo": ("any", "e")}


def find(reading: Reading) -> Iterator[Finding]:
    """Report what the target's language writes otherwise."""
    if not reading.pair.target.strip() or reading.untranslated:
        return
    language = primary(reading.target_language)
    spots = list(quotation_spots(reading.prose, language, reading.opened))
    if language == "fr":
        spots += french_spots(reading.prose, canadian=reading.target_language.endswith("-CA"))
    if language == "ru":
        spots += russian_spots(reading.prose, plain_yo=reading.option(ID, "yo") == "e")
    for spot in spots:
        yield reading.at(
            ID,
            SEVERITY,
            spot.message,
            spot.remedy,
            target=(spot.start, spot.end),
            replacement=spot.replacement,
        )
