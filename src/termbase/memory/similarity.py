"""The one score of the house: how much of a text another text already says, in percent.

Integers throughout, so that every store and every machine ranks alike. 100 means equal tokens,
not equal texts: case and white space do not count here, penalties see to them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

SIGNATURE = "score|tokens:nfc+fold|levenshtein|v1"
"""Names tokens and formula; it changes whenever a score could."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_SIGNS = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def tokens(text: str) -> list[str]:
    r"""Return the tokens of a text: folded words and single signs.

    Source: ``NFC(casefold(NFC(text)))``, ’ and ʼ as ', ‐ and ‑ as -, then ``\w+|[^\w\s]``.

    >>> tokens("6,33 milliards d’euros")
    ['6', ',', '33', 'milliards', 'd', "'", 'euros']
    """
    composed = unicodedata.normalize("NFC", text).casefold()
    return _TOKEN.findall(unicodedata.normalize("NFC", composed).translate(_SIGNS))


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
