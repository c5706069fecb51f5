"""What is taken off a raw score: 100 is left only to the identical, confirmed text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.memory.penalties import SPELLING, UNREVIEWED, Penalty, final_score, penalties

ALIGNED = {"x-confidence": "0.93"}


@pytest.mark.parametrize("text", ["Un Satellite", "Un  satellite", "Un\u00a0satellite"])
def test_another_spelling_of_the_same_tokens_costs_a_point(text: str) -> None:
    """Case and spaces do not count in the raw score, so they count here."""
    assert penalties("Un satellite", text, 100, {}) == (SPELLING,)


def test_the_identical_text_costs_nothing() -> None:
    """White space around it is no difference."""
    assert penalties("Un satellite", " Un satellite\n", 100, {}) == ()


def test_a_near_match_does_not_pay_for_its_spelling_again() -> None:
    """Below 100 the difference is in the raw score already."""
    assert penalties("Un satellite", "un vieux satellite", 66, {}) == ()


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({}, ()),
        (ALIGNED, (UNREVIEWED,)),
        (ALIGNED | {"x-reviewed": "no"}, (UNREVIEWED,)),
        (ALIGNED | {"x-reviewed": "yes"}, ()),
        ({"x-reviewed": "no"}, ()),
    ],
)
def test_an_alignment_that_nobody_confirmed_costs_points(properties, expected) -> None:
    """A unit that a person wrote or confirmed does not."""
    assert penalties("a", "a", 100, properties) == expected
    assert penalties("a", "b", 50, properties) == expected


@given(st.integers(0, 100), st.lists(st.builds(Penalty, st.text(), st.integers(0, 60))))
def test_penalties_only_subtract(raw: int, taken_off: list[Penalty]) -> None:
    """So what is retrieved by raw score misses nothing; and no score is below 0."""
    score = final_score(raw, tuple(taken_off))

    assert 0 <= score <= raw
    assert score == raw - sum(one.points for one in taken_off) or score == 0
