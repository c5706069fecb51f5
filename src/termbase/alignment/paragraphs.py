"""Where paragraphs begin in two texts → what a bead gains by beginning where both do.

Some translators keep every paragraph, some none. So at first half of the breaks are expected to
agree, and each path shows how many really do; where they do not, the gain shrinks to nothing.
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


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Paragraph breaks of two texts, and what they are worth.

    Attributes:
        source, target: For each place, 1 where a paragraph begins there, else 0.
        gains: Units of a bead's first corner, by whether a paragraph begins there in the source
            and in the target; a break inside a bead counts as one that is only on its side.
    """

    source: Integers
    target: Integers
    gains: Integers

    def corner_gains(self, here: Integers, there: Integers) -> Integers:
        """Return the units that beads gain which begin at these places."""
        first = self.source[here], self.target[np.minimum(there, len(self.target) - 1)]
        corner: Integers = self.gains[first]
        return corner

    def inner_gains(self, here: Integers, there: Integers, ours: int, theirs: int) -> Integers:
        """Return the units that beads of a shape gain, or lose, by the breaks inside them."""
        inside = _inside(self.source, here, ours) * self.gains[1, 0]
        inside_other = _inside(self.target, there, theirs) * self.gains[0, 1]
        both: Integers = inside + inside_other
        return both

    def learned_from(self, path: Integers) -> Paragraphs:
        """Weigh the breaks by how often they agree at the corners of a path."""
        corners = self.source[path[:, 0]] * 2 + self.target[path[:, 1]]
        seen = np.bincount(corners, minlength=4).reshape(2, 2)
        shares = _assumed(self.source, self.target)
        return Paragraphs(self.source, self.target, _gains(seen + _ASSUMED_BEADS * shares))


def read_paragraphs(source: Sequence[int], target: Sequence[int]) -> Paragraphs:
    """Read the paragraph number of each segment of two texts."""
    ours, theirs = _breaks(source), _breaks(target)
    return Paragraphs(ours, theirs, _gains(_assumed(ours, theirs)))


def _breaks(numbers: Sequence[int]) -> Integers:
    breaks = np.zeros(len(numbers) + 1, dtype=np.int64)
    breaks[1:-1] = np.diff(np.asarray(numbers, dtype=np.int64)) != 0
    return breaks


def _assumed(source: Integers, target: Integers) -> Reals:
    """Return the shares of corners with and without breaks if half of the breaks agree."""
    ours, theirs = float(source.mean()), float(target.mean())
    both = _AGREEMENT * min(ours, theirs) + (1 - _AGREEMENT) * ours * theirs
    return np.array([[1 - ours - theirs + both, theirs - both], [ours - both, both]])


def _gains(seen: Reals) -> Integers:
    """Return the units by which breaks speak for a corner, or against it."""
    shares = (seen + 1e-3) / (seen + 1e-3).sum()
    chance = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    ratios = (shares / chance).tolist()
    nats = [[min(_MOST_GAIN, max(-_MOST_GAIN, math.log(one))) for one in row] for row in ratios]
    return np.array([[units(one) for one in row] for row in nats], dtype=np.int64)


def _inside(breaks: Integers, start: Integers, many: int) -> Integers:
    before = np.concatenate([[0], np.cumsum(breaks)])
    last = len(breaks)
    count: Integers = (
        before[np.minimum(start + max(many, 1), last)] - before[np.minimum(start + 1, last)]
    )
    return count
