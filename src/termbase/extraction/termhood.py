"""How much a candidate looks like a term: evidence in points, added and scaled to 0–10.

The points were found by measuring on texts of several subjects in two languages, each subject
with points found on the others, and then rounded; they are the same for all languages. Points
are odds: +0.7 doubles the odds that a person would call it a term.

Source: frequency and C-value (Frantzi, Ananiadou and Mima 2000); contrast with general language
(Ahmad et al. 1999, weirdness) by a list of general words instead of frequencies.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """What the texts show of a candidate.

    Attributes:
        words: How many content words it has.
        count: How often it stands there, from 1.
        alone: Its count less the mean count of the longer candidates that hold it.
        documents: In how many texts.
        general: Share of its words that are general.
        unknown: Share of its words that the lexicon does not know.
        name: Share of its places where it has capitals within a sentence.
        continued: Share of its places where the phrase goes on behind it.
        preceded: Share of its places where the phrase has begun before it.
        linked: Whether a function word stands within.
        noun: Whether it is a phrase, or a noun alone.
        symbol: Whether it looks like a sign or a variable rather than a word.
    """

    words: int
    count: int
    alone: float
    documents: int
    general: float
    unknown: float
    name: float
    continued: float
    preceded: float
    linked: bool
    noun: bool
    symbol: bool


def evidence(traits: Traits) -> dict[str, float]:
    """Return the points for and against a candidate, by name."""
    single = traits.words == 1
    often = math.log(traits.count)
    points = {
        "base": -2.0,
        "phrase": 0.0 if single else 0.3,
        "frequency": (0.5 if single else 1.0) * often,
        "c-value": 0.4 * math.log(1 + max(0.0, math.log2(1 + traits.words) * traits.alone)),
        "spread": 0.4 * math.log(1 + 5 * traits.documents / traits.count),
        "general words": -(2.4 if single else 1.6) * traits.general,
        "unknown word": 1.0 * traits.unknown if single else 0.0,
        "name": 1.2 * traits.name,
        "part of a phrase": -0.8 * (traits.continued + traits.preceded),
        "never alone": -0.7 if traits.alone <= 0 and traits.count > 1 else 0.0,
        "length": -0.4 * max(0, traits.words - 2),
        "link": -0.8 * traits.linked,
        "no noun": 0.0 if traits.noun else -0.6,
        "symbol": -2.0 * traits.symbol,
    }
    return {name: value for name, value in points.items() if value}


def score_of(points: dict[str, float]) -> float:
    """Return points as a score from 0 to 10.

    >>> score_of({"base": 0.0})
    5.0
    """
    return 10 / (1 + math.exp(-sum(points.values())))
