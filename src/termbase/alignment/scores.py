"""A band of places → the score of every bead that could start at each of them.

A bead's score is its shape's prior, what its lengths cost, and what the words of either side say
of the other: a sum over its segments, so that large beads gain nothing by being large. Scores
are whole units and computed by blocks of rows, so that memory stays bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from termbase.alignment.anchors import Anchors
from termbase.alignment.band import Band
from termbase.alignment.boundaries import Boundaries
from termbase.alignment.evidence import LARGEST, Units, Witness, window_evidence
from termbase.alignment.gaps import Gaps, read_gaps
from termbase.alignment.length import LengthModel, stretches
from termbase.alignment.logarithm import UNIT, units
from termbase.alignment.meaning import Meaning
from termbase.alignment.sides import Integers, Reals, Side
from termbase.alignment.windows import windows_at

NEVER = -(1 << 28)
"""The score of what cannot be."""

_BLOCK_CELLS = 1 << 16
_MOST_ROWS, _FEW_ROWS = 512, 96
_MOST_PADDING = 1.15
"""Cells of a block, for each that is needed, that are borne before it is cut."""

_WORD_WEIGHT = 512
_NO_WORD = units(2.5)
"""A segment without any word, such as dots or a stray sign, easily stands alone."""

NO_CORNER = -10 * UNIT
"""What a corner gains that no path of parts goes through."""


@dataclass(frozen=True, slots=True)
class Model:
    """All that one round knows.

    Attributes:
        source, target: The texts.
        source_witness: What target windows say of source segments.
        target_witness: What source windows say of target segments.
        lengths: What is known of lengths.
        length_weight: What a nat of length weighs beside a nat of words.
        priors: Units of each shape, by source segments and target segments, 0 to 4.
        anchors: What is decided already.
        boundaries: What stands at the places between segments.
        meaning: What an encoder says; None where there is none.
    """

    source: Side
    target: Side
    source_witness: Witness
    target_witness: Witness
    lengths: LengthModel
    length_weight: float
    priors: Integers
    anchors: Anchors
    boundaries: Boundaries
    meaning: Meaning | None

    @property
    def gaps(self) -> Gaps:
        """What segments cost that stay alone."""
        return read_gaps(self.priors, self.target.worded, _NO_WORD)


def score_blocks(model: Model, band: Band) -> Iterator[Units]:
    """Score the beads that start at each source place of a band, but the last.

    Yields:
        For some places that follow each other: units by place, source segments − 1 (1 to 4),
        target segments (0 to 4), and the target place where the bead *ends*, from the first of
        the strip at that place. There are at least so many columns as go to 4 beyond its last.
    """
    first, last = band.first.tolist(), band.last.tolist()
    begin, widest, cells = 0, 0, 0
    for end in range(len(first) - 1):
        width = last[end] - first[end] + 1
        rows, widest_then = end - begin, max(widest, width)
        reach = last[end] - first[begin]
        uneven = (rows + 1) * widest_then > _MOST_PADDING * (cells + width)
        if rows == _MOST_ROWS or rows * reach > _BLOCK_CELLS or (uneven and rows >= _FEW_ROWS):
            yield _score_block(model, band, begin, end)
            begin, widest_then, cells = end, width, 0
        widest, cells = widest_then, cells + width
    if len(first) > 1:
        yield _score_block(model, band, begin, len(first) - 1)


class Corners(NamedTuple):
    """What beads of segments that start at some corners gain, as their parts say.

    Attributes:
        here, there: The source and the target place of each, in order.
        gains: Units; every other corner is `NO_CORNER`.
    """

    here: Integers
    there: Integers
    gains: Integers


def favour(blocks: Iterable[Units], band: Band, corners: Corners) -> Iterator[Units]:
    """Add to the scores of beads what the corners gain that they start at; the blocks stay.

    Args:
        blocks: The scores of a band.
        band: The band; corners outside it count nothing.
        corners: What is known of some corners.
    """
    here, there, gains = corners
    inside = (here < len(band.first) - 1) & (band.first[here] <= there) & (there <= band.last[here])
    here, column, more = here[inside], (there - band.first[here])[inside], gains[inside] - NO_CORNER
    theirs, begin = np.arange(LARGEST + 1), 0
    for scores in blocks:
        block = scores + np.int32(NO_CORNER)
        first, stop = np.searchsorted(here, [begin, begin + len(block)])
        rows, columns = here[first:stop, None] - begin, column[first:stop, None]
        block[rows, :, theirs, columns + theirs] += more[first:stop, None, None].astype(np.int32)
        yield block
        begin += len(block)


def rows_within(blocks: Iterable[Units], band: Band, narrower: Band) -> list[Units]:
    """Return the scores at each place of a band inside the one that they were made for."""
    rows = (row for block in blocks for row in block)
    starts = (narrower.first - band.first).tolist()
    columns = (narrower.last - narrower.first + 1 + LARGEST).tolist()
    return [
        row[:, :, start : start + many]
        for row, start, many in zip(rows, starts, columns, strict=False)
    ]


def word_gains(model: Model, path: Integers, gains: Integers) -> Reals:
    """Return the nats that words alone gave each bead of a path, given its whole gain in units."""
    ours = stretches(model.source.letters_before, path[:, 0], path[:, 2])
    theirs = stretches(model.target.letters_before, path[:, 1], path[:, 3])
    cost = model.lengths.cost(ours, theirs) * model.length_weight
    words: Reals = (gains - model.priors[path[:, 2], path[:, 3]]) / UNIT + cost
    return words


def _score_block(model: Model, band: Band, begin: int, end: int) -> Units:
    n, m = model.source.segments, model.target.segments
    first, last = band.first[begin:end], band.last[begin:end]
    width = int((last - first).max()) + 1
    here = np.arange(begin, end)[:, None]
    places = np.arange(int(first[0]), int(first[-1]) + width)
    at = first - first[0]
    scores = np.full((end - begin, LARGEST, LARGEST + 1, width + LARGEST), NEVER, dtype=np.int32)
    alone = model.priors[1:, 0] + (_NO_WORD * ~model.source.worded)[begin:end, None]
    within = windows_at(places <= m, at, width)
    for ours in np.flatnonzero(model.priors[1:, 0] > NEVER).tolist():
        np.copyto(
            scores[:, ours, 0, :width], alone[:, ours, None], where=within & (here + ours < n)
        )
    words = _word_scores(model, band, begin, end, width)
    words += model.boundaries.corner_gains(here, places, at, width)
    meeting = (
        model.anchors.meet(here, windows_at(places, at, width)) if model.anchors.pins else None
    )
    for theirs in range(1, LARGEST + 1):
        inside = windows_at(model.boundaries.inner_gains(1, places, theirs), at, width)
        target = windows_at(stretches(model.target.letters_before, places, theirs), at, width)
        fits = windows_at(places + theirs <= m, at, width)
        if meeting is not None:
            fits &= meeting & windows_at(model.anchors.target.whole(places, theirs), at, width)
        for ours in range(1, LARGEST + 1):
            score = words[ours - 1, theirs - 1]
            score += inside
            score += model.boundaries.inner_gains(0, here, ours) + int(model.priors[ours, theirs])
            score -= _length_costs(
                model, stretches(model.source.letters_before, here, ours), target
            )
            possible = fits & (here + ours <= n)
            if meeting is not None:
                possible &= model.anchors.source.whole(here, ours)
            arrival = scores[:, ours - 1, theirs, theirs : theirs + width]
            np.copyto(arrival, score, where=possible)
    return scores


def _length_costs(model: Model, source: Reals, target: Reals) -> Units:
    cost = model.lengths.cost(source, target) * (model.length_weight * UNIT)
    units: Units = np.rint(cost).astype(np.int32)
    return units


def _word_scores(model: Model, band: Band, begin: int, end: int, width: int) -> Units:
    """Return what words say, by source segments − 1, target segments − 1, row and column."""
    forth = _target_words(model, band, begin, end, width)
    forth += _source_words(model, band, begin, end, width)
    forth *= _WORD_WEIGHT
    forth >>= 10
    if model.meaning:
        forth += model.meaning.gains(begin, end, band.first[begin:end], width)
    return forth


def _target_words(model: Model, band: Band, begin: int, end: int, width: int) -> Units:
    """Sum over the target segments of each bead what its source segments explain."""
    m = model.target.segments
    first, last = band.first[begin:end], band.last[begin:end]
    low = min(int(first[0]), m - 1)
    segments = np.arange(low, max(low + 1, min(m, int(last[-1]) + LARGEST)))
    start = np.minimum(np.searchsorted(last, segments - (LARGEST - 1)), end - begin - 1)
    stop = np.searchsorted(first, segments, side="right")
    columns = max(1, int((stop - start).max()))
    found = window_evidence(model.target_witness, low, start + begin, columns)
    there = first[:, None] + np.arange(width + LARGEST - 1)
    segment = np.minimum(there, int(segments[-1])) - low
    row = np.arange(end - begin)[:, None]
    place = segment * columns + np.clip(row - start[segment], 0, columns - 1)
    sums = np.empty((LARGEST, LARGEST, end - begin, width), dtype=np.int32)
    for ours in range(LARGEST):
        each = found[ours].take(place)
        sums[ours, 0] = each[:, :width]
        for more in range(1, LARGEST):
            np.add(sums[ours, more - 1], each[:, more : more + width], out=sums[ours, more])
    return sums


def _source_words(model: Model, band: Band, begin: int, end: int, width: int) -> Units:
    """Sum over the source segments of each bead what its target segments explain."""
    stop = min(model.source.segments, end + LARGEST - 1)
    segments = np.arange(begin, stop)
    start = band.first[np.maximum(segments - (LARGEST - 1), begin)]
    columns = width + int((band.first[np.minimum(segments, end - 1)] - start).max())
    found = window_evidence(model.source_witness, begin, start, columns)
    segment = np.minimum(np.arange(end - begin)[:, None] + np.arange(LARGEST), stop - 1 - begin)
    place = segment * columns + band.first[begin:end, None] - start[segment]
    sums = np.empty((LARGEST, LARGEST, end - begin, width), dtype=np.int32)
    for theirs in range(LARGEST):
        each = windows_at(found[theirs].ravel(), place, width)
        sums[0, theirs] = each[:, 0]
        for more in range(1, LARGEST):
            np.add(sums[more - 1, theirs], each[:, more], out=sums[more, theirs])
    return sums
