"""Changes of units: what somebody did to one by hand, when, and how it was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from termbase.model.unit import TranslationUnit


class UnitPlace(NamedTuple):
    """Where a unit stands. Id: its number in the base; number: its place in the memory, from 1."""

    id: int
    memory: str
    path: str
    number: int

    def __str__(self) -> str:
        return f"{self.path or self.memory}#{self.number}"


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit before and after a change.

    Attributes:
        memory, number: Where it stands.
        verb: ``add``, ``edit`` or ``rm``.
        author: Who did it.
        date: When, as TMX writes it: 20261122T140500Z.
        before, after: None where there was, or is, none.
        id: Of the change; 0 before it is kept.
    """

    memory: str
    number: int
    verb: str
    author: str
    date: str
    before: TranslationUnit | None
    after: TranslationUnit | None
    id: int = 0
