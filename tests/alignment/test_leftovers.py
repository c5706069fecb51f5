"""Segments that the search left over beside a full bead."""

from __future__ import annotations

import numpy as np
import pytest

from termbase.alignment.anchors import set_anchors
from termbase.alignment.leftovers import Joiner
from termbase.alignment.length import LengthModel
from termbase.model.bead import Bead


def joiner(source: list[int], target: list[int], pins: tuple[Bead, ...] = ()) -> Joiner:
    """Return the joiner of texts whose segments have so many letters."""
    anchors = set_anchors(pins, len(source), len(target))
    lengths = np.array(source, dtype=float), np.array(target, dtype=float)
    return Joiner(*lengths, LengthModel(1.0, 4.0), anchors)


FULL = Bead((0,), (1, 2, 3, 4), 0.5)
BEFORE, BEHIND = Bead((), (0,), 0.7), Bead((), (5,), 0.4)


def test_a_full_bead_takes_what_is_left_over_on_both_sides() -> None:
    """As sure as the least sure of them."""
    joined = joiner([120], [20] * 6).join([BEFORE, FULL, BEHIND])

    assert joined == [Bead((0,), (0, 1, 2, 3, 4, 5), 0.4)]


def test_either_side_may_be_the_full_one() -> None:
    """Source and target are equals."""
    turned = [Bead(bead.target, bead.source, bead.confidence) for bead in (FULL, BEHIND)]

    assert joiner([20] * 6, [100]).join([Bead((0,), ()), *turned]) == [
        Bead((0,), ()),
        Bead((1, 2, 3, 4, 5), (0,), 0.4),
    ]


@pytest.mark.parametrize(
    "beads",
    [
        [BEFORE, FULL, BEHIND],
        [BEFORE, Bead((0,), (1, 2, 3)), Bead((), (4,)), Bead((), (5,))],
        [BEFORE, Bead((0, 1), (1, 2, 3, 4)), BEHIND],
        [Bead((0,), ()), Bead((1,), (0, 1, 2, 3)), Bead((), (4,)), Bead((), (5,))],
    ],
    ids=["lengths agree", "not full", "two sentences", "too few letters"],
)
def test_other_beads_stay_as_they_are(beads) -> None:
    """The search could have made them larger, or lengths speak against it."""
    many = sum(len(bead.source) for bead in beads)

    assert joiner([80 // many] * many, [20] * 6).join(beads) == beads


def test_a_bead_has_at_most_eight_segments_on_a_side() -> None:
    """What is farther away is a passage left out."""
    left_over = [Bead((), (at,)) for at in range(4, 12)]
    joined = joiner([1000], [20] * 12).join([Bead((0,), (0, 1, 2, 3)), *left_over])

    assert joined == [Bead((0,), tuple(range(8))), *left_over[4:]]


def test_decisions_are_not_overruled() -> None:
    """Neither a pinned bead nor a segment pinned to nothing takes part."""
    beads = [BEFORE, FULL, BEHIND]

    assert joiner([120], [20] * 6, (FULL,)).join(beads) == beads
    assert joiner([120], [20] * 6, (BEHIND,)).join(beads) == [
        Bead((0,), (0, 1, 2, 3, 4), 0.5),
        BEHIND,
    ]
