"""Candidates: words and phrases of a text that may be terms of its subject."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands: ``segments[segment][start:end]``, in code points."""

    segment: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word or phrase that a person may take up as a term.

    Attributes:
        text: As a dictionary would head it, as far as the text shows.
        key: The dictionary forms of its words; inflected forms share it.
        score: 0 to 10, how much it looks like a term of the subject.
        forms: How it is written in the text with how often, the commonest first.
        places: Where it stands, in order.
        evidence: What its score was made of, as (name, points); they add up before scaling.
    """

    text: str
    key: str
    score: float
    forms: tuple[tuple[str, int], ...]
    places: tuple[Place, ...]
    evidence: tuple[tuple[str, float], ...] = ()

    @property
    def count(self) -> int:
        """How often it stands in the text."""
        return len(self.places)
