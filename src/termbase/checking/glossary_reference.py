"""Dangling reference: a relation points to nothing in the glossary.

It may point to a concept or, as TBX allows, to a term.

    bad   see:orbitt
    good  see:orbit
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.finding import Finding, Severity

ID = "G107"
SEVERITY = Severity.ERROR


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each relation whose target is missing."""
    known = {concept.id for concept in reading.concepts}
    known |= {term.id for _, term, _ in reading.terms() if term.id}
    for concept in reading.concepts:
        for relation in concept.relations:
            if relation.target and relation.target.lstrip("#") not in known:
                problem = f"{relation.kind} points to «{relation.target}», which is not there"
                yield glossary_finding(
                    ID, SEVERITY, concept, problem, "name a concept of the glossary"
                )
