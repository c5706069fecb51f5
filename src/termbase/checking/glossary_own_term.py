"""Definition by itself: a definition uses a term of its own concept.

It explains nothing to whoever does not know the term; inflected forms count.

    bad   spaceport: site from which spaceports launch rockets
    good  spaceport: site from which rockets depart
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary

ID = "G105"
SEVERITY = Severity.WARNING


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each definition that holds a term of its concept."""
    for concept in reading.concepts:
        for definition in concept.definitions:
            language = primary(definition.language) if definition.language else ""
            word = reading.uses.get((concept.id, language), {}).get(concept.id)
            if word:
                problem = f"its definition ({language}) says «{word}» itself"
                yield glossary_finding(ID, SEVERITY, concept, problem, "say it in other words")
