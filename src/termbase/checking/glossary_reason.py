"""Refused without reason: a deprecated term has no note.

Whoever is told not to write a word wants to know why. Superseded terms explain themselves.

    bad   fr booster (deprecated)
    good  fr booster (deprecated): «Anglicisme.»
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.concept import AdministrativeStatus
from termbase.model.finding import Finding, Severity

ID = "G115"
SEVERITY = Severity.WARNING


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each deprecated term without a note on it or on its concept."""
    for concept, term, language in reading.terms():
        refused = term.status is AdministrativeStatus.DEPRECATED
        if refused and not term.note and not concept.notes:
            problem = f"«{term.text}» ({language}) is deprecated, and no note says why"
            yield glossary_finding(ID, SEVERITY, concept, problem, "give the reason in its note")
