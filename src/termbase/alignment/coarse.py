"""Long texts → a first, rough path, so that only a strip around it need be scored in full.

Both texts are cut into equal cells. Words that are linked and rare vote for the pairs of cells
where they stand; the path is the staircase from corner to corner that gathers the most votes
beyond chance. Without any vote it is the straight line.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.band import Track
from termbase.alignment.cognates import Links
from termbase.alignment.sides import Integers, Reals, Side, spans

_MOST_CELLS = 2048
_LEAST_CELL = 8
_MOST_VOTES, _VOTES_OF_SEGMENT = 2_000_000, 200
_DETOUR = 0.05
"""Votes that a cell off the straight way costs, so that it is not taken for nothing."""


def rough_path(source: Side, target: Side, links: Links) -> tuple[Track, int]:
    """Find the rough path of two texts.

    Args:
        source, target: The texts.
        links: Pairs of types that may translate each other.

    Returns:
        The way of the path, and the segments that it may be wrong by.
    """
    n, m = source.segments, target.segments
    cells = min(_MOST_CELLS, max(1, max(n, m) // _LEAST_CELL))
    votes = _votes(source, target, links, cells)
    steps = _climb(votes)
    corners = (steps * [n, m] + cells // 2) // cells
    corners[-1] = n, m
    centre = np.rint(np.interp(np.arange(n + 1), corners[:, 0], corners[:, 1])).astype(np.int64)
    low, high = centre.copy(), centre.copy()
    low[0], high[-1] = 0, m
    return Track(low, high), -(-max(n, m) // cells)


def _votes(source: Side, target: Side, links: Links, cells: int) -> Reals:
    """Return the votes of each pair of cells, less what chance would give them."""
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
    votes: Reals = np.bincount(
        row * cells + column, np.repeat(weight, many), minlength=cells * cells
    ).astype(np.float64)
    table = votes.reshape(cells, cells)
    chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / max(1e-9, float(table.sum()))
    return table - chance


def _places(side: Side, cells: int) -> tuple[Integers, Integers]:
    """Return where each type's cells begin, and the cells that types stand in, type by type."""
    segment = np.repeat(np.arange(side.segments), np.diff(side.starts))
    order = np.argsort(side.types, kind="stable")
    starts = np.searchsorted(side.types[order], np.arange(len(side.frequency) + 1))
    return starts, segment[order] * cells // side.segments


def _climb(votes: Reals) -> Integers:
    """Return the corners of the best staircase: a row each of source and target cells passed."""
    cells = len(votes)
    gain = votes - _DETOUR
    totals = np.zeros((cells, cells))
    aslant: NDArray[np.bool_] = np.zeros((cells, cells), dtype=np.bool_)
    sideways: NDArray[np.bool_] = np.zeros((cells, cells), dtype=np.bool_)
    for row in range(cells):
        above = totals[row - 1] if row else np.full(cells, -np.inf)
        corner = np.concatenate([[-np.inf if row else 0.0], above[:-1]])
        aslant[row] = corner >= above
        entered = np.maximum(corner, above)
        passed = np.cumsum(gain[row])
        start = entered - (passed - gain[row])
        best = np.maximum.accumulate(start)
        sideways[row] = best > start
        totals[row] = best + passed
    return _descend(aslant, sideways)


def _descend(aslant: NDArray[np.bool_], sideways: NDArray[np.bool_]) -> Integers:
    row = column = len(aslant) - 1
    corners = [(row + 1, column + 1)]
    while row >= 0 and column >= 0:
        if sideways[row, column]:
            column -= 1
        elif aslant[row, column]:
            row, column = row - 1, column - 1
            corners.append((row + 1, column + 1))
        else:
            row -= 1
    corners.append((0, 0))
    return np.array(corners[::-1], dtype=np.int64)
