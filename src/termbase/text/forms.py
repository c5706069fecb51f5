"""The keys of a word: two words that share one are taken for forms of one word.

A key is the Snowball stem of the folded word where the language has a stemmer, else the folded
word. Words that the stemmer takes for something else (``группировок``, ``Беларусь``, ``журнал``,
``petits``, ``essais``, ``women``) have more keys.
The stemmer is loaded with the first word that needs it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol

from termbase.errors import UnknownLanguageError
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
_VOWEL = re.compile("[аеиоуыьэюяй]$")
_RUSSIAN = (
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[ое](?=[вкнлтхц]ь?$)"), ""),  # группировок, церковь
    (re.compile(r"(?<=[аеиоу])ец$"), "йц"),  # боец, бойцы
    (re.compile(r"мен(?:и|ем|а|ам|ами|ах)?$"), "мя"),  # времени
    (re.compile(r"(?<=[яа][нр])ин$"), ""),  # славянин, славяне
    (re.compile("сь$"), "с"),  # Беларусь is a noun, not a verb
)
_FRENCH = (
    (re.compile("(?<!e)aux$"), "al"),
    (re.compile("aux$"), "ail"),
    (re.compile("(?<=[eo]u)x$"), ""),
    (re.compile("(?<=...)s$"), ""),
    (re.compile("(?<=...)ent$"), "er"),
    (re.compile("ës?$"), ""),
)
_NO_PLURALS = {"aux", "bras", "fois", "mais", "mois", "moins", "puis", "sens", "sous", "vers"}
_ENGLISH = (
    (re.compile("men$"), "man"),
    (re.compile("ves$"), "fe"),
    (re.compile("ves$"), "f"),
    (re.compile("(?<=s)es$"), ""),
)
SUPPLETIVE = {
    "children": "child", "criteria": "criterion", "feet": "foot", "mice": "mouse",
    "phenomena": "phenomenon", "teeth": "tooth",
    "yeux": "œil", "cieux": "ciel",
    "дети": "ребенок", "детей": "ребенок", "детям": "ребенок", "детьми": "ребенок",
    "дни": "день", "дня": "день", "дней": "день", "дню": "день", "дням": "день",
    "днем": "день", "днями": "день", "днях": "день",
    "дочери": "дочь", "дочерей": "дочь", "дочерью": "дочь", "дочерям": "дочь",
    "матери": "мать", "матерей": "мать", "матерью": "мать", "матерям": "мать",
    "лет": "год", "летам": "год", "летами": "год",
    "люди": "человек", "людей": "человек", "людям": "человек", "людьми": "человек",
}  # fmt: skip
"""Forms that have nothing of their word, with it."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  (Snowball's own name)


def has_stemmer(language: str) -> bool:
    """Say whether inflected forms are known in a language, or only equal words."""
    return language_tag(language).split("-")[0] in _SNOWBALL


def word_keys(word: str, language: str) -> tuple[str, ...]:
    """Return the keys of a word, the principal one first; at least one.

    Args:
        word: One word as it stands in a text.
        language: BCP 47 tag; in one that nobody knows a word has itself alone.

    Source: the Snowball stemmers (snowballstemmer). A word with a digit is its own key.

    >>> word_keys("зондированием", "ru")[0] == word_keys("Зондирование", "ru")[0]
    True
    >>> word_keys("группировок", "ru")[1] in word_keys("группировка", "ru")
    True
    """
    return _keys(unstressed(word), _main(language))


@lru_cache(maxsize=256)
def _main(language: str) -> str:
    try:
        return language_tag(language).split("-")[0]
    except UnknownLanguageError:  # a memory may hold what a file called xx-zz
        return ""


@lru_cache(maxsize=1 << 16)
def unstressed(word: str) -> str:
    """Return a folded word without the marks of stress that Russian dictionaries set.

    >>> unstressed("Би\u0301тва")
    'битва'
    """
    return fold(word).replace("\u0301", "")


def key_sequence(text: str, language: str) -> tuple[str, ...]:
    """Return the principal key of each word of a text, in order."""
    return tuple(word_keys(word.text, language)[0] for word in words(text))


@lru_cache(maxsize=1 << 16)
def _keys(folded: str, language: str) -> tuple[str, ...]:
    if language not in _SNOWBALL or not folded.isalpha():
        return (folded,)
    stem = _stemmer(_SNOWBALL[language]).stemWord
    keys = [stem(folded)]
    keys += [stem(other) for other in _other_readings(folded, language)]
    if language == "ru":  # начало is no past tense: the ending of a noun may be one vowel or none
        keys += [_VOWEL.sub("", other) for other in (folded, *_other_readings(folded, "ru"))]
    return tuple(dict.fromkeys(keys))


def _other_readings(folded: str, language: str) -> list[str]:
    """Return words that a word may be a form of, where its stemmer does not see that."""
    rules = {"ru": _RUSSIAN, "fr": _FRENCH, "en": _ENGLISH}.get(language, ())
    found = [end.sub(other, folded) for end, other in rules if end.search(folded)]
    if folded in SUPPLETIVE:
        found.append(SUPPLETIVE[folded])
    return [] if language == "fr" and folded in _NO_PLURALS else found


@lru_cache(maxsize=4)
def _stemmer(name: str) -> _Stemmer:
    from snowballstemmer import stemmer

    found: _Stemmer = stemmer(name)
    return found
