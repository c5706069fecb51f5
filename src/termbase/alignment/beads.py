"""Scores over a band → the best row of beads that covers both texts (dynamic programming).

Row by row over source places, all target places of a row at once. Scores are whole numbers, so
equal paths are truly equal and the choice between them is the same on every machine. The lowest
bits of a number name the shape of the last bead, so that the largest number is also the choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.band import Band
from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.gaps import Gaps
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


def best_path(blocks: Iterable[Units], band: Band, gaps: Gaps) -> tuple[Path, Integers]:
    """Find the row of beads with the highest sum of scores.

    Args:
        blocks: The scores of the beads that start at each source place but the last (see
            `score_blocks`).
        band: The strip that the scores are laid out on.
        gaps: What segments cost that stay alone.

    Returns:
        The beads, and the score of each; within a run that stays alone only the sum is right.
    """
    first, last = band.first.tolist(), band.last.tolist()
    steep, onward = gaps.onward_climb() << _BITS, gaps.target_onward << _BITS
    goes_on = gaps.source_onward << _BITS
    before, arriving = origins(band.width, _WORST)
    alone = np.full(band.width + LARGEST, _WORST, dtype=np.int64)
    ways = _Ways(first, [], [], [], steep)
    past: list[Integers] = []
    coded = _coded(blocks)
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
        total = _climbed(best & ~_CODES, steep[low : low + width], onward)
        ways.totals.append(total)
        ways.reached.append(best)
        if place < len(first) - 1:
            before[:width] = total
            before[width:] = _WORST
            scores, leaving = next(coded)
            columns = scores.shape[2]
            going_on = alone[:columns] + scores[0, 0]
            going_on += goes_on
            np.add(scores, arriving[:, :columns], out=leaving)
            single = leaving[0, 0]
            ways.went_on.append(going_on > single)
            np.maximum(single, going_on, out=single)
            shift_row(single & ~_CODES, first[place + 1] - low, alone, _WORST)
            past.append(np.maximum.reduce(leaving, axis=1))
            del past[:-LARGEST]
    path = _trace(ways)
    gained = [int(ways.totals[i][j - first[i]]) >> _BITS for i, j in path[:, :2].tolist()]
    gained.append(int(ways.totals[-1][-1]) >> _BITS)
    gains = [after - before for before, after in pairwise(gained)]
    return path, np.array(gains, dtype=np.int64)


def _climbed(total: Integers, upward: Integers, onward: int) -> Integers:
    """Let target segments stay alone behind what reaches the places of a row."""
    climbed = np.maximum.accumulate(total - upward)[:-1] + (upward[1:] - onward)
    np.maximum(total[1:], climbed, out=total[1:])
    return total


def shift_row(row: NDArray[Total], begin: int, onto: NDArray[Total], worst: Total) -> None:
    """Write a row of totals as the next row sees it, which begins so many places later."""
    many = len(row) - begin
    onto[:many] = row[begin:]
    onto[many:] = worst


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


def _coded(blocks: Iterable[Units]) -> Iterator[tuple[Integers, Integers]]:
    """Return the scores row by row, with the shape in the lowest bits, and room for their sums."""
    shapes = np.arange(1, LARGEST + 1)[:, None] * _SHAPE + np.arange(_SHAPE)
    codes = (_CODES - shapes)[:, :, None]
    for block in blocks:
        leaving = np.empty(block.shape[1:], dtype=np.int64)
        for scores in (block.astype(np.int64) << _BITS) + codes:
            yield scores, leaving


class _Ways(NamedTuple):
    """What is kept of each row, to follow the best path back.

    Attributes:
        first: The first target place of each row.
        totals: The best sum at each place of a row.
        reached: The same without target segments alone, with the shape of the last bead.
        went_on: For each row but the last, by the place of arrival in the next: whether a source
            segment alone is best a further one of its run.
        steep: See `Gaps.onward_climb`.
    """

    first: list[int]
    totals: list[Integers]
    reached: list[Integers]
    went_on: list[NDArray[np.bool_]]
    steep: Integers


def _trace(ways: _Ways) -> Path:
    """Follow the best path back: segments alone where that gave more than any bead with two."""
    place = len(ways.first) - 1
    there = ways.first[-1] + len(ways.totals[-1]) - 1
    beads: list[tuple[int, int, int, int]] = []
    while place > 0 or there > 0:
        column = there - ways.first[place]
        best = int(ways.reached[place][column])
        code = best & _CODES
        if int(ways.totals[place][column]) > best - code:
            run = _target_run(ways, place, column)
            beads += ((place, there - many, 0, 1) for many in range(1, run + 1))
            there -= run
            continue
        ours, theirs = divmod(_CODES - code, _SHAPE)
        place, there = place - ours, there - theirs
        beads.append((place, there, ours, theirs))
        while (ours, theirs) == (1, 0) and ways.went_on[place][there - ways.first[place]]:
            place -= 1
            beads.append((place, there, 1, 0))
    return np.array(beads[::-1], dtype=np.int64).reshape(-1, 4)


def _target_run(ways: _Ways, place: int, column: int) -> int:
    """Return how many target segments before a place stay alone, on the best way there."""
    low = ways.first[place]
    reached = (ways.reached[place][:column] & ~_CODES) - ways.steep[low : low + column]
    return 1 + int(np.argmax(reached[::-1]))
