"""A text and the language that it is said to be in → the one that it plainly is in instead."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice

from termbase.languages.function_words import FUNCTION_WORDS
from termbase.model.language import primary

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH, _MOST = 40, 5000
_LITTLE, _MUCH = 0.04, 0.08
"""Shares of the words that hold a language together: too few for it, and enough for another."""


@lru_cache(maxsize=8)  # who aligns asks, and who says what looks wrong
def other_language(text: str, language: str) -> str:
    """Return the language that a text is in by its short words, if plainly not its own.

    >>> other_language("Il voit la maison et le jardin de la ville. " * 9, "en")
    'fr'
    >>> other_language("It is raining, and we are in the house.", "fr")
    'en'
    """
    own = FUNCTION_WORDS.get(primary(language))
    found = (one.group().casefold() for one in _WORD.finditer(text))
    counts = Counter(islice(found, _MOST))
    total = counts.total()
    if own is None:
        return ""
    if total < _ENOUGH:
        from termbase.checking.wrong_language import language_instead  # all rules come with it

        return language_instead(text, primary(language))
    shares = {
        one: sum(counts[word] for word in words) / total for one, words in FUNCTION_WORDS.items()
    }
    likeliest = max(shares, key=lambda one: shares[one])
    plain = shares[primary(language)] < _LITTLE and shares[likeliest] > _MUCH
    return likeliest if plain else ""
