"""A person's steps through the beads of two texts → decisions, each step a new value.

The beads always hold every segment of both texts once, in order; so whatever a person does, nothing
gets lost, and undoing a step is going back to the value before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from termbase.model.bead import Bead
from termbase.model.decision import (
    DecidedBead,
    Decision,
    DecisionKind,
    cleared,
    decisions_between,
    record,
)
from termbase.usecases.align_documents import DOUBTFUL, AlignedTexts, SegmentedText
from termbase.usecases.segment_ids import SegmentIds

_BEGINNING = 40


class Cut(NamedTuple):
    """Where a bead is parted: how many segments of each side stand in the first part."""

    source: int
    target: int


@dataclass(frozen=True, slots=True)
class PairOfTexts:
    """A text and a translation of it, with the ids of their segments."""

    source: SegmentedText
    target: SegmentedText
    ids: tuple[SegmentIds, SegmentIds]

    @classmethod
    def of(cls, source: SegmentedText, target: SegmentedText) -> PairOfTexts:
        """Name the segments of two texts."""
        return cls(source, target, (SegmentIds(source.contents), SegmentIds(target.contents)))

    def decision(self, kind: DecisionKind, beads: Sequence[Bead]) -> Decision:
        """Return what a person has decided, in words that outlive changes of the texts."""
        ours, theirs = self.ids
        decided = tuple(
            DecidedBead(
                tuple(ours.ids[one] for one in bead.source),
                tuple(theirs.ids[one] for one in bead.target),
            )
            for bead in beads
        )
        side, number = (
            (self.source, beads[0].source[0])
            if beads[0].source
            else (self.target, beads[0].target[0])
        )
        text = side.segments[number].content
        beginning = text if len(text) <= _BEGINNING else f"{text[:_BEGINNING].rstrip()}…"
        languages = self.source.language, self.target.language
        return Decision(kind, languages, decided, beginning)

    def cut_before(self, bead: Bead, side: int, number: int) -> Cut:
        """Say where to part a bead so that a segment begins the second part.

        The other side is parted where its lengths go best with those of this one.

        Args:
            side: Of the segment: 0 for the source, 1 for the target.
            number: Of the segment within its side of the bead.
        """
        lengths = [
            [len(text.segments[one].content) for one in numbers]
            for text, numbers in zip((self.source, self.target), _sides(bead), strict=True)
        ]
        ours, theirs = lengths[side], lengths[1 - side]
        share = sum(ours[:number]) / max(1, sum(ours))
        whole = max(1, sum(theirs))
        other = min(
            range(len(theirs) + 1), key=lambda many: abs(sum(theirs[:many]) / whole - share)
        )
        return Cut(number, other) if side == 0 else Cut(other, number)


@dataclass(frozen=True, slots=True)
class Review:
    """The beads of two texts, and what a person has decided so far.

    Attributes:
        beads: Every segment of both texts in exactly one, in order.
        reviewed: The beads that were decided.
        decisions: About these two texts, the oldest first.
        unsettled: Of each side, the segments that stand where a decision no longer applies.
    """

    texts: PairOfTexts
    beads: tuple[Bead, ...]
    reviewed: frozenset[Bead]
    decisions: tuple[Decision, ...] = ()
    unsettled: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())

    def is_doubtful(self, at: int) -> bool:
        """Say whether a person should look at a bead.

        Nobody has, and its confidence is low, or what was decided there no longer applies.
        """
        bead = self.beads[at]
        if bead in self.reviewed:
            return False
        sides = zip(_sides(bead), self.unsettled, strict=True)
        return bead.confidence < DOUBTFUL or any(not set(side).isdisjoint(u) for side, u in sides)

    def doubtful(self) -> list[int]:
        """Return the numbers of the beads that a person should look at."""
        return [at for at in range(len(self.beads)) if self.is_doubtful(at)]

    def accept(self, at: int) -> Review:
        """Confirm a bead as it is."""
        return self._decide(DecisionKind.ACCEPT, at, 1, [self.beads[at]])

    def merge(self, at: int) -> Review:
        """Join a bead with the next one.

        Raises:
            ValueError: If there is none.
        """
        if at + 1 >= len(self.beads):
            raise ValueError("there is no bead below to merge with")
        one, other = self.beads[at : at + 2]
        joined = Bead(one.source + other.source, one.target + other.target)
        return self._decide(DecisionKind.MERGE, at, 2, [joined])

    def split(self, at: int, cut: Cut) -> Review:
        """Part a bead in two.

        Raises:
            ValueError: If one part would be empty.
        """
        bead = self.beads[at]
        parts = (
            (bead.source[: cut.source], bead.target[: cut.target]),
            (bead.source[cut.source :], bead.target[cut.target :]),
        )
        if not all(ours or theirs for ours, theirs in parts):
            raise ValueError("both parts of a split need a segment")
        return self._decide(DecisionKind.SPLIT, at, 1, [Bead(*part) for part in parts])

    def shift(self, at: int, side: int, step: int) -> Review:
        """Move a segment of a bead into the bead above or below.

        Args:
            at: Number of the bead.
            side: 0 for the source, 1 for the target.
            step: -1 moves its first segment up, 1 its last one down.

        Raises:
            ValueError: If the bead has no segment on that side, or no bead stands there.
        """
        neighbour = at + step
        if not 0 <= neighbour < len(self.beads):
            raise ValueError(f"there is no bead {'above' if step < 0 else 'below'} to move into")
        given = [list(_sides(self.beads[at])), list(_sides(self.beads[neighbour]))]
        leaving = given[0][side]
        if not leaving:
            raise ValueError("this bead has no segment on that side to move")
        if step < 0:
            given[0][side], given[1][side] = leaving[1:], given[1][side] + leaving[:1]
        else:
            given[0][side], given[1][side] = leaving[:-1], leaving[-1:] + given[1][side]
        changed = [Bead(ours, theirs) for ours, theirs in given if ours or theirs]
        ordered = changed if step > 0 else changed[::-1]
        return self._decide(DecisionKind.MOVE, min(at, neighbour), 2, ordered)

    def drop(self, at: int) -> Review:
        """Say that the two sides of a bead do not say the same."""
        bead = self.beads[at]
        parts = [part for part in ((bead.source, ()), ((), bead.target)) if part[0] or part[1]]
        return self._decide(DecisionKind.REJECT, at, 1, [Bead(*part) for part in parts])

    def clear(self, at: int) -> Review:
        """Take back what was decided of a bead; it stays until the texts are aligned anew.

        Raises:
            ValueError: If nothing was.
        """
        bead = self.beads[at]
        about = self.texts.decision(DecisionKind.ACCEPT, [bead])
        decisions = cleared(self.decisions, [about])
        if decisions == self.decisions:
            raise ValueError("nothing was decided here")
        open_again = replace(bead, confidence=0.0)
        return replace(
            self,
            beads=(*self.beads[:at], open_again, *self.beads[at + 1 :]),
            reviewed=self.reviewed - {bead},
            decisions=decisions,
        )

    def _decide(self, kind: DecisionKind, at: int, many: int, beads: Sequence[Bead]) -> Review:
        """Put beads in place of others, and keep that as a decision."""
        sure = [replace(bead, confidence=1.0) for bead in beads]
        return replace(
            self,
            beads=(*self.beads[:at], *sure, *self.beads[at + many :]),
            reviewed=self.reviewed.difference(self.beads[at : at + many]).union(sure),
            decisions=record(self.decisions, [self.texts.decision(kind, sure)]),
        )


def review_of(aligned: AlignedTexts, number: int, decisions: Sequence[Decision]) -> Review:
    """Return the review of one pair of aligned texts.

    Args:
        aligned: Aligned with these decisions.
        number: Of the translation.
        decisions: About this pair, in its direction.
    """
    reviewed = aligned.reviewed[number] if aligned.reviewed else frozenset()
    texts = PairOfTexts.of(aligned.source, aligned.targets[number])
    lost = tuple(one.decision for one in aligned.lost)
    unsettled = _places(
        texts, decisions_between(lost, texts.source.language, texts.target.language)
    )
    return Review(texts, aligned.beads[number], reviewed, tuple(decisions), unsettled)


def _places(
    texts: PairOfTexts, decisions: Sequence[Decision]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the segments of each side that stand now where decisions were made."""
    beads = [bead for one in decisions for bead in one.beads]
    ours, theirs = texts.ids
    found = (
        {ours.find_place(one) for bead in beads for one in bead.source},
        {theirs.find_place(one) for bead in beads for one in bead.target},
    )
    source, target = (frozenset(one for one in side if one is not None) for side in found)
    return source, target


def _sides(bead: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return bead.source, bead.target
