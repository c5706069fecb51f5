"""Words with signs within are found whether a space stood beside the sign or not."""

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.indexes import index_of
from termbase.memory import joined_words
from termbase.memory.concordance import find_phrase, parse_phrase
from termbase.memory.joined_words import joined_units, may_hold, units_holding
from termbase.memory.similarity import tokens
from termbase.memory.token_phrase import phrase_tokens

parts = st.sampled_from(
    ["sat", "ellite", "s", "russe", "été", "о", "слово", "об'єкт", "می", "روند", " ", " ",
     "_", ",", "\u0301", "\u00ad", "\u200c", "\u200b"]
)  # fmt: skip
texts = st.lists(parts, max_size=9).map("".join)
asked = st.lists(
    st.sampled_from(
        ["satellite", "sat", "s", "russes", "о", "слова", "об'єкт", "می\u200cروند", "روند", "sat*"]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)


@pytest.mark.parametrize("few", [0, 300])
@given(st.lists(texts, max_size=12), asked, st.booleans(), st.sampled_from(["fr", "ru", "uk"]))
def test_no_text_with_signs_within_words_is_missed(few, found, query, exact, language) -> None:
    """What reading every text finds is found by tokens, in files and among those that wait."""
    phrase = parse_phrase(f'"{query}"' if exact else query)
    [patterns] = phrase_tokens(phrase, language)
    index = index_of(found)
    with mock.patch.object(joined_words, "_FEW", few):
        held = units_holding(index, patterns)
    joined = enumerate(" ".join(tokens(text)) for text in found)
    waiting = {at for at, text in joined if may_hold(text, patterns)}

    wanted = {at for at, text in enumerate(found) if find_phrase(text, phrase, language)}
    assert wanted <= held
    assert wanted <= waiting


def test_a_text_is_not_taken_for_its_signs_alone() -> None:
    """Persian, where every other text has a joiner within a word."""
    found = ["کتاب می\u200cروند", "فضاپیما می\u200cروند", "کتاب خانه"]
    index = index_of(found)

    for query, units in (("فضاپیما", {1}), ("می\u200cروند", {0, 1}), ("کتاب", {0})):
        [patterns] = phrase_tokens(parse_phrase(query), "fa")
        assert joined_units(index, patterns) == units
