"""Term missing: a term of the source has none of its renderings in the translation.

One preferred or admitted rendering, in any of its forms, is enough for all occurrences of a
term; the longest term counts, not those inside of it; where concepts share a term, a rendering
of any of them will do; the sign of a currency (€, USD) renders its name, and a verb may stand in
its parts («Melden Sie sich an», «conéctese», «switch it off»). Candidates and terms
without a status demand nothing; one that is provisional or finalized and was left without a status
on purpose is accepted.

    glossary  fr télédétection | en remote sensing
    bad       fr Un satellite pour la télédétection. | en A satellite for observation.
    good      fr Un satellite pour la télédétection. | en A remote-sensing satellite.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.reading import Reading
from termbase.checking.wording import advice
from termbase.model.finding import Finding, Severity

ID = "T103"
SEVERITY = Severity.ERROR


def find(reading: Reading) -> Iterator[Finding]:
    """Report each term without rendering, at its place in the source."""
    derived = [missing for missing, _ in reading.derived] if "T104" in reading.rules else []
    for missing in reading.unrendered:
        if missing in derived:
            continue
        hit = missing.occurrence
        yield Finding(
            rule=ID,
            severity=SEVERITY,
            message=f"term missing for «{reading.pair.source[hit.start : hit.end]}»",
            remedy=advice(missing.wanted),
            source=reading.pair.source,
            target=reading.pair.target,
            source_span=(hit.start, hit.end),
            reference=hit.concept.place,
            pair=reading.number,
            term=hit.term.text,
        )
