"""No preferred term: a language of a concept has terms, and none is preferred.

A glossary that gives no term a status is a plain list, and nothing is asked of it.

    bad   fr lanceur (admitted), fusée porteuse (admitted)
    good  fr lanceur (preferred), fusée porteuse (admitted)
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.concept import AdministrativeStatus
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary

ID = "G102"
SEVERITY = Severity.WARNING


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each language of a concept without a preferred term."""
    if not any(term.status for _, term, _ in reading.terms()):
        return
    for concept in reading.concepts:
        standing: dict[str, bool] = {}
        for term in concept.terms:
            language = primary(term.language)
            preferred = term.status is AdministrativeStatus.PREFERRED
            standing[language] = standing.get(language, False) or preferred
        for language, preferred in standing.items():
            if not preferred:
                problem = f"no preferred term in {language}"
                yield glossary_finding(ID, SEVERITY, concept, problem, "mark one as preferred")
