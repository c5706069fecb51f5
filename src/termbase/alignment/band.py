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
class Track:
    """The way of a path.

    Attributes:
        low, high: The lowest and highest target place opposite each source place, neither ever
            descending; places within a bead have its ends.
    """

    low: Integers
    high: Integers


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

    def holds(self, other: Band) -> bool:
        """Say whether another strip lies within this one."""
        return bool((self.first <= other.first).all() and (other.last <= self.last).all())

    def edges_met(self, track: Track) -> NDArray[np.bool_]:
        """Say where a path runs along an edge that is not an end of the target."""
        low = (track.low <= self.first) & (self.first > 0)
        high = (track.high >= self.last) & (self.last < self.last[-1])
        met: NDArray[np.bool_] = low | high
        return met


def whole_band(source: int, target: int) -> Band:
    """Return the whole table for so many segments."""
    return Band(np.zeros(source + 1, np.int64), np.full(source + 1, target, np.int64))


def track_of(path: Integers, source: int, target: int) -> Track:
    """Follow a path of beads through texts of so many segments."""
    low = np.full(source + 1, 0, dtype=np.int64)
    high = np.full(source + 1, target, dtype=np.int64)
    low[path[::-1, 0]] = path[::-1, 1]
    high[path[:, 0] + path[:, 2]] = path[:, 1] + path[:, 3]
    return Track(np.maximum.accumulate(low), np.minimum.accumulate(high[::-1])[::-1])


def band_around(
    track: Track, reach: int, narrow: Band | None = None, at_leaps: int | None = None
) -> Band:
    """Return the strip of all places near a path.

    Args:
        track: The way of the path.
        reach: How far the strip goes to each side where the path goes straight.
        at_leaps: How far it goes where the path leaps, since the leap may really have been as
            far from there.
        narrow: The strip that the path was found in; near the places where the path runs along
            its edge, the new strip goes four times as far.
    """
    places = np.arange(len(track.low))
    steps = np.full(len(places), -(-reach // 2))
    if narrow is not None:
        for place in np.flatnonzero(narrow.edges_met(track)).tolist():
            steps[max(0, place - 2 * reach) : place + 2 * reach] = 2 * reach
    if at_leaps is not None:
        steps = np.maximum(steps, np.where(_near_leaps(track, at_leaps), at_leaps, 0))
    low = track.low[np.maximum(places - steps, 0)] - steps
    high = track.high[np.minimum(places + steps, len(places) - 1)] + steps
    first = np.minimum.accumulate(np.maximum(low, 0)[::-1])[::-1]
    last = np.maximum.accumulate(np.minimum(high, track.high[-1]))
    return Band(first, last)


def _near_leaps(track: Track, reach: int) -> NDArray[np.bool_]:
    """Say which places have a leap over many segments, of either text, within reach."""
    places = np.arange(len(track.low))
    before, behind = np.maximum(places - reach, 0), np.minimum(places + reach, len(places) - 1)
    advance = track.high[behind] - track.low[before]
    usual = np.median(advance[reach:-reach]) if len(places) > 2 * reach else reach
    expected = usual * (behind - before) / (2 * reach)
    near: NDArray[np.bool_] = np.abs(advance - expected) > reach / 2
    return near
