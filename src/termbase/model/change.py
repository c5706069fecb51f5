"""Changes: what somebody did to concepts, when, and how they were before."""

from __future__ import annotations

from dataclasses import dataclass

from termbase.model.concept import Concept


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who changes something and when. Date: ISO 8601 in UTC, such as 2026-11-22T14:05:00Z."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A concept before and after a change; None where there was, or is, none of that id."""

    old: Concept | None
    new: Concept | None

    def __post_init__(self) -> None:
        if self.old is None and self.new is None:
            raise ValueError("an edit needs a concept before or after")
        if self.old and self.new and self.old.id != self.new.id:
            raise ValueError(f"an edit keeps the id: {self.old.id}, {self.new.id}")

    @property
    def concept(self) -> str:
        """Id of the concept."""
        concept = self.new or self.old
        return concept.id if concept else ""


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """One edit that was made.

    Attributes:
        command: Number of the command that made it; the edits of one command share it.
        stamp: Who and when.
        action: ``add``, ``edit``, ``rm``, ``merge``, ``import``, ``accept`` or ``undo``.
        glossary: Name of the glossary.
        edit: The concept before and after.
        undone: Whether a later command took it back.
    """

    command: int
    stamp: Stamp
    action: str
    glossary: str
    edit: Edit
    undone: bool = False
