"""The segments of one text as numbers: what each word type is, where it stands, how long it all is.

Types are numbered by first occurrence, and the segments' tokens lie behind each other in one
array, so that whole texts are counted without a loop over segments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.tokens import BREAK, has_word, letters, token, written_words

Integers = NDArray[np.int64]
Reals = NDArray[np.float64]

_BREAK = -1
_TEXTS = 4096
"""Segments that are taken apart at once."""


@dataclass(frozen=True, slots=True)
class Side:
    """One text, counted.

    Attributes:
        words: The types; a type's number is its place here.
        starts: Where each segment's types begin in `types`; one more entry ends the last.
        types: The different types of each segment, ascending, segment after segment.
        counts: How often each stands in that segment.
        sizes: Tokens of each segment.
        tokens_before: Tokens before each place, a place being before a segment or at the end.
        lengths: Letters of each segment.
        letters_before: Letters before each place.
        frequency: Tokens of each type in the whole text, at least 1.
        worded: For each segment, whether it has a word.
    """

    words: tuple[str, ...]
    starts: Integers
    types: Integers
    counts: Integers
    sizes: Integers
    tokens_before: Integers
    lengths: Reals
    letters_before: Reals
    frequency: Integers
    worded: NDArray[np.bool_]

    @property
    def segments(self) -> int:
        """Number of segments."""
        return len(self.sizes)

    @property
    def spelt_before(self) -> Integers:
        """Types with a letter or a digit in the segments before each place."""
        spelt = np.array([word[:1].isalnum() for word in self.words], dtype=np.bool_)
        before: Integers = np.concatenate([[0], np.cumsum(spelt[self.types])])[self.starts]
        return before

    def joined(self, starts: Integers) -> Side:
        """Return the text in longer segments.

        Args:
            starts: The first segment that each has of these; one more entry names the end.
        """
        own_types = np.diff(self.starts[starts])
        starts_of, types, counts = _by_segment(self.types, self.counts, own_types, self.words)
        tokens_before, letters_before = self.tokens_before[starts], self.letters_before[starts]
        return Side(
            words=self.words,
            starts=starts_of,
            types=types,
            counts=counts,
            sizes=np.diff(tokens_before),
            tokens_before=tokens_before,
            lengths=np.diff(letters_before),
            letters_before=letters_before,
            frequency=self.frequency,
            worded=_sums(self.worded.astype(np.int64), starts[:-1]) > 0,
        )


def read_side(texts: Sequence[str], extra: Sequence[str] = ()) -> tuple[Side, Side]:
    """Count a text and, over the same types, the same side of a lexicon."""
    numbers = _Numbers()
    text = _number(texts, numbers)
    learned = _number(extra, numbers)
    words = tuple(numbers.types)
    return _count(texts, *text, words), _count(extra, *learned, words)


class _Numbers(dict[str, int]):
    """The number of the type of each word that is written, given when it is first asked for."""

    def __init__(self) -> None:
        super().__init__({BREAK: _BREAK})
        self.types: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        number = self.types.setdefault(token(written), len(self.types))
        self[written] = number
        return number


def _number(texts: Sequence[str], numbers: _Numbers) -> tuple[Integers, Integers]:
    """Return the type of each token, text after text, and how many tokens each text has."""
    parts = [
        np.array([numbers[one] for one in written_words(texts[start : start + _TEXTS])], np.int64)
        for start in range(0, len(texts), _TEXTS)
    ]
    flat = np.concatenate([np.zeros(0, dtype=np.int64), *parts])
    breaks = np.flatnonzero(flat == _BREAK)
    return np.delete(flat, breaks), np.diff(breaks, prepend=-1) - 1


def _count(texts: Sequence[str], flat: Integers, sizes: Integers, words: tuple[str, ...]) -> Side:
    starts, types, counts = _by_segment(flat, np.ones_like(flat), sizes, words)
    lengths = np.array([letters(text) for text in texts], dtype=np.float64)
    return Side(
        words=words,
        starts=starts,
        types=types,
        counts=counts,
        sizes=sizes,
        tokens_before=np.concatenate([[0], np.cumsum(sizes)]),
        lengths=lengths,
        letters_before=np.concatenate([[0.0], np.cumsum(lengths)]),
        frequency=np.maximum(1, np.bincount(flat, minlength=max(1, len(words)))),
        worded=np.array([has_word(text) for text in texts], dtype=np.bool_),
    )


def _by_segment(
    types: Integers, counts: Integers, sizes: Integers, words: tuple[str, ...]
) -> tuple[Integers, Integers, Integers]:
    """Put the types of each segment in order, each once; return starts, types and counts.

    Args:
        types, counts: Types, segment after segment, and how often each stands there.
        sizes: How many of them each segment has.
        words: All types.
    """
    size = max(1, len(words))
    order, keys = in_order(np.repeat(np.arange(len(sizes)), sizes) * size + types)
    fresh = np.flatnonzero(np.diff(keys, prepend=-1))
    starts = np.searchsorted(keys[fresh], np.arange(len(sizes) + 1) * size)
    return starts, keys[fresh] % size, _sums(counts[order], fresh)


def _sums(numbers: Integers, starts: Integers) -> Integers:
    """Return the sum of the numbers from each start to the next, none of them empty."""
    if not len(starts):
        return np.zeros(0, dtype=np.int64)
    sums: Integers = np.add.reduceat(numbers, starts)
    return sums


def share_known(learned: Side, text: Side) -> Reals:
    """Return what share of each segment's types stands in a text; 0 for empty segments."""
    known = np.zeros(len(text.frequency))
    known[text.types] = 1.0
    before = np.concatenate([[0.0], np.cumsum(known[learned.types])])
    met = before[learned.starts[1:]] - before[learned.starts[:-1]]
    shares: Reals = met / np.maximum(1, np.diff(learned.starts))
    return shares


def in_order(keys: Integers) -> tuple[Integers, Integers]:
    """Sort keys, equal ones by their place; return the place of each, and the sorted keys.

    The place goes into the lowest bits of each number, since numbers alone are sorted fastest.
    """
    bits = len(keys).bit_length()
    both = np.sort((keys << bits) | np.arange(len(keys)))
    return both & ((1 << bits) - 1), both >> bits


def distinct(numbers: Integers) -> Integers:
    """Return the different numbers, from 0, ascending."""
    ordered = np.sort(numbers)
    fresh: Integers = ordered[np.diff(ordered, prepend=-1) != 0]
    return fresh


def spans(starts: Integers, sizes: Integers) -> Integers:
    """Return ``start, start + 1, …`` for each span of a size, one behind the other.

    >>> spans(np.array([5, 1]), np.array([2, 3])).tolist()
    [5, 6, 1, 2, 3]
    """
    before = np.cumsum(sizes) - sizes
    places: Integers = np.arange(int(sizes.sum())) + np.repeat(starts - before, sizes)
    return places
