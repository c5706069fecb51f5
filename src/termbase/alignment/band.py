"""Which target places may stand opposite each source place: a strip around a path.

A place lies before a segment, and one more after the last. Where a path leaps over segments the
strip covers the whole leap, since it may really have been anywhere near. Outside the strip
nothing is scored.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.sides import Integers


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the table of source places × target places.

    Attributes:
        first, last: The target places opposite each source place, neither ever descending; the
            first begins at 0 and the last ends at the end of the target.
    """

    first: Integers
    last: Integers

    @property
    def width(self) -> int:
        """Target places opposite the source place that has most."""
        return int((self.last - self.first).max()) + 1

    def edges_met(self, centre: Integers) -> NDArray[np.bool_]:
        """Say where a path runs along an edge that is not the end of the target."""
        low = (centre <= self.first) & (self.first > 0)
        high = (centre >= self.last) & (self.last < self.last[-1])
        met: NDArray[np.bool_] = low | high
        return met


def whole_band(source: int, target: int) -> Band:
    """Return the whole table for so many segments."""
    return Band(np.zeros(source + 1, np.int64), np.full(source + 1, target, np.int64))


def band_around(centre: Integers, reach: int, narrow: Band | None = None) -> Band:
    """Return the strip of all places near a path.

    Args:
        centre: The target place opposite each source place, ascending; it begins at 0 and ends
            at the end of the target.
        reach: How far the strip goes to each side where the path goes straight.
        narrow: The strip that the path was found in; near the places where the path runs along
            its edge, the new strip goes four times as far.
    """
    places = np.arange(len(centre))
    steps = np.full(len(centre), -(-reach // 2))
    if narrow is not None:
        met = np.flatnonzero(narrow.edges_met(centre))
        for place in met.tolist():
            steps[max(0, place - 2 * reach) : place + 2 * reach] = 2 * reach
    low = centre[np.maximum(places - steps, 0)] - steps
    high = centre[np.minimum(places + steps, len(centre) - 1)] + steps
    first = np.minimum.accumulate(np.maximum(low, 0)[::-1])[::-1]
    last = np.maximum.accumulate(np.minimum(high, centre[-1]))
    return Band(first, last)
