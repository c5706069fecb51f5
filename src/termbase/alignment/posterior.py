"""All rows of beads over a band → the share of each bead of the best one among them.

Forward and backward sums over every path give the posterior of a bead. Words repeat each other's
evidence, so raw posteriors claim too much: scores are divided by a temperature first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from termbase.alignment.band import Band
from termbase.alignment.beads import Path, origins
from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.logarithm import UNIT
from termbase.alignment.sides import Integers, Reals

_TEMPERATURE = 2.0

_NONE = np.float64(-1e30)


def log_posteriors(rows: Sequence[Units], band: Band, climb: Integers, path: Path) -> Reals:
    """Return the logarithm of the posterior of each bead of a path, at most 0.

    Args:
        rows: The scores of the beads that start at each source place but the last (see
            `score_blocks`).
        band: The strip that the scores are laid out on.
        climb: For each target place the units of all target segments before it, were they without
            counterpart.
        path: The beads, all within the band.
    """
    cool = np.float64(1.0 / (UNIT * _TEMPERATURE))
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


def _forward(rows: Sequence[Units], band: Band, climb: Reals, cool: np.float64) -> list[Reals]:
    """Return the log sum of all paths from the start to each cell."""
    first, last = band.first.tolist(), band.last.tolist()
    before, arriving = origins(band.width, _NONE)
    sums: list[Reals] = []
    past: list[Reals] = []
    for place, low in enumerate(first):
        width = last[place] - low + 1
        options = np.full((LARGEST, width), _NONE)
        if place == 0:
            options[0, 0] = 0.0
        for ours, arrived in enumerate(reversed(past), 1):
            begin = low - first[place - ours]
            part = arrived[ours - 1, begin : begin + width]
            options[ours - 1, : len(part)] = part
        upward = climb[low : low + width]
        sums.append(np.logaddexp.accumulate(_log_sum(options, 0) - upward) + upward)
        if place < len(rows):
            before[:width], before[width:] = sums[place], _NONE
            leaving: Reals = rows[place][:, :, : width + LARGEST] * cool
            leaving += arriving[:, : width + LARGEST]
            past.append(_log_sum(leaving, 1))
            del past[:-LARGEST]
    return sums


def _backward(rows: Sequence[Units], band: Band, climb: Reals, cool: np.float64) -> list[Reals]:
    """Return the log sum of all paths from each cell to the end."""
    first, last = band.first.tolist(), band.last.tolist()
    sums: list[Reals] = [np.zeros(0)] * len(first)
    for place in range(len(first) - 1, -1, -1):
        width = last[place] - first[place] + 1
        total = np.full(width, _NONE)
        if place == len(rows):
            total[-1] = 0.0
        else:
            scores: Reals = rows[place][:, :, : width + LARGEST] * cool
            total = _log_sum(_departing(scores, sums, first, place), 0)
        downward = climb[first[place] : last[place] + 1]
        total = (total + downward)[::-1]
        sums[place] = np.logaddexp.accumulate(total)[::-1] - downward
    return sums


def _departing(scores: Reals, sums: list[Reals], first: list[int], place: int) -> Reals:
    """Return, by shape and column of departure, the log sum of going on with that shape.

    Args:
        scores: Of the beads that start here, divided by the temperature; they are not kept.
        sums: What is known of the places behind.
        first: The first column of each place.
        place: The place.
    """
    columns = scores.shape[2]
    width = columns - LARGEST
    onward = np.full((LARGEST, columns), _NONE)
    for ours in range(1, min(LARGEST, len(sums) - 1 - place) + 1):
        begin = first[place + ours] - first[place]
        following = sums[place + ours][: max(0, columns - begin)]
        onward[ours - 1, begin : begin + len(following)] = following
    scores += onward[:, None, :]
    through = np.empty((LARGEST, LARGEST + 1, width))
    for theirs in range(LARGEST + 1):
        through[:, theirs] = scores[:, theirs, theirs : theirs + width]
    return through.reshape(-1, width)


def _log_sum(options: Reals, axis: int) -> Reals:
    """Return the log sum along an axis; the options are not kept."""
    largest = options.max(axis=axis, keepdims=True)
    options -= largest
    np.exp(options, out=options)
    summed: Reals = np.log(options.sum(axis=axis)) + largest.squeeze(axis)
    return summed
