"""A band of places → the score of every bead that could start at each of them.

A bead's score is its shape's prior, what its lengths cost, and what the words of either side say
of the other: a sum over its segments, so that large beads gain nothing by being large. Scores
are whole units and computed by blocks of rows, so that memory stays bounded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.anchors import Anchors, Fixed
from termbase.alignment.band import Band
from termbase.alignment.evidence import LARGEST, Units, Witness, window_evidence
from termbase.alignment.length import LengthModel
from termbase.alignment.logarithm import UNIT
from termbase.alignment.sides import Integers, Reals, Side

SHAPES = (
    *((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4)),
    *((4, 1), (3, 3), (2, 4), (4, 2), (3, 4), (4, 3), (4, 4)),
)
"""Source and target segments of each kind of bead; on equal scores the earlier kind wins."""

NEVER = -(1 << 28)
"""The score of what cannot be."""


@dataclass(frozen=True, slots=True)
class Model:
    """All that one round knows.

    Attributes:
        source, target: The texts.
        source_witness: What target windows say of source segments.
        target_witness: What source windows say of target segments.
        lengths: What is known of lengths.
        length_weight: What a nat of length weighs beside a nat of words.
        priors: Units of each shape, in the order of `SHAPES`.
        anchors: What is decided already.
    """

    source: Side
    target: Side
    source_witness: Witness
    target_witness: Witness
    lengths: LengthModel
    length_weight: float
    priors: Integers
    anchors: Anchors


def score_rows(model: Model, band: Band, begin: int, end: int) -> Units:
    """Score the beads that start in some rows of a band.

    Args:
        model: What is known.
        band: The strip.
        begin, end: The rows: source places that a segment follows.

    Returns:
        Units by shape (in the order of `SHAPES`), row and column of the band.
    """
    n, m = model.source.segments, model.target.segments
    here = np.arange(begin, end)[:, None]
    there = band.first[begin:end, None] + np.arange(band.width)
    words = _word_scores(model, band, begin, end)
    scores = np.full((len(SHAPES), *there.shape), NEVER, dtype=np.int32)
    for kind, (ours, theirs) in enumerate(SHAPES):
        if ours and theirs:
            score = words[ours - 1, theirs - 1] - _length_costs(model, here, there, ours, theirs)
            score += model.priors[kind]
        else:
            score = np.full(there.shape, model.priors[kind], dtype=np.int32)
        possible = (here + ours <= n) & (there + theirs <= m)
        if ours and theirs and model.anchors.pins:
            possible &= _allowed(model.anchors, here, there, ours, theirs)
        np.copyto(scores[kind], score, where=possible)
    return scores


def _allowed(
    anchors: Anchors, here: Integers, there: Integers, ours: int, theirs: int
) -> NDArray[np.bool_]:
    """Say which beads neither cross a pin nor hold a segment that is pinned to nothing."""
    (piece, last, free), (other_piece, other_last, other_free) = (
        _ends(anchors.source, here, ours),
        _ends(anchors.target, there, theirs),
    )
    one_piece = (piece == last) & (other_piece == other_last) & (piece == other_piece)
    allowed: NDArray[np.bool_] = one_piece & free & other_free
    return allowed


def _ends(fixed: Fixed, start: Integers, many: int) -> tuple[Integers, Integers, NDArray[np.bool_]]:
    """Return the pieces of the first and last segment of stretches, and whether all are free."""
    size = len(fixed.piece)
    first, stop = np.minimum(start, size - 1), np.minimum(start + many, size)
    alone = np.concatenate([[0], np.cumsum(fixed.alone)])
    return fixed.piece[first], fixed.piece[stop - 1], alone[stop] == alone[first]


def _length_costs(model: Model, here: Integers, there: Integers, ours: int, theirs: int) -> Units:
    source = _stretch(model.source, here, ours)
    target = _stretch(model.target, there, theirs)
    cost = model.lengths.cost(source, target) * (model.length_weight * UNIT)
    units: Units = np.rint(cost).astype(np.int32)
    return units


def _stretch(side: Side, start: Integers, many: int) -> Reals:
    """Return the letters of so many segments from each start."""
    before = np.concatenate([[0], np.cumsum(side.lengths)])
    stop = np.minimum(start + many, side.segments)
    letters: Reals = before[stop] - before[np.minimum(start, side.segments)]
    return letters


def _word_scores(model: Model, band: Band, begin: int, end: int) -> Units:
    """Return what words say, by source segments − 1, target segments − 1, row and column."""
    forth = _target_words(model, band, begin, end)
    back = _source_words(model, band, begin, end)
    forth += back
    forth >>= 1
    return forth


def _target_words(model: Model, band: Band, begin: int, end: int) -> Units:
    """Sum over the target segments of each bead what its source segments explain."""
    m = model.target.segments
    first, width = band.first[begin:end], band.width
    low, high = int(first[0]), min(m, int(first[-1]) + width + LARGEST)
    segments = np.arange(low, max(high, low + 1)).clip(max=m - 1)
    start = np.searchsorted(first, segments - (LARGEST - 1) - (width - 1)) + begin
    start = np.minimum(start, end - 1)
    stop = np.searchsorted(first, segments, side="right") + begin
    columns = max(1, int((stop - start).max()))
    found = window_evidence(model.target_witness, int(segments[0]), start, columns)
    row = np.arange(begin, end)[:, None]
    sums = np.zeros((LARGEST, LARGEST, end - begin, width), dtype=np.int32)
    there = first[:, None] + np.arange(width)
    for more in range(LARGEST):
        segment = np.minimum(there + more, segments[-1]) - int(segments[0])
        place = segment * columns + np.clip(row - start[segment], 0, columns - 1)
        for ours in range(LARGEST):
            sums[ours, more] = found[ours].take(place)
            if more:
                sums[ours, more] += sums[ours, more - 1]
    return sums


def _source_words(model: Model, band: Band, begin: int, end: int) -> Units:
    """Sum over the source segments of each bead what its target segments explain."""
    n, width = model.source.segments, band.width
    last = min(n, end + LARGEST - 1)
    segments = np.arange(begin, last)
    start = band.first[np.maximum(segments - (LARGEST - 1), begin)]
    columns = width + int((band.first[segments] - start).max())
    found = window_evidence(model.source_witness, begin, start, columns)
    there = band.first[begin:end, None] + np.arange(width)
    sums = np.zeros((LARGEST, LARGEST, end - begin, width), dtype=np.int32)
    for more in range(LARGEST):
        segment = np.minimum(np.arange(begin, end) + more, last - 1) - begin
        place = segment[:, None] * columns + np.clip(there - start[segment, None], 0, columns - 1)
        for theirs in range(LARGEST):
            sums[more, theirs] = found[theirs].take(place)
            if more:
                sums[more, theirs] += sums[more - 1, theirs]
    return sums
