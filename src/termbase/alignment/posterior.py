"""All rows of beads over a band → the share of each bead of the best one, or of each corner.

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
from termbase.alignment.sides import Integers, Reals

_TEMPERATURE, _TEMPERATURE_AT_CORNERS = 2.0, 1.5
_SURE = -1e-12
"""A share of all but this, in nats, is a whole: rounding may make it more."""

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
    corners = (
        np.append(path[:, 0], path[-1, 0] + path[-1, 2]),
        np.append(path[:, 1], path[-1, 1] + path[-1, 3]),
    )
    before, after, whole = _sums_at(corners, rows, band, gaps, cool)
    first = band.first.tolist()
    own = [
        float(rows[i][a - 1, b, j + b - first[i]]) if a and b else 0.0
        for i, j, a, b in path.tolist()
    ]
    ours, theirs = path[:, 2] > 0, path[:, 3] > 0
    paired = before.all[:-1] + np.array(own) * cool + after.all[1:]
    alone = np.where(ours, before.source[1:], before.target[1:])
    alone += np.where(ours, after.source[1:], after.target[1:])
    surprise: Reals = np.minimum(0.0, np.where(ours & theirs, paired, alone) - whole)
    return surprise


def corner_posteriors(
    rows: Sequence[Units], band: Band, gaps: Gaps, corners: tuple[Integers, Integers]
) -> tuple[Reals, Reals]:
    """Return the logarithm of the share of all paths that go through each of some corners.

    Args:
        rows, band, gaps: See `log_posteriors`.
        corners: A source and a target place each, within the band, in the order of the source.

    Returns:
        The share of all paths; and of those that come there with a bead of two sides, or begin.
    """
    cool = np.float64(1.0 / (UNIT * _TEMPERATURE_AT_CORNERS))
    before, after, whole = _sums_at(corners, rows, band, gaps, cool)
    alone = np.minimum(_SURE, np.logaddexp(before.source, before.target) - before.all)
    paired: Reals = before.all + np.log(-np.expm1(alone)) + after.all
    runs = np.logaddexp(before.source + after.source, before.target + after.target)
    through: Reals = np.minimum(0.0, np.logaddexp(paired, runs) - whole)
    return through, paired - whole


class _AtCorners:
    """Log sums at some corners; those of other places are not kept.

    Attributes:
        all, source, target: As in `_Sums`, at each corner.
    """

    def __init__(self, corners: tuple[Integers, Integers], band: Band) -> None:
        rows, columns = corners
        self._columns = columns - band.first[rows]
        self._starts = np.searchsorted(rows, np.arange(len(band.first) + 1)).tolist()
        self.all, self.source, self.target = np.empty((3, len(rows)))

    def take(self, place: int, sums: _Sums) -> None:
        """Keep what is known of the corners in a row."""
        begin, end = self._starts[place], self._starts[place + 1]
        if begin < end:
            columns = self._columns[begin:end]
            self.all[begin:end] = sums.all[columns]
            self.source[begin:end] = sums.source[columns]
            self.target[begin:end] = sums.target[columns]


def _sums_at(
    corners: tuple[Integers, Integers],
    rows: Sequence[Units],
    band: Band,
    gaps: Gaps,
    cool: np.float64,
) -> tuple[_AtCorners, _AtCorners, float]:
    """Return the log sums of all paths to some corners, of all from them, and of all paths."""
    cooled = _Cooled(
        np.asarray(gaps.climb * cool, dtype=np.float64),
        np.asarray(gaps.onward_climb() * cool, dtype=np.float64),
        float(gaps.source_onward * cool),
        float(gaps.target_onward * cool),
    )
    before, after = _AtCorners(corners, band), _AtCorners(corners, band)
    _forward(rows, band, cooled, cool, before)
    return before, after, _backward(rows, band, cooled, cool, after)


def _forward(
    rows: Sequence[Units], band: Band, gaps: _Cooled, cool: np.float64, corners: _AtCorners
) -> None:
    """Tell the corners the log sums of all paths from the start to them."""
    first, last = band.first.tolist(), band.last.tolist()
    before, arriving = origins(band.width, _NONE)
    more = _surplus(gaps.source_onward)
    nowhere = np.full((LARGEST, band.width), _NONE)
    alone = np.full(band.width + LARGEST, _NONE)
    past: list[Reals] = []
    for place, low in enumerate(first):
        width = last[place] - low + 1
        options = nowhere[:, :width].copy()
        if place == 0:
            options[0, 0] = 0.0
        for ours, arrived in enumerate(reversed(past), 1):
            begin = low - first[place - ours]
            part = arrived[ours - 1, begin : begin + width]
            options[ours - 1, : len(part)] = part
        arrived_at = _log_sum(options, 0)
        upward = gaps.onward_climb[low : low + width]
        target = np.empty(width)
        target[0] = _NONE
        climbed = np.logaddexp.accumulate(arrived_at - upward)[:-1]
        target[1:] = climbed + (upward[1:] - gaps.target_onward)
        reached = np.logaddexp(arrived_at, target)
        corners.take(place, _Sums(reached, alone[:width], target))
        if place < len(rows):
            before[:width], before[width:] = reached, _NONE
            leaving: Reals = rows[place][:, :, : width + LARGEST] * cool
            going_on = alone[: width + LARGEST] + leaving[0, 0] + more
            leaving += arriving[:, : width + LARGEST]
            leaving[0, 0] = np.logaddexp(leaving[0, 0], going_on)
            shift_row(leaving[0, 0], first[place + 1] - low, alone, _NONE)
            past.append(_log_sum(leaving, 1))
            del past[:-LARGEST]


def _surplus(onward: float) -> float:
    """Return the log weight that paths which go on have beyond that of paths which begin."""
    return math.log(math.expm1(onward)) if onward > 0 else float(_NONE)


def _backward(
    rows: Sequence[Units], band: Band, gaps: _Cooled, cool: np.float64, corners: _AtCorners
) -> float:
    """Tell the corners the log sums of all paths from them to the end; return that of the start."""
    first, last = band.first.tolist(), band.last.tolist()
    nowhere = np.full((LARGEST, band.width + LARGEST), _NONE)
    unknown = _Sums(*np.zeros((3, 0)))
    sums = [unknown] * (len(first) + LARGEST)
    for place in range(len(first) - 1, -1, -1):
        low, width = first[place], last[place] - first[place] + 1
        alone = nowhere[0, :width].copy()
        if place == len(rows):
            paired = alone.copy()
            paired[-1] = 0.0
        else:
            scores: Reals = rows[place][:, :, : width + LARGEST] * cool
            begin = first[place + 1] - low
            following = sums[place + 1].source[: width - begin]
            alone[begin : begin + len(following)] = following
            alone += scores[0, 0, :width]
            scores[0, 0] = _NONE
            onward = nowhere[:, : width + LARGEST].copy()
            for ours in range(1, min(LARGEST, len(first) - 1 - place) + 1):
                begin = first[place + ours] - low
                following = sums[place + ours].all[: max(0, width + LARGEST - begin)]
                onward[ours - 1, begin : begin + len(following)] = following
            paired = _log_sum(_departing(scores, onward), 0)
        downward = gaps.onward_climb[low : low + width]
        leaving = np.logaddexp(paired, alone)
        target = np.logaddexp.accumulate((leaving + downward)[::-1])[::-1] - downward
        opened = np.empty(width)
        opened[-1] = _NONE
        climb = gaps.climb[low : low + width]
        opened[:-1] = target[1:] + np.diff(climb)
        sums[place] = _Sums(
            np.logaddexp(leaving, opened),
            np.logaddexp(np.logaddexp(paired, alone + gaps.source_onward), opened),
            target,
        )
        corners.take(place, sums[place])
        sums[place + LARGEST] = unknown  # no bead reaches so far
    return float(sums[0].all[0])


def _departing(scores: Reals, onward: Reals) -> Reals:
    """Return, by shape and column of departure, the log sum of going on with that shape.

    Args:
        scores: Of the beads that start here, divided by the temperature; they are not kept.
        onward: Log sums from the places where they may end, by source segments − 1 and column.
    """
    width = scores.shape[2] - LARGEST
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
