"""Long texts → a first, rough path, so that only a strip around it need be scored in full.

Both texts are cut into equal cells. Words that are linked and rare vote for the pairs of cells
where they stand; the path is the staircase from corner to corner that gathers the most votes
beyond chance. Without any vote it is the straight line. Few and large cells show the way among
all; cells are halved, and halved again, near the way that the larger ones have shown.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.band import Band, Track, band_around, whole_band
from termbase.alignment.cognates import Links
from termbase.alignment.sides import Integers, Reals, Side, spans

_CELLS_AT_FIRST = 512
_LEAST_CELL = 8
_MOST_VOTES, _VOTES_OF_SEGMENT = 2_000_000, 200
_REACH, _REACH_AT_LEAPS = 24, 96
"""Cells to each side of the way that the cells twice as large have shown."""
_MOST_WIDENINGS = 4
_DETOUR = 0.05
"""Votes that a cell off the straight way costs, so that it is not taken for nothing."""


class _Votes(NamedTuple):
    """Votes for pairs of cells, of which either text has as many: where, and of what weight."""

    cells: int
    row: Integers
    column: Integers
    weight: Reals

    def halved(self, times: int) -> _Votes:
        """Return the votes for half the cells, so many times over."""
        return _Votes(self.cells >> times, self.row >> times, self.column >> times, self.weight)


def rough_path(source: Side, target: Side, links: Links) -> tuple[Track, int]:
    """Find the rough path of two texts.

    Args:
        source, target: The texts.
        links: Pairs of types that may translate each other.

    Returns:
        The way of the path, and the segments that it may be wrong by.
    """
    n, m = source.segments, target.segments
    times, cells = _halvings(max(1, max(n, m) // _LEAST_CELL))
    votes = _votes(source, target, links, cells)
    steps = _corners(votes.halved(times), whole_band(cells >> times, cells >> times))
    while times:
        times -= 1
        steps = _finer_corners(votes.halved(times), 2 * steps)
    corners: Integers = (steps * np.array([n, m]) + cells // 2) // cells
    corners[-1] = n, m
    track = _track(corners, n)
    track.low[0], track.high[-1] = 0, m
    return track, -(-max(n, m) // cells)


def _halvings(least: int) -> tuple[int, int]:
    """Return how often few cells are halved until there are so many at least, and how many."""
    times = 0
    while least > _CELLS_AT_FIRST << times:
        times += 1
    return times, -(-least >> times) << times


def _track(corners: Integers, places: int) -> Track:
    """Return the way from corner to corner."""
    centre = np.interp(np.arange(places + 1), *corners.T.astype(np.float64))
    low = np.rint(centre).astype(np.int64)
    return Track(low, low.copy())


def _finer_corners(votes: _Votes, corners: Integers) -> Integers:
    """Find the path near a way; where it runs along the edge of the strip, look farther."""
    band = band_around(_track(corners, votes.cells), _REACH, at_leaps=_REACH_AT_LEAPS)
    corners = _corners(votes, band)
    for _ in range(_MOST_WIDENINGS):
        track = _track(corners, votes.cells)
        if not band.edges_met(track).any():
            break
        band = band_around(track, _REACH, band, _REACH_AT_LEAPS)
        corners = _corners(votes, band)
    return corners


def _votes(source: Side, target: Side, links: Links, cells: int) -> _Votes:
    """Return the votes for pairs of cells, those of the rarest words first."""
    frequency = source.frequency[links.source], target.frequency[links.target]
    order = np.argsort(frequency[0] * frequency[1], kind="stable")
    limit = min(_MOST_VOTES, _VOTES_OF_SEGMENT * max(source.segments, target.segments))
    most = np.searchsorted(np.cumsum((frequency[0] * frequency[1])[order]), limit)
    chosen = order[:most]
    ours, our_cells = _places(source, cells)
    theirs, their_cells = _places(target, cells)
    ours_at, ours_many = ours[links.source[chosen]], np.diff(ours)[links.source[chosen]]
    theirs_at, theirs_many = theirs[links.target[chosen]], np.diff(theirs)[links.target[chosen]]
    many = ours_many * theirs_many
    inside = spans(np.zeros(len(many), dtype=np.int64), many)
    width = np.repeat(theirs_many, many)
    row = our_cells[np.repeat(ours_at, many) + inside // np.maximum(1, width)]
    column = their_cells[np.repeat(theirs_at, many) + inside % np.maximum(1, width)]
    weight = links.strength[chosen] / np.maximum(1, np.maximum(ours_many, theirs_many))
    return _Votes(cells, row, column, np.repeat(weight, many).astype(np.float64))


def _places(side: Side, cells: int) -> tuple[Integers, Integers]:
    """Return where each type's cells begin, and the cells that types stand in, type by type."""
    segment = np.repeat(np.arange(side.segments), np.diff(side.starts))
    order = np.argsort(side.types, kind="stable")
    starts = np.searchsorted(side.types[order], np.arange(len(side.frequency) + 1))
    return starts, segment[order] * cells // side.segments


def _gains(votes: _Votes, band: Band) -> tuple[Integers, list[Reals]]:
    """Return the first cell of each row within a strip, and what each cell of the row gains.

    That is its votes, less what chance would give it, less the cost of a detour.
    """
    cells = votes.cells
    first, last = np.minimum(band.first[:-1], cells - 1), np.maximum(band.last[1:] - 1, 0)
    starts = np.concatenate([[0], np.cumsum(last - first + 1)])
    inside = (votes.column >= first[votes.row]) & (votes.column <= last[votes.row])
    row, column = votes.row[inside], votes.column[inside]
    found = np.bincount(starts[row] + column - first[row], votes.weight[inside], int(starts[-1]))
    rows, columns = (np.bincount(side, votes.weight, cells) for side in (votes.row, votes.column))
    chances = columns / max(1e-9, float(columns.sum()))
    return first, [
        found[start:end] - rows[at] * chances[low : high + 1] - _DETOUR
        for at, (start, end, low, high) in enumerate(
            zip(starts.tolist(), starts[1:].tolist(), first.tolist(), last.tolist(), strict=False)
        )
    ]


def _corners(votes: _Votes, band: Band) -> Integers:
    """Return the corners of the best staircase: a row each of source and target cells passed."""
    first, gains = _gains(votes, band)
    aslant: list[NDArray[np.bool_]] = []
    sideways: list[NDArray[np.bool_]] = []
    row_before, before = 0, np.zeros(0)
    for row, (low, gain) in enumerate(zip(first.tolist(), gains, strict=True)):
        above, corner = np.full(len(gain), -np.inf), np.full(len(gain), -np.inf)
        _lay(above, before, row_before - low)
        _lay(corner, before, row_before + 1 - low)
        if row == 0:
            corner[0] = 0.0
        aslant.append(corner >= above)
        passed = np.cumsum(gain)
        start = np.maximum(corner, above) - (passed - gain)
        best = np.maximum.accumulate(start)
        sideways.append(best > start)
        row_before, before = low, best + passed
    return _descend(first.tolist(), aslant, sideways)


def _lay(onto: Reals, values: Reals, at: int) -> None:
    """Lay one row over another that begins so many cells before it."""
    start, end = max(0, at), min(len(onto), at + len(values))
    if start < end:
        onto[start:end] = values[start - at : end - at]


def _descend(
    first: list[int], aslant: list[NDArray[np.bool_]], sideways: list[NDArray[np.bool_]]
) -> Integers:
    row = column = len(first) - 1
    corners = [(row + 1, column + 1)]
    while row >= 0 and column >= 0:
        if sideways[row][column - first[row]]:
            column -= 1
        elif aslant[row][column - first[row]]:
            row, column = row - 1, column - 1
            corners.append((row + 1, column + 1))
        else:
            row -= 1
    if corners[-1] != (0, 0):
        corners.append((0, 0))
    return np.array(corners[::-1], dtype=np.int64)
