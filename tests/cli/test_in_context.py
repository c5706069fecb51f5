"""A line of a concordance is as wide as there is room, and shows what is marked whole."""

from hypothesis import given
from hypothesis import strategies as st

from termbase.cli._in_context import in_context
from termbase.cli._output import text_width

prose = st.lists(
    st.sampled_from(["l'État", "un", "satellite", "«", "\u202f", "e\u0301", "宇宙", "\n", " "])
    | st.text(max_size=4),
    max_size=30,
).map(" ".join)


@given(prose, st.data(), st.integers(10, 60))
def test_a_cut_line_fits_and_holds_what_is_marked(text, data, room) -> None:
    """Its marks stand on the same letters; it fits unless one word with its mark does not."""
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    while last > first and text[last - 1].isspace():
        last -= 1
    spans = [(first, last)] if last > first else []

    line, inside = in_context(text, spans, room)

    plain = "".join(" " if sign.isspace() else sign for sign in text)
    assert line.removeprefix("…").removesuffix("…") in plain
    assert "\n" not in line
    if spans:
        assert [line[a:b] for a, b in inside] == [plain[first:last]]
    if not spans and max(map(text_width, plain.split(" ")), default=0) < room - 2:
        assert text_width(line) <= room


def test_a_line_that_fits_is_shown_whole() -> None:
    """With both of its marks."""
    assert in_context("un mot, un mot", [(3, 6), (11, 14)], 40) == (
        "un mot, un mot",
        [(3, 6), (11, 14)],
    )


def test_a_line_without_spaces_is_cut_between_letters() -> None:
    """As Chinese and Japanese are written; each letter takes two columns."""
    line, [(first, last)] = in_context("国际空间站在轨道上运行了二十多年", [(5, 7)], 16)

    assert text_width(line) + 2 <= 16
    assert line[first:last] == "在轨"
