"""Two words that share a key → whether one is an inflected form of the other.

A lexicon says so where it knows both. Stemmers go too far: ``équipement`` and ``équipe``,
``location`` and ``located`` share a stem, but one is derived from the other, not inflected. So a
word and its form end in one of the sets below after a common beginning. Languages that do not
stand here trust their lexicon and their stemmer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from termbase.text.forms import SUPPLETIVE
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.lexicons import ADJECTIVE, NOUN, readings, tells_kinds

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
    ("as", "asse", "asses"),
    ("is", "isse", "isses"),
    ("os", "osse", "osses"),
    ("és", "esse", "esses"),
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
    (lazy_pattern("(?:[еая]н|[^кгхжшщчн])ие$"), _NOUN_IN_E),
    (lazy_pattern("ия$"), _NOUN_IN_YA),
    (lazy_pattern("ость$"), _NOUN_IN_OST),
    (lazy_pattern("мя$"), _NOUN_IN_MYA),
    (lazy_pattern("(?:ый|ая|яя|ое|ее|ые)$"), _ADJECTIVE),
)
_RUSSIAN_ENDS = ((("ии",), ("ия", "ие", "ий", "ии")), (("ть",), ("ть", "ти", "ться")))
"""A form with the first ending is one of words with the others only."""
_LONG_ADJECTIVE = ("ый", "ых", "ыми", "ую", "ого", "ому", "ая")
_LONGEST_ENDING = 5


_IRREGULAR_PLURAL = re.compile("(?:[^s]a|i|ae|[ci]es|[aeo]us|en)$")
"""How English plurals end that a lexicon must name: criteria, fungi, indices, analyses, oxen."""
_INFINITIVE = ("er", "ir", "re")


@lru_cache(maxsize=1 << 16)
def kind_alone(own: str, language: str) -> str:
    """Return what a word is that stands in a glossary alone, where nobody says what it is.

    Terms are nouns, as far as they can be: «call» is no verb, «parti» does not mean «partie». A
    French infinitive without a plural is a verb.

    Returns:
        `NOUN` or another kind of `termbase.text.lexicons`; empty where any form may be meant.

    >>> kind_alone("livre", "fr"), kind_alone("aider", "fr"), kind_alone("большой", "ru")
    ('noun', '', 'adjective')
    """
    if language == "en":
        return NOUN
    if language == "fr":
        known = own.endswith(_INFINITIVE) and readings(own, "fr")
        return "" if known and not readings(own + "s", "fr") else NOUN
    kinds = {one.kind for one in readings(own, language) if one.lemma == own}
    return NOUN if NOUN in kinds else next(iter(sorted(kinds)), "")


@lru_cache(maxsize=1 << 17)
def inflects(own: str, form: str, language: str, *, kind: str = "") -> bool:
    """Say whether a word that shares a key with another may be a form of it.

    Args:
        own: The word as a glossary has it, folded.
        form: The word as it stands in a text, folded.
        language: A primary language tag such as ``fr``.
        kind: What `own` is known to be, as `termbase.text.lexicons` names it; a noun has a number
            only, in French and English.

    >>> inflects("spatial", "spatiaux", "fr"), inflects("équipement", "équipes", "fr")
    (True, False)
    >>> inflects("capital", "capitale", "fr"), inflects("capital", "capitale", "fr", kind="noun")
    (True, False)
    >>> inflects("состав", "составил", "ru"), inflects("состав", "составом", "ru")
    (False, True)
    """
    if own == form or SUPPLETIVE.get(form) == own or SUPPLETIVE.get(own) == form:
        return True
    if language in ("en", "fr") and _is_no_plural(own, form, language):
        return False
    if language == "en":
        return _english(own, form, kind)
    if language == "fr":
        return _french(own.replace("è", "é"), form.replace("è", "é"), kind) or (
            kind != NOUN and _same_lemma(own, form, "fr")
        )
    known = _known(own, form, language, kind)
    if known is not None:
        return known
    return (language != "ru" or _russian(own, form)) and (
        language != "ko" or form.startswith(own)  # a particle follows the word, however that ends
    )


def _known(own: str, form: str, language: str, kind: str) -> bool | None:
    """Say what a lexicon says; nothing where it does not know one of the two words."""
    owns, forms = readings(own, language), readings(form, language)
    if not owns or not forms:
        return None
    if kind and tells_kinds(language):
        owns = tuple(one for one in owns if one.kind == kind) or owns
        owns = tuple(one for one in owns if one.lemma == own) or owns
        return any(one in forms for one in owns)
    lemmas = {own, *(one.lemma for one in owns)}
    return any(one.lemma in lemmas for one in forms)


def _is_no_plural(own: str, form: str, language: str) -> bool:
    """Say whether a word only looks like a plural of another: news, new; fois, foi; sites, sit."""
    shorter, longer = sorted((own, form), key=len)
    if language == "en" and longer == shorter + "es" and shorter[-1] not in "hosxz":
        return True
    if not (own[-1] in "sx" and own.startswith(form)):
        return False
    return (own, "") in readings(own, language)


def _same_lemma(own: str, form: str, language: str) -> bool:
    lemmas = {own, *(one.lemma for one in readings(own, language))}
    return any(one.lemma in lemmas for one in readings(form, language))


def _french(own: str, form: str, kind: str) -> bool:
    if kind == NOUN:
        return _agree(own, form, _FRENCH_NUMBER) or (
            (own, "") in readings(form, "fr") and _agree(own, form, _FRENCH_GENDER)
        )
    if _agree(own, form, _FRENCH_GENDER):
        return True
    finite = own.endswith(_FRENCH_FINITE) or form.endswith(_FRENCH_FINITE)
    return kind != ADJECTIVE and finite and _agree(own, form, (_FRENCH_VERB,))


def _english(own: str, form: str, kind: str) -> bool:
    if _agree(own, form, _ENGLISH_NUMBER):
        return True
    if kind == NOUN:
        return bool(_IRREGULAR_PLURAL.search(form)) and (own, "") in readings(form, "en")
    if own.endswith(("ing", "ed")):
        return False
    return (
        _agree(own, form, _ENGLISH_VERB)
        or _agree(_undoubled(own), _undoubled(form), _ENGLISH_VERB)
        or (not form.endswith(("ing", "ed")) and _same_lemma(own, form, "en"))
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
