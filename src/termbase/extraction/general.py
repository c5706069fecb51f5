"""The general words of a language: those that say nothing of any subject by themselves.

Lemmatising lexicons carry no frequencies, so what general language is stands in a list of our own
beside this module, by class of word.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache

from termbase.text.normalise import fold

FUNCTION, NOUN, VERB, ADJECTIVE, ADVERB = "function", "noun", "verb", "adjective", "adverb"

GeneralWords = Mapping[str, frozenset[str]]
"""The classes of each word, by its folded dictionary form; function words in every form."""


@lru_cache(maxsize=8)
def general_words(language: str) -> GeneralWords:
    """Return the general words of a language, none where we have no list.

    Args:
        language: The language alone, such as ``fr``.

    >>> sorted(general_words("en")["work"])
    ['noun', 'verb']
    """
    path = os.path.join(os.path.dirname(__file__), "general", f"{language}.txt")
    if not os.path.exists(path):
        return {}
    found: dict[str, set[str]] = {}
    classes = ""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("["):
                classes = line.strip()[1:-1]
            elif not line.startswith("#"):
                for word in line.split():
                    found.setdefault(fold(word), set()).add(classes)
    return {word: frozenset(kinds) for word, kinds in found.items()}
