"""What a search found: a term and how, or a unit and how well it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from termbase.model.concept import Concept, Term
from termbase.model.unit import TranslationUnit


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term that a query means, or that stands in it.

    Attributes:
        tier: How it was found: ``exact``, ``folded``, ``accents``, ``punctuation``, ``spelling``,
            ``inflected``, ``rearranged``, ``script``, ``keyboard``, ``acronym``, ``prefix``,
            ``part`` or ``misspelt``; ``inside`` where it stands in the query.
        score: 100; for a misspelt query the similarity in per cent.
        term: The term found.
        concept: Its concept, with its terms in the other languages.
        glossary: Where the concept stands.
        spans: Where the term has the query, as offsets in its text; of ``inside`` in the query.
        used: For each memory that uses the term what JSON says of it: ``memory``, ``units`` …
    """

    tier: str
    score: int
    term: Term
    concept: Concept
    glossary: str
    spans: tuple[tuple[int, int], ...] = ()
    used: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Lookup(Sequence[TermHit]):
    """What a lookup found: a sequence of its hits, best first.

    Attributes:
        hits: What the query means, each concept once.
        inside: Where there are no hits, the known terms that the query is made of.
        nearest: Where there are no hits, terms too far to be meant.
    """

    hits: tuple[TermHit, ...]
    inside: tuple[TermHit, ...] = ()
    nearest: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Return the number of hits."""
        return len(self.hits)

    @overload
    def __getitem__(self, at: int) -> TermHit: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[TermHit, ...]: ...

    def __getitem__(self, at: int | slice) -> TermHit | tuple[TermHit, ...]:
        """Return a hit, or some, by place."""
        return self.hits[at]


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
