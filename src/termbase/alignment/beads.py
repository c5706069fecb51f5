"""Scores over a band → the best row of beads that covers both texts (dynamic programming).

Row by row over source places, all target places of a row at once. Scores are whole numbers, so
equal paths are truly equal and the choice between them is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.band import Band
from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.scores import departures
from termbase.alignment.sides import Integers

_WORST = -(1 << 60)
_INSERTED = 0
_SHAPE = LARGEST + 1
"""A shape is kept as source segments times this, plus target segments."""

Path = Integers
"""One row a bead: first source segment, first target segment, and how many of each."""


def best_path(rows: Iterator[Units], band: Band, climb: Integers) -> tuple[Path, Integers]:
    """Find the row of beads with the highest sum of scores.

    Args:
        rows: For each source place but the last the scores of the beads that start there (see
            `score_rows`).
        band: The strip that the scores are laid out on.
        climb: For each target place the units of all target segments before it, were they without
            counterpart; never ascending.

    Returns:
        The beads, and the score of each.
    """
    first, last = band.first.tolist(), band.last.tolist()
    shift = departures(band.width)
    totals: list[Integers] = []
    choices: list[NDArray[np.int8]] = []
    past: list[tuple[Integers, NDArray[np.int8]]] = []
    for place, low in enumerate(first):
        width = last[place] - low + 1
        best = np.full(width, _WORST, dtype=np.int64)
        choice = np.zeros(width, dtype=np.int8)
        if place == 0:
            best[0] = 0
        for ours in range(1, min(LARGEST, place) + 1):
            begin = low - first[place - ours]
            arrived = past[-ours][0][ours - 1, begin : begin + width]
            better = arrived > best[: len(arrived)]
            np.copyto(best[: len(arrived)], arrived, where=better)
            shapes = past[-ours][1][ours - 1, begin : begin + width]
            np.copyto(choice[: len(arrived)], shapes, where=better)
        upward = climb[low : low + width]
        climbed = np.maximum.accumulate(best - upward) + upward
        choice[climbed > best] = _INSERTED
        totals.append(climbed)
        choices.append(choice)
        if place < len(first) - 1:
            past.append(_depart(climbed, next(rows), shift[:, : width + LARGEST]))
            del past[:-LARGEST]
    path = _trace(choices, first)
    reached = [int(totals[i][j - first[i]]) for i, j in path[:, :2].tolist()]
    reached.append(int(totals[-1][-1]))
    gains = [after - before for before, after in pairwise(reached)]
    return path, np.array(gains, dtype=np.int64)


def _depart(totals: Integers, scores: Units, shift: Integers) -> tuple[Integers, NDArray[np.int8]]:
    """Return, by source segments − 1 and column of arrival, the best total and its shape."""
    padded = np.full(len(totals) + 2 * LARGEST, _WORST, dtype=np.int64)
    padded[LARGEST:-LARGEST] = totals
    arrived = padded.take(shift) + scores
    shapes = arrived.argmax(axis=1).astype(np.int8)
    shapes += np.arange(1, LARGEST + 1, dtype=np.int8)[:, None] * _SHAPE
    best: Integers = arrived.max(axis=1)
    return best, shapes


def _trace(choices: list[NDArray[np.int8]], first: list[int]) -> Path:
    place = len(first) - 1
    there = first[-1] + len(choices[-1]) - 1
    beads = []
    while place > 0 or there > 0:
        choice = int(choices[place][there - first[place]])
        ours, theirs = divmod(choice, _SHAPE) if choice != _INSERTED else (0, 1)
        place, there = place - ours, there - theirs
        beads.append((place, there, ours, theirs))
    return np.array(beads[::-1], dtype=np.int64).reshape(-1, 4)
