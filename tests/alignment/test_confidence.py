"""What makes a bead more or less sure, all else equal."""

from __future__ import annotations

import numpy as np
import pytest

from termbase.alignment.confidence import confidences
from termbase.alignment.length import LengthModel

ONE_TO_ONE = [(1, 1)] * 15
LENGTHS = LengthModel(1.0, 4.0)


def sure(
    shapes: list[tuple[int, int]],
    *,
    posterior: float = 0.98,
    words: float = 8.0,
    ratio: float = 1.0,
) -> list[float]:
    """Return the confidences of beads of these shapes, all of one posterior and one loudness."""
    sizes = np.array(shapes)
    path = np.column_stack([np.cumsum(sizes, axis=0) - sizes, sizes])
    ours, theirs = sizes.sum(axis=0)
    spoken = np.where(sizes.min(axis=1) > 0, words * sizes.sum(axis=1) / 2, 0.0)
    return confidences(
        np.full(len(path), np.log(posterior)),
        spoken,
        path,
        np.arange(ours + 1) * 60.0,
        np.arange(theirs + 1) * 60.0 * ratio,
        LENGTHS,
    )


def test_confidence_rises_with_the_posterior() -> None:
    """As long as there is doubt to lose."""
    by_posterior = [sure(ONE_TO_ONE, posterior=one)[7] for one in (0.1, 0.5, 0.9, 0.98)]

    assert by_posterior == sorted(set(by_posterior))


@pytest.mark.parametrize("other", [(1, 2), (2, 1), (2, 2), (4, 1)])
def test_a_larger_bead_is_less_sure(other) -> None:
    """One segment beside one segment is what is most often right."""
    shapes = [*ONE_TO_ONE[:7], other, *ONE_TO_ONE[8:]]

    assert sure(shapes)[7] < sure(ONE_TO_ONE)[7]


def test_a_bead_beside_an_empty_one_is_less_sure() -> None:
    """The segment left alone may belong to it."""
    shapes = [*ONE_TO_ONE[:7], (0, 1), *ONE_TO_ONE[8:]]

    assert sure(shapes)[8] < sure(shapes)[10]


def test_a_bead_where_much_is_left_out_is_less_sure() -> None:
    """Who leaves out sentences there may have moved others; one left out says less."""
    few = [(1, 1)] * 4 + [(0, 1)] + [(1, 1)] * 10
    many = [(1, 1), (0, 1), (0, 1), (1, 1), (0, 1)] + [(1, 1)] * 10

    assert sure(many)[7] < sure(few)[7] < sure(ONE_TO_ONE)[7]


def test_a_bead_among_odd_beads_is_less_sure() -> None:
    """Where texts run plainly side by side little goes wrong."""
    odd = [*[(1, 2), (2, 1)] * 3, (1, 1), *[(1, 2), (2, 1)] * 3]

    assert sure(odd)[6] < sure(ONE_TO_ONE[:13])[6]


def test_lengths_that_do_not_agree_make_unsure() -> None:
    """Even where the path has no rival."""
    assert sure(ONE_TO_ONE, ratio=3.0)[7] < sure(ONE_TO_ONE)[7]


def test_no_bead_is_sure_where_words_do_not_speak() -> None:
    """A path through texts that say different things has no rival either."""
    assert max(sure(ONE_TO_ONE, words=-2.0)) < 0.3


def test_no_bead_is_sure_where_most_is_left_over() -> None:
    """A text a hundred times as long as the other is hardly its translation."""
    assert max(sure([*ONE_TO_ONE, *[(0, 1)] * 1500])) < 0.6
    assert max(sure([*ONE_TO_ONE, *[(0, 1)] * 5])) > 0.8
