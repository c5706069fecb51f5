"""A text and the language that it is said to be in → the one that it plainly is in instead."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import islice

from termbase.languages.foreign_letters import neighbour
from termbase.languages.function_words import FUNCTION_WORDS
from termbase.model.language import primary
from termbase.text.short_words import language_instead

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH, _MOST = 40, 5000
_MUCH, _MARGIN = 0.08, 2
"""Share of the words that hold another language together, and how many times more often they
must stand there than those of its own: French has «la», «de» and «en» as Spanish has."""

_SEVERAL = 3
"""So many of them must be there: «il», repeated in every line, is French as well as Italian."""


@lru_cache(maxsize=8)  # who aligns asks, and who says what looks wrong
def other_language(text: str, language: str) -> str:
    r"""Return the language that a text is in by its short words, if plainly not its own.

    >>> text = "Il voit la maison et les jardins de la ville dans le soir. " * 9
    >>> other_language(text, "en"), other_language(text, "es"), other_language(text, "fr")
    ('fr', 'fr', '')
    >>> other_language("It is raining, and we are in the house.", "fr")
    'en'
    >>> other_language("Il pleut.\n" * 500, "fr")
    ''
    >>> other_language("Мы были дома, и это хорошо. " * 9, "uk")
    'ru'
    """
    main = primary(language)
    own = FUNCTION_WORDS.get(main)
    found = (one.group().casefold() for one in _WORD.finditer(text))
    counts = Counter(islice(found, _MOST))
    total = counts.total()
    other, strange = neighbour(counts, main)
    if total > _ENOUGH and strange > _MUCH * total:
        return other
    if own is None:
        return ""
    if total < _ENOUGH:
        return language_instead(text, main)
    shares = {
        one: sum(counts[word] for word in words) / total for one, words in FUNCTION_WORDS.items()
    }
    likeliest = max(shares, key=lambda one: shares[one])
    several = sum(word in counts for word in FUNCTION_WORDS[likeliest]) >= _SEVERAL
    plain = several and shares[likeliest] > max(_MUCH, _MARGIN * shares[main])
    return likeliest if plain else ""
