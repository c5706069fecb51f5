"""A segment shows a text without its white space, and knows where each sign of it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.model.segment import Segment

BREAKS = ["\n", "\r\n", "\r", "\u2028", "\u2029", " \n", "\n\t ", "\n\n"]
pieces = st.sampled_from([*BREAKS, " ", "\t", "\u00a0", "l’État", "дело.", "é", "«"])
texts = st.lists(pieces | st.text(max_size=2), max_size=12).map("".join)


@given(texts, st.integers(0, 50))
def test_every_sign_knows_its_origin(text: str, start: int) -> None:
    """`origin` leads from each sign of the content to the same sign in the whole text."""
    whole = "x" * start + text
    segment = Segment(text, start)

    for at, sign in enumerate(segment.content):
        found = whole[segment.origin(at)]
        assert found == sign or (sign == " " and found in " \t\r\n\u2028\u2029")


@given(texts)
def test_origins_ascend_and_stay_inside(text: str) -> None:
    """No two signs come from one place, and none from outside of the segment."""
    segment = Segment(text, 7)

    origins = [segment.origin(at) for at in range(len(segment.content))]

    assert origins == sorted(set(origins))
    assert all(segment.start <= one < segment.end for one in origins)


@given(texts)
def test_the_content_is_one_line_without_white_space_around(text: str) -> None:
    """Whatever the text wraps like, a translator sees one line."""
    content = Segment(text, 0).content

    assert content == content.strip()
    assert not set(content) & set("\n\r\u2028\u2029")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("  Il parle. \n", "Il parle."),
        ("Il\n  parle\tbas.", "Il parle\tbas."),
        ("Il \r\nparle.", "Il parle."),
        ("Il\u00a0parle.", "Il\u00a0parle."),
        ("", ""),
    ],
)
def test_only_line_breaks_become_spaces(text: str, content: str) -> None:
    """Other white space inside is the author's and stays."""
    assert Segment(text, 0).content == content
