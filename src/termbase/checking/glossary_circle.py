"""Circular definitions: two concepts are defined by each other.

Each definition uses a term of the other concept, in one language, so neither can be understood
first. Longer circles are not looked for, and names may point to
each other: a country and its capital.

    bad   stage: part of a launcher; launcher: what consists of stages
    good  stage: part of a launcher; launcher: vehicle that places craft in space
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding, is_proper
from termbase.model.concept import Concept
from termbase.model.finding import Finding, Severity

ID = "G106"
SEVERITY = Severity.WARNING


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each pair once, at the first of the two."""
    by_id = {concept.id: concept for concept in reading.concepts}
    for (one, language), words in reading.uses.items():
        for other, word in words.items():
            back = reading.uses.get((other, language), {}).get(one)
            if one < other and back and not (_is_name(by_id[one]) and _is_name(by_id[other])):
                problem = (
                    f"its definition ({language}) says «{word}», and that of {other} says «{back}»"
                )
                yield glossary_finding(
                    ID, SEVERITY, by_id[one], problem, "define one without the other"
                )


def _is_name(concept: Concept) -> bool:
    return any(is_proper(term) for term in concept.terms)
