"""Two words of one stem → whether one is an inflected form of the other, by their endings.

Stemmers go too far: ``équipement`` and ``équipe``, ``location`` and ``located`` share a stem, but
one is derived from the other, not inflected. A word and its form end in one of the sets below
after a common beginning. Languages that do not stand here trust their stemmer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from termbase.text.forms import SUPPLETIVE

_FRENCH_NUMBER = (
    ("", "s", "x"),
    ("al", "aux"),
    ("ail", "aux"),
)
_FRENCH_GENDER = (
    *_FRENCH_NUMBER,
    ("", "s", "x", "e", "es"),
    ("al", "aux", "ale", "ales"),
    ("el", "els", "elle", "elles"),
    ("eil", "eils", "eille", "eilles"),
    ("en", "ens", "enne", "ennes"),
    ("on", "ons", "onne", "onnes"),
    ("et", "ets", "ette", "ettes", "éte", "étes"),
    ("er", "ers", "ére", "éres"),
    ("eur", "eurs", "euse", "euses"),
    ("teur", "teurs", "trice", "trices"),
    ("eux", "euse", "euses"),
    ("f", "fs", "ve", "ves"),
    ("c", "cs", "que", "ques", "che", "ches"),
    ("eau", "eaux", "elle", "elles"),
    ("", "s", "ë", "ës"),
    ("s", "sse", "sses"),
    ("l", "ls", "lle", "lles"),
)
_FRENCH_VERB = (
    "er", "e", "es", "ons", "ez", "ent", "ais", "ait", "aient", "ant", "é", "ée", "és", "ées",
    "era", "eront", "erait", "eraient", "érent", "a", "ai",
)  # fmt: skip
_FRENCH_OTHER_VERBS = ("ir", "re", "issent", "issant")
_FRENCH_FINITE = ("er", "ez", "ent", "ait", "aient", "ant")
_ENGLISH_NUMBER = (("", "s", "es"), ("y", "ies"), ("f", "fe", "ves"), ("man", "men"))
_ENGLISH_VERB = (
    ("", "s", "es", "ed", "ing", "er", "est"),
    ("e", "es", "ed", "ing", "er", "est"),
    ("y", "ies", "ied", "ying", "ier", "iest"),
)
_ADJECTIVE = (
    "ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ую", "юю",
    "ою", "ею", "ое", "ее", "ей", "ые", "ие", "ых", "их", "ыми", "ими", "", "а", "о", "ы", "и",
)  # fmt: skip
_NOUN_IN_E = ("ие", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях")
_NOUN_IN_YA = ("ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях")
_NOUN_IN_MYA = ("мя", "мени", "менем", "мена", "мен", "менам", "менами", "менах")
_NOUN_IN_OST = ("ость", "ости", "остью", "остей", "остям", "остями", "остях")
# A Russian word that ends like this takes these endings only; any other may take any.
_RUSSIAN = (
    (re.compile("(?:[еая]н|[^кгхжшщчн])ие$"), _NOUN_IN_E),
    (re.compile("ия$"), _NOUN_IN_YA),
    (re.compile("ость$"), _NOUN_IN_OST),
    (re.compile("мя$"), _NOUN_IN_MYA),
    (re.compile("(?:ый|ая|яя|ое|ее|ые)$"), _ADJECTIVE),
)
_RUSSIAN_ENDS = ((("ии",), ("ия", "ие", "ий", "ии")), (("ть",), ("ть", "ти", "ться")))
"""A form with the first ending is one of words with the others only."""
_LONG_ADJECTIVE = ("ый", "ых", "ыми", "ую", "ого", "ому", "ая")
_LONGEST_ENDING = 5


@lru_cache(maxsize=1 << 16)
def inflects(own: str, form: str, language: str, *, noun: bool = False) -> bool:
    """Say whether a word that shares a stem with another may be a form of it.

    Args:
        own: The word as a glossary has it, folded.
        form: The word as it stands in a text, folded.
        language: A primary language tag such as ``fr``.
        noun: Whether `own` is known to be a noun; then only its number counts.

    >>> inflects("spatial", "spatiaux", "fr"), inflects("équipement", "équipes", "fr")
    (True, False)
    >>> inflects("capital", "capitale", "fr"), inflects("capital", "capitale", "fr", noun=True)
    (True, False)
    """
    if own == form or SUPPLETIVE.get(form) == own or SUPPLETIVE.get(own) == form:
        return True
    if language == "en":
        return _english(own, form, noun=noun)
    if language == "fr":
        return _french(own.replace("è", "é"), form.replace("è", "é"), noun=noun)
    return language != "ru" or _russian(own, form)


def _french(own: str, form: str, *, noun: bool) -> bool:
    if own.endswith(_FRENCH_OTHER_VERBS) and not noun:
        return True
    if _agree(own, form, _FRENCH_NUMBER if noun else _FRENCH_GENDER):
        return True
    finite = own.endswith(_FRENCH_FINITE) or form.endswith(_FRENCH_FINITE)
    return finite and not noun and _agree(own, form, (_FRENCH_VERB,))


def _english(own: str, form: str, *, noun: bool) -> bool:
    if _agree(own, form, _ENGLISH_NUMBER):
        return True
    if noun or own.endswith(("ing", "ed")):
        return False
    return _agree(own, form, _ENGLISH_VERB) or _agree(
        _undoubled(own), _undoubled(form), _ENGLISH_VERB
    )


def _russian(own: str, form: str) -> bool:
    if any(form.endswith(ends) and not own.endswith(owns) for ends, owns in _RUSSIAN_ENDS):
        return False
    if own.endswith("ться") != form.endswith(("ся", "сь")) and own.endswith(("ть", "ться")):
        return False
    if own.endswith("о") and form.endswith(_LONG_ADJECTIVE):
        return False
    kinds = (endings for end, endings in _RUSSIAN if end.search(own))
    return all(_agree(own, form, (endings,)) for endings in kinds)


def _undoubled(word: str) -> str:
    """Return an English word with a doubled consonant before its ending as one: stopped, stoped."""
    for ending in ("ing", "ed", "er", "est"):
        head = word.removesuffix(ending)
        if head != word and len(head) > 2 and head[-1] == head[-2]:
            return head[:-1] + ending
    return word


def _agree(one: str, other: str, sets: Iterable[tuple[str, ...]]) -> bool:
    shared = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    for place in range(max(0, shared - _LONGEST_ENDING), shared + 1):
        pair = one[place:], other[place:]
        if any(pair[0] in endings and pair[1] in endings for endings in sets):
            return True
    return False
