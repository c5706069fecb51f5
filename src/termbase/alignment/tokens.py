"""Segment → tokens that evidence can be counted on: word beginnings, numbers, loud punctuation.

A token is the first letters of a word, so that its inflected forms count together in any
language; scripts written without spaces give one token a character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.pieces import UNSPACED_SIGNS, is_unspaced

STEM = 5
"""Letters of a word that are kept."""

BREAK = "\0"
"""Stands between the words of one text and the next."""

_NUMBER = r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,:]\d+)*"
_WRITTEN = rf"{_NUMBER}|[^\W\d_]+|[?!;:()%\"«»“”„]|{BREAK}"
_SPACED = re.compile(_WRITTEN)
_UNSPACED = lazy_pattern(f"[{UNSPACED_SIGNS}]|{_WRITTEN}")
_UNSPACED_SIGN = lazy_pattern(f"[{UNSPACED_SIGNS}]")
_WORD = re.compile(r"[^\W\d_]{2}")
_NO_DIGIT = re.compile(r"\D+")
_QUOTES = dict.fromkeys("«»“”„", '"')
_WEIGHT_OF_UNSPACED = 3


def tokens(text: str) -> list[str]:
    """Return the tokens of a segment, in order.

    A number is its digits, since each language separates them in its own way; all quotation
    marks are one token. Compatibility forms, such as full-width punctuation, are folded.

    >>> tokens("« L'État » compte 6,33 milliards ?")
    ['"', 'l', 'état', '"', 'compt', '633', 'milli', '?']
    >>> tokens("我二十？")
    ['我', '二', '十', '?']
    """
    return [token(found) for found in _written(_levelled(text)) if found != BREAK]


def written_words(texts: Sequence[str]) -> list[str]:
    """Return what stands for a token in each of many texts, and a `BREAK` after each text.

    >>> [one.replace(BREAK, "|") for one in written_words(["Année 6,33", "États"])]
    ['année', '6,33', '|', 'états', '|']
    """
    joined = BREAK.join((*texts, ""))
    if joined.count(BREAK) != len(texts):
        joined = BREAK.join((*(text.replace(BREAK, " ") for text in texts), ""))
    return _written(_levelled(joined))


def _written(levelled: str) -> list[str]:
    return (_UNSPACED if is_unspaced(levelled) else _SPACED).findall(levelled)


def token(found: str) -> str:
    """Return the token of what is written.

    >>> token("années"), token("6,33")
    ('année', '633')
    """
    if found[0].isdecimal():
        return _NO_DIGIT.sub("", found)
    return _QUOTES.get(found, found[:STEM])


def _levelled(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def has_word(text: str) -> bool:
    """Say whether anything in a segment is written in words.

    >>> has_word("24 a !"), has_word("Oui."), has_word("我")
    (False, True, True)
    """
    return bool(_WORD.search(text)) or is_unspaced(text)


def letters(text: str) -> int:
    """Count what is written, white space left out; at least 1.

    A character of a script without spaces counts for three, about the letters it stands for.

    >>> letters("Il vente."), letters("我")
    (8, 3)
    """
    written = sum(map(len, text.split()))
    dense = len(_UNSPACED_SIGN.findall(text)) if is_unspaced(text) else 0
    return max(1, written + (_WEIGHT_OF_UNSPACED - 1) * dense)
