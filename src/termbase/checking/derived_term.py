"""Only a derived form: instead of the term the translation has words derived from it.

That is often right, since a noun may well become a verb; so it is for information only. Without
this rule such a place is reported as T103.

    glossary  fr vérification | en verification
    bad       fr Bakanov a promis une vérification. | en Bakanov had verified it.
    good      fr Bakanov a promis une vérification. | en Bakanov promised verification.
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
_ROOT = 4
"""Letters that they share at least; shorter words are not looked for."""
_SLACK = 3
"""How many words beyond twice their number derived words may spread over."""


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
    """Return where words derived from every long word of a term stand together in a text."""
    there = [(word, _bare(word.text)) for word in words(text)]
    for term in wanted:
        own = [
            bare for bare in (_bare(word.text) for word in words(term.text)) if len(bare) >= _ROOT
        ]
        reach = 2 * len(own) + _SLACK
        for first in range(len(there)) if own else ():
            near = there[first : first + reach]
            if not any(_derived(near[0][1], bare) for bare in own):
                continue
            found = [_first_derived(bare, near) for bare in own]
            places = [word for word in found if word is not None]
            if len(places) == len(own):
                return min(word.start for word in places), max(word.end for word in places)
    return None


def _first_derived(bare: str, near: Sequence[tuple[Word, str]]) -> Word | None:
    return next((word for word, other in near if _derived(bare, other)), None)


def _derived(one: str, other: str) -> bool:
    """Say whether two words begin alike for as long as words of one root do."""
    shorter = min(len(one), len(other))
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((place for place, (a, b) in pairs if a != b), shorter)
    return shared >= max(_ROOT, _SHARED * shorter)


def _bare(word: str) -> str:
    return unaccented(fold(word))
