"""Posteriors of beads → confidences that can be taken at their word.

A posterior knows only the paths that the model could think of. How often beads are really right
hangs also on their shape, on how their lengths agree, on how plainly the texts run side by side
around them, on whether the words of the texts speak for each other at all, and on how much is
left over. A logistic curve over these was fitted to texts aligned by people (news, encyclopaedia,
manuals, novels, mountaineers' reports) and to pairs of texts that have nothing to do with each
other, then made flatter and lower: of beads with 0.9 or more at least 99 in 100 should be right.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.beads import Path
from termbase.alignment.length import LengthModel, stretches
from termbase.alignment.sides import Reals

DIGITS = 2
"""Decimals kept, as many as are shown: what reads 0.60 is not below 0.60."""

_LEAST_ODDS, _MOST_ODDS = -8.0, 4.0
_BASE, _PER_ODDS = 0.71, 0.68
_THREE, _MORE_THAN_THREE = -0.31, -0.88
_PER_DEVIATION, _MOST_DEVIATION = -0.065, 40.0
_PER_WORDS, _LEAST_WORDS, _MOST_WORDS = -0.11, -3.0, 8.0
"""At equal odds loud words are worse: their rivals were as loud."""

_SIDE_BY_SIDE, _AROUND = 0.75, 6
_BESIDE_EMPTY, _PER_EMPTY_AROUND = -0.39, -4.0
_PER_SILENCE, _ENOUGH_WORDS, _FEW = -1.65, 3.0, 4
_PER_LEFT_OVER, _OFTEN_LEFT_OVER = -9.0, 0.6
_EMPTY_BASE, _EMPTY_PER_ODDS, _EMPTY_PER_SILENCE = 0.1, 0.53, -3.0


def confidences(
    surprise: Reals,
    words: Reals,
    path: Path,
    source: Reals,
    target: Reals,
    lengths: LengthModel,
    lack: Reals | float = 0.0,
    spelt: NDArray[np.bool_] | bool = True,
) -> list[float]:
    """Say how likely each bead is right, 0.0 to 1.0, with two decimals.

    Args:
        surprise: Logarithms of the posteriors.
        words: Nats that words alone gave each bead.
        path: The beads.
        source, target: Letters before each place.
        lengths: How lengths usually go together.
        lack: Log odds that each bead loses for words known beforehand that it does not share.
        spelt: Which beads have letters or digits on both sides; signs alone lack no words.
    """
    odds = surprise - np.log(np.maximum(1e-9, 1 - np.exp(surprise)))
    odds = np.clip(odds, _LEAST_ODDS, _MOST_ODDS)
    segments = path[:, 2] + path[:, 3]
    paired = (path[:, 2] > 0) & (path[:, 3] > 0)
    plainly = _SIDE_BY_SIDE * _share_around(paired & (segments == 2), _AROUND)
    left_over = float(segments[~paired].sum() / segments.sum())
    whole = _PER_LEFT_OVER * max(0.0, left_over - _OFTEN_LEFT_OVER) + plainly
    ours = stretches(source, path[:, 0], path[:, 2])
    theirs = stretches(target, path[:, 1], path[:, 3])
    spoken = paired & (ours > 0) & (theirs > 0) & spelt
    silence = _silence(words[spoken] / segments[spoken])
    belief = _BASE + _PER_ODDS * odds + whole + _PER_SILENCE * silence
    belief += np.where(segments == 3, _THREE, 0.0) + np.where(segments > 3, _MORE_THAN_THREE, 0.0)
    belief += _PER_DEVIATION * np.minimum(_MOST_DEVIATION, lengths.deviation(ours, theirs))
    belief += _PER_WORDS * np.clip(words / segments, _LEAST_WORDS, _MOST_WORDS)
    belief += _BESIDE_EMPTY * (_share_around(~paired, 1) > 0)
    belief += _PER_EMPTY_AROUND * _share_around(~paired, _AROUND)
    belief += lack
    empty = _EMPTY_BASE + _EMPTY_PER_ODDS * odds + whole + _EMPTY_PER_SILENCE * silence
    return [
        round(1 / (1 + math.exp(-one)), DIGITS) for one in np.where(paired, belief, empty).tolist()
    ]


def _share_around(marked: NDArray[np.bool_], reach: int) -> Reals:
    """Return, for each bead, the share of marked ones among so many before and after it."""
    before = np.concatenate([[0], np.cumsum(marked)])
    places = np.arange(len(marked))
    first, stop = np.maximum(places - reach, 0), np.minimum(places + reach + 1, len(marked))
    many = before[stop] - before[first] - marked
    shares: Reals = many / np.maximum(1, stop - first - 1)
    return shares


def _silence(words: Reals) -> float:
    """Say how many nats a segment the words of two texts lack, to be texts of one meaning.

    Args:
        words: Nats a segment of each bead with two sides. Of few beads not much is expected.
    """
    if not len(words):
        return _ENOUGH_WORDS
    middle = float(np.sort(words)[len(words) // 2])
    return max(0.0, _ENOUGH_WORDS - middle) * len(words) / (len(words) + _FEW)
