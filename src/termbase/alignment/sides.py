"""The segments of one text as numbers: what each word type is, where it stands, how long it all is.

Types are numbered by first occurrence, and the segments' tokens lie behind each other in one
array, so that whole texts are counted without a loop over segments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.tokens import has_word, letters, tokens

Integers = NDArray[np.int64]
Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Side:
    """One text, counted.

    Attributes:
        words: The types; a type's number is its place here.
        starts: Where each segment's types begin in `types`; one more entry ends the last.
        types: The different types of each segment, ascending, segment after segment.
        counts: How often each stands in that segment.
        sizes: Tokens of each segment.
        lengths: Letters of each segment.
        frequency: Tokens of each type in the whole text, at least 1.
        worded: For each segment, whether it has a word.
    """

    words: tuple[str, ...]
    starts: Integers
    types: Integers
    counts: Integers
    sizes: Integers
    lengths: Reals
    frequency: Integers
    worded: NDArray[np.bool_]

    @property
    def segments(self) -> int:
        """Number of segments."""
        return len(self.sizes)


def read_side(texts: Sequence[str], extra: Sequence[str] = ()) -> tuple[Side, Side]:
    """Count a text and, over the same types, the same side of a lexicon."""
    numbers: dict[str, int] = {}
    text = _number(texts, numbers)
    learned = _number(extra, numbers)
    words = tuple(numbers)
    return _count(texts, text, words), _count(extra, learned, words)


def _number(texts: Sequence[str], numbers: dict[str, int]) -> list[list[int]]:
    return [[numbers.setdefault(token, len(numbers)) for token in tokens(text)] for text in texts]


def _count(texts: Sequence[str], numbered: list[list[int]], words: tuple[str, ...]) -> Side:
    size = max(1, len(words))
    sizes = np.array([len(one) for one in numbered], dtype=np.int64)
    flat = np.array([number for one in numbered for number in one], dtype=np.int64)
    keys = np.repeat(np.arange(len(numbered)), sizes) * size + flat
    distinct, counts = np.unique(keys, return_counts=True)
    starts = np.searchsorted(distinct, np.arange(len(numbered) + 1) * size)
    return Side(
        words=words,
        starts=starts,
        types=distinct % size,
        counts=counts,
        sizes=sizes,
        lengths=np.array([letters(text) for text in texts], dtype=np.float64),
        frequency=np.maximum(1, np.bincount(flat, minlength=size)),
        worded=np.array([has_word(text) for text in texts], dtype=np.bool_),
    )


def share_known(learned: Side, text: Side) -> Reals:
    """Return what share of each segment's types stands in a text; 0 for empty segments."""
    known = np.zeros(len(text.frequency))
    known[text.types] = 1.0
    before = np.concatenate([[0.0], np.cumsum(known[learned.types])])
    met = before[learned.starts[1:]] - before[learned.starts[:-1]]
    shares: Reals = met / np.maximum(1, np.diff(learned.starts))
    return shares


def spans(starts: Integers, sizes: Integers) -> Integers:
    """Return ``start, start + 1, …`` for each span of a size, one behind the other.

    >>> spans(np.array([5, 1]), np.array([2, 3])).tolist()
    [5, 6, 1, 2, 3]
    """
    before = np.cumsum(sizes) - sizes
    places: Integers = np.arange(int(sizes.sum())) + np.repeat(starts - before, sizes)
    return places
