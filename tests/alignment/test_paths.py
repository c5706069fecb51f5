"""The dynamic program and its posteriors against trying every row of beads."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.alignment.anchors import set_anchors
from termbase.alignment.band import Track, band_around, track_of, whole_band
from termbase.alignment.beads import best_path
from termbase.alignment.gaps import Gaps, read_gaps
from termbase.alignment.logarithm import UNIT, log_units
from termbase.alignment.posterior import corner_posteriors, log_posteriors
from termbase.alignment.scores import NEVER, rows_within
from termbase.alignment.shapes import priors, usual_shares
from termbase.model.bead import Bead

INSERTIONS = -1500, -200, -2500, -900


def gaps(target: int, onward: tuple[int, int]) -> Gaps:
    """What target segments cost that stay alone, and what runs of either text gain."""
    return Gaps(np.concatenate([[0], np.cumsum(INSERTIONS[:target])]), *onward)


def random_scores(source: int, target: int, seed: int) -> dict[tuple[int, int, int, int], int]:
    """Scores of some beads that fit into texts of so many segments."""
    random = np.random.default_rng(seed)
    return {
        (i, j, a, b): int(random.integers(-4000, 2000))
        for i in range(source)
        for j in range(target + 1)
        for a, b in ((1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (1, 4), (4, 1))
        if i + a <= source and j + b <= target
    }


def laid_out(scores, source: int, target: int) -> list[np.ndarray]:
    """The same scores as `score_blocks` lays them out over the whole table, in two blocks."""
    rows = []
    for i in range(source):
        row = np.full((4, 5, target + 5), NEVER, dtype=np.int32)
        for (start, j, a, b), score in scores.items():
            if start == i:
                row[a - 1, b, j + b] = score
        rows.append(row)
    half = source // 2
    return [np.stack(part) for part in (rows[:half], rows[half:]) if part]


def every_path(scores, source: int, target: int, gained: tuple[int, int]):
    """All rows of beads, each with its score; target segments may always stay alone."""

    @cache
    def onward(i: int, j: int, shape: tuple[int, int]):
        if (i, j) == (source, target):
            return [((), 0)]
        steps = [((i, j, a, b), scores.get((i, j, a, b))) for a in range(1, 5) for b in range(5)]
        if j < target:
            steps.append(((i, j, 0, 1), INSERTIONS[j]))
        run = {(1, 0): gained[0], (0, 1): gained[1]}
        return [
            ((step, *rest), gain + more + (run.get(shape, 0) if step[2:] == shape else 0))
            for step, gain in steps
            if gain is not None
            for rest, more in onward(i + step[2], j + step[3], step[2:])
        ]

    return onward(0, 0, (1, 1))


sizes = st.integers(1, 4)
runs = st.tuples(st.sampled_from([0, 400, 2500]), st.sampled_from([0, 150, 900]))


@settings(max_examples=80, deadline=None)
@given(sizes, sizes, st.integers(0, 10_000), runs)
def test_the_best_path_has_the_best_score_of_all(
    source: int, target: int, seed: int, run: tuple[int, int]
) -> None:
    """No other row of beads scores higher, and the gains add up to its score."""
    scores = random_scores(source, target, seed)
    blocks = laid_out(scores, source, target)
    path, gains = best_path(iter(blocks), whole_band(source, target), gaps(target, run))

    paths = every_path(scores, source, target, run)
    best = max(score for _, score in paths)
    assert int(gains.sum()) == best
    assert (tuple(map(tuple, path.tolist())), best) in paths


@settings(max_examples=60, deadline=None)
@given(sizes, sizes, st.integers(0, 10_000), runs)
def test_a_posterior_is_the_share_of_all_paths_through_a_bead(source, target, seed, run) -> None:
    """Weighed by their scores at the temperature of the model."""
    scores = random_scores(source, target, seed)
    blocks = laid_out(scores, source, target)
    band = whole_band(source, target)
    path, _ = best_path(iter(blocks), band, gaps(target, run))
    rows = rows_within(blocks, band, band)
    found = log_posteriors(rows, band, gaps(target, run), path)

    weighed = [
        (beads, math.exp(score / (2 * UNIT)))
        for beads, score in every_path(scores, source, target, run)
    ]
    whole = sum(weight for _, weight in weighed)
    for bead, posterior in zip(map(tuple, path.tolist()), found.tolist(), strict=True):
        share = sum(weight for beads, weight in weighed if bead in beads) / whole
        assert math.exp(posterior) == pytest.approx(share, rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(sizes, sizes, st.integers(0, 10_000), runs)
def test_a_corner_has_the_share_of_all_paths_that_go_through_it(source, target, seed, run) -> None:
    """And of those that come there with a bead of two sides, or begin there."""
    scores = random_scores(source, target, seed)
    band = whole_band(source, target)
    rows = rows_within(laid_out(scores, source, target), band, band)
    corners = [(i, j) for i in range(source + 1) for j in range(target + 1)]
    here, there = (np.array(places) for places in zip(*corners, strict=True))
    through, paired = corner_posteriors(rows, band, gaps(target, run), (here, there))

    weighed = [
        (beads, math.exp(score / (1.5 * UNIT)))
        for beads, score in every_path(scores, source, target, run)
    ]
    whole = sum(weight for _, weight in weighed)
    for corner, share, met in zip(corners, np.exp(through), np.exp(paired), strict=True):
        ends = [
            ({(i + a, j + b): a > 0 < b for i, j, a, b in beads} | {(0, 0): True}, weight)
            for beads, weight in weighed
        ]
        going = sum(weight for reached, weight in ends if corner in reached)
        meeting = sum(weight for reached, weight in ends if reached.get(corner))
        assert share == pytest.approx(going / whole, rel=1e-9, abs=1e-12)
        assert met == pytest.approx(meeting / whole, rel=1e-6, abs=1e-9)


@given(
    st.lists(st.integers(0, 60), min_size=2, max_size=40).map(sorted),
    st.integers(1, 30),
)
def test_a_band_holds_its_path_and_never_breaks(places: list[int], reach: int) -> None:
    """Neighbouring rows share a place, so that there is always a way through."""
    centre = np.array([0, *places, places[-1]])
    band = band_around(Track(centre, centre), reach)

    assert (band.first <= centre).all()
    assert (centre <= band.last).all()
    assert (band.first[1:] <= band.last[:-1]).all()
    assert band.first[0] == 0
    assert band.last[-1] == centre[-1]


@pytest.mark.parametrize("turned", [False, True])
def test_a_band_is_wider_near_a_leap(turned: bool) -> None:
    """The leap over a passage of either text may really have been farther on, or back."""
    corners = [(0, 0), (300, 300), (301, 1300), (1000, 2000)]
    ours, theirs = zip(*([corner[::-1] for corner in corners] if turned else corners), strict=True)
    way = np.interp(np.arange(ours[-1] + 1), ours, theirs).astype(np.int64)
    band = band_around(Track(way, way), 24, at_leaps=96)

    assert band.last[220] >= way[220] + 90
    assert band.first[ours[2] + 80] <= way[ours[2] + 80] - 90


def test_pins_hold_the_way() -> None:
    """A rough path is bent so that it passes through both corners of every pin."""
    anchors = set_anchors([Bead((500, 501), (20,)), Bead((550,), ())], 600, 120)
    held = anchors.hold(np.arange(601) // 5, 120)

    assert held[[499, 500, 502, 503]].tolist() == [20, 20, 21, 100]
    assert (np.diff(held) >= 0).all()


@given(st.lists(st.sampled_from([(1, 1), (1, 3), (4, 1), (6, 7), (1, 0), (0, 2)]), min_size=1))
def test_pins_fence_the_band(shapes: list[tuple[int, int]]) -> None:
    """Both corners of every pin stay inside, and beads that leap from one row reach the next."""
    pins, i, j = [], 0, 0
    for ours, theirs in shapes:
        pins.append(Bead(tuple(range(i, i + ours)), tuple(range(j, j + theirs))))
        i, j = i + ours, j + theirs
    anchors = set_anchors(pins, i, j)
    band = anchors.fence(whole_band(i, j))

    for pin in anchors.paired:
        for place, opposite in (
            (pin.source[0], pin.target[0]),
            (pin.source[-1] + 1, pin.target[-1] + 1),
        ):
            assert band.first[place] <= opposite <= band.last[place]
    assert (band.first[1:] <= band.last[:-1]).all()
    assert (np.diff(band.first) >= 0).all()
    assert (np.diff(band.last) >= 0).all()


def test_a_pin_narrows_the_band() -> None:
    """Nothing before a pin on one side is looked for after it on the other."""
    band = set_anchors([Bead((5,), (50,))], 10, 100).fence(whole_band(10, 100))

    assert band.last[:6].tolist() == [51] * 6
    assert band.first[6:].tolist() == [50] * 5


def test_a_track_covers_a_leap_at_either_end() -> None:
    """Target segments before the first and after the last source segment belong to the way."""
    path = np.array([[0, 0, 0, 1], [0, 1, 0, 1], [0, 2, 2, 1], [2, 3, 0, 1]])
    track = track_of(path, 2, 4)

    assert track.low.tolist() == [0, 0, 3]
    assert track.high.tolist() == [2, 4, 4]


@given(st.floats(1.0, 3e38))
def test_a_logarithm_from_the_table_is_near_the_true_one(number: float) -> None:
    """Within a thousandth of a nat, and a whole number of units."""
    unit = int(log_units(np.array([number], dtype=np.float32))[0])

    assert unit / UNIT == pytest.approx(math.log(number), abs=0.0015)


def test_behind_a_segment_that_stays_alone_the_next_does_so_for_less() -> None:
    """One in ten passages goes on; no run costs more than its segments each."""
    worded = np.ones(3, dtype=bool)
    usual = read_gaps(priors(usual_shares()), worded, 0)
    price = -int(usual.climb[1])

    assert price > 4 * UNIT
    assert -int(usual.onward_climb()[3]) + usual.target_onward == price + 2 * round(
        math.log(10) * UNIT
    )
    assert usual.source_onward > 2 * UNIT
    often = usual_shares() + np.eye(5)[0] / 2
    assert read_gaps(priors(often), worded, 0).source_onward == 0


def test_the_table_is_that_of_exact_logarithms() -> None:
    """Whatever the last bits of numpy's are."""
    numbers = (np.arange(0x3F800, 0x7F800) << 12).astype(np.int32).view(np.float32)

    exact = [round(math.log(number) * UNIT) for number in numbers.tolist()]
    assert log_units(numbers).tolist() == exact
