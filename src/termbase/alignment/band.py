"""Which target places may stand opposite each source place: a strip around a path.

A place lies before a segment, and one more after the last. Where a path leaps over segments the
strip covers the whole leap, since it may really have been anywhere near. Outside the strip
nothing is scored.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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


def whole_band(source: int, target: int) -> Band:
    """Return the whole table for so many segments."""
    return Band(np.zeros(source + 1, np.int64), np.full(source + 1, target, np.int64))


def band_around(centre: Integers, reach: int) -> Band:
    """Return the strip of all places near a path.

    Args:
        centre: The target place opposite each source place, ascending; it begins at 0 and ends
            at the end of the target.
        reach: How far the strip goes to each side where the path goes straight.
    """
    places, step = np.arange(len(centre)), -(-reach // 2)
    low = centre[np.maximum(places - step, 0)] - step
    high = centre[np.minimum(places + step, len(centre) - 1)] + step
    return Band(np.maximum(low, 0), np.minimum(high, centre[-1]))
