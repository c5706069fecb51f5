"""The tables of a glossary and what their concepts are about → the table that a new concept suits.

A subject field speaks for a table plainly; where there is none, the words of the terms do, each as
much for a table as the table has of all concepts with that word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from termbase.languages.function_words import EVERY_FUNCTION_WORD
from termbase.model.concept import Concept
from termbase.model.language import primary
from termbase.terms.keys import bare_words


class TablesByContent:
    """What the concepts of each table are about."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._fields: dict[str, Counter[str]] = defaultdict(Counter)
        self._words: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for one in concepts:
            table = one.place.rpartition(":")[0]
            self._fields[one.subject][table] += 1
            for word in set(_words(one)):
                self._words[word][table] += 1

    def has_field(self, concept: Concept) -> bool:
        """Say whether there are concepts of the same subject field."""
        return bool(concept.subject) and concept.subject in self._fields

    def best(self, concept: Concept, tables: Iterable[str]) -> str:
        """Return the table with most concepts like one; the first where none is like it."""
        if self.has_field(concept):
            field = self._fields[concept.subject]
            return max(tables, key=lambda one: field[one])
        shares: dict[str, float] = defaultdict(float)
        for word in dict.fromkeys(_words(concept)):
            holders = self._words.get(word, Counter())
            for table, count in holders.items():
                shares[table] += count / holders.total()
        without = self._fields.get("", Counter())
        return max(tables, key=lambda one: (round(shares.get(one, 0.0), 6), without[one]))


def _words(concept: Concept) -> Iterator[tuple[str, str]]:
    """Yield the words of the terms of a concept that say something, each with its language."""
    for term in concept.terms:
        for word in bare_words(term.text):
            if len(word) > 2 and word not in EVERY_FUNCTION_WORD:
                yield primary(term.language), word
