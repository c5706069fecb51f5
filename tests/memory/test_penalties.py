"""What is taken off a raw score: 100 is left only to the identical, confirmed text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.memory.penalties import Penalty, final_score, penalties, with_numbers
from termbase.memory.similarity import tokens

ALIGNED = {"x-confidence": "0.93"}
spelt = st.lists(st.sampled_from(["Un", "un", "’", "'", " ", "\u00a0", "é", "e\u0301", "1"])).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Un Satellite d'ici", ["case"]),
        ("Un  satellite d'ici", ["spacing"]),
        ("Un\u00a0satellite d'ici", []),
        ("Un satellite d’ici", ["punctuation"]),
        ("UN satellite d ’ ici", ["case", "punctuation", "spacing"]),
        ("un satellite d'ici", ["case"]),
    ],
)
def test_each_difference_between_equal_tokens_has_its_name(text: str, names: list[str]) -> None:
    """Case, kinds of signs and spaces do not count in the raw score, so they count here."""
    found = [one.name for one in penalties("Un satellite d'ici", text, 100, {})]

    assert found == (names or ["spacing"])


@given(spelt, spelt)
def test_only_identical_texts_cost_nothing(one: str, other: str) -> None:
    """Of two texts with the same tokens, white space around them aside."""
    if tokens(one) != tokens(other):
        return
    cost = penalties(one, other, 100, {})

    same = unicodedata.normalize("NFC", one.strip()) == unicodedata.normalize("NFC", other.strip())
    assert (cost == ()) == same


@pytest.mark.parametrize(
    ("query", "text", "target", "substituted"),
    [
        ("Le 5 mai 2026.", "Le 4 mai 2026.", "May 4, 2026.", "May 5, 2026."),
        ("De 5 à 6.", "De 4 à 5.", "From 4 to 5.", "From 5 to 6."),
        ("De 5 à 5.", "De 4 à 4.", "From 4 to 4.", None),
        ("Le 5 mai.", "Le 4 juin.", "June 4.", None),
        ("Le 5 mai.", "Le 4 mai.", "The fourth of May.", None),
        ("Le 5 mai.", "Le 4 mai.", "May 4 (4).", None),
        ("Le 4 mai.", "le 4 mai.", "May 4.", None),
    ],
)
def test_numbers_are_exchanged_where_it_is_certain_which_is_which(
    query, text, target, substituted
) -> None:
    """Only where nothing else differs and each number stands once in the translation."""
    assert with_numbers(text, query, target) == substituted


def test_codes_and_memories_cost_what_they_are_said_to_cost() -> None:
    """By name; what is set to nothing is not taken."""
    cost = penalties("a", "a", 100, {}, codes=["ph", "bpt"], own_codes=["it", "bpt"], memory=10)

    assert cost == (
        Penalty("codes-missing", 1), Penalty("codes-different", 1), Penalty("memory", 10),
    )  # fmt: skip
    assert penalties("A", "a", 100, {}, points={"case": 0}) == ()
    assert penalties("A", "a", 100, {}, points={"case": 7}) == (Penalty("case", 7),)


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
        (ALIGNED, (Penalty("unreviewed", 2),)),
        (ALIGNED | {"x-reviewed": "no"}, (Penalty("unreviewed", 2),)),
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
