"""What a person has already decided: pinned beads, between which the rest is aligned.

Pins cut both texts into pieces, numbered alike: even numbers between pins, odd ones within. A
bead may not reach from one piece into another. Segments pinned to nothing stay alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.band import Band
from termbase.alignment.sides import Integers
from termbase.model.bead import Bead


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is decided on one side.

    Attributes:
        piece: The piece of each segment, ascending.
        lonely: For each place, how many segments before it are pinned to nothing.
    """

    piece: Integers
    lonely: Integers

    def whole(self, start: Integers, many: int) -> NDArray[np.bool_]:
        """Say which stretches of so many segments lie in one piece and hold no lonely segment."""
        size = len(self.piece)
        first, stop = np.minimum(start, size - 1), np.minimum(start + many, size)
        free: NDArray[np.bool_] = self.lonely[stop] == self.lonely[first]
        free &= self.piece[first] == self.piece[stop - 1]
        return free


@dataclass(frozen=True, slots=True)
class Anchors:
    """The decisions, and what they mean for each side.

    Attributes:
        pins: All pinned beads.
        paired: Those with two sides, in order.
        source, target: What they decide of each side.
    """

    pins: tuple[Bead, ...]
    paired: tuple[Bead, ...]
    source: Fixed
    target: Fixed

    def meet(self, here: Integers, there: Integers) -> NDArray[np.bool_]:
        """Say where the segments after a source place and a target place lie in like pieces."""
        source, target = self.source.piece, self.target.piece
        like: NDArray[np.bool_] = (
            source[np.minimum(here, len(source) - 1)] == target[np.minimum(there, len(target) - 1)]
        )
        return like

    def hold(self, places: Integers, target: int) -> Integers:
        """Move the target places of a path so that it passes through every pin.

        Args:
            places: One target place for each source place.
            target: Segments of the target.
        """
        low, high = np.zeros(len(places), np.int64), np.full(len(places), target)
        for pin in self.paired:
            low[pin.source[0]] = pin.target[0]
            low[pin.source[-1] + 1] = pin.target[-1] + 1
        for pin in reversed(self.paired):
            high[pin.source[-1] + 1] = pin.target[-1] + 1
            high[pin.source[0]] = pin.target[0]
        low = np.maximum.accumulate(low)
        high = np.minimum.accumulate(high[::-1])[::-1]
        held: Integers = np.clip(places, low, high)
        return held

    def fence(self, band: Band) -> Band:
        """Narrow a band that holds the pins to what can be reached without crossing any."""
        low, high = np.zeros_like(band.first), np.full_like(band.last, band.last[-1])
        for pin in self.paired:
            low[pin.source[-1] + 1] = pin.target[0]
            high[pin.source[0]] = pin.target[-1] + 1
        low = np.maximum.accumulate(low)
        high = np.minimum.accumulate(high[::-1])[::-1]
        return Band(np.maximum(band.first, low), np.minimum(band.last, high))


def set_anchors(pins: Sequence[Bead], source: int, target: int) -> Anchors:
    """Cut texts of so many segments at the pinned beads.

    Raises:
        ValueError: If pins cross or overlap each other or lie outside the texts.
    """
    paired = sorted((pin for pin in pins if pin.source and pin.target), key=lambda pin: pin.source)
    if any(one.target[-1] >= other.target[0] for one, other in pairwise(paired)):
        raise ValueError("pinned beads cross each other; pin them in the order of both texts")
    lonely = [pin for pin in pins if not (pin.source and pin.target)]
    return Anchors(
        tuple(pins),
        tuple(paired),
        _fix(source, [pin.source for pin in paired], [pin.source for pin in lonely]),
        _fix(target, [pin.target for pin in paired], [pin.target for pin in lonely]),
    )


def _fix(size: int, paired: Sequence[tuple[int, ...]], lonely: Sequence[tuple[int, ...]]) -> Fixed:
    pinned = [segment for side in (*paired, *lonely) for segment in side]
    if len(set(pinned)) < len(pinned):
        raise ValueError("pinned beads overlap each other; pin a segment only once")
    if pinned and (min(pinned) < 0 or max(pinned) >= size):
        raise ValueError(f"a pinned bead lies outside the text, which has {size} segments")
    steps = np.zeros(size + 1, dtype=np.int64)
    for side in paired:
        steps[side[0]] += 1
        steps[side[-1] + 1] += 1
    alone = np.zeros(size + 1, dtype=np.int64)
    alone[[segment + 1 for side in lonely for segment in side]] = 1
    return Fixed(np.cumsum(steps)[:size], np.cumsum(alone))


def keep_pins(beads: Iterable[Bead], anchors: Anchors) -> list[Bead]:
    """Put the pinned beads, with confidence 1.0, where the aligner found their segments."""
    if not anchors.pins:
        return list(beads)
    owner = {
        (side, segment): Bead(pin.source, pin.target, 1.0)
        for pin in anchors.pins
        for side, segments in enumerate((pin.source, pin.target))
        for segment in segments
    }
    kept: dict[Bead, int] = {}
    for bead in beads:
        key = (0, bead.source[0]) if bead.source else (1, bead.target[0])
        fixed = (anchors.source, anchors.target)[key[0]]
        kept.setdefault(owner.get(key, bead), int(fixed.piece[key[1]]))
    return sorted(kept, key=kept.__getitem__)
