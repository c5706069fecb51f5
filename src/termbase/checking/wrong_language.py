"""Wrong language: the target is not in the language that it should be in.

Told by its script and by the short words that hold sentences together. Names that the source has
too, quotations and segments of a few words say too little and are not reported; a copy of the
source is T301.

    bad   fr Le satellite est en orbite depuis deux ans. | en Der Satellit ist seit zwei Jahren auf der Umlaufbahn.
    bad   fr Le satellite est en orbite. | ru The satellite is in orbit around the Earth.
    good  fr Le satellite est en orbite. | en The satellite “Le Verrier de la Terre” is in orbit.
    good  fr Wi-Fi, Bluetooth et USB-C | ru Wi-Fi, Bluetooth и USB-C
"""  # noqa: E501  (an example stands on one line)

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.quotations import QUOTED
from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.short_words import language_instead
from termbase.text.words import word_texts, words

ID = "T401"
SEVERITY = Severity.WARNING
ON = False

_KEYS = lazy_pattern(r"\[\w(?:[,/]\w)+")
"""What may be typed to answer, with nothing but letters: ``[y,n,q]``."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report a target that speaks another language."""
    if not reading.pair.target.strip() or reading.untranslated:
        return
    if reading.typed:
        return
    wanted = primary(reading.target_language)
    guess = language_instead(_without_shared_names(reading), wanted)
    if guess:
        yield reading.whole(
            ID, SEVERITY, f"wrong language: {guess} instead of {wanted}", f"translate into {wanted}"
        )


def _without_shared_names(reading: Reading) -> str:
    source = reading.pair.source
    theirs = {word.text for word in words(source)}
    quoted = {word for stretch in QUOTED.findall(source) for word in word_texts(stretch)}
    return " ".join(
        word.text
        for word in words(_KEYS.sub(" ", reading.prose))
        if word.text not in (quoted if word.text.islower() else theirs)
    )
