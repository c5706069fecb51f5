"""A term found in a text → whether it stands there as another word, derived from its own.

Recognition goes by forms, and some forms are words of their own: a participle beside a noun is an
adjective (hospitaliser, un patient hospitalisé), after être or avoir it is the verb. What stands
glued to the word before or behind it is no word at all.
"""

from __future__ import annotations

import re

from termbase.model.language import primary
from termbase.model.occurrence import Occurrence
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.normalise import fold
from termbase.text.words import words

_PARTICIPLE = lazy_pattern("(?:é|i|u)e?s?$")
_OTHER_FORM = lazy_pattern("(?:er|ir|re|ez|ait|ais|aient|ant|era|eront|issent)$")
"""How a French verb ends that is no participle and no noun either."""
_AUXILIARY = lazy_pattern(
    r"\b(?:êtres?|étant|été|su(?:is|ivant)|es|est|sommes|êtes|sont|étai(?:s|t|ent)|étions|étiez"
    r"|ser(?:a[is]?|ons|ez|ont|ais|ait|aient|ions|iez)|soi(?:s|t|ent)|soyons|soyez|fu(?:s|t|rent)"
    r"|avoir|ayant|eus?|ai|as|a|avons|avez|ont|av(?:ais|ait|aient|ions|iez)|aur\w{1,5}"
    r"|ai(?:e|es|t|ent)|ayons|ayez|eut|eurent)\b(?:[^\w.,;:!?()«»]+[\w'’-]+){0,3}\W*$",
    re.IGNORECASE,
)
_BEFORE = 60
"""How far back an auxiliary is looked for."""


def is_another_word(hit: Occurrence, text: str, language: str) -> bool:
    """Say whether a term stands in a text only as a word derived from it.

    Args:
        hit: Where the recogniser found the term.
        text: The text.
        language: Its BCP 47 tag.
    """
    if hit.term.match in ("regex", "stem"):
        return False
    if _is_glued(text, hit.start, hit.end):
        return True
    if not hit.inflected or primary(language) != "fr":
        return False
    own = [fold(word.text) for word in words(hit.term.text)]
    found = [fold(word.text) for word in words(text[hit.start : hit.end])]
    if len(own) > 1:
        return _loses_gender(own[0], found[0])
    return _is_adjective(own[0], found[0]) and not _AUXILIARY.search(
        text[max(0, hit.start - _BEFORE) : hit.start]
    )


def _is_glued(text: str, start: int, end: int) -> bool:
    """Say whether another word follows or goes before without a space: ``fichierOuvrir``."""
    head = start > 0 and text[start - 1].islower() and text[start].isupper()
    tail = end < len(text) and text[end - 1].islower() and text[end].isupper()
    return head or tail


def _loses_gender(own: str, found: str) -> bool:
    """Say whether a noun that begins a term has become a participle: mise en orbite, mis en orbite.

    A noun has one gender; what begins a longer term in the feminine and is another word in the
    masculine is no form of it.
    """
    single = own.removesuffix("s")
    return single.endswith("e") and found in (single[:-1], f"{single[:-1]}s")


def _is_adjective(own: str, found: str) -> bool:
    return bool(_PARTICIPLE.search(found) and _OTHER_FORM.search(own))
