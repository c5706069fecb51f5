"""Two rows of segment texts → beads, in rounds: each path teaches the lexicon of the next.

The first round knows lengths, numbers, names and what the user's lexicon says; the later ones
know the words of the texts themselves. Before the last one the parts of the segments are aligned,
near the path: no bead should end within a sentence of the translation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.anchors import Anchors, keep_pins, set_anchors
from termbase.alignment.band import Band, Track, band_around, track_of, whole_band
from termbase.alignment.basic_words import link_basic_words
from termbase.alignment.beads import Path, best_path
from termbase.alignment.boundaries import read_boundaries
from termbase.alignment.coarse import rough_path
from termbase.alignment.cognates import Links, find_cognates, join, link_terms
from termbase.alignment.confidence import confidences
from termbase.alignment.course import Course, Tell
from termbase.alignment.evidence import Units, call_witness
from termbase.alignment.known_pairs import pairs_within
from termbase.alignment.length import first_guess, learn_lengths
from termbase.alignment.lexicon import Lexicon, learn
from termbase.alignment.logarithm import UNIT
from termbase.alignment.meaning import read_meaning
from termbase.alignment.pairs import Lesson
from termbase.alignment.parts import Parts, corners_within, cut_into_parts, spread
from termbase.alignment.posterior import corner_posteriors, log_posteriors
from termbase.alignment.scores import (
    NO_CORNER,
    Corners,
    Model,
    favour,
    rows_within,
    score_blocks,
    word_gains,
)
from termbase.alignment.shapes import learned_shares, priors, usual_shares
from termbase.alignment.short_texts import lack_of_words
from termbase.alignment.sides import Integers, Reals, Side, read_side, share_known
from termbase.model.bead import Bead
from termbase.ports.encoding import Encode

_FIRST_LENGTH_WEIGHT, _LENGTH_WEIGHT = 1.0, 0.52
_WHOLE_CELLS = 40_000
_REACH, _REACH_AT_LEAPS, _REACH_OF_DOUBT = 24, 96, 12
_REACHES, _REACH_OF_PARTS, _PARTS_AT_LEAPS = (24, 16), 5, 24
"""How far the second and the third round look; they know more and more, and stray less."""
_PAIRED = 2.0
"""Nats that a corner gains where parts are sure to meet: they know that, and not so well what is
left out."""

_MOST_WIDENINGS = 2
_WORST_PART = 0.2
_FEW = 20


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked for; see `termbase.alignment.align`.

    Attributes:
        languages: Of source and target, as ISO 639 codes.
        paragraphs: Paragraph numbers of both texts; None where they are not known of both.
    """

    source: Sequence[str]
    target: Sequence[str]
    languages: tuple[str, str]
    lexicon: Sequence[tuple[str, str]] = ()
    pins: Sequence[Bead] = ()
    paragraphs: tuple[Sequence[int], Sequence[int]] | None = None
    encode: Encode | None = None
    tell: Tell | None = None

    def turned(self) -> Task:
        """Return the task with source and target changed."""
        return Task(
            self.target,
            self.source,
            self.languages[::-1],
            [(theirs, ours) for ours, theirs in self.lexicon],
            [_turn(pin) for pin in self.pins],
            self.paragraphs and self.paragraphs[::-1],
            self.encode,
            self.tell,
        )


class _Text(NamedTuple):
    """One text, read.

    Attributes:
        cut: Its segments cut into parts.
        of_parts: The parts, counted.
        side: The segments, counted.
        lexicon: The same side of the lexicon, over the same types.
    """

    cut: Parts
    of_parts: Side
    side: Side
    lexicon: Side

    @property
    def is_cut(self) -> bool:
        """Say whether any segment has more than one part."""
        return self.of_parts.segments > self.side.segments


class Scored(NamedTuple):
    """All the scores of a band, and the band."""

    blocks: list[Units]
    band: Band


def align_texts(task: Task) -> list[Bead]:
    """Align two texts."""
    anchors = set_anchors(task.pins, len(task.source), len(task.target))
    if not task.source or not task.target:
        alone = [Bead((i,), (), 0.0) for i in range(len(task.source))]
        beads = alone + [Bead((), (j,), 0.0) for j in range(len(task.target))]
    elif _in_order(task):
        beads = _align(task, anchors)
    else:
        turned = task.turned()
        anchors_turned = set_anchors(turned.pins, len(turned.source), len(turned.target))
        beads = [_turn(bead) for bead in _align(turned, anchors_turned)]
    return keep_pins(beads, anchors)


def _in_order(task: Task) -> bool:
    """Say whether the texts keep their places; else they change, so that either order is one."""
    ours, theirs = task.languages
    source, target = (
        (len(task.source), *task.source, ours),
        (len(task.target), *task.target, theirs),
    )
    return source <= target


def _turn(bead: Bead) -> Bead:
    return Bead(bead.target, bead.source, bead.confidence)


def _align(task: Task, anchors: Anchors) -> list[Bead]:
    task = replace(task, lexicon=pairs_within(task.lexicon, task.source, task.target))
    source = _read(task.source, [pair[0] for pair in task.lexicon])
    target = _read(task.target, [pair[1] for pair in task.lexicon])
    ours, theirs = source.side, target.side
    telling = share_known(source.lexicon, ours) * share_known(target.lexicon, theirs)
    wanted = np.argsort(-telling, kind="stable")[: np.count_nonzero(telling)]
    given = [_lesson_of_pairs(source.lexicon, target.lexicon, wanted)]
    if anchors.paired:
        given.append(_lesson_of_pins(ours, theirs, anchors))
    links = join(
        find_cognates(ours, theirs),
        link_basic_words(ours, theirs, task.languages),
        link_terms(source.lexicon, target.lexicon, wanted),
    )
    model = _first_model(ours, theirs, learn(given, links), anchors, task)
    band = _first_band(model, links)
    course = Course(ours.segments, task.tell)
    for reach in _REACHES:
        path, gains = best_path(course.follow(score_blocks(model, band)), band, model.gaps)
        model = _learned_model(model, path, gains, given, links)
        band = anchors.fence(band_around(_track(model, path), reach, band, _REACH_AT_LEAPS))
    corners = None
    if source.is_cut or target.is_cut:
        finer, cuts = _model_of_parts(model, source, target, task), (source.cut, target.cut)
        corners = _corners_of_parts(finer, _track(model, path), cuts, given, links, course)
    else:
        course.expect_no_parts()
    path, scored = _last_path(model, band, corners, course)
    lack = np.zeros(len(path))
    if model.meaning is None:
        lack = lack_of_words(ours, theirs, links, path, task.languages)
    return _with_confidence(model, path, scored, lack)


def _read(segments: Sequence[str], lexicon: Sequence[str]) -> _Text:
    """Read a text, and the same side of a lexicon, by its parts: they have the same tokens."""
    cut = cut_into_parts(segments)
    of_parts, known = read_side(cut.texts, lexicon)
    return _Text(cut, of_parts, of_parts.joined(cut.starts), known)


def _corners_of_parts(
    finer: Model,
    way: Track,
    cuts: tuple[Parts, Parts],
    given: list[Lesson],
    links: Links,
    course: Course,
) -> Corners:
    """Align the parts of segments near a path; return what they say of corners of beads."""
    band = finer.anchors.fence(
        band_around(spread(way, *cuts), _REACH_OF_PARTS, at_leaps=_PARTS_AT_LEAPS)
    )
    path, gains = best_path(course.follow(score_blocks(finer, band)), band, finer.gaps)
    finer = _learned_model(finer, path, gains, given, links)
    band = finer.anchors.fence(
        band_around(_track(finer, path), _REACH_OF_PARTS, band, _PARTS_AT_LEAPS)
    )
    rows = [row for block in course.follow(score_blocks(finer, band)) for row in block]
    here, there = corners_within(band, *cuts)
    places = cuts[0].starts[here], cuts[1].starts[there]
    through, paired = corner_posteriors(rows, band, finer.gaps, places)
    said = np.maximum(NO_CORNER, (through + _PAIRED * np.exp(paired)) * UNIT)
    return Corners(here, there, np.rint(said).astype(np.int64))


def _model_of_parts(model: Model, source: _Text, target: _Text, task: Task) -> Model:
    """Return what a model of segments knows of their parts: parts have the same types."""
    ours, theirs = source.of_parts, target.of_parts
    pins = [Bead(source.cut.of(pin.source), target.cut.of(pin.target)) for pin in task.pins]
    paragraphs = None
    if task.paragraphs:
        ours_in, theirs_in = task.paragraphs
        paragraphs = source.cut.inherit(ours_in), target.cut.inherit(theirs_in)
    return replace(
        model,
        source=ours,
        target=theirs,
        source_witness=call_witness(ours, theirs, model.source_witness.lexicon),
        target_witness=call_witness(theirs, ours, model.target_witness.lexicon),
        priors=priors(usual_shares()),
        anchors=set_anchors(pins, ours.segments, theirs.segments),
        boundaries=read_boundaries((source.cut.texts, target.cut.texts), paragraphs),
        meaning=None,
    )


def _first_model(
    source: Side,
    target: Side,
    known: tuple[Lexicon, Lexicon],
    anchors: Anchors,
    task: Task,
) -> Model:
    return Model(
        source=source,
        target=target,
        source_witness=call_witness(source, target, known[1]),
        target_witness=call_witness(target, source, known[0]),
        lengths=first_guess(source.lengths, target.lengths, task.languages),
        length_weight=_FIRST_LENGTH_WEIGHT,
        priors=priors(usual_shares()),
        anchors=anchors,
        boundaries=read_boundaries((task.source, task.target), task.paragraphs),
        meaning=read_meaning(task.encode, (task.source, task.target), task.languages)
        if task.encode
        else None,
    )


def _learned_model(
    model: Model, path: Path, gains: Integers, given: list[Lesson], links: Links
) -> Model:
    """Learn from the better part of a path: words, lengths, shapes and boundaries."""
    ours, theirs = model.source, model.target
    good = _good(path, gains)
    forth, back = learn([_lesson(ours, theirs, good), *given], links)
    single = good[(good[:, 2] == 1) & (good[:, 3] == 1)]
    pairs = ours.lengths[single[:, 0]], theirs.lengths[single[:, 1]]
    return replace(
        model,
        source_witness=call_witness(ours, theirs, back),
        target_witness=call_witness(theirs, ours, forth),
        lengths=learn_lengths(*pairs, model.lengths),
        length_weight=_LENGTH_WEIGHT,
        priors=priors(learned_shares(path)),
        boundaries=model.boundaries.learned_from(path),
        meaning=model.meaning and model.meaning.learned_from(good),
    )


def _with_confidence(model: Model, path: Path, scored: Scored, lack: Reals) -> list[Bead]:
    band = model.anchors.fence(band_around(_track(model, path), _REACH_OF_DOUBT))
    if not scored.band.holds(band):
        scored = Scored(list(score_blocks(model, band)), band)
    rows = rows_within(*scored, band)
    surprise = log_posteriors(rows, band, model.gaps, path)
    words = word_gains(model, path, _gains(model, rows, band, path))
    letters = model.source.letters_before, model.target.letters_before
    spelt = _spelt(model, path)
    sure = confidences(surprise, words, path, *letters, model.lengths, lack, spelt)
    return [
        Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), confidence)
        for (i, j, a, b), confidence in zip(path.tolist(), sure, strict=True)
    ]


def _spelt(model: Model, path: Path) -> NDArray[np.bool_]:
    """Say which beads of a path have a letter or a digit on both sides."""
    both = np.ones(len(path), dtype=np.bool_)
    for side, first, count in ((model.source, 0, 2), (model.target, 1, 3)):
        before = side.spelt_before
        both &= before[path[:, first] + path[:, count]] > before[path[:, first]]
    return both


def _gains(model: Model, rows: list[Units], band: Band, path: Path) -> Integers:
    """Return the score of each bead of a path."""
    first, climb = band.first.tolist(), model.gaps.climb
    return np.array(
        [
            rows[i][a - 1, b, j + b - first[i]] if a else climb[j + b] - climb[j]
            for i, j, a, b in path.tolist()
        ],
        dtype=np.int64,
    )


def _last_path(
    model: Model, band: Band, corners: Corners | None, course: Course
) -> tuple[Path, Scored]:
    """Find the best path, by the corners of parts too; where it meets the edge, look farther."""
    scored = Scored(list(course.follow(score_blocks(model, band))), band)
    path = _favoured_path(model, scored, corners)
    for _ in range(_MOST_WIDENINGS):
        track = _track(model, path)
        if not band.edges_met(track).any():
            break
        band = model.anchors.fence(band_around(track, _REACH, band, _REACH_AT_LEAPS))
        scored = Scored(list(score_blocks(model, band)), band)
        path = _favoured_path(model, scored, corners)
    return path, scored


def _favoured_path(model: Model, scored: Scored, corners: Corners | None) -> Path:
    blocks = scored.blocks if corners is None else favour(*scored, corners)
    path, _ = best_path(blocks, scored.band, model.gaps)
    return path


def _first_band(model: Model, links: Links) -> Band:
    n, m = model.source.segments, model.target.segments
    if n * m <= _WHOLE_CELLS:
        return model.anchors.fence(whole_band(n, m))
    track, doubt = rough_path(model.source, model.target, links)
    held = Track(*(model.anchors.hold(places, m) for places in (track.low, track.high)))
    return model.anchors.fence(band_around(held, _REACH + 2 * doubt, at_leaps=_REACH_AT_LEAPS))


def _track(model: Model, path: Path) -> Track:
    return track_of(path, model.source.segments, model.target.segments)


def _lesson_of_pairs(source: Side, target: Side, wanted: Integers) -> Lesson:
    ones = np.ones(len(wanted), dtype=np.int64)
    return Lesson(source, target, wanted, ones, wanted, ones)


def _lesson_of_pins(source: Side, target: Side, anchors: Anchors) -> Lesson:
    pins = [
        (pin.source[0], pin.target[0], len(pin.source), len(pin.target)) for pin in anchors.paired
    ]
    return _lesson(source, target, np.array(pins, dtype=np.int64))


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
