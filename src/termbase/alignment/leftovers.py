"""Beads as large as the search allows → larger ones, where the search left their ends over.

The search looks no farther than four segments on a side. Where a writer made one long sentence
and the translator six, it finds four of them and leaves the others beside without counterpart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from termbase.alignment.anchors import Anchors
from termbase.alignment.evidence import LARGEST
from termbase.alignment.length import LengthModel
from termbase.alignment.sides import Reals
from termbase.model.bead import Bead

_MOST_SEGMENTS = 8


@dataclass(frozen=True, slots=True)
class Joiner:
    """What is asked before a segment that was left over joins a bead.

    Attributes:
        source, target: Letters of the segments.
        lengths: How lengths usually go together.
        anchors: What a person decided.
    """

    source: Reals
    target: Reals
    lengths: LengthModel
    anchors: Anchors

    def join(self, beads: Iterable[Bead]) -> list[Bead]:
        """Give beads of one segment and four the segments left over behind and before them."""
        return self._join(self._join(beads)[::-1])[::-1]

    def _join(self, beads: Iterable[Bead]) -> list[Bead]:
        """Let each full bead take from those that follow it in this order."""
        joined: list[Bead] = []
        for bead in beads:
            if joined and self._full(joined[-1], bead):
                larger = _together(joined[-1], bead)
                if self._better(larger, joined[-1]):
                    joined[-1] = larger
                    continue
            joined.append(bead)
        return joined

    def _full(self, bead: Bead, other: Bead) -> bool:
        """Say whether a bead is full on the side where the other, beside it, has something."""
        side, facing = (
            (bead.source, bead.target) if not other.target else (bead.target, bead.source)
        )
        alone = not (other.source and other.target)
        return alone and len(facing) == 1 and LARGEST <= len(side) < _MOST_SEGMENTS

    def _better(self, larger: Bead, bead: Bead) -> bool:
        """Say whether lengths agree better in the larger one, and no decision forbids it."""
        return self._strays(larger) < self._strays(bead) and all(
            fixed.whole(np.array([side[0]]), len(side))[0]
            for fixed, side in (
                (self.anchors.source, larger.source),
                (self.anchors.target, larger.target),
            )
        )

    def _strays(self, bead: Bead) -> float:
        ours, theirs = self.source[list(bead.source)].sum(), self.target[list(bead.target)].sum()
        return float(self.lengths.deviation(ours, theirs))


def _together(one: Bead, other: Bead) -> Bead:
    """Join two neighbours; they are no surer together than apart."""
    source, target = sorted(one.source + other.source), sorted(one.target + other.target)
    return Bead(tuple(source), tuple(target), min(one.confidence, other.confidence))
