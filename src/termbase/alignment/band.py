"""Which segments of the target may stand opposite each place of the source.

A place lies before a segment, and one more after the last. Far from the path nothing is scored.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from termbase.alignment.sides import Integers


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the table of source places × target places.

    Attributes:
        first: The first target place opposite each source place, never descending; the first
            is 0.
        width: Target places opposite each source place; the last strip ends at the last place.
    """

    first: Integers
    width: int


def whole_band(source: int, target: int) -> Band:
    """Return the whole table for so many segments."""
    return Band(np.zeros(source + 1, dtype=np.int64), target + 1)


def band_around(centre: Integers, target: int, reach: int) -> Band:
    """Return a strip that reaches so far to both sides of a path.

    Args:
        centre: The target place opposite each source place, never descending, from 0 to `target`.
        target: Segments of the target.
        reach: Places on each side.
    """
    step = int(np.diff(centre).max(initial=0))
    width = min(max(2 * reach, step) + 1, target + 1)
    first = np.clip(centre - reach, 0, target + 1 - width)
    return Band(first, width)
