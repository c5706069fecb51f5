"""Occurrences: known terms where they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass

from termbase.model.concept import Concept, Term


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A known term in a text.

    Attributes:
        start, end: Offsets in code points; ``text[start:end]`` is the term as it stands there.
        term: The term of the glossary.
        concept: Its concept.
        inflected: Whether it stands there in another form than the glossary's.
    """

    start: int
    end: int
    term: Term
    concept: Concept
    inflected: bool = False
