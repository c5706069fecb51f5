"""What the term rules say in the same words."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.checking.certain_form import certain_form
from termbase.checking.reading import Reading
from termbase.checking.renderings import Misuse
from termbase.model.concept import Term
from termbase.model.finding import Finding, Severity

_MOST = 3


def advice(wanted: Sequence[Term]) -> str:
    """Return what to write, the preferred term first; empty where the glossary names nothing.

    >>> advice([Term("Union State", "en"), Term("the Union", "en")])
    'use «Union State» or «the Union»'
    """
    texts = list(dict.fromkeys(term.text for term in wanted))[:_MOST]
    return "use " + " or ".join(f"«{text}»" for text in texts) if texts else ""


def misuse_finding(
    reading: Reading, misuse: Misuse, rule: str, severity: Severity, problem: str
) -> Finding:
    """Return the finding for a refused term, at its place in the target."""
    hit, opposite = misuse.occurrence, misuse.opposite
    return Finding(
        rule=rule,
        severity=severity,
        message=f"{problem} «{reading.pair.target[hit.start : hit.end]}»",
        remedy=advice(misuse.wanted),
        source=reading.pair.source,
        target=reading.pair.target,
        source_span=(opposite.start, opposite.end) if opposite else None,
        target_span=(hit.start, hit.end),
        reference=hit.concept.place,
        pair=reading.number,
        replacement=certain_form(hit, misuse.wanted, reading.pair.target, reading.target_language),
        term=hit.term.text,
    )
