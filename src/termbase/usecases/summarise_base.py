"""A base becomes figures: units and texts of each memory, concepts and terms of each glossary."""

from __future__ import annotations

from typing import Protocol

from termbase.ports import Record
from termbase.ports.terms import GlossaryInfo
from termbase.ports.units import MemoryInfo

SCHEMA = "termbase.stats/1"


class CountedTerms(Protocol):
    """What is asked of the glossaries."""

    def glossaries(self) -> list[GlossaryInfo]:
        """Return what the base knows of its glossaries."""

    def count_concepts(self) -> dict[str, int]:
        """Return how many concepts each glossary has."""

    def count_terms(self) -> dict[str, dict[str, int]]:
        """Return how many terms each glossary has in each language."""


class CountedUnits(Protocol):
    """What is asked of the memories."""

    def memories(self) -> list[MemoryInfo]:
        """Return what the base knows of its memories."""

    def count_variants(self) -> dict[str, dict[str, int]]:
        """Return how many texts each memory has in each language."""


def summarise(terms: CountedTerms, units: CountedUnits) -> Record:
    """Count what a base holds.

    Returns:
        ``{"schema", "memories": [{"name", "path", "units", "texts": {language: count}}],
        "glossaries": [{"name", "path", "concepts", "terms": {language: count}}]}``.
    """
    texts, words, concepts = units.count_variants(), terms.count_terms(), terms.count_concepts()
    return {
        "schema": SCHEMA,
        "memories": [
            {
                "name": one.name,
                "path": one.path,
                "units": one.units,
                "texts": texts.get(one.name, {}),
            }
            for one in units.memories()
        ],
        "glossaries": [
            {
                "name": one.name,
                "path": one.path,
                "concepts": concepts.get(one.name, 0),
                "terms": words.get(one.name, {}),
            }
            for one in terms.glossaries()
        ],
    }
