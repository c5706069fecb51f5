"""Headings of columns into languages: by name, by code, with a region in brackets.

The one fact to remember: brackets that say something else than a region or a language, such as
``English (definition)``, make another column of it, which holds no terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from termbase.model.language import language_named, language_tag, primary, tag_or_nothing

_BRACKETS = re.compile(r"([^()\[\]]+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]")
_BEHIND = re.compile(r"([^\W_]{2,}?)\s*[-–_]\s*([^\W_][\w ]*)")
"""A region, or the name once more, behind a dash or an underscore: «English_United States»."""
_TWICE = re.compile(r"\s*[/|]\s*|\s+[-–]\s+")
"""Between two names of one language: «English / Anglais», «EN - English»."""
NUMBERING = {"id", "no", "nr"}
"""Headings of languages that mostly head numbers."""
_NUMBERS = re.compile(
    r"(?:(?:concept|entry|term|record|row|line|lfd|konzept|fiche|terme|ligne|концепт|термин|запись)s?"
    r"[ ._-]*)?(?:ids?|identifier|identifiant|идентификатор|uuid|guid|no|nr|n[°ºo]|№|num|numéro"
    r"|nummer|номер|#)\.?(?: п/п)?"
)
"""Headings of a column that numbers rows or names them."""
_TERM = re.compile(
    r"(?<![^\W_])(?:terms?|termes?|термин(?:ы|ов)?|begriffe?|términos?|termin[ei]"
    r"|synonyme?s?|sinónimos?|синоним(?:ы|ов)?|benennung(?:en)?|термін(?:и|ів)?"
    r"|text[eo]?s?|testo|текст|equivalents?|équivalente?s?|equivalentes?|эквивалент(?:ы|ов)?|entsprechung(?:en)?"
    r"|translations?|traductions?|traducción|traduzione|перевод|übersetzung"
    r"|language|langue|sprache|idioma|lingua|język|язык|мова)(?![^\W_])|术语|術語|_"
)
_SIDE = re.compile(
    r"(?<![^\W_])(?:(source|src|исходный|ausgangssprache|quelle)"
    r"|(target|tgt|cible|целевой|zielsprache|ziel))(?![^\W_])"
)
_DEFINITION = re.compile(
    r"(?<![^\W_])(?:def|definition|définition|определение|definición|definizione|definição)(?![^\W_])"
)
_STATUS = re.compile(
    r"(?<![^\W_])(?:(?:term|usage)\s)?(?:status|statut|estado|stato|статус)(?![^\W_])"
)
LONGEST = 200
"""A longer cell is no heading, and its blanks would be looked through again and again."""
AROUND = " -_/:,()[]"
_REGIONS = {
    "united states": "US",
    "usa": "US",
    "united kingdom": "GB",
    "uk": "GB",
    "great britain": "GB",
    "canada": "CA",
    "france": "FR",
    "belgium": "BE",
    "switzerland": "CH",
    "germany": "DE",
    "austria": "AT",
    "spain": "ES",
    "mexico": "MX",
    "italy": "IT",
    "portugal": "PT",
    "brazil": "BR",
    "russia": "RU",
    "belarus": "BY",
    "china": "CN",
    "prc": "CN",
    "taiwan": "TW",
    "latin": "Latn",
    "cyrillic": "Cyrl",
    "simplified": "Hans",
    "traditional": "Hant",
}
_SUBTAGS = {*_REGIONS.values(), "Arab", "Deva", "Guru", "Hebr", "Mong", "Tfng"}
_SUBTAGS |= {"valencia", "oxendict", "tarask", "yue", "cmn"}
"""Scripts, variants and languages of letters alone that headings have behind a code."""


def language_of_heading(heading: str) -> str:
    """Return the tag of the language that heads a column; empty if none does.

    Args:
        heading: Such as ``Russian``, ``EN-GB``, ``English (US)``, ``en (GB)``, ``French [fr]``,
            ``French term`` or ``English / Anglais``.

    >>> language_of_heading("English (US)"), language_of_heading("French [fr]")
    ('en-US', 'fr')
    >>> language_of_heading("English (definition)"), language_of_heading("key")
    ('', '')
    >>> language_of_heading("Terme français"), language_of_heading("term_no")
    ('fr', '')
    >>> language_of_heading("en_US"), language_of_heading("English_United Kingdom")
    ('en-US', 'en-GB')
    >>> language_of_heading("sr_Latn"), language_of_heading("FR_note")
    ('sr-Latn', '')
    >>> language_of_heading("English_United_States"), language_of_heading("Chinese_PRC")
    ('en-US', 'zh-CN')
    """
    if len(heading) > LONGEST:
        return ""
    said = _TERM.sub(" ", heading.lower())
    name = said.strip().strip("()[]").strip()
    if said != heading.lower() and (name in NUMBERING or _language(name)):
        return "" if name in NUMBERING else _language(name)
    names = {_language(one) for one in _TWICE.split(heading.strip())}
    if len(names) == 1 and "" not in names:
        return names.pop()
    tag = _language(heading)
    if tag:
        return "" if primary(tag) in NUMBERING and tag != primary(tag) else tag
    for kind in (_BRACKETS, _BEHIND):
        parts = kind.fullmatch(heading.strip())
        if parts and (tag := _language(parts[1])):
            return _in_region(tag, parts[2])
    return ""


def is_numbering(heading: str) -> bool:
    """Say whether a heading is that of numbers or identifiers, and of nothing to be read.

    >>> [is_numbering(one) for one in ("concept_id", "Lfd. Nr.", "№ п/п", "Code", "identity")]
    [True, True, True, False, False]
    """
    return len(heading) <= LONGEST and bool(_NUMBERS.fullmatch(heading.strip().lower()))


def is_script(heading: str) -> bool:
    """Say whether a heading may name a script, as «Latin» does beside the language.

    >>> is_script("Latin"), is_script("Switzerland")
    (True, False)
    """
    return len(_REGIONS.get(heading.strip().lower(), "")) == len("Latn")


def _in_region(tag: str, said: str) -> str:
    """Return the tag of a language with the region or script that is said of it; empty if what is
    said is neither, nor the language once more.
    """
    inside = _language(said)
    if inside and primary(inside) == primary(tag):
        return max(inside, tag, key=len)
    region = _REGIONS.get(said.lower().replace("_", " "), said)
    two_letters = len(region) == 2 and region.isascii() and region.isalpha()
    return language_tag(f"{tag}-{region}") if two_letters or region in _REGIONS.values() else ""


def languages_of_sides(headings: Iterable[str]) -> list[str]:
    """Return the languages of headings that say which side they are; empty for all others.

    Only where both sides are there: «Source EN» alone may say where an English term was found.

    >>> languages_of_sides(["Source (EN)", "Terme cible (FR)", "Note"])
    ['en', 'fr', '']
    >>> languages_of_sides(["EN", "Source EN"])
    ['', '']
    """
    found: list[str] = []
    sides = set()
    for heading in headings:
        side = _SIDE.search(heading.lower())
        said = _TERM.sub(" ", _SIDE.sub(" ", heading.lower()))
        found.append(_language(said.strip(AROUND)) if side else "")
        if side and found[-1]:
            sides.add(side.lastindex)
    return found if len(sides) == 2 else [""] * len(found)


def definition_of_heading(heading: str) -> str:
    """Return ``definition``, with the language that a heading names for it; empty if it heads none.

    >>> definition_of_heading("definition"), definition_of_heading("english (definition)")
    ('definition', 'definition:en')
    >>> definition_of_heading("définition_fr"), definition_of_heading("definition / remarks")
    ('definition:fr', '')
    """
    said = _DEFINITION.sub(" ", heading.lower())
    if said == heading.lower() or len(heading) > LONGEST:
        return ""
    rest = said.strip(AROUND)
    tag = language_of_heading(rest) if rest else ""
    return f"definition:{tag}" if tag else "" if rest else "definition"


def status_of_heading(heading: str) -> str:
    """Return ``status``, with the language of whose terms a heading says it; empty if it does not.

    >>> status_of_heading("English status"), status_of_heading("Statut (FR)")
    ('status:en', 'status:fr')
    >>> status_of_heading("Status"), status_of_heading("English"), status_of_heading("status page")
    ('status', '', '')
    """
    said = _STATUS.sub(" ", heading.lower()) if len(heading) <= LONGEST else heading.lower()
    if said == heading.lower():
        return ""
    rest = said.strip(AROUND)
    tag = language_of_heading(rest) if rest else ""
    return f"status:{tag}" if tag else "" if rest else "status"


def _language(text: str) -> str:
    """Return the tag of a name or a code.

    Any three letters may be a language of ISO 639-3; a column «key» or «ref» is none. Any word
    behind a code may be a script or a variant; in «FR_note» and «EN_status» it is none.
    """
    tag = language_named(text) or tag_or_nothing(text)
    main, *more = tag.split("-")
    words = (one for one in more if one.isalpha() and len(one) > 2)
    own = "x" in more or all(one in _SUBTAGS for one in words)
    return tag if len(main) == 2 and own else ""
