r"""Our own rules → SRX, as far as SRX can say them: abbreviations by kind, marks, what follows.

Expressions are those that Java, ICU and `regex` read alike: no ``\h``, and nothing on the left of a
place that Java cannot look behind at: no group of several lengths repeated. Every rule judges the
place right behind the marks, before white space.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from termbase import languages
from termbase.languages import KNOWN, profile_of
from termbase.languages.abbreviations import Abbreviations, Kind, key_of
from termbase.languages.profile import Profile
from termbase.segmentation.rules import Rules
from termbase.segmentation.srx import LanguageMap, LanguageRule, SrxRule, SrxRules
from termbase.segmentation.srx_words import (
    ALONE,
    SPACE,
    abbreviations,
    alternatives,
    any_word,
    inner_stops,
    starting_words,
)

UNSAID = (
    "section numbers, captions and list items, except at the head of a paragraph",
    "brackets with more than 300 letters between a mark and their ends, and nested ones",
    "quotations that stay together (--quotes keep)",
    "salutations, message headers, separators, addresses, smileys",
    "lists on one line, writers who use no capitals, titles and verses that end with a line",
)
"""What our rules know and SRX cannot say."""

_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "de": "German", "en": "English", "es": "Spanish",
    "fr": "French", "it": "Italian", "ja": "Japanese", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_TOGETHER = 120
"""Abbreviations in one rule: few enough to read and to change in a CAT tool."""

_MARKS = ".!?…‼⁇⁈⁉؟۔।॥։።"
_WIDE = "。！？｡"
_CLOSERS = r"""["'”’“‘)\]}*_]"""
_NOTES = r"(?:\[\d{1,3}\]|[¹²³\u2070-\u2079])"
_TAIL = rf"(?:{SPACE}?»|{_CLOSERS}){{0,6}}{_NOTES}{{0,4}}"
_QUOTES = r"""["'”’“‘»]{0,3}"""
_OPENERS = r"""[\s«»"“”„‟‘‚'’(\[{—–¿¡*•/_-]{0,6}"""
_SMALL = rf"\s+{_OPENERS}\p{{Ll}}"
_CAPITAL = rf"\s+{_OPENERS}\p{{Lu}}"
_GOES_ON = r"""(?![,;:)\]}»”/]|[«"“„][.,;:()]|[.!?…]+(?:\s|["”»]|$))"""
_VOWELS = "aeiouyàâäãåáéèêëíîïìóôöõòøúùûüýœæąęаеёиоуыэюяіїєў"
_INITIAL = r"(?<![\p{L}\p{Nd}°-])\p{Lu}\."
_INITIALISM = rf"\p{{L}}{{1,2}}\.(?<={ALONE}\p{{L}}{{1,2}}\.-?\p{{L}}{{1,2}}\.)"
_NUMBER_AHEAD = r"\s*(?:\p{Nd}|[IVXLCDM]+(?!\p{L})|\p{Lu}(?!\p{L}))"


def exported(rules: Rules) -> SrxRules:
    """Return our own rules for every language that we know, as SRX rules that cascade.

    >>> exported(Rules()).maps[1].pattern
    'ar(?:[-_].*)?'
    """
    found = [LanguageRule("Structure", tuple(_structure()))]
    maps = [LanguageMap(".*", "Structure")]
    for tag in KNOWN:
        profile = profile_of(tag)
        of_language = tuple(_of_language(profile, rules.abbreviations))
        if of_language:
            name = _NAMES.get(tag, tag)
            found.append(LanguageRule(name, of_language))
            maps.append(LanguageMap(f"{tag}(?:[-_].*)?", name))
    found.append(LanguageRule("Default", tuple(_default())))
    maps.append(LanguageMap(".*", "Default"))
    return SrxRules(tuple(found), tuple(maps), cascade=True)


def _structure() -> Iterator[SrxRule]:
    """Yield what holds before any abbreviation is looked at."""
    for opened, closed in (("(", ")"), ("[", "]"), ("（", "）")):
        inside = rf"[^\{opened}\{closed}]{{0,300}}"
        yield SrxRule(
            breaks=False,
            before=rf"[{_MARKS}{_WIDE}]+{_QUOTES}(?<=\{opened}{inside})(?={inside}\{closed})",
            remark="inside brackets nothing is cut",
        )
    yield SrxRule(
        breaks=False,
        before=r"\.(?<=[,!?…»“”\"]\s?[—–-]\s?\p{Ll}[^.!?…]{0,200}\.)",
        after=r"\s[—–-]\s",
        remark="the same person goes on speaking after the author's words",
    )
    yield _no(rf"[{_MARKS}]+[\"”»]", r"\s\(\p{Nd}", "a quoted title and its year")
    yield _no(r"[(\[](?:\.{3}|…)[)\]]", r"\s", "an omission goes with what follows")
    yield _no(r"[.!?]", r"\s\[\d{1,3}\]\s", "a note goes with what stands before it")
    yield SrxRule(
        breaks=False,
        before=r"^\s*[\[(]?§{0,2}\s?(?:\d[\d.]{0,15}|\p{L}|[IVXLC]{1,6}|[ivxlc]{1,6})[\])]?\.",
        after=r"\s",
        remark="a number or letter at the head of a paragraph numbers what follows",
    )


def _of_language(profile: Profile, more: Abbreviations | None) -> Iterator[SrxRule]:
    kinds = _written(profile, more)
    never = [*kinds[Kind.NEVER], *kinds[Kind.INITIAL]]
    number, ambiguous = kinds[Kind.NUMBER], kinds[Kind.AMBIGUOUS]
    closing = kinds[Kind.CLOSING]
    words = [one for one in number if key_of(one) in profile.starters]
    starting = starting_words(profile)
    yield from _quoted(profile)
    yield from _fronted(profile, [*closing, *kinds[Kind.UNIT]], starting)
    yield from _units(kinds[Kind.UNIT])
    for stops in _parted(inner_stops([*never, *ambiguous, *closing])):
        yield _no(rf"{ALONE}(?:{'|'.join(stops)})", "", "a full stop inside an abbreviation")
    for together in _parted(closing):
        listed = abbreviations(together)
        yield _no(listed, _SMALL, "before a small letter")
        yield SrxRule(True, listed, _CAPITAL, remark="before a capital")
    for together in _parted(number):
        yield _no(abbreviations(together, capitals=True), _NUMBER_AHEAD, "before a number")
        small = [one for one in together if one not in words]
        if small:
            yield _no(abbreviations(small), _SMALL, "before a small letter")
    for together in _parted(never):
        yield _no(abbreviations(together, capitals=True), r"\s", "something always follows")
    ends = [abbreviations(one) for one in _parted(ambiguous)]
    ends += [_INITIAL, _INITIALISM] if profile.listed else []
    for end in ends:
        if starting:
            yield SrxRule(True, end, rf"\s+{_OPENERS}{starting}", remark="a word that starts")
    for end in ends:
        yield _no(end, r"\s", "before any other word")
    yield from _numbered(profile)


def _quoted(profile: Profile) -> Iterator[SrxRule]:
    if profile.speech_verbs:
        yield _no(
            rf"[!?…]+{SPACE}?[\"'”’»]",
            rf"\s+(?:I|\p{{Lu}}\p{{Ll}}+(?:\s\p{{Lu}}\p{{Ll}}+)?)\s{any_word(profile.speech_verbs)}",
            "who speaks is told after the quotation",
        )
    if profile.reporting:
        yield _no(
            rf"[{_WIDE}]+[」』”’]", profile.reporting, "the sentence goes on behind the quotation"
        )


def _fronted(profile: Profile, times: Sequence[str], starting: str) -> Iterator[SrxRule]:
    """Yield the refusal of At 5 a.m. Mr. Smith went."""
    dotted = [one for one in times if "." in key_of(one)]
    if profile.fronting and dotted and starting:
        heads = any_word(word.capitalize() for word in profile.fronting)
        yield _no(
            rf"{ALONE}{heads}\s[^.!?;:]{{0,40}}{abbreviations(dotted, capitals=True)}",
            rf"\s+(?!{_OPENERS}{starting})\p{{Lu}}",
            "a time put first; its sentence goes on",
        )


def _units(units: Sequence[str]) -> Iterator[SrxRule]:
    if units:
        unit = alternatives(units, capitals=True)
        before = rf"(?:\p{{Nd}}|(?<!\p{{L}})[IVXLCDM]{{1,6}}){SPACE}?(?:{unit}\.?{SPACE})?{unit}\."
        after = rf"{_SMALL}|\s+\p{{Nd}}+{SPACE}?{unit}\."
        yield _no(before, after, "a unit after a number, and the sentence goes on")
        yield SrxRule(True, before, _CAPITAL, remark="a unit after a number, before a capital")


def _numbered(profile: Profile) -> Iterator[SrxRule]:
    if profile.labels:
        labels = any_word([*profile.labels, *(one.capitalize() for one in profile.labels)])
        yield _no(
            rf"^\s*{labels}\.?\s+\d[\d.-]{{0,15}}\.", r"\s", "the number of a figure or a table"
        )
    if profile.ordinals:
        months = any_word([*profile.ordinals, *(one.capitalize() for one in profile.ordinals)])
        yield _no(r"(?<!\p{Nd})\p{Nd}{1,2}\.", rf"\s+{months}", "an ordinal number")
    if profile.before_ordinals:
        heads = any_word([*profile.before_ordinals, *map(str.capitalize, profile.before_ordinals)])
        yield _no(rf"{ALONE}{heads}\s\p{{Nd}}{{1,2}}\.", r"\s", "an ordinal number")


def _default() -> Iterator[SrxRule]:
    """Yield what holds for every language."""
    yield _no(_INITIAL, r"\s", "initials of a name")
    yield _no(_INITIALISM, r"\s", "letters with full stops")
    yield SrxRule(
        True,
        rf"\.(?<=(?<![\p{{L}}\p{{Nd}}-])(?=\p{{L}}{{0,29}}[{_VOWELS}])\p{{L}}{{3,30}}\.)",
        r"\s+[«\"“(]?\p{Ll}",
        remark="a plain word and a full stop, though a small letter follows",
    )
    yield SrxRule(
        True,
        r"[.!?](?<=(?:^|\s)[^\s/@\\=_.{}]{0,60}\p{Ll}{2}[.!?])",
        r"\p{Lu}\p{Ll}+(?:[^\s/@\\=_.{}]{0,60}(?:[.!?,]?\s|[.!?,]?$))",
        remark="two sentences touch",
    )
    yield SrxRule(
        True,
        r"\.(?<=(?:\p{L}{3}|[)\]”\"»])\.)\d{1,3}(?:[ ,–]\d{1,3}){0,9}|[.!?]\s\[\d{1,3}\]",
        r"\s+[“\"«(]?\p{Lu}",
        remark="the number of a note stands behind the mark",
    )
    yield SrxRule(
        True,
        rf"[{_WIDE}]+[」』”’）»]*",
        rf"\s*(?![」』”’）»{_WIDE}、，])\S",
        remark="a mark of a script that needs no space",
    )
    yield SrxRule(
        True,
        rf"[{_MARKS}]+(?:{SPACE}[!?]+){{0,3}}{_TAIL}",
        rf"\s+{_GOES_ON}(?!{_OPENERS}\p{{Ll}})",
        remark="a mark ends a sentence",
    )


def _no(before: str, after: str, remark: str) -> SrxRule:
    return SrxRule(breaks=False, before=before, after=after, remark=remark)


def _parted(entries: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(entries), _TOGETHER):
        yield entries[start : start + _TOGETHER]


def _written(profile: Profile, more: Abbreviations | None) -> dict[Kind, list[str]]:
    """Return the abbreviations of a language and of the user by kind, as they are written."""
    listed = profile.abbreviations.joined(more) if more else profile.abbreviations
    spelt = _spellings(profile)
    found: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for key, kind in sorted(listed.kinds.items()):
        found[kind].append(spelt.get(key, key))
    found[Kind.UNIT] = [spelt.get(key, key) for key in sorted(listed.units)]
    return found


def _spellings(profile: Profile) -> dict[str, str]:
    """Return how the list of a language writes each key: with its spaces."""
    if not profile.listed:
        return {}
    path = os.path.join(os.path.dirname(languages.__file__), f"{profile.tag}.abbreviations.txt")
    with open(path, encoding="utf-8") as lines:
        entries = ",".join(line.split("#", 1)[0].strip() for line in lines).split(",")
    return {key_of(one): one.strip() for one in entries if one.strip()}
