"""Deciders: each knows one reason to cut or not to cut, and answers only where it applies.

They are asked in the order of the tuples at the end; the first answer counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from termbase.languages.abbreviations import Kind
from termbase.segmentation import stops
from termbase.segmentation.place import Place
from termbase.segmentation.rules import Quotes
from termbase.segmentation.verdicts import (
    ADDRESS,
    BRACKETS,
    BROKEN_OFF,
    ELLIPSIS,
    EXCLAMATION,
    FULL_STOP,
    GLUED,
    NAME_MARK,
    OMISSION,
    PUNCTUATION,
    QUESTION,
    QUOTES,
    SMALL,
    SMALL_START,
    SMILEY,
    SPEECH,
    TURN,
    WIDE_STOP,
    Verdict,
)
from termbase.text.lazy_pattern import lazy_pattern

_AUTHOR = lazy_pattern(r"(?:[,!?…][\"»“”]?|[\"»“”],?)\s[—–-]\s?[a-zà-ÿа-яёіїєў]")
_WIDE = frozenset("。！？｡؟۔।॥։።။។")
_SENTENCE_MARKS = frozenset(".!?…‼⁇⁈⁉") | _WIDE
_WIDE_QUOTES = frozenset("”’」』")
_DASHES = frozenset("—–-")


def _glued(place: Place) -> Verdict | None:
    """Sentences that touch, unless the full stop stands inside an address or a name."""
    if place.end > place.edge or place.mark[-1] in _WIDE or place.text[place.end] >= "\u3040":
        return None
    token = place.before[-1] if place.before else ""
    tail = place.ahead(40)[0]
    if any(sign in token + tail for sign in "/@\\=_") or "." in token + tail.rstrip(".!?,"):
        return ADDRESS
    if len(token) < 3 or not place.word[1:].islower():
        return ADDRESS
    plain = token.isalpha() or (token[-1:].isdigit() and place.starter)
    return GLUED if place.closers or plain else ADDRESS


def _nothing(place: Place) -> Verdict | None:
    """Punctuation that ends no sentence comes next, or nothing but punctuation."""
    follower = place.text[place.end]
    if follower in ",;:)]}»”/" and place.mark[0] in _SENTENCE_MARKS:
        return PUNCTUATION
    if not place.word and follower in ".!?…":
        return PUNCTUATION
    if follower in '«"“„' and place.text[place.end + 1 : place.end + 2] in tuple(".,;:()"):
        return PUNCTUATION
    return None


def _brackets(place: Place) -> Verdict | None:
    """Inside brackets nothing is cut."""
    return BRACKETS if place.nesting.in_brackets(place.edge) else None


def _quotes(place: Place) -> Verdict | None:
    """Inside quotation marks nothing is cut, where the caller wishes so."""
    if place.rules.quotes is Quotes.KEEP and place.nesting.in_quotes(place.edge):
        return QUOTES
    return None


def _omission(place: Place) -> Verdict | None:
    """(...) or [...] belongs to the sentence in which or at whose head it stands."""
    if place.closers[:1] in (")", "]") and place.mark[-1] in ".…":
        alone = place.text[max(place.start, place.at - 3) : place.at].rstrip()[-1:]
        return OMISSION if alone in ("(", "[") else None
    return None


def _title(place: Place) -> Verdict | None:
    """A quoted title with a mark, then brackets with a number: «Who?» (1992)."""
    if place.closes_quote and place.openers[:1] == "(" and place.word[:1].isdigit():
        return PUNCTUATION
    return None


def _speech(place: Place) -> Verdict | None:
    """“Yes?” Ann said: the quotation is the object of its verb."""
    reporting = place.profile.reporting
    if reporting and not _WIDE_QUOTES.isdisjoint(place.closers):
        return SPEECH if re.compile(reporting).match(place.text, place.end) else None
    verbs = place.profile.speech_verbs
    if not verbs or not place.closes_quote or place.mark == "." or not place.word:
        return None
    if place.word != "I" and (place.starter or not place.word[0].isupper()):
        return None
    for word in place.ahead(60)[1:4]:
        if word.strip(",.;:") in verbs:
            return SPEECH
        if not word[0].isupper():
            return None
    return None


def _turn(place: Place) -> Verdict | None:
    """— Да, — сказал он. — Приду: the same person goes on."""
    if place.openers[:1] not in _DASHES or not place.openers[1:2].isspace():
        return None
    said = _AUTHOR.search(place.text, max(place.start, place.at - 200), place.at)
    return TURN if said else None


def _small(place: Place) -> Verdict | None:
    """A small letter follows a mark other than a full stop."""
    if not place.small:
        return None
    if place.closes_quote:
        return SPEECH
    if not _DASHES.isdisjoint(place.openers):
        return SMALL
    if place.mark[-1] in "!?" and not place.closers and _casual(place):
        return SMALL_START
    return SMALL


def _casual(place: Place) -> bool:
    """Whether the writer uses no capitals: none at the head, or none in a word like ``i``."""
    head = place.text[place.start : place.start + 3].lstrip()
    return head[:1].islower() or place.word in place.profile.solitary


def _name(place: Place) -> Verdict | None:
    """Yahoo! and its like end with a mark."""
    if place.mark != "!" or place.closers:
        return None
    if place.abbreviations.kind(place.last + "!") is Kind.AMBIGUOUS:
        return None if place.starter and not place.small else NAME_MARK
    return None


def _smiley(place: Place) -> Verdict | None:
    """A smiley ends what has no mark, before a capital or an address such as @name."""
    if place.mark[0] in _SENTENCE_MARKS:
        return None
    if place.mark[0] == ")" and not _stray(place):
        return PUNCTUATION
    if place.small:
        return SMALL
    if place.mark[0] in _DASHES:
        return BROKEN_OFF
    return SMILEY if place.word else PUNCTUATION


def _stray(place: Place) -> bool:
    """Whether a closing bracket closes nothing, and numbers nothing as in ``a) now``."""
    alone = place.at in place.nesting.strays
    return alone and (len(place.last) > 2 or not place.last[-1:].isalnum())


def _last_word(place: Place) -> Verdict:
    """Nothing speaks against the mark."""
    mark = place.mark
    if mark[-1] in _WIDE:
        return WIDE_STOP
    if "?" in mark:
        return QUESTION
    if "!" in mark:
        return EXCLAMATION
    return FULL_STOP if mark == "." else ELLIPSIS


Decider = Callable[[Place], Verdict | None]
_ALWAYS: tuple[Decider, ...] = (_nothing, _brackets, _quotes)
_UNUSUAL: tuple[Decider, ...] = (_glued, _omission, _title, _speech, _turn)
_STOP: tuple[Decider, ...] = (
    stops.section, stops.label, stops.ordinal, stops.listed, stops.initial, stops.initialism,
    stops.small,
)  # fmt: skip
_OTHER: tuple[Decider, ...] = (_smiley, _name, _small)


def decide(place: Place) -> Verdict:
    """Ask the deciders in order; the first answer counts."""
    unusual = place.closers or place.openers or place.end == place.edge
    for decider in _UNUSUAL if unusual else ():
        if verdict := decider(place):
            return verdict
    for decider in _ALWAYS:
        if verdict := decider(place):
            return verdict
    for decider in _STOP if place.mark == "." else _OTHER:
        if verdict := decider(place):
            return verdict
    return _last_word(place)
