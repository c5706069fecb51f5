"""All rows of beads over a band → the share of each bead of the best one among them.

Forward and backward sums over every path give the posterior of a bead. Words repeat each other's
evidence, so raw posteriors claim too much: scores are divided by a temperature first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.band import Band
from termbase.alignment.beads import Path
from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.logarithm import UNIT
from termbase.alignment.scores import departures
from termbase.alignment.sides import Integers, Reals

_TEMPERATURE = 2.0

_NONE = -1e30


def log_posteriors(rows: Sequence[Units], band: Band, climb: Integers, path: Path) -> Reals:
    """Return the logarithm of the posterior of each bead of a path, at most 0.

    Args:
        rows: For each source place but the last the scores of the beads that start there (see
            `score_rows`).
        band: The strip that the scores are laid out on.
        climb: For each target place the units of all target segments before it, were they without
            counterpart.
        path: The beads, all within the band.
    """
    cool = 1.0 / (UNIT * _TEMPERATURE)
    cooled = np.asarray(climb * cool, dtype=np.float64)
    before = _forward(rows, band, cooled, cool)
    after = _backward(rows, band, cooled, cool)
    first = band.first.tolist()
    whole = float(after[0][0])
    surprise = []
    for i, j, ours, theirs in path.tolist():
        arrival = j + theirs - first[i]
        own = rows[i][ours - 1, theirs, arrival] if ours else climb[j + 1] - climb[j]
        rest = float(after[i + ours][j + theirs - first[i + ours]])
        surprise.append(float(before[i][j - first[i]]) + float(own) * cool + rest - whole)
    return np.minimum(0.0, surprise)


def _forward(rows: Sequence[Units], band: Band, climb: Reals, cool: float) -> list[Reals]:
    """Return the log sum of all paths from the start to each cell."""
    first, last = band.first.tolist(), band.last.tolist()
    shift = departures(band.width)
    sums: list[Reals] = []
    past: list[Reals] = []
    for place, low in enumerate(first):
        width = last[place] - low + 1
        options = np.full((LARGEST, width), _NONE)
        if place == 0:
            options[0, 0] = 0.0
        for ours in range(1, min(LARGEST, place) + 1):
            begin = low - first[place - ours]
            arrived = past[-ours][ours - 1, begin : begin + width]
            options[ours - 1, : len(arrived)] = arrived
        upward = climb[low : low + width]
        sums.append(np.logaddexp.accumulate(_log_sum(options, 0) - upward) + upward)
        if place < len(rows):
            padded = np.full(width + 2 * LARGEST, _NONE)
            padded[LARGEST:-LARGEST] = sums[place]
            leaving = padded.take(shift[:, : width + LARGEST]) + rows[place] * cool
            past.append(_log_sum(leaving, 1))
            del past[:-LARGEST]
    return sums


def _backward(rows: Sequence[Units], band: Band, climb: Reals, cool: float) -> list[Reals]:
    """Return the log sum of all paths from each cell to the end."""
    first, last = band.first.tolist(), band.last.tolist()
    sums: list[Reals] = [np.zeros(0)] * len(first)
    for place in range(len(first) - 1, -1, -1):
        width = last[place] - first[place] + 1
        total = np.full(width, _NONE)
        if place == len(rows):
            total[-1] = 0.0
        else:
            total = _log_sum(_departing(rows[place] * cool, sums, first, place), 0)
        downward = climb[first[place] : last[place] + 1]
        total = (total + downward)[::-1]
        sums[place] = np.logaddexp.accumulate(total)[::-1] - downward
    return sums


def _departing(
    scores: NDArray[np.floating], sums: list[Reals], first: list[int], place: int
) -> Reals:
    """Return, by shape and column of departure, the log sum of going on with that shape."""
    columns = scores.shape[2]
    onward = np.full((LARGEST, columns), _NONE)
    for ours in range(1, min(LARGEST, len(sums) - 1 - place) + 1):
        begin = first[place + ours] - first[place]
        following = sums[place + ours][: max(0, columns - begin)]
        onward[ours - 1, begin : begin + len(following)] = following
    through = scores + onward[:, None, :]
    width = columns - LARGEST
    return np.concatenate(
        [through[:, theirs, theirs : theirs + width] for theirs in range(LARGEST + 1)]
    )


def _log_sum(options: Reals, axis: int) -> Reals:
    largest = options.max(axis=axis, keepdims=True)
    total = np.log(np.exp(options - largest).sum(axis=axis, keepdims=True)) + largest
    summed: Reals = total.squeeze(axis)
    return summed
