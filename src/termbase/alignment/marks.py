"""Segments → how each ends and how the next begins: what a writer marks and a translator keeps.

A question is answered by a question, speech by speech; and a segment that ends in a comma or
begins with a small letter is a piece of a sentence, which its translation may not have cut.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_QUOTES = "\"«»“”„'’‘"
_BESIDE_END = _QUOTES + " \u00a0\u202f)]*_"
_ENDS = {".": 0, "…": 0, "。": 0, "?": 1, "؟": 1, "!": 2, ":": 3, ";": 3, ",": 4}
_NO_END = 5
_DASHES = "-–—"
_LETTER, _DASH, _QUOTE, _SMALL, _DIGIT, _OTHER = range(6)

ENDS, BEGINNINGS, QUOTES = 6, 6, 2
"""How many kinds each function knows."""


def ends(texts: Sequence[str]) -> list[int]:
    """Return, for the place before each segment and after the last, the mark that ends there.

    Full stop 0, question 1, exclamation 2, colon or semicolon 3, comma 4, none 5; quotation
    marks and brackets are looked through.

    >>> ends(["« Qui ? »", "Moi, dit-il.", "我！"])
    [0, 1, 0, 2]
    """
    return [0, *(_end(text) for text in texts)]


def beginnings(texts: Sequence[str]) -> list[int]:
    """Return, for the place before each segment and after the last, what begins there.

    A letter 0, a dash 1, a quotation mark 2, a small letter 3, a digit 4, anything else 5.

    >>> beginnings(["— Moi.", "dit-il", "« Oui »", "12 h"])
    [1, 3, 2, 4, 0]
    """
    return [*(_beginning(text.lstrip()[:1]) for text in texts), _LETTER]


def closed_quotes(texts: Sequence[str]) -> list[int]:
    """Return, for the place before each segment and after the last, 1 where a quotation ends.

    >>> closed_quotes(["« Oui »", "dit-il."])
    [0, 1, 0]
    """
    return [0, *(int(text.rstrip().endswith(tuple(_QUOTES))) for text in texts)]


def _end(text: str) -> int:
    last = text.rstrip().rstrip(_BESIDE_END)[-1:]
    return _ENDS.get(unicodedata.normalize("NFKC", last), _NO_END)


def _beginning(first: str) -> int:
    if first in _DASHES:
        return _DASH if first else _LETTER
    if first in _QUOTES:
        return _QUOTE
    if first.isdigit():
        return _DIGIT
    if not first.isalpha():
        return _OTHER
    return _SMALL if first.islower() else _LETTER
