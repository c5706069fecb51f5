"""Words with their offsets: runs of letters, digits and joiners; all else stands between.

Apostrophes and hyphens part words (``l'État`` is two, ``multi-satellite`` is two), so that an
elision never hides the word behind it. In Ukrainian and Belarusian an apostrophe before a soft
vowel is part of its word: ``об'єкт``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from termbase.text.lazy_pattern import lazy_pattern

WITHIN = (
    r"(?:[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
    r"\u00ad\u200c\u200d]"
    "|(?<=[А-Яа-яЁёІіЇїЄєҐґЎў])['’ʼ](?=[яюєїеёіЯЮЄЇЕЁІ]))"
)
"""What is neither letter nor digit and yet part of a word, as a regular expression.

Accents, the vowels of Hebrew, Arabic and the scripts of India, signs that are not seen.
"""
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079"
_LETTER = rf"[^\W\d_{_RAISED}]"
_POWERS = "cos|sin|tan|log|mol|rad|bar|dam"
RAISED_NOTE = (
    rf"(?:(?<={_LETTER}{{4}})|(?<=[A-ZА-ЯЁ]{{3}})|(?<=[^\W\d_{_RAISED}A-ZА-ЯЁ]{{3}})(?<!{_POWERS})"
    rf"|(?<={_LETTER}{{2}})(?=\u00b9))(?=[{_RAISED}]+$)"
)
"""Where in a word the raised number of a note begins, and no power does: km², sin³, CO²."""
_NOTE = lazy_pattern(rf"{RAISED_NOTE}.+")
_WORD = re.compile(rf"[^\W_]+(?:{WITHIN}[^\W_]*)*")


def without_note(word: str) -> str:
    """Return a word without the raised number of a note behind it.

    >>> [without_note(word) for word in ("orbite¹²", "vol²", "UE¹", "km²", "CO²")]
    ['orbite', 'vol', 'UE', 'km²', 'CO²']
    """
    return _NOTE.sub("", word)


class Word(NamedTuple):
    """A word where it stands: ``text[start:end]`` of the whole is its `text`."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=16)  # the terms, the numbers and the names of a segment are sought one by one
def word_spans(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words of a text and where each stands, for who looks at few of them closely.

    The lists are shared: nobody changes them.
    """
    spans = [found.span() for found in _WORD.finditer(text)]
    return [text[start:end] for start, end in spans], spans


def word_texts(text: str) -> list[str]:
    """Return the words of a text, for who needs not know where they stand."""
    return _WORD.findall(text)


def words(text: str) -> list[Word]:
    """Return the words of a text, in order.

    >>> [word.text for word in words("l’État de l'Union, multi-satellite")]
    ['l', 'État', 'de', 'l', 'Union', 'multi', 'satellite']
    """
    return [Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
