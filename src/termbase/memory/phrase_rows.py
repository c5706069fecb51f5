"""A phrase, word by word, becomes the rows of an index that hold it; numpy is hardly needed.

The one fact to remember: what a word may look like is asked once of each token that begins like
it, never of each text; rows are then joined by number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, cached_property, lru_cache
from unicodedata import normalize

from termbase.memory.text_index import TextIndex
from termbase.model.phrase import WordPattern
from termbase.text.normalise import fold
from termbase.text.words import word_texts

_LETTERS = (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))
FIRST = 16
"""So many words of a phrase leave few rows; who asks for a page does not wait for each of them."""
_ASKED = 60
"""Asking what a token means costs as much as looking at so many rows."""
_FEW = 300
"""So many rows are looked at one by one, sooner than numpy is loaded."""


def phrase_units(index: TextIndex, phrase: Sequence[WordPattern]) -> set[int]:
    """Return the units with a row that holds a phrase, word by word as tokens show it.

    Of its first words, the one that the fewest rows can have says which rows are looked at. What
    tokens mean that begin like the others is asked only of those that stand there.
    """
    words = [PhraseWord(index, one) for one in phrase]
    if not words:
        return set()
    first = words[0] if len(words) == 1 else min(words[:FIRST], key=PhraseWord.cost)
    tokens = first.tokens()
    units = index.views["units"]
    if sum(map(index.row_count, tokens)) <= _FEW:
        rows, held = set().union(*map(index.rows_with, tokens)), 1
    else:
        from termbase.memory.phrase_places import rows_holding

        rows, held = rows_holding(index, tokens, words[:FIRST]), FIRST
    if len(words) > held:
        rows = {row for row in rows if row_holds(index, row, phrase)}
    return {units[row] for row in rows}


class PhraseWord:
    """A word of a phrase as the tokens of an index may show it.

    Attributes:
        pattern: What it may look like.
        begun: The tokens that begin, or hold what begins, like it.
        fits: Says of the number of a token whether it is, or holds, a form of the word.
    """

    def __init__(self, index: TextIndex, pattern: WordPattern) -> None:
        self.pattern = pattern
        self.fits = _fitting(index, pattern)
        self._index = index

    @cached_property
    def begun(self) -> list[int]:
        return self._index.tokens_begun(begins(self.pattern.starts))

    def tokens(self) -> list[int]:
        """Return the tokens that are, or hold, a form of it."""
        return list(filter(self.fits, self.begun))

    def cost(self) -> int:
        """Return what it costs to look at all rows that may have it, in rows looked at."""
        return len(self.begun) * _ASKED + sum(map(self._index.row_count, self.begun))


def row_holds(index: TextIndex, row: int, phrase: Sequence[WordPattern]) -> bool:
    """Say whether the words of a row stand next to each other; signs between them do not count."""
    return holds_phrase(index.row_text(row), phrase)


def holds_phrase(tokens: str, phrase: Sequence[WordPattern]) -> bool:
    """Say whether a text holds a phrase, by its tokens with a space between.

    Most texts hold nothing that begins like its words, and are not taken apart.
    """
    if not all(_beginning(one.starts).search(tokens) for one in phrase):
        return False
    found = word_texts(fold(tokens))
    return any(
        all(one.fits(word) for one, word in zip(phrase, found[at:], strict=False))
        for at in range(len(found) - len(phrase) + 1)
    )


def begins(starts: tuple[str, ...]) -> str:
    """Return an expression for the first two letters of words, with any accents."""
    return "|".join("".join(map(_letter, start[:2])) for start in starts)


@lru_cache(maxsize=256)
def _beginning(starts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:^|[ _])(?:{begins(starts)})")


def _fitting(index: TextIndex, pattern: WordPattern) -> Callable[[int], bool]:
    """Return what says of the number of a token whether it is, or holds, a word that fits."""

    @cache
    def fits(number: int) -> bool:
        return any(map(pattern.fits, map(fold, word_texts(index.spelling(number)))))

    return fits


@lru_cache(maxsize=1024)
def _letter(letter: str) -> str:
    """Return an expression for a letter with any accent."""
    bare = normalize("NFD", letter)[0]
    family = [chr(at) for at in _LETTERS if normalize("NFD", chr(at))[0] == bare]
    return f"(?:{'|'.join(re.escape(one) for one in dict.fromkeys([letter, bare, *family]))})"
