"""How a term was found, and which of several finds comes first.

Tiers never cross: however near a term of a later tier is, it stands behind those of the earlier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from termbase.model.row import TermRow
from termbase.terms.keys import FOLDED
from termbase.text.normalise import fold

EXACT, ACCENTS, PUNCTUATION, SPELLING = "exact", "accents", "punctuation", "spelling"
INFLECTED, REARRANGED, SCRIPT, KEYBOARD = "inflected", "rearranged", "script", "keyboard"
ACRONYM, PREFIX, PART, MISSPELT = "acronym", "prefix", "part", "misspelt"
TIERS = (
    *(EXACT, FOLDED, ACCENTS, PUNCTUATION, SPELLING, INFLECTED, REARRANGED),
    *(SCRIPT, KEYBOARD, ACRONYM, PREFIX, PART, MISSPELT),
)
"""How a term was found, best first."""
_AS_TYPED = (EXACT, FOLDED, ACCENTS)
NEAR = 78
"""A misspelt term that shares fewer per cent of its letters with a query is doubted."""
WORD_APART = 100
"""So far off is a term with a word more than the query; a letter that differs counts one."""
SCATTERED = 50
"""So far off is a part whose words stand apart, or in another order, where the query's do not."""


class TermHit(NamedTuple):
    """A term found.

    Attributes:
        score: 100; for a misspelt query the similarity in per cent.
        far: How far the term is from the query among those of its tier, from 0: words more than
            were asked for, or letters that differ.
    """

    tier: str
    score: int
    term: TermRow
    far: int = 0


class Hits(dict[int, TermHit]):
    """The nearest hit of each term, by the number of the term."""

    def take(self, found: Iterable[TermHit]) -> None:
        """Take hits; of those of one term the nearest stays."""
        for hit in found:
            known = self.get(hit.term.id)
            if known is None or _nearness(hit) < _nearness(known):
                self[hit.term.id] = hit

    def as_typed(self) -> bool:
        """Say whether a term is written as the query, but for case and accents."""
        return any(hit.tier in _AS_TYPED for hit in self.values())

    def first(self) -> TermHit:
        """Return the hit that was taken first; there must be one."""
        return next(iter(self.values()))


def _nearness(hit: TermHit) -> tuple[int, int]:
    return TIERS.index(hit.tier), hit.far


def ordered(hits: Iterable[TermHit], query: str) -> list[TermHit]:
    """Return hits by tier, score, nearness, status, signs lacking of the query, length and text."""
    asked = Counter(fold(query)).items()

    def order(hit: TermHit) -> tuple[int, int, int, int, int, int, str, int]:
        row = hit.term
        tier = TIERS.index(hit.tier)
        have = fold(row.text).count
        lacking = sum(max(0, wanted - have(sign)) for sign, wanted in asked)
        length = len(row.text)
        return tier, -hit.score, hit.far, row.standing, lacking, length, row.text, row.id

    return sorted(hits, key=order)
