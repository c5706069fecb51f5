"""All rows of beads over a band → the share of each bead of the best one among them.

Forward and backward sums over every path give the posterior of a bead. Words repeat each other's
evidence, so raw posteriors claim too much: scores are divided by a temperature first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from termbase.alignment.band import Band
from termbase.alignment.beads import Path, origins, shift_row
from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.gaps import Gaps
from termbase.alignment.logarithm import UNIT
from termbase.alignment.sides import Reals

_TEMPERATURE = 2.0

_NONE = np.float64(-1e30)


class _Sums(NamedTuple):
    """The log sum of all paths to each place of a row, or from it.

    Attributes:
        all: To any bead's end; or from the end of a bead with two sides.
        source, target: To the end of a source segment alone, or of a target segment alone; or
            from there, where a run of them goes on for less.
    """

    all: Reals
    source: Reals
    target: Reals


class _Cooled(NamedTuple):
    """What segments cost that stay alone, over the temperature (see `Gaps`)."""

    climb: Reals
    onward_climb: Reals
    source_onward: float
    target_onward: float


def log_posteriors(rows: Sequence[Units], band: Band, gaps: Gaps, path: Path) -> Reals:
    """Return the logarithm of the posterior of each bead of a path, at most 0.

    Args:
        rows: The scores of the beads that start at each source place but the last (see
            `score_blocks`).
        band: The strip that the scores are laid out on.
        gaps: What segments cost that stay alone.
        path: The beads, all within the band.
    """
    cool = np.float64(1.0 / (UNIT * _TEMPERATURE))
    cooled = _Cooled(
        np.asarray(gaps.climb * cool, dtype=np.float64),
        np.asarray(gaps.onward_climb() * cool, dtype=np.float64),
        float(gaps.source_onward * cool),
        float(gaps.target_onward * cool),
    )
    before = _forward(rows, band, cooled, cool)
    after = _backward(rows, band, cooled, cool)
    first = band.first.tolist()
    whole = float(after[0].all[0])
    surprise = []
    for i, j, ours, theirs in path.tolist():
        to, here, there = i + ours, j - first[i], j + theirs - first[i + ours]
        if not theirs:
            through = before[to].source[there] + after[to].source[there]
        elif not ours:
            through = before[to].target[there] + after[to].target[there]
        else:
            own = float(rows[i][ours - 1, theirs, j + theirs - first[i]])
            through = before[i].all[here] + own * cool + after[to].all[there]
        surprise.append(float(through) - whole)
    return np.minimum(0.0, surprise)


def _forward(rows: Sequence[Units], band: Band, gaps: _Cooled, cool: np.float64) -> list[_Sums]:
    """Return the log sums of all paths from the start to each place."""
    first, last = band.first.tolist(), band.last.tolist()
    before, arriving = origins(band.width, _NONE)
    more = _surplus(gaps.source_onward)
    alone = np.full(band.width + LARGEST, _NONE)
    sums: list[_Sums] = []
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
        arrived_at = _log_sum(options, 0)
        upward = gaps.onward_climb[low : low + width]
        target = np.full(width, _NONE)
        climbed = np.logaddexp.accumulate(arrived_at - upward)[:-1]
        target[1:] = climbed + (upward[1:] - gaps.target_onward)
        sums.append(_Sums(np.logaddexp(arrived_at, target), alone[:width].copy(), target))
        if place < len(rows):
            before[:width], before[width:] = sums[place].all, _NONE
            leaving: Reals = rows[place][:, :, : width + LARGEST] * cool
            going_on = alone[: width + LARGEST] + leaving[0, 0] + more
            leaving += arriving[:, : width + LARGEST]
            leaving[0, 0] = np.logaddexp(leaving[0, 0], going_on)
            shift_row(leaving[0, 0], first[place + 1] - low, alone, _NONE)
            past.append(_log_sum(leaving, 1))
            del past[:-LARGEST]
    return sums


def _surplus(onward: float) -> float:
    """Return the log weight that paths which go on have beyond that of paths which begin."""
    return math.log(math.expm1(onward)) if onward > 0 else float(_NONE)


def _backward(rows: Sequence[Units], band: Band, gaps: _Cooled, cool: np.float64) -> list[_Sums]:
    """Return the log sums of all paths from each place to the end."""
    first, last = band.first.tolist(), band.last.tolist()
    empty = np.zeros(0)
    sums = [_Sums(empty, empty, empty)] * len(first)
    for place in range(len(first) - 1, -1, -1):
        low, width = first[place], last[place] - first[place] + 1
        paired, alone = np.full(width, _NONE), np.full(width, _NONE)
        if place == len(rows):
            paired[-1] = 0.0
        else:
            scores: Reals = rows[place][:, :, : width + LARGEST] * cool
            begin = first[place + 1] - low
            following = sums[place + 1].source[: width - begin]
            alone[begin : begin + len(following)] = following
            alone += scores[0, 0, :width]
            scores[0, 0] = _NONE
            paired = _log_sum(_departing(scores, sums, first, place), 0)
        downward = gaps.onward_climb[low : low + width]
        leaving = np.logaddexp(paired, alone)
        target = np.logaddexp.accumulate((leaving + downward)[::-1])[::-1] - downward
        opened = np.full(width, _NONE)
        climb = gaps.climb[low : low + width]
        opened[:-1] = target[1:] + np.diff(climb)
        sums[place] = _Sums(
            np.logaddexp(leaving, opened),
            np.logaddexp(np.logaddexp(paired, alone + gaps.source_onward), opened),
            target,
        )
    return sums


def _departing(scores: Reals, sums: list[_Sums], first: list[int], place: int) -> Reals:
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
        following = sums[place + ours].all[: max(0, columns - begin)]
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
