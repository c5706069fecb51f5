"""What a search found: a term and how, or a unit and how well it fits."""

from __future__ import annotations

from dataclasses import dataclass

from termbase.model.concept import Concept, Term
from termbase.model.unit import TranslationUnit


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term that a query means.

    Attributes:
        tier: How it was found: ``exact``, ``folded``, ``accents``, ``punctuation``, ``inflected``,
            ``rearranged``, ``script``, ``keyboard``, ``acronym``, ``prefix``, ``part`` or
            ``misspelt``.
        score: 100; for a misspelt query the similarity in per cent.
        term: The term found.
        concept: Its concept, with its terms in the other languages.
        glossary: Where the concept stands.
    """

    tier: str
    score: int
    term: Term
    concept: Concept
    glossary: str


@dataclass(frozen=True, slots=True)
class Match:
    """A unit of a memory that is like a text.

    Attributes:
        score: 0 to 101, after penalties; 100 is the identical text.
        raw: Before them.
        penalties: What was taken off, as (name, points).
        text: The text of the unit that was compared.
        targets: Its other texts, by language as written.
        unit: All of it.
        memory: Where it stands.
        number: Its place there, from 1.
    """

    score: int
    raw: int
    penalties: tuple[tuple[str, int], ...]
    text: str
    targets: dict[str, str]
    unit: TranslationUnit
    memory: str
    number: int
