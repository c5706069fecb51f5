"""All rows of beads over a band → how likely each bead of the best one is.

Forward and backward sums over every path give the posterior of a bead. Words repeat each other's
evidence, so raw posteriors claim too much: scores are divided by a temperature first.
"""

from __future__ import annotations

import numpy as np

from termbase.alignment.band import Band
from termbase.alignment.beads import Path
from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.logarithm import UNIT
from termbase.alignment.scores import SHAPES
from termbase.alignment.sides import Reals

TEMPERATURE = 3.0

_NONE = -1e30
_INSERT = SHAPES.index((0, 1))
_STEPS = tuple(
    (kind, ours, theirs) for kind, (ours, theirs) in enumerate(SHAPES) if kind != _INSERT
)


def posteriors(scores: Units, band: Band, insertion: int, path: Path) -> Reals:
    """Return the posterior of each bead of a path, 0 to 1.

    Args:
        scores: By shape, source place and column of the band.
        band: The strip that the scores are laid out on.
        insertion: Units of a target segment without counterpart.
        path: The beads, all within the band.
    """
    cool = 1.0 / (UNIT * TEMPERATURE)
    climb = insertion * cool * np.arange(band.width, dtype=np.float64)
    before = _forward(scores, band, climb, cool)
    after = _backward(scores, band, climb, cool)
    kinds = np.array([SHAPES.index((ours, theirs)) for ours, theirs in path[:, 2:].tolist()])
    start, stop = path[:, 0], path[:, 0] + path[:, 2]
    column = path[:, 1] - band.first[start]
    end_column = path[:, 1] + path[:, 3] - band.first[stop]
    own = scores[kinds, np.minimum(start, scores.shape[1] - 1), column]
    own = np.where(kinds == _INSERT, insertion, own) * cool
    chance: Reals = np.exp(before[start, column] + own + after[stop, end_column] - after[0, 0])
    return np.minimum(1.0, chance)


def _forward(scores: Units, band: Band, climb: Reals, cool: float) -> Reals:
    """Return the log sum of all paths from the start to each cell."""
    sums = np.empty((len(band.first), band.width))
    past: list[Reals] = []
    for place in range(len(band.first)):
        options = np.full((len(SHAPES), band.width), _NONE)
        if place == 0:
            options[0, 0] = 0.0
        for kind, ours, theirs in _STEPS:
            if ours <= place:
                shift = int(band.first[place] - band.first[place - ours]) - theirs
                begin, end = max(0, -shift), min(band.width, band.width - shift)
                if begin < end:
                    reached = past[-ours][kind]
                    options[kind, begin:end] = reached[begin + shift : end + shift]
        total = _log_sum(options)
        sums[place] = np.logaddexp.accumulate(total - climb) + climb
        if place < len(band.first) - 1:
            past.append(sums[place] + scores[:, place] * cool)
            del past[:-LARGEST]
    return sums


def _backward(scores: Units, band: Band, climb: Reals, cool: float) -> Reals:
    """Return the log sum of all paths from each cell to the end."""
    last = len(band.first) - 1
    sums = np.empty((len(band.first), band.width))
    for place in range(last, -1, -1):
        options = np.full((len(SHAPES), band.width), _NONE)
        if place == last:
            options[0, -1] = 0.0
        for kind, ours, theirs in _STEPS:
            if place + ours <= last:
                shift = theirs - int(band.first[place + ours] - band.first[place])
                begin, end = max(0, -shift), min(band.width, band.width - shift)
                if begin < end:
                    options[kind, begin:end] = (
                        sums[place + ours, begin + shift : end + shift]
                        + scores[kind, place, begin:end] * cool
                    )
        total = _log_sum(options)[::-1]
        sums[place] = (np.logaddexp.accumulate(total - climb) + climb)[::-1]
    return sums


def _log_sum(options: Reals) -> Reals:
    largest = options.max(axis=0)
    total: Reals = largest + np.log(np.exp(options - largest).sum(axis=0))
    return total
