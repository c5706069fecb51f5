"""Missing language: a concept has no term in a language that the glossary is for.

The languages are those of the project, or those asked for; elsewhere those that most concepts have.

    bad   fr orbite | en orbit | ru —
    good  fr orbite | en orbit | ru орбита
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary

ID = "G101"
SEVERITY = Severity.ERROR


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each language that a concept lacks."""
    for concept in reading.concepts:
        spoken = {primary(term.language) for term in concept.terms}
        for language in reading.languages:
            if language not in spoken:
                yield glossary_finding(ID, SEVERITY, concept, f"no term in {language}", "add one")
