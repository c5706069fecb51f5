"""Rows: what a store hands out before anything is ranked, light enough for thousands of them.

Plain slotted classes: they are needed at every lookup, and making a dataclass or a named tuple
costs more than answering.
"""

from __future__ import annotations

from typing import Any


class TermRow:
    """A stored term.

    Attributes:
        id: Number of the term in the base.
        concept: Number of its concept in the base.
        language: BCP 47 tag.
        text: The term as written.
        standing: 0 for preferred to 4 for deprecated.
        forms: The principal key of each of its words, joined by one space.
        words: The number of each of its words, joined by one space.
    """

    __slots__ = ("concept", "forms", "id", "language", "standing", "text", "words")

    def __init__(
        self, id: int, concept: int, language: str, text: str, standing: int, forms: str, words: str
    ) -> None:
        self.id = id
        self.concept = concept
        self.language = language
        self.text = text
        self.standing = standing
        self.forms = forms
        self.words = words


class UnitRow:
    """A stored unit. Number: its place in its memory, from 1; changed: TMX date or empty."""

    __slots__ = ("changed", "id", "memory", "number", "path", "record")

    def __init__(
        self, id: int, memory: str, path: str, number: int, changed: str, record: dict[str, Any]
    ) -> None:
        self.id = id
        self.memory = memory
        self.path = path
        self.number = number
        self.changed = changed
        self.record = record


class Usage:
    """How much a memory uses a term. Last: their latest TMX date, or empty; unit: one of them."""

    __slots__ = ("last", "memory", "path", "unit", "units")

    def __init__(self, memory: str, path: str, units: int, last: str, unit: int) -> None:
        self.memory = memory
        self.path = path
        self.units = units
        self.last = last
        self.unit = unit
