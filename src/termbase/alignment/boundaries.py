"""What stands at the places between segments → what a bead gains by its corners and its insides.

A bead that begins where both texts begin a paragraph, after the same mark, is more likely; one
with a paragraph's break inside is less so. Translators differ: some keep every paragraph and
every full stop, some none. So each path shows how far the texts really agree, and where they do
not, the gain shrinks to nothing, as it does where all places are alike.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.logarithm import units
from termbase.alignment.marks import (
    BEGINNINGS,
    ENDS,
    QUOTES,
    beginnings,
    closed_quotes,
    ends,
)
from termbase.alignment.sides import Integers, Reals, spans
from termbase.alignment.windows import windows_at

_AGREEMENT = 0.5
"""Share of paragraph breaks that are expected to agree before any path is known."""

_MARKS_WEIGHT = 0.3
"""Marks say partly the same as each other and as the words."""

_ASSUMED_BEADS = 20.0
_MOST_GAIN = 4.0
_FLOOR = 1e-3

Kinds = NDArray[np.int64]
Gains = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing to be seen at a place, such as the mark that ends the segment before it.

    Attributes:
        source, target: The kind of each place, from 0; places are one more than segments.
        corners: Share of each pair of kinds among the corners of beads, as far as is known.
        inside: Share of each kind among the places inside beads, for source and target.
        weight: What a nat of it weighs.
    """

    source: Kinds
    target: Kinds
    corners: Reals
    inside: tuple[Reals, Reals]
    weight: float


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The places of two texts, and what they are worth to a bead.

    Attributes:
        traits: What is seen there, as expected before any path is known.
        source, target: The kind of each place by all traits together.
        corner: Units of the first corner of a bead, by kind in the source and in the target.
        passed: Units of all places before each place, were they inside a bead, by side.
    """

    traits: tuple[Trait, ...]
    source: Kinds
    target: Kinds
    corner: Gains
    passed: tuple[Integers, Integers]

    def corner_gains(self, here: Integers, places: Integers, at: Integers, width: int) -> Gains:
        """Return the units that beads gain which begin at these places.

        Args:
            here: The source places, a column.
            places: Some target places; what lies outside the text counts as its end.
            at: The first of them that stands opposite, for each source place.
            width: How many do.
        """
        theirs = self.target[np.minimum(places, len(self.target) - 1)]
        kinds = self.source[here] * len(self.corner) + windows_at(theirs, at, width)
        gains: Gains = self.corner.take(kinds)
        return gains

    def inner_gains(self, side: int, start: Integers, many: int) -> Gains:
        """Return the units that beads gain, or lose, by the places inside one side of them.

        Args:
            side: 0 for the source, 1 for the target.
            start: Where the beads begin on that side.
            many: Segments that they have there, at least 1.
        """
        passed = self.passed[side]
        stop = np.minimum(start + many, len(passed) - 1)
        gains: Gains = passed[stop] - passed[np.minimum(start + 1, len(passed) - 1)]
        return gains.astype(np.int32)

    def learned_from(self, path: Integers) -> Boundaries:
        """Weigh the places by what a path shows of them."""
        beads = path[(path[:, 2] > 0) & (path[:, 3] > 0)]
        return _weigh(self.traits, [_seen(trait, beads) for trait in self.traits])


def read_boundaries(
    texts: tuple[Sequence[str], Sequence[str]],
    paragraphs: tuple[Sequence[int], Sequence[int]] | None,
) -> Boundaries:
    """Read what stands between the segments of two texts.

    Args:
        texts: The segments of both.
        paragraphs: The paragraph number of each segment of both; None where that is unknown.
    """
    traits = [
        _mark(np.array(read(texts[0])), np.array(read(texts[1])), kinds)
        for read, kinds in ((ends, ENDS), (beginnings, BEGINNINGS), (closed_quotes, QUOTES))
    ]
    if paragraphs:
        traits.append(_paragraphs(*map(_breaks, paragraphs)))
    return _weigh(tuple(traits), [(trait.corners, trait.inside) for trait in traits])


def _mark(source: Kinds, target: Kinds, kinds: int) -> Trait:
    """Expect nothing of a mark: until a path is known it neither agrees nor disagrees."""
    ours, theirs = _shares(source, kinds), _shares(target, kinds)
    return Trait(source, target, np.outer(ours, theirs), (ours, theirs), _MARKS_WEIGHT)


def _breaks(numbers: Sequence[int]) -> Kinds:
    """Say of each place whether a paragraph begins there: 1, or 0."""
    breaks = np.ones(len(numbers) + 1, dtype=np.int64)
    breaks[1:-1] = np.diff(np.asarray(numbers, dtype=np.int64)) != 0
    return breaks


def _paragraphs(source: Kinds, target: Kinds) -> Trait:
    """Expect half of the paragraph breaks to agree."""
    ours, theirs = float(source.mean()), float(target.mean())
    both = _AGREEMENT * min(ours, theirs) + (1 - _AGREEMENT) * ours * theirs
    corners = np.array([[1 - ours - theirs + both, theirs - both], [ours - both, both]])
    broken = [usual * (1 - _AGREEMENT * (1 - usual)) for usual in (ours, theirs)]
    ours_inside, theirs_inside = (np.array([1 - share, share]) for share in broken)
    return Trait(source, target, corners, (ours_inside, theirs_inside), 1.0)


def _seen(trait: Trait, beads: Integers) -> tuple[Reals, tuple[Reals, Reals]]:
    """Return the shares among the corners and inside of beads, mixed with what is expected."""
    kinds = len(trait.corners)
    pairs = trait.source[beads[:, 0]] * kinds + trait.target[beads[:, 1]]
    seen = np.bincount(pairs, minlength=kinds * kinds).reshape(kinds, kinds)
    corners = seen + _ASSUMED_BEADS * trait.corners
    inside = []
    for at, side in enumerate((trait.source, trait.target)):
        places = _inner_places(beads[:, at], beads[:, at + 2])
        mixed = np.bincount(side[places], minlength=kinds) + _ASSUMED_BEADS * trait.inside[at]
        inside.append(mixed / mixed.sum())
    return corners / corners.sum(), (inside[0], inside[1])


def _inner_places(start: Integers, many: Integers) -> Integers:
    """Return the places inside beads that begin at these and have so many segments."""
    return spans(start + 1, np.maximum(many - 1, 0))


def _weigh(
    traits: tuple[Trait, ...], known: Sequence[tuple[Reals, tuple[Reals, Reals]]]
) -> Boundaries:
    """Add up what the traits say of each pair of kinds of all together."""
    sizes = tuple(len(trait.corners) for trait in traits)
    parts = np.unravel_index(np.arange(math.prod(sizes)), sizes)
    corner = np.zeros((math.prod(sizes),) * 2, dtype=np.int32)
    inner = np.zeros((2, math.prod(sizes)), dtype=np.int64)
    for trait, part, (corners, inside) in zip(traits, parts, known, strict=True):
        usual = _shares(trait.source, len(corners)), _shares(trait.target, len(corners))
        corner += _gains(corners, np.outer(*usual), trait.weight)[part[:, None], part]
        for side in range(2):
            inner[side] += _gains(inside[side], usual[side], trait.weight)[part]
    source = np.ravel_multi_index([trait.source for trait in traits], sizes)
    target = np.ravel_multi_index([trait.target for trait in traits], sizes)
    ours, theirs = (
        np.concatenate([[0], np.cumsum(inner[side][kinds])])
        for side, kinds in enumerate((source, target))
    )
    return Boundaries(traits, source, target, corner, (ours, theirs))


def _shares(kinds: Kinds, many: int) -> Reals:
    shares: Reals = np.bincount(kinds, minlength=many) / len(kinds)
    return shares


def _gains(shares: Reals, chance: Reals, weight: float) -> Gains:
    """Return the units by which shares speak against chance."""
    ratios = (shares + _FLOOR) / (chance + _FLOOR)
    nats = [min(_MOST_GAIN, max(-_MOST_GAIN, math.log(one))) for one in ratios.ravel().tolist()]
    return np.array([units(weight * one) for one in nats], dtype=np.int32).reshape(shares.shape)
