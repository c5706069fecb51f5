"""Scores over a band → the best row of beads that covers both texts (dynamic programming).

Row by row over source places, all target places of a row at once. Scores are whole numbers, so
equal paths are truly equal and the choice between them is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.band import Band
from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.scores import SHAPES
from termbase.alignment.sides import Integers

_WORST = -(1 << 60)
_INSERT = SHAPES.index((0, 1))
_STEPS = tuple(
    (kind, ours, theirs) for kind, (ours, theirs) in enumerate(SHAPES) if kind != _INSERT
)
_BLOCK_CELLS = 1 << 17

Path = Integers
"""One row a bead: first source segment, first target segment, and how many of each."""


def best_path(
    score: Callable[[int, int], Units], band: Band, insertion: int
) -> tuple[Path, Integers]:
    """Find the row of beads with the highest sum of scores.

    Args:
        score: Gives the scores of the rows from `begin` to `end` (see `score_rows`); called
            once for each block of rows, in order.
        band: The strip that the scores are laid out on.
        insertion: Units of a target segment without counterpart, at most 0.

    Returns:
        The beads, and the score of each.
    """
    places, width = len(band.first), band.width
    choice = np.full((places, width), -1, dtype=np.int8)
    totals = np.empty((places, width), dtype=np.int64)
    past: list[NDArray[np.int64]] = []
    rows = _rows(score, band)
    climb = insertion * np.arange(width, dtype=np.int64)
    for place in range(places):
        options = np.full((len(SHAPES), width), _WORST, dtype=np.int64)
        if place == 0:
            options[0, 0] = 0
        for kind, ours, theirs in _STEPS:
            if ours <= place:
                shift = int(band.first[place] - band.first[place - ours]) - theirs
                begin, end = max(0, -shift), min(width, width - shift)
                if begin < end:
                    reached = past[-ours][kind]
                    options[kind, begin:end] = reached[begin + shift : end + shift]
        choice[place] = options.argmax(axis=0)
        best = options.max(axis=0)
        climbed = np.maximum.accumulate(best - climb) + climb
        choice[place][climbed > best] = _INSERT
        totals[place] = climbed
        if place < places - 1:
            past.append(climbed + next(rows))
            del past[:-LARGEST]
    path = _trace(choice, band)
    corners = np.concatenate([path[:, :2], [[places - 1, band.first[-1] + width - 1]]])
    reached = totals[corners[:, 0], corners[:, 1] - band.first[corners[:, 0]]]
    return path, np.diff(reached)


def _rows(score: Callable[[int, int], Units], band: Band) -> Iterator[Units]:
    """Yield the scores of each row, computing them a block at a time."""
    last = len(band.first) - 1
    block = max(16, min(1024, _BLOCK_CELLS // band.width))
    for begin in range(0, last, block):
        scores = score(begin, min(last, begin + block))
        for row in range(scores.shape[1]):
            yield scores[:, row]


def _trace(choice: NDArray[np.int8], band: Band) -> Path:
    place = len(band.first) - 1
    there = int(band.first[-1]) + band.width - 1
    beads = []
    while place > 0 or there > 0:
        ours, theirs = SHAPES[choice[place, there - band.first[place]]]
        place, there = place - ours, there - theirs
        beads.append((place, there, ours, theirs))
    return np.array(beads[::-1], dtype=np.int64).reshape(-1, 4)
