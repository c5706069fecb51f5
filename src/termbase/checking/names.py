"""A text → its names: words with a capital, each with its neighbours; and which names sound alike.

What starts a sentence may be any word; so it counts as a name only where something else says so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.normalise import fold, unaccented
from termbase.text.sound import sounds

_NAME = re.compile(
    r"(?<![\w'’&-])(?:(?:[dlDL]|[cC]|[oO]|Mc|Mac)['’])?(?P<name>[^\W\d_a-zß-öø-ÿœа-яё][^\W\d_]{3,})(?P<s>['’]s)?(?![\w&])"
)
_START = re.compile(r"(?:^|[.!?…:;•|\n]|[—–-]\s)[\s\"'«»“”„‘’‹›(\[—–-]*$")
_GAP = re.compile(r"[\s\u00a0]+")
_BEFORE = 9
_INFLECTING = frozenset({"ru", "uk", "be", "pl", "cs", "sk", "bg", "sr", "hr", "sl", "lt", "lv"})
_CASES = re.compile(
    "(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иям|иях|ией|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ую|юю"
    "|ом|ем|ам|ям|ым|им|ых|их|ии|ия|ию|ие|ью|а|я|о|е|у|ю|ы|и|ь|й)$"
)
_ENDING = lazy_pattern(f"{_CASES.pattern.removesuffix('$')}|[иыї]н|[ії]в?|є|ю")
_ENDS = {
    "fr": lazy_pattern("(?:ée?s?|es?)$"),
    "de": lazy_pattern("(?:es|s|en|ern?|e|n)$"),
    "es": lazy_pattern("[aeo]s?$"),
    "it": lazy_pattern("[aeio]$"),
    "pt": lazy_pattern("[aeo]s?$"),
}
"""Ends of words that part names or forms, not spellings: Perse and Persée, Incluidos, Incluidas."""
LOOSE = 0.55
"""From which share of common sounds on a name may stand for another."""


class Name(NamedTuple):
    """A name where it stands.

    Attributes:
        text: Without the ’s of English.
        starts: Whether it begins a sentence.
        before, after: The names next to it, folded; empty where there are none.
    """

    text: str
    start: int
    end: int
    starts: bool
    before: str
    after: str


def names(text: str) -> list[Name]:
    """Return the names in a text, of four letters or more, in order.

    >>> [one.text for one in names("Le chef, Dmitri Bakanov, est venu.")]
    ['Dmitri', 'Bakanov']
    """
    found = [
        match
        for match in _NAME.finditer(text)
        if match["name"][0].isupper() and match["name"][1:].islower()
    ]
    made = []
    for place, match in enumerate(found):
        near = found[place - 1] if place else None
        next_ = found[place + 1] if place + 1 < len(found) else None
        start, end = match.span("name")
        made.append(
            Name(
                match["name"],
                start,
                end,
                bool(_START.search(text, max(0, start - _BEFORE), start)) if start else True,
                fold(near["name"]) if near and _next(text, near, match) else "",
                fold(next_["name"]) if next_ and _next(text, match, next_) else "",
            )
        )
    return made


def _next(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return bool(_GAP.fullmatch(text, one.end(), other.start()))


@lru_cache(maxsize=1 << 15)
def heard(name: str) -> frozenset[str]:
    """Return how a name may sound, in letters that no script owns."""
    found = sounds(name)
    return found[0] if len(found) == 1 else frozenset()


def sound_alike(one: str, other: str) -> bool:
    """Say whether two names are spellings of one sound, whatever their scripts.

    >>> sound_alike("Dmitri", "Dmitry"), sound_alike("Баканов", "Bakanov")
    (True, True)
    """
    return bool(heard(one) & heard(other))


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str) -> float:
    """Return how likely two names stand for each other by their sound, 0.0 to 1.0."""
    pairs = [(a, b) for a in heard(one) for b in heard(other)]
    return max((Levenshtein.normalized_similarity(a, b) for a, b in pairs), default=0.0)


def counterpart(name: Name, others: list[Name]) -> Name | None:
    """Return the name of the other text that a name most likely stands for."""
    best = max(others, key=lambda one: likeness(name.text, one.text), default=None)
    return best if best and likeness(name.text, best.text) >= LOOSE else None


@lru_cache(maxsize=1 << 15)
def stem(name: str, language: str) -> str:
    """Return a name without case endings, where its language has them.

    >>> stem("Баканову", "ru"), stem("Putin", "en")
    ('баканов', 'putin')
    """
    folded = fold(name)
    return _CASES.sub("", folded) if language in _INFLECTING else folded


def one_word(one: str, other: str, language: str) -> bool:
    """Say whether two spellings are forms of one word in a language, rightly spelt.

    >>> one_word("Баканова", "Баканов", "ru"), one_word("Dmitri", "Dmitry", "en")
    (True, False)
    """
    a, b = stem(one, language), stem(other, language)
    if a == b or unaccented(a) == unaccented(b):
        return language in _INFLECTING or a == b
    if (ends := _ENDS.get(language)) and ends.sub("", a) == ends.sub("", b):
        return True
    if language in _INFLECTING:
        return _extends(a, b) or _fleeting(a, b)
    return _of_one_place(a) == _of_one_place(b) or _extends(a, b)


def _of_one_place(folded: str) -> str:
    """Return a name without what makes a people or a plural of it: Americas, Americans."""
    return folded.removesuffix("s").removesuffix("n")


def _extends(one: str, other: str) -> bool:
    """Say whether one word is the other with an ending of one or two letters."""
    shorter, longer = sorted((one, other), key=len)
    added = longer.removeprefix(shorter)
    if added > "\u0400" and not _ENDING.fullmatch(added):  # Дроздов is no form of Дроздав
        return False
    return 0 < len(added) <= 2 and added[0] != shorter[-1:]


def _fleeting(one: str, other: str) -> bool:
    """Say whether a vowel that comes and goes parts two stems: Павел, Павла."""
    shorter, longer = sorted((one, other), key=len)
    return any(
        longer[-2:-1] == vowel and longer[:-2] + longer[-1:] == shorter for vowel in ("е", "о", "и")
    )


def near(one: str, other: str) -> bool:
    """Say whether two spellings differ by one letter, or two that changed places.

    A letter more, fewer or another one at the end is an ending, not a slip.
    """
    if OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    return shared_end(one, other) > 0


def shared_end(one: str, other: str) -> int:
    """Return how many letters at the end two words share."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[-1 - at] != other[-1 - at]), shorter)
