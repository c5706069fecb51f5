"""Blank segments stay where they are and bother nobody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termbase.model.bead import Bead
from termbase.model.segment import Segment
from termbase.usecases.align_documents import SegmentedText, align_texts
from termbase.usecases.blank_lines import numbers_of_said, with_blanks

LINES = [
    ("Le premier satellite a quitté la Terre en 1957.", "The first satellite left Earth in 1957."),
    ("Deux femmes ont vu la lune.", "Two women saw the moon."),
    ("Trois ans après, Gagarine a volé.", "Three years later Gagarin flew."),
    ("Il a fait un tour.", "He made one turn."),
]


def text(language: str, lines: list[str]) -> SegmentedText:
    segments = tuple(Segment(line, 0, number, "line") for number, line in enumerate(lines))
    return SegmentedText(f"a.{language}.txt", language, "\n".join(lines), segments)


def test_blank_lines_change_no_confidence() -> None:
    """The rest is aligned as if they were not there; those opposite each other are a pair."""
    ours, theirs = (list(side) for side in zip(*LINES, strict=True))
    plain = align_texts(text("fr", ours), [text("en", theirs)]).beads[0]
    spaced = [line for one in ours for line in (one, " ")]
    other = [line for one in theirs for line in (one, "")]
    beads = align_texts(text("fr", spaced), [text("en", other)]).beads[0]

    assert [one.confidence for one in beads[::2]] == [one.confidence for one in plain]
    assert [(one.source, one.target) for one in beads] == [((n,), (n,)) for n in range(8)]


def test_blank_lines_on_one_side_have_no_counterpart() -> None:
    """However many they are."""
    ours, theirs = (list(side) for side in zip(*LINES, strict=True))
    beads = align_texts(text("fr", [*ours[:2], "", "", *ours[2:]]), [text("en", theirs)]).beads[0]

    assert [one.source for one in beads if not one.target] == [(2,), (3,)]
    assert [one.target for one in beads if one.target] == [(0,), (1,), (2,), (3,)]


@given(st.lists(st.booleans(), max_size=8), st.lists(st.booleans(), max_size=8))
def test_every_segment_is_in_one_bead(ours: list[bool], theirs: list[bool]) -> None:
    """In order on each side, whichever are blank."""
    said = [numbers_of_said(["x" if one else " " for one in side]) for side in (ours, theirs)]
    pairs = [Bead((n,), (n,)) for n in range(min(map(len, said)))]
    pairs += [Bead((n,), ()) for n in range(len(pairs), len(said[0]))]
    pairs += [Bead((), (n,)) for n in range(len(said[0]), len(said[1]))]
    beads = list(with_blanks(pairs, said[0], said[1], (len(ours), len(theirs))))

    assert [n for one in beads for n in one.source] == list(range(len(ours)))
    assert [n for one in beads for n in one.target] == list(range(len(theirs)))
