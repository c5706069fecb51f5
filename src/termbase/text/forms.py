"""The keys of a word: two words that share one may be forms of one word.

A word has a set of keys: itself, folded; the words that a lexicon takes it for a form of; what
number and gender make of it; and its Snowball stem only where no lexicon knows it. A stem is
written ``~stem``, so that it never meets a word. Whether two words that share a key are forms of
one word indeed, `termbase.text.inflection` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from termbase.model.language import tag_or_nothing
from termbase.text import belarusian
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.lexicons import readings
from termbase.text.normalise import fold, on_the_line
from termbase.text.particles import without_particles
from termbase.text.words import word_texts

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
_WITH_ARTICLES = frozenset(("bg", "mk"))
"""Languages that hang the article on a word."""
_LEFT_OUT = dict.fromkeys((0x301, 0x640, *range(0x64B, 0x653), 0x670, *range(0x591, 0x5C8)))
"""Stress; the vowels of Arabic, and what only draws its words out; the points of Hebrew."""
_DOTLESS = frozenset(("az", "tr"))
_DOTLESS_SMALL = str.maketrans("Iİ", "ıi")
_VOWEL = lazy_pattern("[аеиоуыьэюяй]$")
_RUSSIAN = (
    (lazy_pattern(r"(?<=[бвгджзклмнпрстфхцчшщ])[ое](?=[вкнлтхц]ь?$)"), ""),  # группировок, церковь
    (lazy_pattern(r"(?<=[аеиоу])ец$"), "йц"),  # боец, бойцы
    (lazy_pattern(r"мен(?:и|ем|а|ам|ами|ах)?$"), "мя"),  # времени
    (lazy_pattern(r"(?<=[яа][нр])ин$"), ""),  # славянин, славяне
    (lazy_pattern("сь$"), "с"),  # Беларусь is a noun, not a verb
)
_FRENCH_NUMBER = (
    (re.compile("(?<!e)aux$"), "al"),
    (re.compile("aux$"), "ail"),
    (re.compile("(?<=[eo]u)x$"), ""),
    (re.compile("(?<=œu)x$"), ""),
    (re.compile("(?<=..)s$"), ""),
    (re.compile("(?<=..)(?:ante?s?|ée?s?|ent)$"), "er"),
)
_FRENCH_GENDER = tuple(
    (re.compile(f"{feminine}$"), masculine)
    for feminine, masculine in (
        ("(?<=..)e", ""), ("elle", "el"), ("elle", "eau"), ("eille", "eil"), ("enne", "en"),
        ("onne", "on"), ("ette", "et"), ("ète", "et"), ("ère", "er"), ("euse", "eur"),
        ("euse", "eux"), ("trice", "teur"), ("ve", "f"), ("que", "c"), ("che", "c"),
        ("(?<!ou)sse", "s"), ("lle", "l"), ("ë", ""),
    )
)  # fmt: skip
_FRENCH_FEMININE = ("e", "ë")
_AGREEING_ENDS = {"en": ("men", "s", "st"), "fr": ("x", "s", "é", "nt", *_FRENCH_FEMININE)}
"""How words end that agree with something, so that few are tried with every expression."""
_ENGLISH = (
    (re.compile("men$"), "man"),
    (re.compile("ves$"), "fe"),
    (re.compile("ves$"), "f"),
    (re.compile("ies$"), "y"),
    (re.compile("(?<=..)es$"), ""),
    (re.compile("(?<=..)s$"), ""),
    (re.compile("(?<=...)est$"), ""),
    (re.compile("(?<=...)st$"), ""),
)
_REGULAR = {
    main: [(lazy_pattern(f"(?<=...){ending}$"), other) for ending, other in ends]
    for main, ends in {
        "de": (
            *(("en", ""), ("n", ""), ("es", ""), ("er", ""), ("e", ""), ("s", ""), ("em", "")),
            *(("en", "e"), ("es", "e"), ("em", "e")),
        ),
        "es": (("es", ""), ("s", ""), ("ces", "z"), ("ones", "ón")),
        "it": (("i", "o"), ("i", "e"), ("e", "a"), ("chi", "co"), ("che", "ca")),
        "nl": (("en", ""), ("s", "")),
        "pt": (("es", ""), ("s", ""), ("ões", "ão"), ("ais", "al")),
    }.items()
}
"""How regular plurals end, and cases in German, with what is said in their place; only where a form
is asked for without a lexicon."""
_BEFORE_NOUN = {"de": (lazy_pattern("(?<=...)er$"), "e")}
"""How an adjective may end, which no noun does: «neuer» is of «neue», «Lager» not of «Lage»."""
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
    """Say whether a language has a stemmer for words that no lexicon knows."""
    return _main(language) in (*_SNOWBALL, "be", "bg", "ko", "mk")


def word_keys(word: str, language: str) -> tuple[str, ...]:
    """Return the keys of a word, the principal one first; at least one.

    Args:
        word: One word as it stands in a text.
        language: BCP 47 tag; in one that nobody knows a word has itself alone.

    Returns:
        First what stands for the word where there is room for one key only: the lemma of its
        likeliest reading, else its stem. A word with a digit is its own key.

    Source: the lexicons of `termbase.text.lexicons`, the Snowball stemmers (snowballstemmer).

    >>> word_keys("зондированием", "ru")
    ('зондирование', 'зондированием')
    >>> word_keys("spatiales", "fr")
    ('spatial', 'spatiales', 'spatiale')
    """
    main = _main(language)
    return _keys(unstressed(word, main), main)


@lru_cache(maxsize=256)
def _main(language: str) -> str:
    return tag_or_nothing(language).split("-")[0]  # a memory may hold what a file called xx-zz


@lru_cache(maxsize=1 << 16)
def unstressed(word: str, language: str = "") -> str:
    """Return a folded word without marks that are mostly left out, its digits on the line.

    The marks are those of stress in Russian, of vowels in Arabic and Hebrew.

    Args:
        word: As it stands in a text.
        language: A primary tag; in Turkish and Azerbaijani I and İ are letters of their own.

    >>> unstressed("Би\u0301тва"), unstressed("CO₂"), unstressed("IŞIK", "tr")
    ('битва', 'co2', 'ışık')
    """
    if language in _DOTLESS:
        word = word.translate(_DOTLESS_SMALL)
    folded = fold(word)
    return folded if folded.isascii() else on_the_line(folded).translate(_LEFT_OUT)


def key_sequence(text: str, language: str) -> tuple[str, ...]:
    """Return the principal key of each word of a text, in order."""
    return tuple(word_keys(word, language)[0] for word in word_texts(text))


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """Return the stem of a word, whatever lexicons say; itself, folded, without a stemmer.

    >>> stem("équipements", "fr")
    'équip'
    """
    main = _main(language)
    folded = unstressed(word, main)
    if main == "be":
        return belarusian.stems(folded)[0]
    if main in _WITH_ARTICLES:
        from termbase.text import bulgarian

        return bulgarian.stem(folded)
    return str(_stemmer(_SNOWBALL[main]).stemWord(folded)) if main in _SNOWBALL else folded


@lru_cache(maxsize=1 << 17)
def _keys(folded: str, language: str) -> tuple[str, ...]:
    if not any(map(str.isalpha, folded)) or any(map(str.isdigit, folded)):
        return (folded,)
    lemmas = [one.lemma for one in readings(folded, language)]
    keys = [*lemmas, *([] if lemmas else _stems(folded, language)), folded]
    keys += _agreeing(folded, language)
    if folded in SUPPLETIVE:
        keys.append(SUPPLETIVE[folded])
    return tuple(dict.fromkeys(keys))


def _stems(folded: str, language: str) -> list[str]:
    """Return the stems of a word that no lexicon knows."""
    if language == "ko":
        return ["~" + without_particles(folded), "~" + folded]
    if language == "be":
        return ["~" + one for one in belarusian.stems(folded)]
    if language == "he":
        from termbase.text import hebrew

        return _known(hebrew.without_particles(folded), language)
    if language in _WITH_ARTICLES:
        from termbase.text import bulgarian

        return ["~" + bulgarian.stem(folded), *_known(bulgarian.dictionary_forms(folded), language)]
    if language not in _SNOWBALL:
        return []
    stemmed = stem(folded, language)
    found = ["~" + stemmed]
    if readings(stemmed, language):  # «Raumfahrts» is in no lexicon, «Raumfahrt» is
        found.append(stemmed)
    if language == "ar":
        from termbase.text import arabic

        found += _known(arabic.without_particles(folded), language)
    if language == "ru":  # the ending of a noun may be one vowel or none, and a vowel may flee
        others = [end.sub(other, folded) for end, other in _RUSSIAN if end.search(folded)]
        found += ["~" + stem(other, language) for other in others]
        found += ["~" + _VOWEL.sub("", other) for other in (folded, *others)]
    return found


def _known(words: Iterable[str], language: str) -> list[str]:
    """Return the lemmas of those of some words that the lexicon has."""
    return [one.lemma for word in words for one in readings(word, language)]


def regular_forms(word: str, language: str, *, last: bool = False) -> tuple[str, ...]:
    """Return a word and what it may be the plural or the feminine of; no lexicon is asked.

    Args:
        word: Any word.
        language: Its tag.
        last: Whether no other word stands behind it, so that it is no adjective before a noun.

    >>> regular_forms("Engins", "fr"), regular_forms("Satelliten", "de")
    (('engins', 'engin'), ('satelliten', 'satellit', 'satellite'))
    """
    main = _main(language)
    folded = unstressed(word, main)
    ends = _REGULAR.get(main, [])
    if not last and main in _BEFORE_NOUN:
        ends = [*ends, _BEFORE_NOUN[main]]
    others = (end.sub(other, folded) for end, other in ends if end.search(folded))
    return tuple(dict.fromkeys((folded, *_agreeing(folded, main), *others)))


def _agreeing(folded: str, language: str) -> list[str]:
    """Return what a word may be the plural or the feminine of, by its ending."""
    if not folded.endswith(_AGREEING_ENDS.get(language, ())):
        return []
    if language == "en":
        return [end.sub(other, folded) for end, other in _ENGLISH if end.search(folded)]
    single = [end.sub(other, folded) for end, other in _FRENCH_NUMBER if end.search(folded)]
    return single + [
        end.sub(other, word)
        for word in (folded, *single)
        if word.endswith(_FRENCH_FEMININE)
        for end, other in _FRENCH_GENDER
        if end.search(word)
    ]


@lru_cache(maxsize=4)
def _stemmer(name: str) -> _Stemmer:
    from snowballstemmer import stemmer

    found: _Stemmer = stemmer(name)
    return found
