"""Name's transliteration: a Russian surname is not written by the rules of the target language.

Between Cyrillic and Latin letters each sound of a surname in -ov, -ev, -in, -sky, -enko comes back,
and English and French write it in their own ways: Khrushchev and Khrouchtchev. Names with a
tradition of their own, given names and places are not judged.

    bad   ru Об этом сказал Баканов. | en Bakunov said so.
    bad   ru Речь Хрущёва. | en Khrouchtchev's speech.
    bad   ru Гонку выиграл Кузнецов. | fr La course a été gagnée par Kuznetsov.
    good  ru Речь Хрущёва. | fr Le discours de Khrouchtchev.
    good  ru Об этом сказал Баканов. | en Bakanov said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from termbase.checking.names import Name, counterpart, heard, names
from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.normalise import fold
from termbase.text.scripts import in_one_script
from termbase.text.sound import is_cyrillic

ID = "T702"
SEVERITY = Severity.WARNING
ON = False

_SURNAME = lazy_pattern(
    r"(?P<stem>[А-ЯЁ][а-яё]+(?:[оеё]в|ин|ын|[сц]к|енко))"
    r"(?:а|у|ым|ом|е|ой|ы|ых|ыми|ий|ого|ому|им|ая|ую|их|ими)?"
)
_LATIN_SURNAME = lazy_pattern(
    r"(?P<stem>[A-Z][a-zà-ÿ'’]+(?:[oe]v|[oe]ff|[sc]k|enko))(?:a|aya|aïa|e|y|i|iy|ij|ii)?"
)
_FRENCH = lazy_pattern(r"tch|ou|ine$|[ïé]|dj|ieff$", re.IGNORECASE)
_ENGLISH = lazy_pattern(r"sh|zh|oo|y[aeou]", re.IGNORECASE)
_BARE_CH = lazy_pattern(r"(?<!t)ch", re.IGNORECASE)
_BARE_U = lazy_pattern(r"(?<![aeo])u", re.IGNORECASE)
_SLAVIC_U = lazy_pattern(r"(?=.*у).*[оеё]в(?:а|у|ым|ом|е|ой|ы|ых|ыми)?", re.IGNORECASE)
"""French writes у as ou: Kouznetsov. Names in -in may be of anywhere: Dublin, Augustin."""
_FOREIGN = lazy_pattern("c(?!h)|[qxw]", re.IGNORECASE)
_SLIPS = 1
_PLACES = frozenset({"женев", "genev", "бруклин"})
"""Stems that look like a surname's and have names of their own in each language."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report each surname whose letters do not come back, or come back in another tongue's."""
    if not reading.translated:
        return
    cyrillic = is_cyrillic(reading.pair.source), is_cyrillic(reading.pair.target)
    if cyrillic[0] is cyrillic[1]:
        return
    theirs = names(in_one_script(reading.prose))
    for name in names(reading.source_prose):
        pattern = _SURNAME if cyrillic[0] else _LATIN_SURNAME
        surname = pattern.fullmatch(name.text)
        other = counterpart(name, theirs) if surname else None
        if not surname or not other or _has_tradition(name, other, surname["stem"]):
            continue
        wrong = _wrong(surname["stem"], other, (_SURNAME, _LATIN_SURNAME)[cyrillic[0]])
        tongue = _other_tongue(name, other.text, primary(reading.target_language))
        if wrong or tongue:
            yield reading.at(
                ID,
                SEVERITY,
                f"name differs: {name.text} → {other.text}",
                f"written as in {tongue}" if tongue else "a letter is another one",
                source=(name.start, name.end),
                target=(other.start, other.end),
            )


def _has_tradition(name: Name, other: Name, stem: str) -> bool:
    """Say whether a name has a spelling of its own: a place, or letters no transliteration has."""
    return fold(stem) in _PLACES or any(_FOREIGN.search(one.text) for one in (name, other))


def _wrong(stem: str, other: Name, pattern: re.Pattern[str]) -> bool:
    """Say whether the sounds of a surname's stem come back nearly, but not quite."""
    match = pattern.fullmatch(other.text)
    there = heard(match["stem"]) if match else heard(other.text)
    here = heard(stem)
    if not here or not there or here & there:
        return False
    return min(Levenshtein.distance(one, two) for one in here for two in there) <= _SLIPS and (
        match is not None
    )


def _other_tongue(name: Name, written: str, language: str) -> str:
    """Return the language whose letters a Russian name has in a text of another one."""
    if not is_cyrillic(name.text):
        return ""
    if language == "en" and _FRENCH.search(written) and re.search("[чуджшщё]", name.text):
        return "French"
    hushed = re.search("[шщ]", name.text)
    rounded = _SLAVIC_U.fullmatch(name.text) and "ou" not in written.lower()
    if language == "fr" and rounded and _BARE_U.search(written):
        return "English"
    bare = _BARE_CH.search(written) and not hushed  # French writes ч as tch, ш as ch
    if (
        language == "fr"
        and (_ENGLISH.search(written) or bare)
        and re.search("[чжшщуюя]", name.text)
    ):
        return "English"
    return ""
