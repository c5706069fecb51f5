"""Files of texts with keys in a folder → each of the source language beside its translations.

Programs say the language in the name (``messages_fr.properties``, ``strings.fr.resx``, ``fr.json``)
or in a folder above (``values-fr/strings.xml``, ``fr.lproj/…``, ``locales/fr/…``). A file that
names none is in the source language where translations stand beside it (``messages.properties``,
``values/``, ``Base.lproj``). What has nothing beside it is no translation but a setting of a
program, as a rule.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from termbase.cli._languages import SMALL_REGIONS
from termbase.model.language import speaks, tag_or_nothing

_HERE = "*"
"""Stands in a path for what names the language."""
_AT_END = re.compile(r"(.*)[-_.]([a-z]{2}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}))*)", re.DOTALL)
"""The stem of a file with a language behind a sign: its region is in capitals."""
_SMALL = re.compile(rf"(?:(.*)\.)?([a-z]{{2}})(?:-([a-z]{{2}})|_(\2|{SMALL_REGIONS}))", re.DOTALL)
"""A code with its region in small letters: ``pt-br``, ``nls.zh-cn``, ``fr_fr``."""
_WHOLE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})*")
_SETTINGS = re.compile(r"(?:package(?:-lock)?|composer|[jt]sconfig(?:\..+)?|.+\.align)\.json")
"""JSON that has no texts for people, though ``en/`` and ``fr/`` may each have it: of npm,
TypeScript, PHP, and the decisions on an alignment."""
_VALUES = re.compile(r"values-(?:b\+)?([a-z]{2}(?:-r[A-Z]{2}|(?:\+[A-Za-z]{2,4})*))")
_BASES = {"values": "values*", "Base.lproj": "*.lproj"}
"""What the folder of the source language is called where it names none."""


class KeyedPair(NamedTuple):
    """A file of the source language and a translation of it, with the languages of both."""

    paths: tuple[str, str]
    languages: tuple[str, str]


def keyed_pairs(paths: Sequence[str], source: str, targets: Sequence[str]) -> Iterator[KeyedPair]:
    """Yield each file of the source language with each of its translations, in order.

    A region stands for its language where that has no file of its own: one that has may leave out
    what it does not say otherwise.

    Args:
        paths: Of files whose texts have keys.
        source: Language of the source texts.
        targets: Languages of translations; every one that is there if empty.

    >>> [pair.languages for pair in keyed_pairs(["m.properties", "m_fr.properties"], "en", [])]
    [('en', 'fr')]
    """
    places: dict[str, dict[str, str]] = {}
    for path in paths:
        if _SETTINGS.fullmatch(os.path.basename(path)):
            continue
        for place, language in _places(path):
            places.setdefault(place, {}).setdefault(language, path)
    told = set()
    for spoken in places.values():
        ours = _first(spoken, source)
        if ours is None:
            continue
        wanted = targets or [one for one in spoken if _stands_alone(one, spoken, source)]
        for theirs in dict.fromkeys(one for each in wanted for one in _meant(spoken, each)):
            pair = spoken[ours], spoken[theirs]
            if theirs != ours and pair not in told:
                told.add(pair)
                yield KeyedPair(pair, (ours or source, theirs))


def languages_of(source: str, target: str) -> list[str | None]:
    """Return what the places of two files say of their languages; None where they say nothing.

    >>> languages_of("res/values/strings.xml", "res/values-fr/strings.xml")
    [None, 'fr']
    """
    theirs = dict(_places(target))
    said = ((one, theirs[place]) for place, one in _places(source) if place in theirs)
    one, other = next((pair for pair in said if pair[0] != pair[1]), ("", ""))
    return [one or None, other or None]


def _stands_alone(language: str, spoken: Collection[str], source: str) -> bool:
    """Say whether one of the languages of a place is one to check where nobody names any."""
    general = language.partition("-")[0]
    beside = general != language and general in spoken
    return bool(language) and not speaks(language, source) and not beside


def _first(spoken: dict[str, str], wanted: str) -> str | None:
    """Return which of some languages is meant by one, the nearest; empty for that of the base."""
    if wanted in spoken:
        return wanted
    general = wanted.partition("-")[0]
    if general in spoken:
        return general
    if spoken.get(""):
        return ""
    return next((one for one in spoken if one and speaks(one, wanted)), None)


def _meant(spoken: dict[str, str], wanted: str) -> list[str]:
    """Return which of some languages a translation may be in, all its regions where none is it."""
    nearest = _first({**spoken, "": ""}, wanted)
    if not nearest or nearest in (wanted, wanted.partition("-")[0]):
        return [nearest] if nearest else []
    return [one for one in spoken if one and speaks(one, wanted)]


def _places(path: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to read a path: what is left of it without its language, and that.

    >>> list(_places("de/app/m_fr.properties"))
    [('de/app/m*.properties', 'fr'), ('*/app/m_fr.properties', 'de')]
    >>> list(_places("res/values-pt-rBR/strings.xml"))[1:], list(_places("en.json"))
    ([('res/values*/strings.xml', 'pt-BR')], [('*.json', 'en')])
    """
    *folders, file = path.replace(os.sep, "/").split("/")
    bare, language = _of_file(file)
    for one, said in (*_with_small_region(file), (bare, language)):
        yield "/".join((*folders, one)), said
    for folder in dict.fromkeys(folders):
        base, spoken = _of_folder(folder)
        if base:
            inside = bare if spoken and language == spoken else file
            yield "/".join((*(base if one == folder else one for one in folders), inside)), spoken


def _of_file(name: str) -> tuple[str, str]:
    """Return the name of a file without its language, and that; empty if it names none."""
    stem, ending = os.path.splitext(name)
    found = _AT_END.fullmatch(stem)
    if found and (language := tag_or_nothing(found[2])):
        return f"{found[1]}{_HERE}{ending}", language
    if _WHOLE.fullmatch(stem) and (language := tag_or_nothing(stem)):
        return f"{_HERE}{ending}", language
    return f"{stem}{_HERE}{ending}", ""


def _with_small_region(name: str) -> Iterator[tuple[str, str]]:
    """Yield the same of a name that may end in such a code; ``my-fr`` may be one, or my French."""
    stem, ending = os.path.splitext(name)
    if found := _SMALL.fullmatch(stem):
        before, spoken, *region = found.groups("")
        if language := tag_or_nothing(f"{spoken}-{''.join(region)}"):
            yield f"{before}{_HERE}{ending}", language


def _of_folder(name: str) -> tuple[str, str]:
    """Return the same of a folder; two empty texts if it is none of a language."""
    if name in _BASES:
        return _BASES[name], ""
    if found := _VALUES.fullmatch(name):
        language = tag_or_nothing(found[1].replace("-r", "-").replace("+", "-"))
        return (_BASES["values"], language) if language else ("", "")
    bare = name.removesuffix(".lproj")
    language = tag_or_nothing(bare) if _WHOLE.fullmatch(bare) else ""
    return (_HERE + name[len(bare) :], language) if language else ("", "")
