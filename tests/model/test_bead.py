"""A bead refuses what no alignment can mean."""

import pytest

from termbase.model.bead import Bead


@pytest.mark.parametrize(
    ("source", "target", "confidence", "why"),
    [
        ((), (), 1.0, "at least one segment"),
        ((0, 2), (0,), 1.0, "neighbours"),
        ((0,), (2, 1), 1.0, "neighbours"),
        ((0,), (3, 3), 1.0, "neighbours"),
        ((0,), (0,), 1.01, "between 0 and 1"),
        ((0,), (0,), -0.1, "between 0 and 1"),
        ((0,), (0,), float("nan"), "between 0 and 1"),
    ],
)
def test_a_bead_that_means_nothing_is_refused(source, target, confidence, why) -> None:
    """Two empty sides, gaps, a wrong order and impossible confidences."""
    with pytest.raises(ValueError, match=why):
        Bead(source, target, confidence)


def test_a_shape_counts_both_sides() -> None:
    """The trade writes 2-1; an empty side counts 0."""
    assert Bead((3, 4), (3,)).shape == "2-1"
    assert Bead((), (3,)).shape == "0-1"
