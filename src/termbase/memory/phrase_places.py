"""Many rows of an index are held against a phrase at once, by the numbers of their tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from termbase.memory.phrase_rows import row_holds

if TYPE_CHECKING:
    from termbase.memory.phrase_rows import PhraseWord
    from termbase.memory.text_index import TextIndex

_AT_ONCE = 1 << 15

Numbers = np.ndarray[Any, Any]


def rows_holding(index: TextIndex, tokens: Sequence[int], phrase: Sequence[PhraseWord]) -> set[int]:
    """Return the rows in which the words of a phrase stand next to each other.

    Signs between them do not count. What a token means is asked once, if it stands in a row.

    Args:
        index: Holds the rows.
        tokens: All forms of one of the words.
        phrase: The words.
    """
    rows = _rows(index, tokens)
    if len(phrase) == 1:
        return set(rows.tolist())
    checked = _Checked(index, phrase)
    found: set[int] = set()
    for start in range(0, len(rows), _AT_ONCE):
        found |= checked.holding(rows[start : start + _AT_ONCE])
    return found


def _rows(index: TextIndex, tokens: Sequence[int]) -> Numbers:
    """Return the rows that have one of some tokens, ascending."""
    there = np.zeros(index.rows, bool)
    frequent = index.bits_of_tokens()
    bits = np.zeros((index.rows + 7) >> 3, np.uint8)
    for number in tokens:
        at = frequent.get(number)
        if at is None:
            there[index.rows_with(number)] = True
        else:
            bits |= np.frombuffer(index.bitmap(at), np.uint8)
    there |= np.unpackbits(bits)[: index.rows].astype(bool)
    return np.flatnonzero(there)


class _Checked:
    """Which tokens are words, and which fit the words of a phrase, as far as they were asked.

    What is several words, parted by a ``_``, is no place of its own: where one of them fits, the
    rows of it are read.
    """

    def __init__(self, index: TextIndex, phrase: Sequence[PhraseWord]) -> None:
        size = len(index.views["spelling_starts"]) - 1
        self._index = index
        self._phrase = phrase
        self._patterns = [one.pattern for one in phrase]
        self._begun = [_marked(size, one.begun) for one in phrase]
        self._asked = np.zeros(size, bool)
        self._words = np.zeros(size, bool)
        self._several = np.zeros(size, bool)
        self._to_read = np.zeros(size, bool)
        self._fits = [np.zeros(size, bool) for _ in phrase]

    def holding(self, rows: Numbers) -> set[int]:
        """Return those of some rows that hold the phrase."""
        tokens, owners = _tokens(self._index, rows)
        self._ask(tokens)
        kept = self._words[tokens]
        tokens, owners = tokens[kept], owners[kept]
        places = max(0, len(tokens) - len(self._phrase) + 1)
        met = owners[:places] == owners[len(owners) - places :]
        for at, fits in enumerate(self._fits):
            met &= fits[tokens[at : at + places]]
        held = np.unique(owners[:places][met])
        read = np.setdiff1d(owners[self._to_read[tokens]], held)
        found = {row for row in rows[read].tolist() if row_holds(self._index, row, self._patterns)}
        return found.union(rows[held].tolist())

    def _ask(self, tokens: Numbers) -> None:
        """Ask what those tokens mean that have not been asked about."""
        new = np.zeros(len(self._asked), bool)
        new[tokens] = True
        new &= ~self._asked
        self._asked |= new
        for number in np.flatnonzero(new).tolist():
            token = self._index.spelling(number)
            self._words[number] = token.strip("_")[:1].isalnum()
            self._several[number] = "_" in token
        for word, begun, fits in zip(self._phrase, self._begun, self._fits, strict=True):
            for number in np.flatnonzero(new & begun).tolist():
                if word.fits(number):
                    (self._to_read if self._several[number] else fits)[number] = True


def _marked(size: int, numbers: Sequence[int]) -> Numbers:
    marked = np.zeros(size, bool)
    marked[numbers] = True
    return marked


def _tokens(index: TextIndex, rows: Numbers) -> tuple[Numbers, Numbers]:
    """Return the tokens of rows one after the other, and for each the place of its row."""
    firsts = index.array("length_rows")
    at = np.searchsorted(firsts, rows, side="right") - 1
    lengths = index.array("lengths")[at].astype(np.int64)
    starts = index.array("length_tokens")[at].astype(np.int64)
    starts += (rows - firsts[at]) * lengths
    ends = np.cumsum(lengths)
    shifts = np.repeat(starts - ends + lengths, lengths)
    owners = np.repeat(np.arange(len(rows)), lengths)
    return index.array("tokens")[shifts + np.arange(len(shifts))], owners
