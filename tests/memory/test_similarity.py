"""The one score: integers, symmetric, bounded, and never missed by the window of lengths."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import SHARED
from termbase.memory.similarity import length_window, raw_score, tokens

PINNED = SHARED / "eval" / "fuzzy" / "tokens.jsonl"

words = st.sampled_from(
    ["l'État", "l’État", "de l'Union", "M.", "8,57", "«", " ", "\u202f", "é", "e\u0301", "ЗЕМЛИ"]
)
prose = st.lists(words | st.text(max_size=3), max_size=10).map("".join)
token_lists = st.lists(st.sampled_from("abcdef"), max_size=12)


def distance(one: list[str], other: list[str]) -> int:
    """Return the Levenshtein distance by the textbook, as an oracle."""
    row = list(range(len(other) + 1))
    for left, token in enumerate(one, 1):
        above, row[0] = row[0], left
        for right, against in enumerate(other, 1):
            cheapest = min(above + (token != against), row[right] + 1, row[right - 1] + 1)
            above, row[right] = row[right], cheapest
    return row[-1]


@pytest.mark.skipif(not PINNED.exists(), reason=f"no pinned tokens in {PINNED}")
def test_tokens_are_those_that_were_pinned() -> None:
    """Whoever measures us cuts texts into the same tokens."""
    pinned = [json.loads(line) for line in PINNED.read_text(encoding="utf-8").splitlines()]

    assert pinned
    assert [tokens(one["text"]) for one in pinned] == [one["tokens"] for one in pinned]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’État", ["l", "'", "état"]),
        ("lʼE\u0301TAT", ["l", "'", "état"]),
        ("russo‑biélorusse", ["russo", "-", "biélorusse"]),
        ("russo‐biélorusse", ["russo", "-", "biélorusse"]),
        ("6,33\u202fmilliards…", ["6", ",", "33", "milliards", "…"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("Ёлка", ["ёлка"]),
        ("a_1", ["a_1"]),
        ("‘x’", ["‘", "x", "'"]),
        (" \n", []),
    ],
)
def test_words_and_signs_are_tokens(text: str, expected: list[str]) -> None:
    """Folded words and single signs; ’ʼ are ', ‐‑ are -, ё stays what it is."""
    assert tokens(text) == expected


@given(prose)
def test_composition_and_white_space_make_no_token(text: str) -> None:
    """Decomposed and spread out, a text has the same tokens; none holds white space."""
    found = tokens(text)

    assert tokens(unicodedata.normalize("NFD", text)) == found
    assert not any(sign.isspace() for one in found for sign in one)
    assert " ".join(found).split() == found


@given(prose, prose)
def test_a_score_is_symmetric_and_bounded(one: str, other: str) -> None:
    """Swapping query and text changes nothing; 100 means equal tokens and nothing else."""
    score = raw_score(tokens(one), tokens(other))

    assert score == raw_score(tokens(other), tokens(one))
    assert 0 <= score <= 100
    assert (score == 100) == (tokens(one) == tokens(other))


@given(token_lists, token_lists)
def test_a_score_is_what_the_formula_says(one: list[str], other: list[str]) -> None:
    """``(longest - distance) * 100 // longest``, by the slow way."""
    longest = max(len(one), len(other), 1)

    assert raw_score(one, other) == (longest - distance(one, other)) * 100 // longest


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("", "", 100),
        ("", "mot", 0),
        ("Un petit satellite.", "un  PETIT satellite.", 100),
        ("un petit satellite", "un grand satellite", 66),
        ("le petit chat", "le chat petit", 33),
        ("a b c d e f g", "a b c d e f", 85),
    ],
)
def test_scores_that_everybody_can_count(one: str, other: str, score: int) -> None:
    """One word of three costs 33, and a moved word costs two."""
    assert raw_score(tokens(one), tokens(other)) == score


@given(token_lists, token_lists, st.integers(1, 100))
def test_no_text_outside_of_the_window_reaches_the_minimum(one, other, minimum) -> None:
    """What a store leaves out by its length could not have been a match."""
    shortest, longest = length_window(len(one), minimum)

    if raw_score(one, other) >= minimum and one:
        assert shortest <= len(other) <= longest


@given(st.integers(1, 400), st.integers(1, 100))
def test_the_window_is_as_narrow_as_can_be(length: int, minimum: int) -> None:
    """At both ends of it stands a text that reaches the minimum, one step further none."""
    query = [str(at) for at in range(length)]
    shortest, longest = length_window(length, minimum)

    assert raw_score(query, query[:shortest]) >= minimum
    assert raw_score(query, query + ["x"] * (longest - length)) >= minimum
    assert raw_score(query, query[: shortest - 1]) < minimum
    assert raw_score(query, query + ["x"] * (longest + 1 - length)) < minimum
