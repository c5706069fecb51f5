"""What stands between segments speaks for beads that begin there, once a path has shown it."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from termbase.alignment.boundaries import Boundaries, read_boundaries
from termbase.alignment.marks import beginnings, closed_quotes, ends

TEXTS = ["Qui ?", "Moi, dit-il.", "Toi ?", "Lui.", "Eux ?", "Nous."] * 10
DIAGONAL = np.array([[i, i, 1, 1] for i in range(60)])

segments = st.lists(st.text(max_size=4) | st.sampled_from(TEXTS), min_size=1, max_size=12)


def corner_gains(boundaries: Boundaries, here: Sequence[int], there: Sequence[int]) -> np.ndarray:
    """Return what beads gain that begin at these pairs of places."""
    each = np.arange(len(there))
    return boundaries.corner_gains(np.array(here)[:, None], np.array(there), each, 1)[:, 0]


@given(segments)
def test_every_place_has_a_kind(texts: list[str]) -> None:
    """One more than segments, whatever these look like, empty ones included."""
    for read, kinds in ((ends, 6), (beginnings, 6), (closed_quotes, 2)):
        found = read(texts)
        assert len(found) == len(texts) + 1
        assert set(found) <= set(range(kinds))


def test_marks_say_nothing_before_a_path_is_known() -> None:
    """A first round knows nothing of how these two texts are punctuated."""
    boundaries = read_boundaries((TEXTS, TEXTS), None)

    assert not boundaries.corner.any()
    assert not any(passed.any() for passed in boundaries.passed)


def test_a_path_teaches_that_questions_answer_questions() -> None:
    """After it a bead that begins after a question in both texts gains, in one alone it loses."""
    boundaries = read_boundaries((TEXTS, TEXTS), None).learned_from(DIAGONAL)
    alike, unlike = corner_gains(boundaries, [1, 1], [3, 4]).tolist()

    assert unlike < 0 < alike


def test_marks_that_do_not_agree_come_to_nothing() -> None:
    """Where one text is unpunctuated its partner's marks say nothing."""
    bare = ["слово"] * 60
    boundaries = read_boundaries((TEXTS, bare), None).learned_from(DIAGONAL)

    assert abs(corner_gains(boundaries, range(1, 60), range(1, 60))).max() < 50


def test_a_small_letter_within_beads_teaches_to_join() -> None:
    """Where pieces of sentences were joined, a bead gains by holding such a place."""
    source = ["Il vient,", "et il part."] * 30
    path = np.array([[2 * i, i, 2, 1] for i in range(30)])
    boundaries = read_boundaries((source, ["He comes and goes."] * 30), None).learned_from(path)
    within, across = boundaries.inner_gains(0, np.array([2, 3]), 2).tolist()

    assert across < 0 < within
