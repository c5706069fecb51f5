"""Words know where they stand, and no elision hides the word behind it."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from termbase.text.words import words

pieces = st.sampled_from(["l’État", "multi-satellite", "8,57", "e\u0301", "_", "co\u00adopération"])
texts = st.lists(pieces | st.text(max_size=3), max_size=8).map(" ".join)


@given(texts)
def test_a_word_is_its_place_in_the_text(text: str) -> None:
    """Offsets lead to the word; words ascend and never touch what is no word."""
    found = words(text)

    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(texts)
def test_every_letter_and_digit_is_in_one_word(text: str) -> None:
    """Nothing that can be read is passed over."""
    covered = {at for one in words(text) for at in range(one.start, one.end)}

    assert {at for at, sign in enumerate(text) if sign.isalnum()} <= covered


def test_what_stands_inside_of_a_word_and_what_parts_words() -> None:
    """Accents and soft hyphens belong to a word; apostrophes, hyphens and underscores part."""
    text = "l’e\u0301tat co\u00adopère, multi-satellite 6,33_x"

    assert [one.text for one in words(text)] == [
        "l",
        "e\u0301tat",
        "co\u00adopère",
        "multi",
        "satellite",
        "6",
        "33",
        "x",
    ]
