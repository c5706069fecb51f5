"""Differences read as the found text with what is gone, and as the query with what is new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.memory.difference import GONE, KEPT, NEW, differences

words = st.sampled_from(["l'État", "l’État", "Union", ",", "8,57", "« ", " ", "  ", "\u202f", "é"])
prose = st.lists(words | st.sampled_from("abc -'.") | st.text(max_size=2), max_size=10).map("".join)
plain = st.lists(st.sampled_from(["un", "petit", "satellite", "russe", "de"]), max_size=8)


@given(prose, prose)
def test_kept_and_gone_join_to_the_found_text(found: str, query: str) -> None:
    """Nothing of the memory's text is lost or changed, white space included."""
    pieces = differences(found, query)

    assert "".join(text for kind, text in pieces if kind in {KEPT, GONE}) == found
    assert all(text and kind in {KEPT, GONE, NEW} for kind, text in pieces)


@given(prose, prose)
def test_kept_and_new_read_as_the_query(found: str, query: str) -> None:
    """White space and spelling that scores alike aside, the query can be read off."""
    pieces = differences(found, query)

    read = "".join(text for kind, text in pieces if kind in {KEPT, NEW})
    assert as_scored(read) == as_scored(query)


def as_scored(text: str) -> str:
    from termbase.memory.similarity import tokens

    return "".join(tokens("".join(text.split())))


@given(plain, plain)
def test_words_are_never_glued(found: list[str], query: list[str]) -> None:
    """Between words the kept and the new read as the query does, word by word."""
    pieces = differences(" ".join(found), " ".join(query))

    assert "".join(text for kind, text in pieces if kind != GONE).split() == query


@pytest.mark.parametrize(
    ("found", "query", "expected"),
    [
        ("un", "un", [("=", "un")]),
        ("l'État", "l’état", [("=", "l'État")]),
        ("un petit satellite", "un satellite", [("=", "un "), ("-", "petit "), ("=", "satellite")]),
        ("un satellite", "un petit satellite", [("=", "un "), ("+", "petit "), ("=", "satellite")]),
        ("un satellite", "un satellite russe", [("=", "un satellite"), ("+", " russe")]),
        (
            "les spécialistes russes et biélorusses continuent",
            "les spécialistes français continuent",
            [
                ("=", "les spécialistes "),
                ("-", "russes et biélorusses"),
                ("+", "français"),
                ("=", " continuent"),
            ],
        ),
        ("de 8,57 %", "de 8 57 %", [("=", "de 8"), ("-", ","), ("+", " "), ("=", "57 %")]),
        ("« a »", " « a » ", [("=", "« a »")]),
        ("", "un mot", [("+", "un mot")]),
        ("", " un mot ", [("+", "un mot")]),
        ("un mot", "", [("-", "un mot")]),
        ("cafe\u0301 noir", "café blanc", [("=", "cafe\u0301 "), ("-", "noir"), ("+", "blanc")]),
    ],
)
def test_changes_as_a_translator_sees_them(found, query, expected) -> None:
    """Neighbouring changes are one; what only a space parts is not cut into bits."""
    assert differences(found, query) == expected
