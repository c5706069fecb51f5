"""Where paragraphs begin in two texts → what a bead gains by beginning where both do.

Some translators keep every paragraph, some none. So at first half of the breaks are expected to
agree, and each path shows how many really do; where they do not, the gain shrinks to nothing, as
it does where every segment is a paragraph.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from termbase.alignment.logarithm import units
from termbase.alignment.sides import Integers, Reals

_AGREEMENT = 0.5
_ASSUMED_BEADS = 20.0
_MOST_GAIN = 4.0
_FLOOR = 1e-3


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Paragraph breaks of two texts, and what they are worth.

    Attributes:
        source, target: For each place, 1 where a paragraph begins there, else 0.
        corner: Units of the first corner of a bead, by whether a paragraph begins there in the
            source and in the target.
        inner: Units of each place inside a bead, by side (source, target) and by whether a
            paragraph begins there.
    """

    source: Integers
    target: Integers
    corner: Integers
    inner: Integers

    def corner_gains(self, here: Integers, there: Integers) -> Integers:
        """Return the units that beads gain which begin at these places."""
        gains: Integers = self.corner[
            self.source[here], self.target[np.minimum(there, len(self.target) - 1)]
        ]
        return gains

    def inner_gains(self, here: Integers, there: Integers, ours: int, theirs: int) -> Integers:
        """Return the units that beads of a shape gain, or lose, by the places inside them."""
        source = _inside(self.inner[0][self.source], here, ours)
        gains: Integers = source + _inside(self.inner[1][self.target], there, theirs)
        return gains

    def learned_from(self, path: Integers) -> Paragraphs:
        """Weigh the breaks by how often they agree at the corners of a path."""
        source, target = self.source, self.target
        seen = np.bincount(source[path[:, 0]] * 2 + target[path[:, 1]], minlength=4)
        corners = seen.reshape(2, 2) + _ASSUMED_BEADS * _assumed_corners(source, target)
        inside = [
            _seen_inside(breaks, path[:, at], path[:, at + 2])
            + _ASSUMED_BEADS * _assumed_inside(breaks)
            for at, breaks in enumerate((source, target))
        ]
        return _weigh(source, target, corners, inside)


def read_paragraphs(source: Sequence[int], target: Sequence[int]) -> Paragraphs:
    """Read the paragraph number of each segment of two texts."""
    ours, theirs = _breaks(source), _breaks(target)
    inside = [_assumed_inside(ours), _assumed_inside(theirs)]
    return _weigh(ours, theirs, _assumed_corners(ours, theirs), inside)


def _breaks(numbers: Sequence[int]) -> Integers:
    breaks = np.ones(len(numbers) + 1, dtype=np.int64)
    breaks[1:-1] = np.diff(np.asarray(numbers, dtype=np.int64)) != 0
    return breaks


def _assumed_corners(source: Integers, target: Integers) -> Reals:
    """Return the shares of corners with and without breaks if half of the breaks agree."""
    ours, theirs = float(source.mean()), float(target.mean())
    both = _AGREEMENT * min(ours, theirs) + (1 - _AGREEMENT) * ours * theirs
    return np.array([[1 - ours - theirs + both, theirs - both], [ours - both, both]])


def _assumed_inside(breaks: Integers) -> Reals:
    """Return the shares of places inside beads without and with a break."""
    usual = float(breaks.mean())
    share = usual * (1 - _AGREEMENT * (1 - usual))
    return np.array([1 - share, share])


def _seen_inside(breaks: Integers, start: Integers, many: Integers) -> Reals:
    """Count the places inside beads without and with a break."""
    places = int(np.maximum(many - 1, 0).sum())
    with_break = int(_inside(breaks, start, many).sum())
    return np.array([places - with_break, with_break], dtype=np.float64)


def _weigh(source: Integers, target: Integers, corners: Reals, inside: list[Reals]) -> Paragraphs:
    ours, theirs = (np.array([1 - side.mean(), side.mean()]) for side in (source, target))
    corner = _gains(corners / corners.sum(), np.outer(ours, theirs))
    inner = [
        _gains(seen / seen.sum(), usual) for seen, usual in zip(inside, (ours, theirs), strict=True)
    ]
    return Paragraphs(source, target, corner, np.array(inner))


def _gains(shares: Reals, chance: Reals) -> Integers:
    """Return the units by which shares speak against chance."""
    ratios = (shares + _FLOOR) / (chance + _FLOOR)
    nats = [min(_MOST_GAIN, max(-_MOST_GAIN, math.log(one))) for one in ratios.ravel().tolist()]
    return np.array([units(one) for one in nats], dtype=np.int64).reshape(shares.shape)


def _inside(values: Integers, start: Integers, many: Integers | int) -> Integers:
    """Sum values over the places inside beads of so many segments."""
    before = np.concatenate([[0], np.cumsum(values)])
    last = len(values)
    stop = np.minimum(start + np.maximum(many, 1), last)
    total: Integers = before[stop] - before[np.minimum(start + 1, last)]
    return total
