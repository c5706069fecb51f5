"""What a person decided about two texts → beads pinned in the texts as they stand now.

A decision that no longer fits is given back, never forced: its segments have changed, are no
neighbours any more, or stand across another decision. It is not where its place was decided anew.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from termbase.model.bead import Bead
from termbase.model.decision import DecidedBead, Decision, DecisionKind
from termbase.usecases.segment_ids import SegmentIds


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision that no longer applies, and why."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Replay:
    """Decisions as they apply to two texts. Both in no order that matters."""

    pins: tuple[Bead, ...]
    lost: tuple[Lost, ...]


def replay(decisions: Sequence[Decision], source: Sequence[str], target: Sequence[str]) -> Replay:
    """Find what decisions are about in two texts; of two that contradict, the later is right.

    Args:
        decisions: About these two languages in this direction, the oldest first.
        source, target: What each segment says.
    """
    if not decisions:
        return Replay((), ())
    ours, theirs = SegmentIds(source), SegmentIds(target)
    pins = _Pins()
    lost = []
    for decision in reversed(decisions):
        beads = [_bead(one, ours, theirs) for one in decision.beads]
        changed = None in beads
        reason = "its text has changed" if changed else ""
        if changed and decision.kind is DecisionKind.REJECT:
            beads = []  # nobody said that the side which stays has no counterpart
        for bead in beads:
            if bead and not pins.add(bead) and bead not in pins.beads:
                reason = reason or "a later decision stands against it"
        if reason and not (changed and pins.cover(decision, ours, theirs)):
            lost.append(Lost(decision, reason))
    return Replay(tuple(pins.beads), tuple(reversed(lost)))


def _bead(decided: DecidedBead, source: SegmentIds, target: SegmentIds) -> Bead | None:
    """Return a bead of the texts; None where a segment is gone, or stands no longer beside."""
    ours, theirs = _places(decided.source, source), _places(decided.target, target)
    if ours is None or theirs is None:
        return None
    try:
        return Bead(ours, theirs)
    except ValueError:
        return None


def _places(ids: Sequence[str], known: SegmentIds) -> tuple[int, ...] | None:
    places = tuple(place for place in map(known.find, ids) if place is not None)
    return places if len(places) == len(ids) else None


class _Pins:
    """Beads that neither overlap nor cross."""

    def __init__(self) -> None:
        self.beads: list[Bead] = []
        self._taken: tuple[set[int], set[int]] = (set(), set())
        self._paired: list[tuple[int, int]] = []

    def add(self, bead: Bead) -> bool:
        """Add a bead, unless it does not fit; say which."""
        sides = bead.source, bead.target
        if any(not taken.isdisjoint(side) for taken, side in zip(self._taken, sides, strict=True)):
            return False
        if bead.source and bead.target:
            starts = bead.source[0], bead.target[0]
            at = bisect(self._paired, starts)
            around = [*self._paired[max(0, at - 1) : at], starts, *self._paired[at : at + 1]]
            if any(one[1] > other[1] for one, other in pairwise(around)):
                return False
            self._paired.insert(at, starts)
        for taken, side in zip(self._taken, sides, strict=True):
            taken.update(side)
        self.beads.append(bead)
        return True

    def cover(self, decision: Decision, source: SegmentIds, target: SegmentIds) -> bool:
        """Say whether beads hold all that stands now where a decision was made."""
        ids = (
            [one for bead in decision.beads for one in bead.source],
            [one for bead in decision.beads for one in bead.target],
        )
        sides = zip(ids, (source, target), self._taken, strict=True)
        return all(known.find_place(one) in taken for side, known, taken in sides for one in side)
