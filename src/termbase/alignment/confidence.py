"""Posteriors of beads → confidences that can be taken at their word.

A posterior knows only the paths that the model could think of. How often beads are really right
hangs also on their shape, on how their lengths agree, on how plainly the two texts run side by
side, and on whether their words speak for each other at all. A logistic curve over these was
fitted to texts aligned by people (news, encyclopaedia, manuals, novels, mountaineers' reports)
and lowered a little: of beads with 0.9 or more at least 99 in 100 should be right.
"""

from __future__ import annotations

import math

import numpy as np

from termbase.alignment.beads import Path
from termbase.alignment.length import LengthModel, stretches
from termbase.alignment.sides import Reals

DIGITS = 4
"""Decimals kept: what lies beyond hangs on the processor's exponential."""

_LEAST_ODDS, _MOST_ODDS = -8.0, 12.0
_BASE, _PER_ODDS = -0.05, 0.8
_THREE, _MORE_THAN_THREE = -0.9, -2.0
_SIDE_BY_SIDE = 2.0
_PER_SILENCE, _ENOUGH_WORDS, _FEW = -1.5, 3.0, 4
_PER_DEVIATION, _MOST_DEVIATION = -0.12, 40.0


def confidences(
    surprise: Reals, words: Reals, path: Path, source: Reals, target: Reals, lengths: LengthModel
) -> list[float]:
    """Say how likely each bead is right, 0.0 to 1.0, with four decimals.

    Args:
        surprise: Logarithms of the posteriors.
        words: Nats that words alone gave each bead.
        path: The beads.
        source, target: Letters of the segments.
        lengths: How lengths usually go together.
    """
    share = np.exp(surprise)
    odds = surprise - np.log(np.maximum(1e-9, 1 - share))
    segments = path[:, 2] + path[:, 3]
    paired = (path[:, 2] > 0) & (path[:, 3] > 0)
    ours = stretches(source, path[:, 0], path[:, 2])
    theirs = stretches(target, path[:, 1], path[:, 3])
    deviation = np.minimum(_MOST_DEVIATION, lengths.deviation(ours, theirs))
    belief = _BASE + _PER_ODDS * np.clip(odds, _LEAST_ODDS, _MOST_ODDS)
    belief += np.where(segments == 3, _THREE, 0.0) + np.where(segments > 3, _MORE_THAN_THREE, 0.0)
    belief += _SIDE_BY_SIDE * float((paired & (segments == 2)).mean())
    belief += np.where(paired, _PER_DEVIATION * deviation, 0.0)
    belief += _PER_SILENCE * _silence(words[paired] / segments[paired])
    return [round(1 / (1 + math.exp(-one)), DIGITS) for one in belief.tolist()]


def _silence(words: Reals) -> float:
    """Say how many nats a segment the words of two texts lack, to be texts of one meaning.

    Args:
        words: Nats a segment of each bead with two sides. Of few beads not much is expected.
    """
    if not len(words):
        return _ENOUGH_WORDS
    middle = float(np.sort(words)[len(words) // 2])
    return max(0.0, _ENOUGH_WORDS - middle) * len(words) / (len(words) + _FEW)
