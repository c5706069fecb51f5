"""The rows of an index that hold a phrase are those whose text holds it, few rows or many."""

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.indexes import index_of
from termbase.memory import phrase_places, phrase_rows
from termbase.memory.concordance import find_phrase, parse_phrase
from termbase.memory.token_phrase import phrase_tokens

words = st.sampled_from(
    ["satellite", "satellites", "sat", "russe", "Russes", "été", "ete", "de", "des", "l'État",
     "mars_russe", "_", "__", "_mars", ",", "…", "l'", "8,57", "日本", "œuvre"]
)  # fmt: skip
texts = st.lists(words, max_size=7).map(" ".join)
asked = st.lists(
    st.sampled_from(
        ["satellite", "russe", "de", "été", "sat*", "*", "l", "8,57", "日本", "œuvres", "mars"]
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("few", [0, 300])
@given(st.lists(texts, max_size=30), asked, st.booleans(), st.integers(1, 40))
def test_rows_hold_a_phrase_where_their_texts_do(few, found, query, exact, at_once) -> None:
    """Any forms or the very words, signs between them, several blocks of rows.

    Beside what no space parts the other words of a phrase are left to who reads the texts.
    """
    phrase = parse_phrase(f'"{" ".join(query)}"' if exact else " ".join(query))
    parts = phrase_tokens(phrase, "fr")
    with (
        mock.patch.object(phrase_rows, "_FEW", few),
        mock.patch.object(phrase_places, "_AT_ONCE", at_once),
    ):
        index = index_of(found)
        units = set.intersection(*(phrase_rows.phrase_units(index, one) for one in parts))

    wanted = {
        at for at, text in enumerate(found) if phrase.words and find_phrase(text, phrase, "fr")
    }
    assert units == wanted or (units > wanted and "日本" in query and len(query) > 1)


signs = st.sampled_from(["卫星", "遥感", "GPS", "5G", "об'єкт", "_", " ", "，", "l"])
mixed = st.lists(signs, max_size=7).map("".join)
mixed_asked = st.lists(
    st.sampled_from(["卫", "遥感", "gps", "5G", "GPS卫星", "об'єкт", "l"]), min_size=1, max_size=3
)


@pytest.mark.parametrize("few", [0, 300])
@given(st.lists(mixed, max_size=20), mixed_asked, st.booleans())
def test_words_are_found_among_signs_that_nothing_parts(few, found, query, exact) -> None:
    """Letters within Chinese are words of their own; no text that holds the phrase is missed."""
    phrase = parse_phrase(f'"{" ".join(query)}"' if exact else " ".join(query))
    index = index_of(found)
    with mock.patch.object(phrase_rows, "_FEW", few):
        parts = [phrase_rows.phrase_units(index, one) for one in phrase_tokens(phrase, "zh")]

    wanted = {at for at, text in enumerate(found) if find_phrase(text, phrase, "zh")}
    assert wanted <= set.intersection(*parts)


@pytest.mark.parametrize("few", [0, 300])
@pytest.mark.parametrize(
    ("query", "count"), [("foo bar", 1), ("bar baz", 1), ("foo baz", 0), ("mot foo", 1)]
)
def test_what_an_underscore_parts_is_several_words(monkeypatch, few, query, count) -> None:
    """Each has a place of its own, as in a text that is read."""
    monkeypatch.setattr(phrase_rows, "_FEW", few)
    [patterns] = phrase_tokens(parse_phrase(query), "fr")

    assert len(phrase_rows.phrase_units(index_of(["mot foo_bar baz"]), patterns)) == count


def test_rows_are_read_only_where_a_word_of_the_phrase_stands_beside_an_underscore(
    monkeypatch,
) -> None:
    """What else is parted by one is in the way of the phrase, as any other word is."""
    monkeypatch.setattr(phrase_rows, "_FEW", 0)
    read = mock.Mock(side_effect=phrase_rows.row_holds)
    monkeypatch.setattr(phrase_places, "row_holds", read)
    found = ["mot de x_y", "mot x_y de", "mot de_x", "x_mot de", "mot de x_de"]
    [patterns] = phrase_tokens(parse_phrase("mot de"), "fr")

    assert phrase_rows.phrase_units(index_of(found), patterns) == {0, 2, 3, 4}
    assert read.call_count == 2


def test_a_long_phrase_is_looked_at_to_its_end() -> None:
    """Only its first words choose the rows; the last one counts as well."""
    start = " ".join(f"mot{at}" for at in range(20))
    found = [f"{start} fin", f"{start} autre"] * 400

    [patterns] = phrase_tokens(parse_phrase(f"{start} fin"), "fr")
    units = phrase_rows.phrase_units(index_of(found), patterns)

    assert units == set(range(0, 800, 2))


def test_a_phrase_stands_in_one_text_and_not_in_two(monkeypatch) -> None:
    """The end of one and the beginning of the next are no phrase."""
    monkeypatch.setattr(phrase_rows, "_FEW", 0)
    index = index_of(["russe de satellite", "russe le satellite"])
    [patterns] = phrase_tokens(parse_phrase("satellite russe"), "fr")

    assert not phrase_rows.phrase_units(index, patterns)
