"""The keys of a word: two words that share one are taken for forms of one word.

A key is the Snowball stem of the folded word where the language has a stemmer, else the folded
word. Words that the stemmer takes for something else (``группировок``, ``Беларусь``, ``журнал``,
``petits``, ``essais``) have a second key.
The stemmer is loaded with the first word that needs it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from termbase.model.language import language_tag
from termbase.text.normalise import fold
from termbase.text.words import words

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_FLEETING = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[ое](?=[кцнл]ь?$)")

_WITHOUT_ENDING = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")
_LONGEST_SINGULAR = 4
"""Up to here most words in s are no plurals: pas, mais, fois."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (Snowball's own name)


def has_stemmer(language: str) -> bool:
    """Say whether inflected forms are known in a language, or only equal words."""
    return language_tag(language).split("-")[0] in _SNOWBALL


def word_keys(word: str, language: str) -> tuple[str, ...]:
    """Return the keys of a word, the principal one first; at least one.

    Args:
        word: One word as it stands in a text.
        language: BCP 47 tag.

    Source: the Snowball stemmers (snowballstemmer). A word with a digit is its own key.

    >>> word_keys("зондированием", "ru")[0] == word_keys("Зондирование", "ru")[0]
    True
    >>> word_keys("группировок", "ru")[1] in word_keys("группировка", "ru")
    True
    """
    return _keys(fold(word), language_tag(language).split("-")[0])


def key_sequence(text: str, language: str) -> tuple[str, ...]:
    """Return the principal key of each word of a text, in order."""
    return tuple(word_keys(word.text, language)[0] for word in words(text))


@lru_cache(maxsize=1 << 16)
def _keys(folded: str, language: str) -> tuple[str, ...]:
    if language not in _SNOWBALL or not folded.isalpha():
        return (folded,)
    stem = _stemmer(_SNOWBALL[language]).stemWord
    keys = [stem(folded)]
    if language == "ru" and _FLEETING.search(folded):
        keys.append(stem(_FLEETING.sub("", folded)))
    if language == "ru" and folded.endswith("сь"):  # a noun such as Беларусь, not a verb
        keys.append(stem(folded[:-1]))
    if language == "ru" and _WITHOUT_ENDING.search(folded):  # журнал is no past tense
        keys.append(folded)
    if language == "fr":
        keys += [stem(singular) for singular in _singulars(folded, keys[0])]
    return tuple(dict.fromkeys(keys))


def _singulars(folded: str, stem: str) -> list[str]:
    """Return what a French word may be the plural of: petits, essais, maux."""
    if folded.endswith("aux") and not folded.endswith("eaux"):
        return [folded[:-2] + "l"]
    plural = folded.endswith("s") and (len(folded) > _LONGEST_SINGULAR or folded == stem + "s")
    return [folded[:-1]] if plural else []


@lru_cache(maxsize=4)
def _stemmer(name: str) -> _Stemmer:
    from snowballstemmer import stemmer

    found: _Stemmer = stemmer(name)
    return found
