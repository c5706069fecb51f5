"""Term's case: a term stands in the translation with other capitals than in the glossary.

A capital at the start of a sentence, a title in capitals and a term without capitals of its own in
a heading are right. For information only.

    glossary  fr État de l'Union | en Union State
    bad       fr Le budget de l'État de l'Union. | en The budget of the union state.
    good      fr Le budget de l'État de l'Union. | en THE BUDGET OF THE UNION STATE.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.model.concept import AdministrativeStatus
from termbase.model.finding import Finding, Severity
from termbase.model.occurrence import Occurrence
from termbase.terms.longest import longest
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.words import words

ID = "T105"
SEVERITY = Severity.INFO
ON = False

_START = lazy_pattern(r"(?:^|[.!?…:;—–\n•])[\s\"'«»“”„‘’‹›(\[—–-]*$")
_WANTED = (AdministrativeStatus.PREFERRED, AdministrativeStatus.ADMITTED)


def find(reading: Reading) -> Iterator[Finding]:
    """Report each term of the glossary whose capitals differ."""
    text = reading.pair.target
    if reading.untranslated or text.isupper():
        return
    meant = {id(hit.concept) for hit in reading.source_terms}
    for hit in longest(reading.target_terms):
        if hit.term.status not in _WANTED or not hit.term.enforced:
            continue
        if reading.pair.source.strip() and id(hit.concept) not in meant:
            continue
        right = _right(hit, text)
        if right is None:
            continue
        yield reading.at(
            ID,
            SEVERITY,
            f"case differs: «{text[hit.start : hit.end]}»",
            f"the glossary writes «{hit.term.text}»",
            target=(hit.start, hit.end),
            replacement=right if not hit.inflected else None,
            term=hit.term.text,
        )


def _right(hit: Occurrence, text: str) -> str | None:
    """Return how a term should stand there; None where it is right."""
    stands = text[hit.start : hit.end]
    have, want = ([word.text for word in words(one)] for one in (stands, hit.term.text))
    if len(have) != len(want) or stands.isupper():
        return None
    starts = bool(_START.search(text[: hit.start]))
    heading = _is_heading(text)
    for number, (one, other) in enumerate(zip(have, want, strict=True)):
        high, wanted = one[:1].isupper(), other[:1].isupper()
        if high and not wanted and ((number == 0 and starts) or heading):
            continue
        if high is not wanted or (other.isupper() and len(other) > 1 and not one.isupper()):
            first = hit.term.text[:1].upper() if starts else hit.term.text[:1]
            return first + hit.term.text[1:]
    return None


def _is_heading(text: str) -> bool:
    """Say whether most long words of a text have a capital, as English headings do."""
    long = [word.text for word in words(text) if len(word.text) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > 0.7 * len(long)
