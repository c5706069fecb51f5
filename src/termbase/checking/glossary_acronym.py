"""Acronym without expansion: nothing in its concept says what its letters stand for.

A full form of the concept, in any language, must hold the letters in their order, or a note beside
the acronym must explain it.

    bad   fr RTG, with no other term and no note
    good  fr RTG beside en radioisotope thermoelectric generator
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import ACRONYM, GlossaryReading, glossary_finding
from termbase.model.finding import Finding, Severity
from termbase.text.normalise import fold

ID = "G113"
SEVERITY = Severity.WARNING


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each acronym that nobody explains."""
    for concept, term, language in reading.terms():
        if term.type.lower() != ACRONYM or term.note:
            continue
        full = [one.text for one in concept.terms if one.type.lower() != ACRONYM]
        if not any(_holds(text, term.text) for text in full):
            problem = f"«{term.text}» ({language}) is expanded nowhere"
            yield glossary_finding(
                ID, SEVERITY, concept, problem, "add the full form as a term, or a note"
            )


def _holds(text: str, acronym: str) -> bool:
    """Say whether a full form has the letters of an acronym, in their order."""
    letters = iter(fold(text))
    return all(sign in letters for sign in fold(acronym) if sign.isalpha())
