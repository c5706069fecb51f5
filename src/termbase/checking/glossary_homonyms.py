"""Homonyms without a note: a term stands in two concepts, or twice in one, and nobody says why.

A note beside each of them, or on its concept, tells the next translator which one is meant. The
same term twice in one concept is always wrong.

    bad   ru САС = service life; ru САС = launch escape system
    good  both with a note: «Также система аварийного спасения.»
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.concept import Concept, Term
from termbase.model.finding import Finding, Severity

ID = "G104"
SEVERITY = Severity.WARNING


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each term that shares its text and language with another."""
    places: dict[tuple[str, str], list[tuple[Concept, Term]]] = {}
    for concept, term, language in reading.terms():
        places.setdefault((language, term.text), []).append((concept, term))
    for (language, text), found in places.items():
        ids = [concept.id for concept, _ in found]
        for number, (concept, term) in enumerate(found):
            if concept.id in ids[:number]:
                problem = f"«{text}» ({language}) stands there twice"
                yield glossary_finding(ID, SEVERITY, concept, problem, "leave one out")
            elif len(set(ids)) > 1 and not term.note and not concept.notes:
                others = ", ".join(sorted({one for one in ids if one != concept.id}))
                problem = f"«{text}» ({language}) is also a term of {others}"
                yield glossary_finding(
                    ID, SEVERITY, concept, problem, "say in a note which one is meant"
                )
