"""Small numbers that German and Spanish write out → where the other text has another one.

Words are generous where they excuse a number (``verdreifacht``, ``trimestre`` and ``Dreiviertel``
all have a three) and few where they are compared: what is a verb, a noun or part of a time as
often («sieben», «Acht», «halb sechs») is not. Only a number on each side that the other one lacks
is another number; what is missing alone may be told in other ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.checking.number_side import Side
from termbase.checking.numbers import Kind
from termbase.text.lazy_pattern import lazy_pattern

_FIRST, _LARGEST = 2, 12


class _Word(NamedTuple):
    """How a language writes a number: counting, in a row, and what else may stand for it."""

    counting: str
    ordinal: str
    told: str


_GERMAN = {
    2: _Word("zwei", "zweit", "zw[eo]|beid|paar|dopp|halb|alle acht wochen"),
    3: _Word("drei", "dritt", "dr[ei]|ter[tz]"),
    4: _Word("vier", "viert", "vier|quart"),
    5: _Word("fünf", "fünft", "fünf|quint"),
    6: _Word("sechs", "sechst", "sech|halb(?:es|en|e) jahr"),
    7: _Word(r"sieben(?![.,;:!?]|$|[ \u00a0]und[ \u00a0])", "siebt", "sieb|woche"),
    8: _Word("acht", "", "acht"),
    9: _Word("neun", "neunt", "neun"),
    10: _Word("zehn", "zehnt", "ze[hn]|jahrzehnt|dekad"),
    11: _Word("elf", "elft", "elf"),
    12: _Word("zwölf", "zwölft", "zwölf|dutzend"),
}
_SPANISH = {
    2: _Word("dos", "", "dos|segund|dobl|duplic|amb[oa]s|par|bi|cada ocho semanas"),
    3: _Word("tres", "tercer[ao]?", "tre|terc|tri"),
    4: _Word("cuatro", "", "cua|cuá"),
    5: _Word("cinco", "quint[ao]", "cinc|quin|lustro"),
    6: _Word("seis", "sext[ao]", "sei|sex|semes"),
    7: _Word("siete", "séptim[ao]", "siet|sép|set|seman"),
    8: _Word("ocho", "octav[ao]", "oc[ht]"),
    9: _Word("nueve", "noven[ao]", "nuev|nov"),
    10: _Word("diez", "", "di[ec]|déc|dec"),
    11: _Word("once", "", "once|undéc"),
    12: _Word("doce", "", "doc|duodéc"),
}
_GERMAN_GOES_ON = (
    r"(?:(?:jährig|tägig|stündig|minütig|wöchig|monatig|fach|köpfig|stellig|seitig|teilig|stöckig"
    r"|malig|türig|sprachig|gängig)\w{0,2}|mal(?![ \u00a0](?:im|pro|jährlich)))?"
)
_GERMAN_ORDINAL = "(?:en|er|es|em|e)"
_GERMAN_TIME = r"(?<!halb )(?<!viertel )(?<!viertel vor )(?<!viertel nach )"
_SPANISH_TIME = r"(?<!menos )(?<! y )"
_SPANISH_TIME_ON = r"(?! y (?:media|cuarto)| menos )"
_NO_FLOOR = r"(?![ \u00a0](?:stock|etage|obergeschoss|piso|planta))"
"""Storeys are counted from another one elsewhere."""


class _Words(NamedTuple):
    """The words of a language: what is compared, in groups by number, and what may stand for it."""

    compared: re.Pattern[str]
    told: dict[int, re.Pattern[str]]


def _words(words: dict[int, _Word], before: str, counting: str, ordinal: str) -> _Words:
    """Return how to find the words of a language.

    Args:
        words: By number.
        before: What may not stand before them.
        counting, ordinal: What may stand or not behind a word of either kind.
    """
    groups = "|".join(
        f"(?P<n{number}>{word.counting}{counting}"
        + (f"|{word.ordinal}{ordinal}{_NO_FLOOR})" if word.ordinal else ")")
        for number, word in words.items()
    )
    return _Words(
        lazy_pattern(rf"(?<![\w-]){before}(?:{groups})(?!\w)", re.IGNORECASE),
        {
            number: lazy_pattern(
                rf"(?<!\w)(?:ver|und|hundert|tausend)?(?:{word.told})", re.IGNORECASE
            )
            for number, word in words.items()
        },
    )


_KNOWN = {
    "de": _words(_GERMAN, _GERMAN_TIME, _GERMAN_GOES_ON, _GERMAN_ORDINAL),
    "es": _words(_SPANISH, _SPANISH_TIME, _SPANISH_TIME_ON, ""),
}
FEW_LANGUAGES = frozenset(_KNOWN)
"""Where one of two texts is in one of these and we read the other one, they are compared."""
_LIVES = re.compile(
    r"[ \u00a0](?:leben|lives|vidas|vies|жизней)\b|(?<=olke sieben)\b|(?<=cloud nine)\b",
    re.IGNORECASE,
)
"""A cat has seven of them or nine, and so are the clouds of the happy counted."""
_OF_CATS = (7, 9)
_BEGINS = frozenset('.!?:»«“”„"—–')
"""Where a sentence begins, a noun and a number have a capital in German."""


def unlike_few(source: Side, target: Side) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where a small number of the source is another one in the target.

    >>> list(unlike_few(Side("Acht Uhr", "de"), Side("Las siete", "es")))
    [((0, 4), (4, 9))]
    """
    ours, theirs = list(_few(source)), list(_few(target))
    if not (ours and theirs):
        return
    lost = [span for value, span in ours if not _tells(target, value, source.text[slice(*span)])]
    added = [span for value, span in theirs if not _tells(source, value, target.text[slice(*span)])]
    if len(lost) == len(added):
        yield from zip(lost, added, strict=True)


def _few(side: Side) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the small numbers of a text that are compared."""
    for value, span in _written(side):
        if value not in _OF_CATS or not _LIVES.match(side.text, span[1]):
            yield value, span


def _written(side: Side) -> Iterator[tuple[int, tuple[int, int]]]:
    for one in side.numbers:
        counts = one.kind in (Kind.QUANTITY, Kind.WORD) and _FIRST <= one.mantissa <= _LARGEST
        if counts and not one.mantissa % 1:
            yield int(one.mantissa), (one.start, one.end)
    known = _KNOWN.get(side.language)
    for match in known.compared.finditer(side.text) if known else ():
        if side.language != "de" or not _is_noun(match):
            yield int(str(match.lastgroup)[1:]), match.span()


def _is_noun(match: re.Match[str]) -> bool:
    """Say whether a word has the capital of a German noun: «die Elf», «außer Acht»."""
    text, start = match.string, match.start()
    begins = start < _FIRST or text[start - 1] in _BEGINS or text[start - _FIRST] in _BEGINS
    return match.group()[0].isupper() and not begins and text[match.end() : match.end() + 1] != "-"


def _tells(side: Side, value: int, written: str) -> bool:
    """Say whether a text may say a number, in any way, or has the word itself, as in a name."""
    if value in side.told or any(one.mantissa == value for one in side.numbers):
        return True
    if re.search(rf"(?<!\w){re.escape(written)}(?!\w)", side.text, re.IGNORECASE):
        return True
    known = _KNOWN.get(side.language)
    return bool(known and known.told[value].search(side.text))
