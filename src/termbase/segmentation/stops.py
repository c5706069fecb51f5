"""Deciders on a single full stop: abbreviations, initials, numbers, small letters."""

from __future__ import annotations

from termbase.languages.abbreviations import Kind
from termbase.languages.function_words import FUNCTION_WORDS
from termbase.segmentation.place import Place
from termbase.segmentation.verdicts import (
    ABBREVIATION,
    AMBIGUOUS,
    CLOSING,
    CLOSING_END,
    FRONTED,
    INITIAL,
    INITIALISM,
    LABEL,
    NUMBER,
    ORDINAL,
    SECTION,
    SMALL,
    SMALL_START,
    SPEECH,
    STARTER,
    UNIT,
    UNIT_END,
    Verdict,
)
from termbase.text.lazy_pattern import lazy_pattern

_SECTION = lazy_pattern(
    r"[\[(]?§{0,2}\s?(?:\d{1,3}(?:\.\d{1,3}){0,5}|[^\W\d_]|[IVXLC]{1,8}|[ivx]{1,6})[\])]?"
)
_LABELLED = lazy_pattern(r"([^\W\d_]+)\.?\s+(?:\d+(?:[.-]\d+)*|[IVXLC]{1,7})")
_INITIALISM = lazy_pattern(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
_NUMERAL = lazy_pattern(r"[IVXLCDM]+")
_VOWELS = frozenset("aeiouyàâäãåáéèêëíîïìóôöõòøúùûüýœæąęаеёиоуыэюяіїєў")
_ALWAYS_FOLLOWED = {Kind.NEVER: ABBREVIATION, Kind.INITIAL: INITIAL}
_LONGEST_FRONT = 45


def section(place: Place) -> Verdict | None:
    """A number or a letter at the head of a segment: 2.1. Methods."""
    if place.at - place.start > 16:
        return None
    head = place.text[place.start : place.at].strip()
    if not _SECTION.fullmatch(head):
        return None
    return ABBREVIATION if place.kind()[0] is Kind.NEVER else SECTION


def label(place: Place) -> Verdict | None:
    """Figure 2. Life cycle; Chapter I. The beginning."""
    if place.at - place.start > 24 or len(place.before) != 2:
        return None
    found = _LABELLED.fullmatch(place.text[place.start : place.at].strip())
    return LABEL if found and found[1].lower() in place.profile.labels else None


def ordinal(place: Place) -> Verdict | None:
    """1. above, 3. Mai: a number that a small letter or a word of dates follows."""
    if not place.last.isdigit() or len(place.last) > 2 or place.closers:
        return None
    profile = place.profile
    if place.small or place.word.lower() in profile.ordinals:
        return ORDINAL
    cue = len(place.before) > 1 and place.before[-2].lower() in profile.before_ordinals
    return ORDINAL if cue and not place.starter else None


def listed(place: Place) -> Verdict | None:
    """An abbreviation of the list, by its kind."""
    if place.closers and not place.closers[0].isdigit():
        return None
    if place.inside_abbreviation:
        return ABBREVIATION
    kind, key = place.kind()
    if kind is Kind.NUMBER:
        return _before_number(place)
    if kind is Kind.AMBIGUOUS:
        return STARTER if place.starter and not place.small else AMBIGUOUS
    if kind is Kind.CLOSING or kind is Kind.UNIT:
        return _closing(place, kind, key)
    return _ALWAYS_FOLLOWED.get(kind) if kind else None


def _closing(place: Place, kind: Kind, key: str) -> Verdict:
    if place.small:
        return CLOSING if kind is Kind.CLOSING else UNIT
    if kind is Kind.UNIT and place.word[:1].isdigit():
        if place.abbreviations.kind(key) is Kind.NUMBER:
            return NUMBER
        if place.another_unit:
            return UNIT
    if "." in key and _fronted(place):
        return FRONTED
    return CLOSING_END if kind is Kind.CLOSING else UNIT_END


def _before_number(place: Place) -> Verdict | None:
    word = place.word
    if word[:1].isdigit() or _NUMERAL.fullmatch(word) or not word or place.closers:
        return NUMBER
    if len(word) == 1 and word.isupper() and (not place.starter or _lettered(place)):
        return NUMBER
    if place.small and place.last.lower() not in place.profile.starters:
        return ABBREVIATION
    return None


def _lettered(place: Place) -> bool:
    """Whether a letter is a name and no article, as in ``fig. A for details``."""
    following = place.ahead(24)[1:2]
    known = FUNCTION_WORDS.get(place.profile.tag, frozenset())
    return place.word not in "ÀÉÓ" and bool(following) and following[0] in known


def _fronted(place: Place) -> bool:
    """Whether the clause so far is a time put first: At 5 a.m. Mr. Smith went."""
    if place.starter:
        return False
    nearest = max(place.start, place.at - _LONGEST_FRONT)
    begin = place.text.rfind(": ", nearest, place.at) + 1 or place.start
    clause = place.text[begin : begin + _LONGEST_FRONT].split(None, 1)
    short = begin >= nearest and bool(clause)
    return short and clause[0].lower() in place.profile.fronting


def initial(place: Place) -> Verdict | None:
    """J. Smith, Л. Н. Толстой; but vitamin C. The dose, 25 °C. Store."""
    last = place.last
    if len(last) != 1 or not last.isalpha() or place.closers or not place.word:
        return None
    if last.islower():
        return NUMBER if place.word[0].isdigit() else None
    if place.small:
        return INITIAL
    if place.starter:
        return STARTER
    latin_among_cyrillic = last.isascii() and "\u0400" <= place.word[0] <= "\u04ff"
    return None if latin_among_cyrillic else INITIAL


def initialism(place: Place) -> Verdict | None:
    """U.N.E.F., J.-P., R.E.M.: letters with full stops that no list knows."""
    if place.closers or not _INITIALISM.fullmatch(place.last):
        return None
    return STARTER if place.starter and not place.small else INITIALISM


def small(place: Place) -> Verdict | None:
    """A small letter follows: a boundary after a word that is no abbreviation, else none."""
    if not place.small:
        return None
    if place.closes_quote:
        return SPEECH
    if any(sign in place.openers for sign in "—–-,;"):
        return SMALL
    return SMALL_START if _plain(place) else SMALL


def _plain(place: Place) -> bool:
    """Whether the word before is surely no abbreviation; without a list one cannot tell."""
    if not place.profile.starters:
        return False
    word = place.last.lower().rstrip(")]”»\"'%")
    if word in place.profile.starters:
        return True
    if word.isdigit():
        return len(word) == 4 or word != place.last
    if word[:1] == "°":
        return True
    return word.isalpha() and len(word) > 2 and not _VOWELS.isdisjoint(word)
