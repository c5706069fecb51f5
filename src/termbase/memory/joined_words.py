"""Texts with signs within words (stress, soft hyphens, joiners): their tokens part such words.

The one fact to remember: tokens do not tell whether a space stood beside such a sign, so a word may
go on behind it or end there. Whatever may hold a phrase is taken; a few texts more may be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from termbase.memory.phrase_rows import FIRST, begins, holds_phrase, phrase_units
from termbase.memory.text_index import TextIndex
from termbase.model.phrase import WordPattern
from termbase.text.normalise import fold
from termbase.text.words import word_texts

_JOINERS = frozenset({*map(chr, range(0x300, 0x370)), *"\u00ad\u200b\u200c\u200d\u2060\ufeff"})
_FEW = 300
"""So many rows are looked at sooner than it is known which tokens begin like a word."""


def units_holding(index: TextIndex, phrase: Sequence[WordPattern]) -> set[int]:
    """Return the units with a row that holds a phrase, or may hold it."""
    return phrase_units(index, phrase) | joined_units(index, phrase)


def joined_units(index: TextIndex, phrase: Sequence[WordPattern]) -> set[int]:
    """Return the units with a row with signs within words that may hold a phrase."""
    signs = [number for number in map(index.token_number, _JOINERS) if number >= 0]
    rows = set[int]().union(*map(index.rows_with, signs))
    wanted = {one.starts for one in phrase[:FIRST] if one.starts}
    for starts in wanted if len(rows) > _FEW else ():
        tokens = index.tokens_begun(_begins(starts))
        if sum(map(index.row_count, tokens)) <= len(rows):  # else it says little
            rows &= set[int]().union(*map(index.rows_with, tokens))
    units = index.views["units"]
    return {units[row] for row in rows if may_hold(index.row_text(row), phrase)}


def may_hold(tokens: str, phrase: Sequence[WordPattern]) -> bool:
    """Say whether a text may hold a phrase, by its tokens with a space between.

    Where it has no signs within words, it does hold it.
    """
    if _JOINERS.isdisjoint(tokens):
        return holds_phrase(tokens, phrase)
    pieces = list(_pieces(tokens.split()))
    reached = set(range(len(pieces)))
    for one in phrase:
        reached = {
            end for at in reached for word, end in _words_from(pieces, at) if one.fits(fold(word))
        }
        if not reached:
            return False
    return True


def _begins(starts: tuple[str, ...]) -> str:
    """Return an expression for how words begin; one of them may be parted behind a letter."""
    return f"{begins(starts)}|(?:{begins(tuple(one[0] for one in starts))})(?=_|\n)"


def _pieces(tokens: Iterable[str]) -> Iterator[str]:
    """Yield words, signs within words, and nothing for what parts words."""
    for token in tokens:
        if token in _JOINERS:
            yield token
        else:
            yield from word_texts(token) or [""]


def _words_from(pieces: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """Yield the words that may be the next one from a place on, and where each ends."""
    while at < len(pieces) and not pieces[at][:1].isalnum():
        at += 1
    word, joined = "", True
    while at < len(pieces) and joined:
        word, joined, at = word + pieces[at], False, at + 1
        yield word, at
        while at < len(pieces) and pieces[at] in _JOINERS:
            word, joined, at = word + pieces[at], True, at + 1
            yield word, at
        joined = joined and at < len(pieces) and pieces[at] != ""
