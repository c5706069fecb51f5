"""A lexicon over two texts → what each segment owes to each window of the other text.

A word scores ``log((1 - e) + e · chance / background)``, with ``e`` the share of its occurrences
that the other text explains and ``chance`` averaged over the words of the window. So a word that
is found opposite speaks for the window, and one that never is found anywhere says nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.lexicon import Lexicon
from termbase.alignment.logarithm import UNIT, log_units
from termbase.alignment.sides import Integers, Reals, Side, spans
from termbase.alignment.windows import windows_at

LARGEST = 4
"""Segments that one side of a bead may have."""

Units = NDArray[np.int32]

MOST_ODDS = np.float32(244.0)
"""No single word may say more than 5.5 nats."""
MOST_FACTORS = 16
"""So many of them make a number that 32 bits hold; a word that stands there as often is counted."""
_BLOCK_CELLS = 1 << 16
"""Windows of words that are worked out at once."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One text seen from the other: what each of its words says when it is explained.

    Attributes:
        text: The text whose segments are scored.
        other: The text whose windows explain them.
        lexicon: From the other text's types to this text's.
        gain: By type of `text`: odds of being explained over the background frequency.
        silence: By segment: units when no word is explained.
    """

    text: Side
    other: Side
    lexicon: Lexicon
    gain: Reals
    silence: Integers


def call_witness(text: Side, other: Side, lexicon: Lexicon) -> Witness:
    """Weigh the words of a text by a lexicon."""
    explained = lexicon.explained
    background = text.frequency / text.frequency.sum()
    gain = explained / (background * (1 - explained))
    cost = np.array([round(UNIT * math.log1p(-share)) for share in explained.tolist()], np.int64)
    spent = np.concatenate([[0], np.cumsum(text.counts * cost[text.types])])
    silence = spent[text.starts[1:]] - spent[text.starts[:-1]]
    return Witness(text, other, lexicon, gain, silence)


def window_evidence(witness: Witness, begin: int, first: Integers, width: int) -> Units:
    """Score segments against windows of the other text.

    Args:
        witness: What the words say.
        begin: The first segment to score; one for each number in `first`.
        first: Start of the first window of each segment, never descending, from 0.
        width: Windows of each segment, each starting one segment later.

    Returns:
        Units by size of the window (1 to 4), segment and window; what lies outside the other
        text adds nothing.
    """
    words = _words_of(witness, begin, first, width)
    telling = np.flatnonzero(words.telling)
    often = telling[words.counts[telling] >= MOST_FACTORS]
    scores = _said_singly(
        words, np.repeat(telling, words.counts[telling] % MOST_FACTORS), len(first)
    )
    for some in _batches(often, width):
        times = words.counts[some] // MOST_FACTORS * MOST_FACTORS
        logs = log_units(words.odds(some)) * times.astype(np.int32)[:, None]
        np.add.at(scores.swapaxes(0, 1), words.segment[some], logs.swapaxes(0, 1))
    scores += witness.silence[begin : begin + len(first), None].astype(np.int32)
    return scores


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of some segments, and what each says of the windows of its segment.

    Attributes:
        segment: Of each word, its segment, from 0.
        counts: How often it stands there.
        telling: Whether anything opposite speaks for it.
        gain: Its odds over the background.
        chances: See `_chances`; start: where in it the windows of the word's segment begin.
        shares: See `_word_shares`.
        width: Windows of each segment.
    """

    segment: Integers
    counts: Integers
    telling: NDArray[np.bool_]
    gain: NDArray[np.float32]
    chances: NDArray[np.float32]
    start: Integers
    shares: NDArray[np.float32]
    width: int

    def odds(self, words: Integers) -> NDArray[np.float32]:
        """Return the odds that some words speak for each window with, by size of the window."""
        found = windows_at(self.chances, self.start[words], self.width + LARGEST - 1)
        found *= self.gain[words, None]
        return _window_odds(found, self.shares, self.segment[words], self.width)


def _words_of(witness: Witness, begin: int, first: Integers, width: int) -> _Words:
    """Return the words of some segments; see `window_evidence`."""
    end, low = begin + len(first), int(first[0])
    reach = int(first[-1]) - low + width + LARGEST
    chances, rows = _chances(witness, begin, end, low, reach)
    here = slice(int(witness.text.starts[begin]), int(witness.text.starts[end]))
    types = witness.text.types[here]
    segment = np.repeat(np.arange(len(first)), np.diff(witness.text.starts[begin : end + 1]))
    return _Words(
        segment=segment,
        counts=witness.text.counts[here],
        telling=rows[types] >= 0,
        gain=witness.gain[types].astype(np.float32),
        chances=chances,
        start=rows[types] * reach + first[segment] - low,
        shares=_word_shares(witness.other, first, width),
        width=width,
    )


def _said_singly(words: _Words, telling: Integers, segments: int) -> Units:
    """Sum what words say, each as often as it is named, by size of the window, segment, window."""
    by_size, order, layers = _by_layers(words.segment[telling], segments)
    telling = telling[order]
    spoken = _Spoken(segments, words.width)
    for block in _blocks(layers, words.width):
        edge = block[0]
        spoken.make_room(len(block) - 1)
        odds = words.odds(telling[edge : block[-1]])
        for one, next_one in pairwise(block):
            spoken.hear(odds[:, one - edge : next_one - edge])
    scores = np.empty_like(spoken.logs)
    scores[:, by_size] = spoken.total()
    return scores


class _Spoken:
    """The sums of logarithms of what words say, by size of the window, segment and window.

    Odds of several words are multiplied before their logarithm is taken, as long as the product
    cannot leave the range of its numbers. Only the segments that were heard since are summed up.
    """

    def __init__(self, segments: int, width: int) -> None:
        self.logs = np.zeros((LARGEST, segments, width), dtype=np.int32)
        self._product = np.ones((LARGEST, segments, width), dtype=np.float32)
        self._factors = 0
        self._heard = 0

    def make_room(self, factors: int) -> None:
        """Get ready for so many factors."""
        if self._factors + factors > MOST_FACTORS:
            self.total()
        self._factors += factors

    def hear(self, odds: NDArray[np.float32]) -> None:
        """Take in the odds of one word of each of the first segments, by size of the window."""
        segments = odds.shape[1]
        self._product[:, :segments] *= odds
        self._heard = max(self._heard, segments)

    def total(self) -> Units:
        """Return the sums."""
        product = self._product[:, : self._heard]
        self.logs[:, : self._heard] += log_units(product)
        product[:] = 1
        self._factors = self._heard = 0
        return self.logs


def _window_odds(
    found: NDArray[np.float32], shares: NDArray[np.float32], segment: Integers, width: int
) -> NDArray[np.float32]:
    """Return, by size of the window, the odds that words speak for each window with.

    Args:
        found: By word and segment opposite, the odds that the segment explains the word.
        shares: See `_word_shares`.
        segment: The segment of each word.
        width: Windows of each.
    """
    total = np.zeros((len(found), width), dtype=np.float32)
    odds = shares.take(segment, axis=1)
    for many in range(LARGEST):
        total += found[:, many : many + width]
        odds[many] *= total
    odds += np.float32(1)
    return np.minimum(odds, MOST_ODDS, out=odds)


def _word_shares(other: Side, first: Integers, width: int) -> NDArray[np.float32]:
    """Return one word's share of each window, by size of the window, segment and window."""
    low, end = int(first[0]), other.segments
    places = np.minimum(np.arange(low, int(first[-1]) + width + LARGEST), end)
    before = other.tokens_before[places]
    many = len(before) - LARGEST
    sizes = [before[size : size + many] - before[:many] for size in range(1, LARGEST + 1)]
    shares = (1.0 / np.maximum(1, np.stack(sizes))).astype(np.float32)
    return shares.take((first - low)[:, None] + np.arange(width), axis=1)


def _by_layers(segment: Integers, segments: int) -> tuple[Integers, Integers, Integers]:
    """Lay words out so that sums over segments are sums of whole slices.

    The first words of all segments come first, then the second words, and so on, each layer in
    the order of the segments with most words; so every layer is a beginning of the one before.

    Returns:
        The segments in that order, the words in theirs, and where each layer begins and the last
        ends.
    """
    many = np.bincount(segment, minlength=segments)
    by_size = np.argsort(-many, kind="stable")
    place = np.empty_like(by_size)
    place[by_size] = np.arange(segments)
    layer = np.arange(len(segment)) - (np.cumsum(many) - many)[segment]
    order = np.argsort(layer * segments + place[segment])
    sizes = np.bincount(layer)
    return by_size, order, np.concatenate([[0], np.cumsum(sizes)])


def _batches(words: Integers, width: int) -> Iterator[Integers]:
    """Yield words in lots that are bounded work each."""
    most = max(1, _BLOCK_CELLS // width)
    yield from (words[begin : begin + most] for begin in range(0, len(words), most))


def _blocks(layers: Integers, width: int) -> Iterator[list[int]]:
    """Put layers together so that each lot is bounded work; yield where each begins and ends."""
    most = max(1, _BLOCK_CELLS // width)
    block = [int(layers[0])]
    for edge in layers[1:].tolist():
        if len(block) > 1 and (edge - block[0] > most or len(block) > MOST_FACTORS):
            yield block
            block = block[-1:]
        block.append(edge)
    if len(block) > 1:
        yield block


def _chances(
    witness: Witness, begin: int, end: int, low: int, reach: int
) -> tuple[NDArray[np.float32], Integers]:
    """Sum, for each type of some segments, the chances that each segment opposite gives it.

    Returns:
        A table of types × `reach` segments from `low`, flat; and the row of each type in it,
        -1 for types that nothing opposite speaks for.
    """
    text, other, lexicon = witness.text, witness.other, witness.lexicon
    wanted = np.zeros(len(lexicon.explained), dtype=bool)
    wanted[text.types[text.starts[begin] : text.starts[end]]] = True
    wanted &= witness.gain > 0
    high = min(other.segments, low + reach)
    low = min(low, high)
    given = other.types[other.starts[low] : other.starts[high]]
    counts = other.counts[other.starts[low] : other.starts[high]]
    opposite = np.repeat(np.arange(high - low), np.diff(other.starts[low : high + 1]))
    many = lexicon.starts[given + 1] - lexicon.starts[given]
    entries = spans(lexicon.starts[given], many)
    spoken = lexicon.spoken[entries]
    heard = wanted[spoken]
    weights = (np.repeat(counts, many) * lexicon.chance[entries])[heard]
    spoken, opposite = spoken[heard], np.repeat(opposite, many)[heard]
    types = np.zeros(len(wanted), dtype=bool)
    types[spoken] = True
    local = np.cumsum(types) - 1
    local[~types] = -1
    rows = int(types.sum())
    table = np.bincount(local[spoken] * reach + opposite, weights, minlength=rows * reach)
    return table.astype(np.float32), local
