"""The one score of the house: how much of a text another text already says, in percent.

Integers throughout, so that every store and every machine ranks alike. 100 means equal tokens,
not equal texts: case and white space do not count here, penalties see to them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

SIGNATURE = "score|tokens:nfc+fold|levenshtein|v1"
"""Names tokens and formula; it changes whenever a score could."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens(text: str) -> list[str]:
    r"""Return the tokens of a text: folded words and single signs.

    Source: ``NFC(casefold(NFC(text)))``, ’ and ʼ as ', ‐ and ‑ as -, then ``\w+|[^\w\s]``.

    >>> tokens("6,33 milliards d’euros")
    ['6', ',', '33', 'milliards', 'd', "'", 'euros']
    """
    return _TOKEN.findall(folded(text))


def folded(text: str) -> str:
    """Return a text in the spelling that is compared; what is plain ASCII is so after casefold."""
    if text.isascii():
        return text.casefold()
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    for sign, plain in (("’", "'"), ("ʼ", "'"), ("‐", "-"), ("‑", "-")):
        composed = composed.replace(sign, plain)
    return composed


def raw_score(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the raw score of two token lists, 0 to 100; 100 only if they are equal.

    ``(max(n, m) - d) * 100 // max(n, m)`` for lengths n and m and the Levenshtein distance d
    over tokens. Two empty lists score 100. Signature: ``score|tokens:nfc+fold|levenshtein|v1``.

    >>> raw_score(tokens("a small satellite"), tokens("A small  spacecraft"))
    66
    """
    longest = max(len(one), len(other))
    if longest == 0 or one == other:
        return 100
    from rapidfuzz.distance import Levenshtein

    return (longest - Levenshtein.distance(one, other)) * 100 // longest


def length_window(length: int, minimum: int) -> tuple[int, int]:
    """Return the fewest and most tokens that a text may have to score the minimum.

    A text of m tokens differs from one of n by at least ``|n - m|``, so its score is at most
    ``100 * min(n, m) / max(n, m)``; nothing outside the window can reach the minimum.

    Args:
        length: Tokens of the query.
        minimum: The least score wanted, 1 to 100.

    >>> length_window(10, 70)
    (7, 14)
    """
    return -(-length * minimum // 100), length * 100 // minimum


def word_score(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the raw score of two token lists without the signs in them.

    >>> word_score(tokens("Un mot !"), tokens("Un mot."))
    100
    """
    return raw_score([token for token in one if _is_word(token)], list(filter(_is_word, other)))


def key_score(
    one: Sequence[str], other: Sequence[str], keys: Callable[[str], Iterable[str]]
) -> int:
    """Return the raw score of the words of two token lists when forms of one word are equal.

    Args:
        one, other: The tokens.
        keys: Takes a word; two words that share a key are forms of one.

    >>> key_score(["un", "mot"], ["un", "mots"], lambda word: [word.rstrip("s")])
    100
    """
    first = list(filter(_is_word, one))
    found: dict[str, str] = {}
    for word in first:
        known = next((found[key] for key in keys(word) if key in found), word)
        for key in keys(word):
            found.setdefault(key, known)
    named = [next(found[key] for key in keys(word)) for word in first]
    others = [
        next((found[key] for key in keys(word) if key in found), f" {word}")
        for word in filter(_is_word, other)
    ]
    return raw_score(named, others)


def _is_word(token: str) -> bool:
    return token[0].isalnum() or token[0] == "_"
