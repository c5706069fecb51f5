"""A phrase, word by word, becomes the rows of an index that hold it; numpy is hardly needed.

The one fact to remember: what a word may look like is asked once of each token that begins like
it, never of each text; rows are then joined by number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from unicodedata import normalize

from termbase.memory.text_index import TextIndex
from termbase.model.phrase import WordPattern
from termbase.text.normalise import fold
from termbase.text.words import words

_LETTERS = (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000))
_JOINERS = {*map(chr, range(0x300, 0x370)), *"\u00ad\u200b\u200c\u200d\u2060\ufeff"}
"""Tokens that are signs within a word: texts that have one are read as they are written."""
_CLOSE = 4
"""Looking at a row costs as much as asking what so many tokens mean."""

_FIRST = 16
"""So many words of a phrase leave few rows; who asks for a page does not wait for each of them."""


def phrase_units(index: TextIndex, phrase: Sequence[WordPattern]) -> set[int]:
    """Return the units with a row that holds a phrase, word by word as tokens show it.

    Of its first words, the one that the fewest tokens begin like comes first. Once few rows are
    left, they are looked at, which costs less than asking what thousands of tokens mean that begin
    like «de».
    """
    begun = [_begun(index, one) for one in phrase[:_FIRST]]
    fits = [_fitting(index, one) for one in phrase]
    rows: set[int] | None = None
    for at in sorted(range(len(begun)), key=lambda at: len(begun[at])):
        if rows is not None and len(rows) * _CLOSE < len(begun[at]):
            break
        here = _rows(index, [number for number in begun[at] if fits[at](number)])
        rows = here if rows is None else rows & here
    if len(phrase) > 1:
        rows = {row for row in rows or () if _holds(index, row, fits)}
    units = index.views["units"]
    return {units[row] for row in rows or ()}


def is_doubtful(tokens: Iterable[str]) -> bool:
    """Say whether words of a text have signs within: its tokens do not tell its words."""
    return not _JOINERS.isdisjoint(tokens)


def doubtful_units(index: TextIndex) -> set[int]:
    """Return the units with a row whose words have signs within, as stress and soft hyphens."""
    signs = [index.token_number(sign) for sign in _JOINERS]
    units = index.views["units"]
    return {units[row] for row in _rows(index, [number for number in signs if number >= 0])}


def holds_phrase(tokens: str, phrase: Sequence[WordPattern]) -> bool:
    """Say whether a text holds a phrase, by its tokens with a space between.

    Most texts hold nothing that begins like its words, and are not taken apart.
    """
    if not all(_beginning(one.starts).search(tokens) for one in phrase):
        return False
    found = [fold(word.text) for token in tokens.split() for word in words(token)]
    return any(
        all(one.fits(word) for one, word in zip(phrase, found[at:], strict=False))
        for at in range(len(found) - len(phrase) + 1)
    )


def _begun(index: TextIndex, pattern: WordPattern) -> list[int]:
    """Return the tokens that begin, or hold what begins, like a word."""
    return index.tokens_with(_bytes(f"(?m)(?:^|_)(?:{_begins(pattern.starts)})"))


def _begins(starts: tuple[str, ...]) -> str:
    """Return an expression for the first two letters of words, with any accents."""
    return "|".join("".join(map(_letter, start[:2])) for start in starts)


@lru_cache(maxsize=256)
def _beginning(starts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:^|[ _])(?:{_begins(starts)})")


def _fitting(index: TextIndex, pattern: WordPattern) -> Callable[[int], bool]:
    """Return what says of the number of a token whether it is, or holds, a word that fits."""

    @cache
    def fits(number: int) -> bool:
        return any(pattern.fits(fold(word.text)) for word in words(index.spelling(number)))

    return fits


@lru_cache(maxsize=256)
def _bytes(pattern: str) -> re.Pattern[bytes]:
    """Return an expression without classes of letters as one for texts in UTF-8."""
    return re.compile(pattern.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1024)
def _letter(letter: str) -> str:
    """Return an expression for a letter with any accent."""
    bare = normalize("NFD", letter)[0]
    family = [chr(at) for at in _LETTERS if normalize("NFD", chr(at))[0] == bare]
    return f"(?:{'|'.join(re.escape(one) for one in dict.fromkeys([letter, bare, *family]))})"


def _rows(index: TextIndex, tokens: Iterable[int]) -> set[int]:
    return set().union(*(index.rows_with(number) for number in tokens))


def _holds(index: TextIndex, row: int, fits: Sequence[Callable[[int], bool]]) -> bool:
    """Say whether the words of a row stand next to each other; signs between them do not count."""
    found = [number for number in index.row_tokens(row) if _is_word(index, number)]
    return any(
        all(one(number) for number, one in zip(found[at:], fits, strict=False))
        for at in range(len(found) - len(fits) + 1)
    )


def _is_word(index: TextIndex, number: int) -> bool:
    return any(sign.isalnum() for sign in index.spelling(number))
