"""Only a derived form: instead of the term the translation has words derived from it.

That is often right, since a noun may well become a verb; so it is for information only. Without
this rule such a place is reported as T103.

    glossary  fr développement | en development
    bad       fr Le développement dure depuis deux ans. | en It has been developing for two years.
    good      fr Le développement dure depuis deux ans. | en Development has lasted for two years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.checking.reading import Reading
from termbase.checking.wording import advice
from termbase.model.concept import Term
from termbase.model.finding import Finding, Severity
from termbase.text.normalise import fold, unaccented
from termbase.text.words import Word, words

ID = "T104"
SEVERITY = Severity.INFO
_SHARED = 0.7
"""How much of the shorter of two words begins both when one is derived from the other."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report each term that only derived words render."""
    for missing in reading.unrendered:
        span = derived_form(reading.pair.target, missing.wanted)
        if span is None:
            continue
        hit = missing.occurrence
        yield Finding(
            rule=ID,
            severity=SEVERITY,
            message=f"only a derived form: «{reading.pair.target[span[0] : span[1]]}»"
            f" for «{reading.pair.source[hit.start : hit.end]}»",
            remedy=advice(missing.wanted),
            source=reading.pair.source,
            target=reading.pair.target,
            source_span=(hit.start, hit.end),
            target_span=span,
            reference=hit.concept.place,
            pair=reading.number,
        )


def derived_form(text: str, wanted: Sequence[Term]) -> tuple[int, int] | None:
    """Return where words derived from every long word of a term stand in a text."""
    there = [(word, _bare(word.text)) for word in words(text)]
    for term in wanted:
        own = [_bare(word.text) for word in words(term.text)]
        found = [_derived(bare, there) for bare in own if len(bare) >= 4]
        places = [word for word in found if word is not None]
        if places and len(places) == len(found):
            return min(word.start for word in places), max(word.end for word in places)
    return None


def _derived(bare: str, there: Sequence[tuple[Word, str]]) -> Word | None:
    for word, other in there:
        shared = 0
        for one, two in zip(bare, other, strict=False):
            if one != two:
                break
            shared += 1
        shorter = min(len(bare), len(other))
        if shared >= 4 and shared >= _SHARED * shorter:
            return word
    return None


def _bare(word: str) -> str:
    return unaccented(fold(word))
