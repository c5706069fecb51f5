"""Stretches that correspond → every pair of word types that met in one, counted once a stretch.

Long texts would make more pairs than memory holds; there the most frequent words, which say
least and cost most, are left out until the pairs fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.cognates import Links
from termbase.alignment.sides import Integers, Reals, Side, distinct, in_order, spans

_MOST_TYPES = 150
_MOST_PAIRS = 3_000_000


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
class Party:
    """One side of the pairs. An occurrence is a type in a stretch.

    Attributes:
        at: The type of each occurrence.
        company: For each occurrence, the types opposite that it could come from, at least 1.
        place: For each meeting, the occurrence.
        type: For each pair, the type.
        types: How many types there are.
    """

    at: Integers
    company: Integers
    place: Integers
    type: Integers
    types: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of types, and their meetings.

    Attributes:
        pair: The pair of each meeting, ascending.
        hints: For each pair, the strength of a link; linked types that never met are a pair too.
        source, target: The sides.
    """

    pair: Integers
    hints: Reals
    source: Party
    target: Party


def pair_up(lessons: Sequence[Lesson], links: Links) -> Pairs:
    """Collect the pairs of lessons over the same two vocabularies."""
    sources = [_occurrences(one.source, one.source_starts, one.source_sizes) for one in lessons]
    targets = [_occurrences(one.target, one.target_starts, one.target_sizes) for one in lessons]
    ours, our_stretch, n = _behind_each_other(sources)
    theirs, their_stretch, m = _behind_each_other(targets)
    our_company = np.maximum(1, m[our_stretch])
    their_company = np.maximum(1, n[their_stretch])
    kept, other_kept = _thin(ours, our_stretch, theirs, their_stretch, len(n))
    at, other_at = np.flatnonzero(kept), np.flatnonzero(other_kept)
    m = np.bincount(their_stretch[other_at], minlength=len(m))
    opposite = m[our_stretch[at]]
    place = np.repeat(at, opposite)
    other_place = other_at[spans((np.cumsum(m) - m)[our_stretch[at]], opposite)]
    types, other_types = len(lessons[0].source.frequency), len(lessons[0].target.frequency)
    order, met = in_order(ours[place] * other_types + theirs[other_place])
    begins = np.flatnonzero(np.diff(met, prepend=-1))
    linked = links.source * other_types + links.target
    keys = distinct(np.concatenate([met[begins], linked]))
    hints = np.zeros(len(keys))
    hints[np.searchsorted(keys, linked)] = links.strength
    meetings = np.diff(begins, append=len(met))
    first, second = keys // other_types, keys % other_types
    return Pairs(
        np.repeat(np.searchsorted(keys, met[begins]), meetings),
        hints,
        Party(ours, our_company, place[order], first, types),
        Party(theirs, their_company, other_place[order], second, other_types),
    )


def _occurrences(side: Side, starts: Integers, sizes: Integers) -> tuple[Integers, Integers]:
    """Return the different types of each stretch, behind each other, and how many each has."""
    counts = side.starts[starts + sizes] - side.starts[starts]
    width = len(side.frequency)
    keys = np.repeat(np.arange(len(starts)), counts) * width
    keys = distinct(keys + side.types[spans(side.starts[starts], counts)])
    return keys % width, np.bincount(keys // width, minlength=len(starts))


def _behind_each_other(
    parts: Sequence[tuple[Integers, Integers]],
) -> tuple[Integers, Integers, Integers]:
    """Return all occurrences, the stretch of each, and how many each stretch has."""
    sizes = np.concatenate([size for _, size in parts])
    return np.concatenate([at for at, _ in parts]), np.repeat(np.arange(len(sizes)), sizes), sizes


def _thin(
    ours: Integers, our_stretch: Integers, theirs: Integers, their_stretch: Integers, size: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Say which occurrences to pair, so that the pairs are not too many."""
    n = np.bincount(our_stretch, minlength=size)
    m = np.bincount(their_stretch, minlength=size)
    short = (n <= _MOST_TYPES) & (m <= _MOST_TYPES)
    often, other_often = np.bincount(ours)[ours], np.bincount(theirs)[theirs]
    most = max(int(often.max(initial=1)), int(other_often.max(initial=1)))
    while True:
        kept = short[our_stretch] & (often <= most)
        other_kept = short[their_stretch] & (other_often <= most)
        n = np.bincount(our_stretch[kept], minlength=size)
        m = np.bincount(their_stretch[other_kept], minlength=size)
        if int((n * m).sum()) <= _MOST_PAIRS or most <= 1:
            return kept, other_kept
        most = most * 2 // 3
