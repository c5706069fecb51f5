"""Two preferred terms: a concept has more than one in a language.

Terms for different regions do not stand in each other's way: «colour» for GB, «color» for US.

    bad   en launcher (preferred), launch vehicle (preferred)
    good  en launch vehicle (preferred), launcher (admitted)
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.concept import AdministrativeStatus
from termbase.model.finding import Finding, Severity

ID = "G103"
SEVERITY = Severity.ERROR


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each language and region with several preferred terms."""
    for concept in reading.concepts:
        chosen: dict[tuple[str, str], list[str]] = {}
        for term in concept.terms:
            if term.status is AdministrativeStatus.PREFERRED:
                chosen.setdefault((term.language, term.region), []).append(term.text)
        for (language, _), texts in chosen.items():
            if len(texts) > 1:
                said = ", ".join(f"«{text}»" for text in texts)
                problem = f"{len(texts)} preferred terms in {language}: {said}"
                yield glossary_finding(
                    ID, SEVERITY, concept, problem, "prefer one, admit the others"
                )
