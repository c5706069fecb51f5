"""Lengths of two texts → how far a bead may stray from the usual ratio.

Translations grow and shrink together; letters per letter vary like the sum of that many small
surprises (Gale and Church 1993), so the cost is squared deviation over a variance per letter.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from termbase.alignment.sides import Integers, Reals

_VARIANCE = 4.0
_LEAST_VARIANCE, _MOST_VARIANCE = 1.0, 14.0
_MOST_COST = 15.0
_FEW = 15


@dataclass(frozen=True, slots=True)
class LengthModel:
    """What is known of lengths.

    Attributes:
        ratio: Target letters for one source letter.
        variance: Squared letters of deviation per letter.
    """

    ratio: float
    variance: float

    def cost(self, source: Reals, target: Reals) -> Reals:
        """Return the nats that a pair of lengths costs, 0 to 15."""
        expected = source * self.ratio
        spread = self.variance * (expected + target) / 2 + 1e-9
        costs: Reals = np.minimum(_MOST_COST, 0.5 * (expected - target) ** 2 / spread)
        return costs


def first_guess(source: Reals, target: Reals) -> LengthModel:
    """Take the ratio of the whole texts and a usual variance."""
    return LengthModel(float(target.sum() / source.sum()), _VARIANCE)


def learn_lengths(source: Reals, target: Reals, known: LengthModel) -> LengthModel:
    """Learn from pairs of lengths that belong together; keep what is known if they are few."""
    if len(source) <= _FEW:
        return known
    ratio = float(target.sum() / source.sum())
    deviation = (source * ratio - target) ** 2 / ((source * ratio + target) / 2)
    usual = np.sort(deviation)[int(0.97 * (len(deviation) - 1))]
    variance = float(np.minimum(deviation, usual).mean())
    return LengthModel(ratio, min(_MOST_VARIANCE, max(_LEAST_VARIANCE, variance)))


def cumulated(lengths: Reals | Integers) -> Reals:
    """Return the sum before each segment, and the whole sum at the end."""
    return np.concatenate([[0.0], np.cumsum(lengths)])
