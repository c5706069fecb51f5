"""Beads → which word of one text speaks for which word of the other (IBM model 1).

A word that nothing explains must cost nothing: each type has its own share of occurrences that
the other text explains, learned along with the chances, and 0 for types never explained.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from termbase.alignment.cognates import Links
from termbase.alignment.sides import Integers, Reals, Side, spans

_ROUNDS = 4
_DISCOUNT = 0.8
_EARLY_DISCOUNT = 0.1
_SMOOTHING = 0.3
_LEAST_CHANCE = 0.005
_PRUNED_AFTER, _LEAST_SHARE = 1, 0.01
_MOST_EXPLAINED = 0.9
_TRUST = 0.85
_LINKED_SHARE, _UNLINKED_SHARE = 0.35, 0.1
_MOST_TYPES = 150


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each type of a given text, the types it speaks for in the other, and how strongly.

    Attributes:
        starts: Where each given type's entries begin; one more entry ends the last.
        spoken: Types of the other text.
        chance: Chance of each, given that the given type speaks at all.
        explained: Share of the occurrences of each type of the other text that is explained.
    """

    starts: Integers
    spoken: Integers
    chance: Reals
    explained: Reals


@dataclass(frozen=True, slots=True)
class Lesson:
    """Corresponding stretches of two texts, to learn from.

    Attributes:
        source, target: The texts.
        source_starts, source_sizes: First segment of each stretch and how many, in the source.
        target_starts, target_sizes: The same in the target.
    """

    source: Side
    target: Side
    source_starts: Integers
    source_sizes: Integers
    target_starts: Integers
    target_sizes: Integers


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Every pair of types that stand in corresponding stretches.

    Attributes:
        pair: Number of the pair (a source type with a target type).
        source_place, target_place: The occurrence on each side, numbered over all stretches.
        source_type, target_type: The types of each numbered pair.
        source_at, target_at: The type of each occurrence.
        source_company, target_company: For each occurrence, the types it could come from.
        hints: Strength of a link between the types of each numbered pair; a link between types
            that never met is a pair too.
    """

    pair: Integers
    source_place: Integers
    target_place: Integers
    source_type: Integers
    target_type: Integers
    source_at: Integers
    target_at: Integers
    source_company: Integers
    target_company: Integers
    hints: Reals


def learn(lessons: list[Lesson], links: Links) -> tuple[Lexicon, Lexicon]:
    """Learn both directions from lessons over the same vocabularies: source → target and back.

    What the lessons do not show is taken from the links.
    """
    pairs = _pair_up(lessons, links)
    source, target = lessons[0].source, lessons[0].target
    forth = _estimate(pairs, source.frequency, target.frequency)
    back = _estimate(_turn(pairs), target.frequency, source.frequency)
    return forth, back


def _turn(pairs: _Pairs) -> _Pairs:
    return _Pairs(
        pairs.pair,
        pairs.target_place,
        pairs.source_place,
        pairs.target_type,
        pairs.source_type,
        pairs.target_at,
        pairs.source_at,
        pairs.target_company,
        pairs.source_company,
        pairs.hints,
    )


def _stretch_types(side: Side, starts: Integers, sizes: Integers) -> tuple[Integers, Integers]:
    """Return the different types of each stretch, behind each other, and how many each has."""
    counts = side.starts[starts + sizes] - side.starts[starts]
    keys = np.repeat(np.arange(len(starts)), counts) * len(side.words)
    keys = np.unique(keys + side.types[spans(side.starts[starts], counts)])
    return keys % len(side.words), np.bincount(keys // len(side.words), minlength=len(starts))


def _pair_up(lessons: list[Lesson], links: Links) -> _Pairs:
    ours, theirs, our_sizes, their_sizes = [], [], [], []
    for lesson in lessons:
        types, sizes = _stretch_types(lesson.source, lesson.source_starts, lesson.source_sizes)
        ours.append(types)
        our_sizes.append(sizes)
        types, sizes = _stretch_types(lesson.target, lesson.target_starts, lesson.target_sizes)
        theirs.append(types)
        their_sizes.append(sizes)
    source_at, target_at = np.concatenate(ours), np.concatenate(theirs)
    n, m = np.concatenate(our_sizes), np.concatenate(their_sizes)
    used = (n > 0) & (m > 0) & (n <= _MOST_TYPES) & (m <= _MOST_TYPES)
    source_first, target_first = (np.cumsum(n) - n)[used], (np.cumsum(m) - m)[used]
    n, m = n[used], m[used]
    inside = spans(np.zeros(len(n), dtype=np.int64), n * m)
    width = np.repeat(m, n * m)
    source_place = np.repeat(source_first, n * m) + inside // width
    target_place = np.repeat(target_first, n * m) + inside % width
    size = len(lessons[0].target.words)
    met = source_at[source_place] * size + target_at[target_place]
    linked = links.source * size + links.target
    keys, pair = np.unique(np.concatenate([met, linked]), return_inverse=True)
    hints = np.zeros(len(keys))
    hints[pair[len(met) :]] = links.strength
    source_company = np.ones(len(source_at), dtype=np.int64)
    target_company = np.ones(len(target_at), dtype=np.int64)
    target_company[target_place] = np.repeat(n, n * m)
    source_company[source_place] = width
    return _Pairs(
        pair[: len(met)],
        source_place,
        target_place,
        keys // size,
        keys % size,
        source_at,
        target_at,
        source_company,
        target_company,
        hints,
    )


def _estimate(pairs: _Pairs, given: Integers, spoken: Integers) -> Lexicon:
    """Run expectation and maximisation; basic arithmetic alone, so every machine agrees."""
    background = (spoken / spoken.sum())[pairs.target_at]
    seen = np.bincount(pairs.target_at, minlength=len(spoken))
    chance = 1.0 / np.maximum(1, np.bincount(pairs.source_type, minlength=len(given)))
    chance = chance[pairs.source_type] + pairs.hints
    explained = np.full(len(spoken), 0.6)
    pair, place = pairs.pair, pairs.target_place
    for turn in range(_ROUNDS):
        chances = chance[pair]
        mass = np.bincount(place, chances, minlength=len(background))
        sure = _sure(mass / pairs.target_company, explained[pairs.target_at], background)
        share = chances * (sure / (mass + 1e-12))[place]
        count = np.bincount(pair, share, minlength=len(chance)) + pairs.hints
        discount = _DISCOUNT if turn == _ROUNDS - 1 else _EARLY_DISCOUNT
        kept = np.where(pairs.hints > 0, count, np.maximum(0, count - discount))
        total = np.bincount(pairs.source_type, count, minlength=len(given))
        chance = kept / (total[pairs.source_type] + _SMOOTHING)
        heard = np.bincount(pairs.target_at, sure, minlength=len(spoken))
        explained = np.clip((heard + 0.3) / (seen + 1.0), 0.02, _MOST_EXPLAINED)
        if turn == _PRUNED_AFTER:
            telling = np.flatnonzero(share > _LEAST_SHARE)
            pair, place = pair[telling], place[telling]
    mass = np.bincount(place, chance[pair], minlength=len(background))
    sure = _sure(mass / pairs.target_company, explained[pairs.target_at], background)
    heard = np.bincount(pairs.target_at, sure * (mass > 0), minlength=len(spoken))
    expected = np.full(len(spoken), _UNLINKED_SHARE)
    expected[pairs.target_type[pairs.hints > 0]] = _LINKED_SHARE
    explained = np.clip((heard + expected) / (seen + 1.0), 0.0, _MOST_EXPLAINED) * _TRUST
    return _pack(pairs, chance, len(given), explained)


def _sure(spread: Reals, explained: Reals, background: Reals) -> Reals:
    """Say how surely each occurrence is explained, given its mean chance."""
    by_other = explained * spread
    sure: Reals = by_other / (by_other + (1 - explained) * background + 1e-12)
    return sure


def _pack(pairs: _Pairs, chance: Reals, given: int, explained: Reals) -> Lexicon:
    strong = np.flatnonzero(chance > _LEAST_CHANCE)
    ours, theirs = pairs.source_type[strong], pairs.target_type[strong]
    order = np.lexsort((theirs, ours))
    starts = np.searchsorted(ours[order], np.arange(given + 1))
    return Lexicon(starts, theirs[order], chance[strong][order], explained)
