"""A few words and the language that they are said to be in → the one that they are in instead.

Told by the script and by the short words that hold sentences together.
"""

from __future__ import annotations

from collections import Counter

from termbase.languages import KNOWN, profile_of
from termbase.languages.foreign_letters import neighbour
from termbase.languages.function_words import FUNCTION_WORDS
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.normalise import fold
from termbase.text.words import words

_FEWEST_WORDS = 5
_FEWEST_SIGNS = 3
"""Short words of another language that it takes."""
_MARGIN = 3
"""How many times more often they must be than those of the right language."""
_MORE = {
    "en": "is was were are be been has have had it this that they he she his not will which",
    "fr": "est sont été qui que ne pas il elle se ce cette ont avait son sa ses plus nous vous",
    "ru": "не что он она это как но был была было были его их же все для так только",
    "de": "ist sind war wird nicht sich es er sie wir ihr seit nach bei aus als auch dem eines",
    "es": "es son no que se su sus más ha fue este esta como pero al lo",
    "it": "è sono non che si suo sua più ha questo questa come ma del nel della una",
    "uk": "не що він вона це як але був була було були його їх та є ця цей",
    "pl": "nie jest się to na w z do że jak ale był była było od po przez dla",
    "nl": "het een is van niet dat zijn op met voor te de en er aan ook",
    "pt": "não é são que se seu sua mais foi este esta como mas ao os das",
    "be": "не што ён яна гэта як але быў была было былі яго іх і з на ў",
}
_ONLY = {
    "ru": lazy_pattern("[ыэъё]"),
    "uk": lazy_pattern("[їєґ]"),
    "be": lazy_pattern("[ў]"),
}
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk"})
_OTHER_SCRIPT = frozenset({"zh", "ja", "ko", "ar", "he", "el", "th", "hi", "ka", "hy"})


def _short_words(language: str) -> frozenset[str]:
    own = frozenset(_MORE.get(language, "").split()) | FUNCTION_WORDS.get(language, frozenset())
    starters = profile_of(language).starters if language in KNOWN else frozenset()
    return own | frozenset(word for word in starters if len(word) <= 4)


SHORT_WORDS = {language: _short_words(language) for language in _MORE}
"""The short words that hold sentences together, of each language that is told by them."""


def language_instead(text: str, wanted: str) -> str:
    """Return the language or script that a text is in, if plainly not the one wanted.

    >>> language_instead("The satellite is in orbit around the Earth.", "fr")
    'en'
    >>> language_instead("Le satellite est en orbite.", "fr")
    ''
    """
    found = [fold(word.text) for word in words(text) if word.text.isalpha()]
    if len(found) < _FEWEST_WORDS or wanted in _OTHER_SCRIPT:
        return ""
    return _by_script(found, wanted) or _by_words(found, wanted)


def _by_script(found: list[str], wanted: str) -> str:
    """Return what is written instead, where most words are in another script."""
    cyrillic = sum("Ѐ" <= word[0] <= "ӿ" for word in found)
    share = cyrillic / len(found)
    if wanted in _CYRILLIC and share < 0.2:
        return _likeliest(found, wanted) or "Latin script"
    if wanted not in _CYRILLIC and share > 0.7:
        return _likeliest(found, wanted) or "Cyrillic script"
    return ""


def _by_words(found: list[str], wanted: str) -> str:
    if wanted not in SHORT_WORDS:
        return ""
    other, strange = neighbour(Counter(found), wanted)
    if strange >= _FEWEST_SIGNS:
        return other
    own = sum(word in SHORT_WORDS[wanted] for word in found)
    guess = _likeliest(found, wanted)
    if not guess:
        return ""
    theirs = [
        word for word in found if word in SHORT_WORDS[guess] and word not in SHORT_WORDS[wanted]
    ]
    only = _ONLY.get(wanted)
    if only and any(only.search(word) for word in found):
        return ""
    return guess if len(set(theirs)) >= _FEWEST_SIGNS and len(theirs) >= _MARGIN * own else ""


def _likeliest(found: list[str], wanted: str) -> str:
    counts = {
        language: sum(word in short for word in found)
        for language, short in SHORT_WORDS.items()
        if language != wanted
    }
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] >= _FEWEST_SIGNS else ""
