"""Only a derived form: instead of the term the translation has words derived from it.

That is often right, since a noun may well become a verb; so it is for information only. A French
participle beside a noun counts as an adjective, after être or avoir as its verb; a term glued to
another word counts as derived, too. Who acts is not what is done (an operator, an operation), and
words that render another term of the source stand for that one: there the term is missing. Without
this rule such a place is reported as T103; where it should fail a run, give it another severity.

    glossary  fr vérification | en verification
    bad       fr Bakanov a promis une vérification. | en Bakanov had verified it.
    good      fr Bakanov a promis une vérification. | en Bakanov promised verification.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.checking.wording import advice
from termbase.model.finding import Finding, Severity

ID = "T104"
SEVERITY = Severity.INFO


def find(reading: Reading) -> Iterator[Finding]:
    """Report each term that only derived words render."""
    for missing, span in reading.derived:
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
            term=hit.term.text,
        )
