"""Texts with inline codes, cut into segments with inline codes."""

from hypothesis import given
from hypothesis import strategies as st

from termbase.model.unit import InlineCode, plain_text
from termbase.segmentation.codes import segment_content

BOLD = InlineCode("bpt", (("i", "1"),), ("<b>",))
END = InlineCode("ept", (("i", "1"),), ("</b>",))
LINK = InlineCode("bpt", (("i", "2"),), ("<a>",))
LINK_END = InlineCode("ept", (("i", "2"),), ("</a>",))
IMAGE = InlineCode("ph", (("x", "3"),), ("<img/>",))


def contents(*content):
    """The contents of the segments of an English text with codes."""
    return [one.content for one in segment_content(content, "en")]


def test_a_code_inside_a_segment_stays_where_it_is():
    """Nothing is cut, nothing moves."""
    assert contents("A ", BOLD, "bold", END, " word.") == [("A ", BOLD, "bold", END, " word.")]


def test_opening_codes_go_with_what_follows():
    """Whether the white space stands before the opening code or after it."""
    assert contents("One. ", BOLD, "Two.", END) == [("One. ",), (BOLD, "Two.", END)]
    assert contents("One.", BOLD, " Two.", END) == [("One.",), (BOLD, " Two.", END)]


def test_closing_codes_go_with_what_precedes():
    """Whether the white space stands before the closing code or after it."""
    assert contents(BOLD, "One.", END, " Two.") == [(BOLD, "One.", END, " "), ("Two.",)]
    assert contents(BOLD, "One. ", END, "Two.") == [(BOLD, "One. ", END), ("Two.",)]


def test_a_pair_cut_in_two_is_closed_and_opened_again():
    """Each segment has the whole pair."""
    assert contents(BOLD, "One. Two.", END) == [(BOLD, "One. ", END), (BOLD, "Two.", END)]


def test_pairs_inside_pairs_close_in_reverse_order():
    """The inner pair closes first and opens last, in a segment between as well."""
    cut = contents(BOLD, LINK, "One. Two. Three.", LINK_END, END)

    assert [one[:2] for one in cut] == [(BOLD, LINK)] * 3
    assert [one[-2:] for one in cut] == [(LINK_END, END)] * 3


def test_a_placeholder_is_no_word():
    """«Press <img/>. Then» ends with a picture, not with nothing."""
    assert contents("Press ", IMAGE, ". Then go.") == [("Press ", IMAGE, ". "), ("Then go.",)]


def test_highlighted_text_is_seen_and_divided():
    """``hi`` holds text that a reader sees; cut in two it is two."""
    cut = contents("A ", InlineCode("hi", (("type", "x"),), ("One. Two.",)))

    assert cut == [
        ("A ", InlineCode("hi", (("type", "x"),), ("One. ",))),
        (InlineCode("hi", (("type", "x"),), ("Two.",)),),
    ]


def test_a_code_that_is_never_closed_stays_alone():
    """A broken pair is not repaired where nothing was cut in two."""
    assert contents(BOLD, "One. Two.") == [(BOLD, "One. "), ("Two.",)]


def test_an_isolated_code_stands_by_its_position():
    """``it`` with ``pos=begin`` goes on, with ``pos=end`` it stays."""
    begin = InlineCode("it", (("pos", "begin"),))
    end = InlineCode("it", (("pos", "end"),))

    assert contents("One.", end, begin, " Two.") == [("One.", end), (begin, " Two.")]


code = st.sampled_from([BOLD, END, LINK, LINK_END, IMAGE])
words = st.sampled_from(["One. ", "Two", " ", "! ", "M. ", "\n\n", "three. Four"])


@given(st.lists(code | words).map(tuple))
def test_no_text_and_no_code_is_lost(content):
    """The texts join to the text; every code is there, in order, some more than once."""
    cut = segment_content(content, "en")
    codes = [part for one in cut for part in one.content if isinstance(part, InlineCode)]
    remaining = iter(codes)

    assert "".join(plain_text(one.content) for one in cut) == plain_text(content)
    assert not cut or all(
        one in remaining for one in content if isinstance(one, InlineCode) and one is not IMAGE
    )
    assert codes.count(IMAGE) == content.count(IMAGE)
