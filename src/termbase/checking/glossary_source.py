"""Empty source: a term does not say where it comes from.

A source of ``editorial`` is one: it says that somebody answers for the term without a document. A
glossary without any source is told so once.

    bad   fr lanceur, source empty
    good  fr lanceur, source editorial
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.finding import Finding, Severity

ID = "G114"
SEVERITY = Severity.WARNING


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each term without a source, or once where no term has one."""
    without = [(concept, term) for concept, term, _ in reading.terms() if not term.source]
    if without and not any(term.source for _, term, _ in reading.terms()):
        problem = "neither this term nor any other of the glossary has a source"
        yield glossary_finding(ID, SEVERITY, without[0][0], problem, "name documents, or people")
        return
    for concept, term in without:
        problem = f"«{term.text}» ({term.language}) has no source"
        yield glossary_finding(ID, SEVERITY, concept, problem, "name a document, or who says so")
