"""Decisions: what a person has said of an alignment, in words that outlive changes of the texts.

A decision keeps its outcome, not the way there: whatever was merged, split or moved, it names the
beads that came of it, by ids of their segments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class DecisionKind(Enum):
    """What a person did."""

    ACCEPT = "accept"
    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    REJECT = "reject"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class DecidedBead:
    """A bead by the ids of its segments; one side may be empty."""

    source: tuple[str, ...]
    target: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise ValueError("a decided bead needs at least one segment")


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that a person decided.

    Attributes:
        kind: What was done.
        languages: Of source and target, as BCP 47 tags.
        beads: What came of it.
        text: How its first segment begins, so that a message can name it.
    """

    kind: DecisionKind
    languages: tuple[str, str]
    beads: tuple[DecidedBead, ...]
    text: str = ""

    def __post_init__(self) -> None:
        if not self.beads:
            raise ValueError("a decision is about at least one bead")

    def turned(self) -> Decision:
        """Return the decision with source and target exchanged."""
        beads = tuple(DecidedBead(one.target, one.source) for one in self.beads)
        return Decision(self.kind, self.languages[::-1], beads, self.text)

    def segments(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the ids that it is about, with their language, side by side."""
        for bead in self.beads:
            yield from zip(self.languages, (bead.source, bead.target), strict=True)

    def __str__(self) -> str:
        return f"{self.kind.value} {'–'.join(self.languages)} «{self.text}»"


def record(decisions: tuple[Decision, ...], new: Sequence[Decision]) -> tuple[Decision, ...]:
    """Add decisions that do not touch each other; what they decide leaves the older ones."""
    if not decisions:  # a review asks after every key, and mostly nobody else has decided
        return tuple(new)
    return (*cleared(decisions, new), *new)


def cleared(decisions: Sequence[Decision], others: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return what decisions say of other segments than those that others are about."""
    taken: dict[tuple[frozenset[str], str], set[str]] = {}
    for one in others:
        for language, ids in one.segments():
            segments = map(_without_neighbours, ids)
            taken.setdefault((frozenset(one.languages), language), set()).update(segments)

    def stays(old: Decision, bead: DecidedBead) -> bool:
        pair = frozenset(old.languages)
        return all(
            taken.get((pair, language), set()).isdisjoint(map(_without_neighbours, ids))
            for language, ids in zip(old.languages, (bead.source, bead.target), strict=True)
        )

    kept = []
    for old in decisions:
        beads = tuple(bead for bead in old.beads if stays(old, bead))
        if len(beads) == len(old.beads):
            kept.append(old)
        elif beads:
            kept.append(Decision(old.kind, old.languages, beads, old.text))
    return tuple(kept)


def _without_neighbours(id: str) -> str:
    """Return what stays of the id of a segment when the segments around it change.

    >>> _without_neighbours("kdlmenbgac-ofpa-2/3"), _without_neighbours("kdlmenbgac-ofpa")
    ('kdlmenbgac-2/3', 'kdlmenbgac')
    """
    content, _, rest = id.partition("-")
    rank = rest.partition("-")[2]
    return f"{content}-{rank}" if rank else content


def decisions_between(
    decisions: tuple[Decision, ...], source: str, target: str
) -> tuple[Decision, ...]:
    """Return the decisions about two languages, in this direction."""
    wanted = source, target
    return tuple(
        one if one.languages == wanted else one.turned()
        for one in decisions
        if sorted(one.languages) == sorted(wanted)
    )
