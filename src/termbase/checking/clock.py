"""Times of the twelve-hour clock → those whose half of the day is lost.

«6:05 p.m.» is 18:05 where hours are counted to 24; 6:05 is the morning there, and so is «6 Uhr».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.checking.measures import measured
from termbase.checking.numbers import Kind, Number
from termbase.text.lazy_pattern import lazy_pattern

Text = tuple[str, str, Iterable[Number]]
"""A text, its language, and its numbers."""
_COUNTING_TO_24 = ("be", "cs", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "uk")
_NOON, _DAY = 12, 24
_LONGEST = 16
_TOLD = """
    abend vormittag nachmittag nacht früh\\b am.morgen morgens
    soir après.midi nuit matin
    tarde noche madrugada mañana noite manhã
    sera\\b stasera pomeri antimerid notte stanotte mattin stamattina
    (?:van)?(?:avond|middag|nacht) vanmorgen ochtend
    wieczor rano\\b południ popołudni noc[aąy]\\b
    утр вечер вечар дня\\b ноч (?:по|после|до).полудня пополу
    [ву]?веч[іо]р [ву]вечері ранку вранці раніц ніч вночі
    ráno dopoledne odpoledne večer noci\\b
    eftermiddag förmiddag kväll natten morgonen
"""
_HALF = lazy_pattern(
    rf"\d[ \u00a0\u202f]?[ap]\.?[ \u00a0\u202f]?m\b|\b(?:{'|'.join(_TOLD.split())})", re.IGNORECASE
)
"""What tells a half of the day, or of a night, in words."""
_HOUR = {
    language: lazy_pattern(rf"[ \u00a0\u202f]?(?:{word})(?!\w)")
    for language, word in (("de", "Uhr"), ("fr", "h|heures"), ("ru", "часов|часа|ч"))
}
"""What makes an hour of a number without minutes, unless it lasts so long."""
_AT = {
    language: lazy_pattern(rf"\b(?:{word})[ \u00a0\u202f]?$", re.IGNORECASE)
    for language, word in (
        ("es", "(?:a|de|hasta) las?"), ("it", "d?all(?:e|['’])"), ("pt", "das|às?"),
        ("pl", r"o(?: godz(?:\.|inie))?|od"),
    )
}  # fmt: skip
"""What stands before an hour, and its minutes behind a point perhaps: «alle 8.30»."""
_LASTING = re.compile(
    r"(?:pendant|durant|après|en|de|dure|durent|toutes[ \u00a0]les|tou[st]"
    r"|через|за|около|каждые|длится|продолжается|на|в[ \u00a0]течение)[ \u00a0]$"
)


def unlike_halves(source: Text, target: Text) -> Iterator[tuple[Number, Number, str, str]]:
    """Yield where a time of the afternoon stands in the target as one of the morning.

    Returns:
        The time in both texts, and what stands there.

    >>> from termbase.checking.numbers import read_numbers
    >>> texts = ("At 6:05 p.m.", "en"), ("В 6:05.", "ru")
    >>> [told[2:] for told in unlike_halves(*((*one, read_numbers(*one)) for one in texts))]
    [('6:05 p.m.', '6:05')]
    """
    text, language, numbers = target[0], target[1], list(target[2])
    if language not in _COUNTING_TO_24:
        return
    times = {one.mantissa: one for one in numbers if is_time(one, text, language)}
    if not times or _HALF.search(text):
        return
    told = times.keys() | {one.mantissa for one in numbers if one.kind is Kind.WORD}
    for one, unit, end in measured(*source):
        same = times.get(one.mantissa) if unit == "pm" and one.mantissa < _NOON else None
        if same and one.mantissa + _NOON not in told:
            yield one, same, source[0][one.start : end], text[same.start : same.end]


def is_time(number: Number, text: str, language: str) -> bool:
    """Say whether a number is a time of the day, with its minutes or by the word behind it."""
    if number.kind is not Kind.QUANTITY:
        return number.kind is Kind.TIME
    if number.mantissa > _DAY:
        return False
    at, hour = _AT.get(language), _HOUR.get(language)
    if at:
        return bool(at.search(text, max(0, number.start - _LONGEST), number.start))
    if number.mantissa % 1 or not hour or not hour.match(text, number.end):
        return False
    return not _LASTING.search(text, max(0, number.start - _LONGEST), number.start)
