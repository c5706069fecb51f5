"""Scores over a band → the best row of beads that covers both texts (dynamic programming).

Row by row over source places, all target places of a row at once. Scores are whole numbers, so
equal paths are truly equal and the choice between them is the same on every machine. The lowest
bits of a number name the shape of the last bead, so that the largest number is also the choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.band import Band
from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.sides import Integers

_WORST = np.int64(-(1 << 60))
_SHAPE = LARGEST + 1
"""A shape is source segments times this, plus target segments; 0 is a target segment alone."""

_BITS = 5
_CODES = (1 << _BITS) - 1
"""What is added to a score: the less, the larger the shape, so that of equal sums it is the
smallest shape that is taken."""

Total = TypeVar("Total", np.int64, np.float64)

Path = Integers
"""One row a bead: first source segment, first target segment, and how many of each."""


def best_path(blocks: Iterable[Units], band: Band, climb: Integers) -> tuple[Path, Integers]:
    """Find the row of beads with the highest sum of scores.

    Args:
        blocks: The scores of the beads that start at each source place but the last (see
            `score_blocks`).
        band: The strip that the scores are laid out on.
        climb: For each target place the units of all target segments before it, were they without
            counterpart; never ascending.

    Returns:
        The beads, and the score of each.
    """
    first, last = band.first.tolist(), band.last.tolist()
    steep = climb << _BITS
    before, arriving = origins(band.width, _WORST)
    coded = _coded(blocks)
    totals: list[Integers] = []
    reached: list[Integers] = []
    past: list[Integers] = []
    for place, low in enumerate(first):
        width = last[place] - low + 1
        best = np.full(width, _WORST, dtype=np.int64)
        if place == 0:
            best[0] = 0
        for ours, arrived in enumerate(reversed(past), 1):
            begin = low - first[place - ours]
            part = arrived[ours - 1, begin : begin + width]
            opposite = best[: len(part)]
            np.maximum(opposite, part, out=opposite)
        upward = steep[low : low + width]
        total = best & ~_CODES
        climbed = np.maximum.accumulate(total - upward)
        climbed += upward
        totals.append(climbed)
        reached.append(best)
        if place < len(first) - 1:
            before[:width] = climbed
            before[width:] = _WORST
            onward = next(coded)[:, :, : width + LARGEST]
            past.append((onward + arriving[:, : width + LARGEST]).max(axis=1))
            del past[:-LARGEST]
    path = _trace(totals, reached, first)
    gained = [int(totals[i][j - first[i]]) >> _BITS for i, j in path[:, :2].tolist()]
    gained.append(int(totals[-1][-1]) >> _BITS)
    gains = [after - before for before, after in pairwise(gained)]
    return path, np.array(gains, dtype=np.int64)


def origins(width: int, worst: Total) -> tuple[NDArray[Total], NDArray[Total]]:
    """Return a row of totals to be filled, and a view of it as beads that arrive see it.

    Args:
        width: The most places of a row.
        worst: The total of what lies outside.

    Returns:
        The row; and the view, which has, by target segments of the bead and column of arrival,
        the total where the bead started. Its columns are those of the row with 4 more.
    """
    padded = np.full(width + 2 * LARGEST, worst, dtype=type(worst))
    seen = np.lib.stride_tricks.sliding_window_view(padded, width + LARGEST)[::-1]
    return padded[LARGEST:], seen


def _coded(blocks: Iterable[Units]) -> Iterator[Integers]:
    """Return the scores row by row, with the shape in the lowest bits."""
    shapes = np.arange(1, LARGEST + 1)[:, None] * _SHAPE + np.arange(_SHAPE)
    codes = (_CODES - shapes)[:, :, None]
    for block in blocks:
        yield from (block.astype(np.int64) << _BITS) + codes


def _trace(totals: list[Integers], reached: list[Integers], first: list[int]) -> Path:
    """Follow the best path back: a segment alone where that gave more than any bead with two."""
    place = len(first) - 1
    there = first[-1] + len(totals[-1]) - 1
    beads = []
    while place > 0 or there > 0:
        best = int(reached[place][there - first[place]])
        code = best & _CODES
        alone = int(totals[place][there - first[place]]) > best - code
        ours, theirs = (0, 1) if alone else divmod(_CODES - code, _SHAPE)
        place, there = place - ours, there - theirs
        beads.append((place, there, ours, theirs))
    return np.array(beads[::-1], dtype=np.int64).reshape(-1, 4)
