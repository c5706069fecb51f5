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
_FIRM, _STRETCH = 100, 1.4

_LETTERS = {"en": 1.0, "fr": 1.17, "ru": 1.16, "de": 1.15, "es": 1.12, "zh": 0.75}
_OTHER_LETTERS = 1.1
"""Letters that say what 1 English letter says, white space left out (see `tokens.letters`)."""


@dataclass(frozen=True, slots=True)
class LengthModel:
    """What is known of lengths.

    Attributes:
        ratio: Target letters for one source letter.
        variance: Squared letters of deviation per letter.
    """

    ratio: float
    variance: float

    def deviation(self, source: Reals, target: Reals) -> Reals:
        """Return the squared deviation per letter of pairs of lengths, from 0."""
        expected = source * self.ratio
        squares: Reals = expected - target
        squares *= squares
        squares /= expected + target + 1e-9
        return squares

    def cost(self, source: Reals, target: Reals) -> Reals:
        """Return the nats that pairs of lengths cost, 0 to 15."""
        costs = self.deviation(source, target)
        costs /= self.variance
        return np.minimum(_MOST_COST, costs, out=costs)


def first_guess(source: Reals, target: Reals, languages: tuple[str, str]) -> LengthModel:
    """Take a usual variance, and a ratio between that of the languages and that of the texts.

    The shorter the texts, the more a sentence left out would bend their own ratio. One that is
    far from usual means that one text is far from complete.
    """
    ours, theirs = (_LETTERS.get(language, _OTHER_LETTERS) for language in languages)
    usual = theirs / ours
    own = float(target.sum() / source.sum())
    many = min(len(source), len(target))
    ratio = (usual * _FIRM + own * many) / (_FIRM + many)
    return LengthModel(min(usual * _STRETCH, max(usual / _STRETCH, ratio)), _VARIANCE)


def learn_lengths(source: Reals, target: Reals, known: LengthModel) -> LengthModel:
    """Learn from pairs of lengths that belong together; keep what is known if they are few."""
    if len(source) <= _FEW:
        return known
    learned = LengthModel(float(target.sum() / source.sum()), known.variance)
    deviation = 2 * learned.deviation(source, target)
    usual = np.sort(deviation)[int(0.97 * (len(deviation) - 1))]
    variance = float(np.minimum(deviation, usual).mean())
    return LengthModel(learned.ratio, min(_MOST_VARIANCE, max(_LEAST_VARIANCE, variance)))


def stretches(before: Reals, start: Integers, many: Integers | int) -> Reals:
    """Return the letters of so many segments from each start, those beyond the end left out.

    Args:
        before: The letters before each place of the text.
        start: The first segment of each stretch.
        many: How many segments each has.
    """
    end = len(before) - 1
    letters: Reals = before[np.minimum(start + many, end)] - before[np.minimum(start, end)]
    return letters
