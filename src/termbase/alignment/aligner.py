"""Two rows of segment texts → beads, in rounds: each path teaches the lexicon of the next.

The first round knows lengths, numbers, names and what the user's lexicon says; the later ones
know the words of the texts themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from termbase.alignment.anchors import Anchors, keep_pins, set_anchors
from termbase.alignment.band import Band, band_around, track_of, whole_band
from termbase.alignment.basic_words import link_basic_words
from termbase.alignment.beads import Path, best_path
from termbase.alignment.coarse import rough_path
from termbase.alignment.cognates import Links, find_cognates, join, link_terms
from termbase.alignment.confidence import confidences
from termbase.alignment.evidence import call_witness
from termbase.alignment.length import LengthModel, first_guess, learn_lengths
from termbase.alignment.lexicon import Lexicon, learn
from termbase.alignment.pairs import Lesson
from termbase.alignment.posterior import log_posteriors
from termbase.alignment.scores import Model, score_rows, word_gains
from termbase.alignment.shapes import learned_shares, priors, usual_shares
from termbase.alignment.sides import Integers, Reals, Side, read_side
from termbase.model.bead import Bead

_ROUNDS = 3
_FIRST_LENGTH_WEIGHT, _LENGTH_WEIGHT = 1.0, 0.45
_WHOLE_CELLS = 40_000
_REACH, _REACH_OF_DOUBT = 24, 12
_MOST_WIDENINGS = 2
_WORST_PART = 0.2
_FEW = 20


def align_texts(
    source: Sequence[str],
    target: Sequence[str],
    languages: tuple[str, str],
    lexicon: Sequence[tuple[str, str]],
    pins: Sequence[Bead],
) -> list[Bead]:
    """Align two texts; see `termbase.alignment.align`."""
    if not source or not target:
        alone = [Bead((i,), (), 0.0) for i in range(len(source))]
        return alone + [Bead((), (j,), 0.0) for j in range(len(target))]
    anchors = set_anchors(pins, len(source), len(target))
    if _turned(source, target):
        swapped = [(theirs, ours) for ours, theirs in lexicon]
        beads = _align(target, source, languages[::-1], swapped, _turn(anchors))
        beads = [Bead(bead.target, bead.source, bead.confidence) for bead in beads]
    else:
        beads = _align(source, target, languages, lexicon, anchors)
    return keep_pins(beads, anchors)


def _turned(source: Sequence[str], target: Sequence[str]) -> bool:
    """Say whether the texts change places, so that either order gives the same beads."""
    return (len(source), list(source)) > (len(target), list(target))


def _turn(anchors: Anchors) -> Anchors:
    return Anchors(anchors.pins, anchors.target, anchors.source)


def _align(
    source: Sequence[str],
    target: Sequence[str],
    languages: tuple[str, str],
    pairs: Sequence[tuple[str, str]],
    anchors: Anchors,
) -> list[Bead]:
    ours, our_lexicon = read_side(source, [pair[0] for pair in pairs])
    theirs, their_lexicon = read_side(target, [pair[1] for pair in pairs])
    given = _whole_lesson(our_lexicon, their_lexicon)
    links = join(
        find_cognates(ours, theirs),
        link_basic_words(ours, theirs, languages),
        link_terms(our_lexicon, their_lexicon),
    )
    known = learn([given], links)
    lengths = first_guess(ours.lengths, theirs.lengths)
    size = len(source), len(target)
    band = _first_band(ours, theirs, links)
    model = _model(ours, theirs, known, lengths, _FIRST_LENGTH_WEIGHT, usual_shares(), anchors)
    for _ in range(1, _ROUNDS):
        path, gains = best_path(score_rows(model, band), band, int(model.priors[0, 1]))
        good = _good(path, gains)
        known = learn([_lesson(ours, theirs, good), given], links)
        single = good[(good[:, 2] == 1) & (good[:, 3] == 1)]
        lengths = learn_lengths(ours.lengths[single[:, 0]], theirs.lengths[single[:, 1]], lengths)
        model = _model(ours, theirs, known, lengths, _LENGTH_WEIGHT, learned_shares(path), anchors)
        band = band_around(track_of(path, *size), _REACH, band)
    path, gains = _last_path(model, band)
    band = band_around(track_of(path, *size), _REACH_OF_DOUBT)
    surprise = log_posteriors(list(score_rows(model, band)), band, int(model.priors[0, 1]), path)
    words = word_gains(model, path, gains)
    sure = confidences(surprise, words, path, ours.lengths, theirs.lengths, lengths)
    return [
        Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), confidence)
        for (i, j, a, b), confidence in zip(path.tolist(), sure, strict=True)
    ]


def _last_path(model: Model, band: Band) -> tuple[Path, Integers]:
    """Find the best path; where it runs along the edge of the band, look farther."""
    path, gains = best_path(score_rows(model, band), band, int(model.priors[0, 1]))
    for _ in range(_MOST_WIDENINGS):
        track = track_of(path, model.source.segments, model.target.segments)
        if not band.edges_met(track).any():
            break
        band = band_around(track, _REACH, band)
        path, gains = best_path(score_rows(model, band), band, int(model.priors[0, 1]))
    return path, gains


def _first_band(source: Side, target: Side, links: Links) -> Band:
    if source.segments * target.segments <= _WHOLE_CELLS:
        return whole_band(source.segments, target.segments)
    track, doubt = rough_path(source, target, links)
    return band_around(track, _REACH + 2 * doubt)


def _model(
    source: Side,
    target: Side,
    known: tuple[Lexicon, Lexicon],
    lengths: LengthModel,
    length_weight: float,
    shares: Reals,
    anchors: Anchors,
) -> Model:
    forth, back = known
    return Model(
        source=source,
        target=target,
        source_witness=call_witness(source, target, back),
        target_witness=call_witness(target, source, forth),
        lengths=lengths,
        length_weight=length_weight,
        priors=priors(shares),
        anchors=anchors,
    )


def _whole_lesson(source: Side, target: Side) -> Lesson:
    places = np.arange(source.segments)
    ones = np.ones(source.segments, dtype=np.int64)
    return Lesson(source, target, places, ones, places, ones)


def _lesson(source: Side, target: Side, path: Path) -> Lesson:
    ours, theirs, our_sizes, their_sizes = path.T
    return Lesson(source, target, ours, our_sizes, theirs, their_sizes)


def _good(path: Path, gains: Integers) -> Path:
    """Leave out beads with an empty side, and of the others the fifth that scores worst."""
    paired = (path[:, 2] > 0) & (path[:, 3] > 0)
    path, gains = path[paired], gains[paired]
    if len(path) <= _FEW:
        return path
    merit = gains / (1 + path[:, 2] + path[:, 3])
    good: Path = path[merit >= np.sort(merit)[int(_WORST_PART * len(merit))]]
    return good
