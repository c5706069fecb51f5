"""A text → what terms and phrases are compared by: words, single signs where nothing parts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.words import Word, word_spans, word_texts, words

UNSPACED_SIGNS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
"""The letters that no spaces part, for a set of a regular expression."""
_UNSPACED = re.compile(f"[{UNSPACED_SIGNS}]")
_SPACED = lazy_pattern(f"[^{UNSPACED_SIGNS}]+")

UNSPACED = frozenset(("ja", "km", "lo", "my", "th", "yue", "zh"))
"""The languages that are written without spaces between words."""


def is_unspaced(text: str) -> bool:
    """Say whether a text has signs of a script that sets no spaces between words.

    >>> is_unspaced("遥感"), is_unspaced("위성")
    (True, False)
    """
    return not text.isascii() and _UNSPACED.search(text) is not None


def piece_spans(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the pieces of a text and where each stands, for who looks at few of them closely."""
    if not is_unspaced(text):
        return word_spans(text)
    found = pieces(text)
    return [piece.text for piece in found], [(piece.start, piece.end) for piece in found]


def piece_texts(text: str) -> list[str]:
    """Return the pieces of a text, for who needs not know where they stand."""
    return [piece.text for piece in pieces(text)] if is_unspaced(text) else word_texts(text)


def pieces(text: str) -> list[Word]:
    """Return the words of a text, those of scripts without spaces as single signs."""
    found = words(text)
    if not is_unspaced(text):
        return found
    return [piece for word in found for piece in _signs(word)]


def _signs(word: Word) -> Iterator[Word]:
    if not is_unspaced(word.text):
        yield word
        return
    for offset, sign in enumerate(word.text, word.start):
        yield Word(sign, offset, offset + 1)


def parts(text: str) -> list[Word]:
    """Return the words of a text, where no space parts them as single signs, others whole.

    >>> [part.text for part in parts("卫星GPS数据 5G")]
    ['卫', '星', 'GPS', '数', '据', '5G']
    """
    found = words(text)
    return [part for word in found for part in _parts(word)] if is_unspaced(text) else found


def spaced(word: str) -> list[str]:
    """Return what stands in a word beside signs that no space parts.

    >>> spaced("卫星GPS数据"), spaced("word")
    (['GPS'], ['word'])
    """
    found: list[str] = _SPACED.findall(word)
    return found


def _parts(word: Word) -> Iterator[Word]:
    at = 0
    for sign in _UNSPACED.finditer(word.text):
        if at < sign.start():
            yield Word(word.text[at : sign.start()], word.start + at, word.start + sign.start())
        yield Word(sign.group(), word.start + sign.start(), word.start + sign.end())
        at = sign.end()
    if at < len(word.text):
        yield Word(word.text[at:], word.start + at, word.end)
