"""Pairs of words that met → which word of one text speaks for which of the other (IBM model 1).

A word that nothing explains must cost nothing: each type has its own share of occurrences that
the other text explains, learned along with the chances, and 0 for types never explained.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from termbase.alignment.cognates import Links
from termbase.alignment.pairs import Lesson, Pairs, Party, pair_up
from termbase.alignment.sides import Integers, Reals

_ROUNDS = 3
_PRUNED_AFTER, _LEAST_SHARE = 1, 0.01
_DISCOUNT, _EARLY_DISCOUNT = 0.8, 0.1
_SMOOTHING = 0.6
_LEAST_CHANCE = 0.005
_FIRST_EXPLAINED, _LEAST_EXPLAINED, _MOST_EXPLAINED = 0.6, 0.02, 0.9
_LINKED_SHARE, _UNLINKED_SHARE = 0.35, 0.1
_TRUST = 0.85


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


def learn(lessons: Sequence[Lesson], links: Links) -> tuple[Lexicon, Lexicon]:
    """Learn both directions from lessons over the same vocabularies: source → target and back.

    What the lessons do not show is taken from the links.
    """
    pairs = pair_up(lessons, links)
    source, target = lessons[0].source.frequency, lessons[0].target.frequency
    forth = _estimate(pairs, pairs.source, pairs.target, target / target.sum())
    return forth, _estimate(pairs, pairs.target, pairs.source, source / source.sum())


def _estimate(pairs: Pairs, given: Party, spoken: Party, frequency: Reals) -> Lexicon:
    """Run expectation and maximisation; basic arithmetic alone, so every machine agrees."""
    background = frequency[spoken.at]
    seen = np.bincount(spoken.at, minlength=spoken.types)
    chance = 1.0 / np.maximum(1, np.bincount(given.type, minlength=given.types))
    chance = chance[given.type] + pairs.hints
    explained = np.full(spoken.types, _FIRST_EXPLAINED)
    pair, place = pairs.pair, spoken.place
    for turn in range(_ROUNDS):
        chances = chance[pair]
        mass = np.bincount(place, chances, minlength=len(background))
        sure = _sure(mass / spoken.company, explained[spoken.at], background)
        share = chances * (sure / (mass + 1e-12))[place]
        count = np.bincount(pair, share, minlength=len(chance)) + pairs.hints
        discount = _DISCOUNT if turn == _ROUNDS - 1 else _EARLY_DISCOUNT
        kept = np.where(pairs.hints > 0, count, np.maximum(0, count - discount))
        total = np.bincount(given.type, count, minlength=given.types)
        chance = kept / (total[given.type] + _SMOOTHING)
        heard = np.bincount(spoken.at, sure, minlength=spoken.types)
        explained = np.clip((heard + 0.3) / (seen + 1.0), _LEAST_EXPLAINED, _MOST_EXPLAINED)
        if turn == _PRUNED_AFTER:
            telling = np.flatnonzero(share > _LEAST_SHARE)
            pair, place = pair[telling], place[telling]
    mass = np.bincount(place, chance[pair], minlength=len(background))
    sure = _sure(mass / spoken.company, explained[spoken.at], background)
    heard = np.bincount(spoken.at, sure * (mass > 0), minlength=spoken.types)
    expected = np.full(spoken.types, _UNLINKED_SHARE)
    expected[spoken.type[pairs.hints > 0]] = _LINKED_SHARE
    explained = np.clip((heard + expected) / (seen + 1.0), 0.0, _MOST_EXPLAINED) * _TRUST
    return _pack(given, spoken, chance, explained)


def _sure(spread: Reals, explained: Reals, background: Reals) -> Reals:
    """Say how surely each occurrence is explained, given its mean chance."""
    by_other = explained * spread
    sure: Reals = by_other / (by_other + (1 - explained) * background + 1e-12)
    return sure


def _pack(given: Party, spoken: Party, chance: Reals, explained: Reals) -> Lexicon:
    strong = np.flatnonzero(chance > _LEAST_CHANCE)
    ours, theirs = given.type[strong], spoken.type[strong]
    order = np.lexsort((theirs, ours))
    starts = np.searchsorted(ours[order], np.arange(given.types + 1))
    return Lexicon(starts, theirs[order], chance[strong][order], explained)
