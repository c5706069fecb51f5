"""Parts of segments: where they are cut, and what their path says of segments."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.alignment import align
from termbase.alignment.band import Band, track_of, whole_band
from termbase.alignment.parts import corners_within, cut_into_parts, spread
from termbase.alignment.scores import NO_CORNER, Corners, favour
from termbase.alignment.sides import Side, read_side
from termbase.alignment.tokens import tokens
from termbase.model.bead import Bead

PIECES = (
    "a long clause of some words",
    "12：30",
    "5 000",
    ". ",
    "; ",
    "。",
    "« Oui » ",
    " — ",
    "\u0301",
    "Σ",
    ": ",
)
wild = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))


@given(st.lists(wild, min_size=1, max_size=4))
def test_parts_are_all_of_a_text_and_cut_no_word(segments: list[str]) -> None:
    """They join back to it, each belongs to its segment, and they have the same tokens."""
    parts = cut_into_parts(segments)

    for number, segment in enumerate(segments):
        own = [parts.texts[one] for one in parts.of((number,))]
        assert "".join(own) == segment
        assert [token for part in own for token in tokens(part)] == tokens(segment)
    assert parts.owner[parts.starts].tolist() == list(range(len(segments) + 1))


@given(st.lists(wild, min_size=1, max_size=4), st.lists(st.sampled_from(PIECES), max_size=2))
def test_parts_joined_are_the_segments(segments: list[str], lexicon: list[str]) -> None:
    """Counted by their parts or whole, they are the same in every number."""
    parts = cut_into_parts(segments)
    whole, joined = (
        read_side(segments, lexicon)[0],
        read_side(parts.texts, lexicon)[0].joined(parts.starts),
    )

    for field in fields(Side):
        assert np.array_equal(getattr(joined, field.name), getattr(whole, field.name)), field.name


@pytest.mark.parametrize(
    ("segment", "many"),
    [
        ("The river rose through the night; by the morning it had reached the doors.", 2),
        ("Leurs chevaux étaient restés au village. — Les nôtres aussi, répondit le guide.", 2),
        ("夜里河水一直在上涨，谁也没有睡着；天亮的时候，水已经到了门口，人们都走了。", 3),
        ("His daughter lit the lamps of the street, then both climbed onto the roof.", 2),
        ("Mr. Hall, of No. 7, met Dr. Lee.", 1),
        ("Oui ; non.", 1),
    ],
)
def test_a_segment_is_cut_after_its_clauses(segment: str, many: int) -> None:
    """But not into scraps."""
    assert len(cut_into_parts([segment]).texts) == many


CLAUSE = "the words of one clause, which are many; "


def test_a_path_of_segments_becomes_a_strip_of_parts() -> None:
    """Within a segment the way is as wide as the segment."""
    source, target = cut_into_parts([CLAUSE * 3, CLAUSE]), cut_into_parts([CLAUSE, CLAUSE * 2])
    track = spread(track_of(np.array([[0, 0, 1, 1], [1, 1, 1, 1]]), 2, 2), source, target)

    assert track.low.tolist() == [0, 0, 0, 1, 1]
    assert track.high.tolist() == [1, 1, 1, 1, 3]


def test_the_corners_of_segments_in_a_band_of_parts_are_those_that_it_holds() -> None:
    """A source and a target place each, in order; places within segments are none."""
    source, target = cut_into_parts([CLAUSE * 3, CLAUSE]), cut_into_parts([CLAUSE, CLAUSE * 2])
    here, there = corners_within(whole_band(4, 3), source, target)
    assert list(zip(here.tolist(), there.tolist(), strict=True)) == [
        (i, j) for i in range(3) for j in range(3)
    ]

    narrow = Band(np.array([0, 0, 0, 1, 3]), np.array([0, 1, 1, 1, 3]))
    here, there = corners_within(narrow, source, target)
    assert list(zip(here.tolist(), there.tolist(), strict=True)) == [(0, 0), (1, 1), (2, 2)]


FRENCH = [
    "Le bateau quitta le port à midi ; le vent qui venait du nord était faible.",
    "La mer était calme et les voiles restaient vides.",
    "Le capitaine appela les matelots.",
    "Personne ne répondit, car tous dormaient.",
]
ENGLISH = [
    "The boat left the port at noon.",
    "The wind that came from the north was weak; the sea was calm and the sails remained empty.",
    "The captain called the sailors.",
    "Nobody answered, for all were asleep.",
]


def test_beads_gain_what_the_corner_gains_that_they_start_at() -> None:
    """Those that start at a corner which the parts do not know lose most; the scores stay."""
    band = whole_band(3, 2)
    blocks = [np.zeros((many, 4, 5, 7), dtype=np.int32) for many in (1, 2)]
    gains = np.array([2048, 0, -300, 9])
    corners = Corners(np.array([0, 1, 2, 3]), np.array([0, 1, 1, 2]), gains)
    found = np.concatenate(list(favour(blocks, band, corners)))

    def starts(chosen):
        return {(place, column - theirs) for place, _, theirs, column in np.argwhere(chosen)}

    assert starts(found == 2048) == {(0, 0)}
    assert starts(found == 0) == {(1, 1)}
    assert starts(found == -300) == {(2, 1)}
    assert (found > NO_CORNER).sum() == 3 * 4 * 5
    assert found.min() == NO_CORNER
    assert not any(block.any() for block in blocks)


def test_a_clause_behind_a_comma_may_join_two_segments() -> None:
    """Where it stands opposite the next segment, no bead ends before it."""
    french = [
        "Le vieux marchand ferma sa boutique, sa fille alluma les lampes de la rue.",
        "Puis tous deux montèrent sur le toit pour regarder les étoiles.",
    ]
    english = [
        "The old merchant closed his shop.",
        "His daughter lit the lamps of the street, then both climbed onto the roof to watch"
        " the stars.",
    ]
    beads = align(french * 3, english * 3, "fr", "en")

    assert [(bead.source, bead.target) for bead in beads] == [
        ((i, i + 1), (i, i + 1)) for i in (0, 2, 4)
    ]


def test_pins_hold_among_parts_too() -> None:
    """However much the clauses speak against them."""
    pins = [Bead((0,), (0,)), Bead((1,), (1,))]
    beads = align(FRENCH, ENGLISH, "fr", "en", pins=pins)

    assert beads[:2] == [Bead((0,), (0,), 1.0), Bead((1,), (1,), 1.0)]
