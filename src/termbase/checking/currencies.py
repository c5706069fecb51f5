"""Currencies and per cent: their signs, their codes and their names in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from termbase.checking.measure_tables import OF_CANADA
from termbase.checking.numbers import Number
from termbase.text.lazy_pattern import lazy_pattern

_SPACES = " \u00a0\u202f"
CURRENCIES = {
    "$": r"\$|dollars?|USD|доллар\w*|долл\.?", "€": r"€|euros?|EUR|евро",
    "£": r"£|pounds?|livres?|GBP|фунт\w*", "₽": r"₽|rou?bles?|RUB|рубл\w*|руб\.?",
    "¥": r"¥|yens?|yuans?|JPY|CNY|иен\w*|юан\w*",
}  # fmt: skip
"""What may stand behind a sum, by the sign of the currency."""
_SCALE = (
    r"(?:million|milliard|billion|thousand|trillion|mille|mds?|bn|m"
    r"|млн|млрд|тыс|трлн|миллион|миллиард|тысяч)\w*\.?"
)
_BEHIND_A_SUM = {
    sign: lazy_pattern(
        rf"(?:[{_SPACES}-]?{_SCALE})?(?:[{_SPACES}](?:de|d['’]|US|of))?[{_SPACES}-]?(?:{words})(?!\w)",
        re.IGNORECASE,
    )
    for sign, words in CURRENCIES.items()
}
_BEFORE_A_SUM = {sign: lazy_pattern(rf"{re.escape(sign)}[{_SPACES}]?$") for sign in CURRENCIES}
PER_CENT = lazy_pattern(
    rf"{OF_CANADA}(?:100|cent)\b|[{_SPACES}]?(?:%(?![a-zA-Z])|‰|per[{_SPACES}-]?cent|pour[{_SPACES}-]?cent"
    rf"|prozent|promille|vo[mn][{_SPACES}]hundert|por[{_SPACES}](?:cento|ciento|mil\b)|procent|proc\.|(?:per|pour)[{_SPACES}-]?mille|процент|промилле)",
    re.IGNORECASE,
)
PER_CENT_SIGNS = (
    "%",
    "‰",
    "p.",
    "proc",
    "cento",
    "cent",
    "mille",
    "rozent",
    "hundert",
    "ciento",
    "por mil",
    "процент",
    "промилле",
)
"""One of these stands wherever `PER_CENT` is met; looked for first, since most texts have none."""
PER_CENT_LANGUAGES = ("de", "en", "es", "fr", "it", "pl", "pt", "ru")
"""Whose words for it stand here."""
POINTS = lazy_pattern(
    rf"\b(?:points?|pp|pts?|punt[io]|puntos|pontos?|punkt\w*|prozentpunkte?n?|пункт\w*|п\.[{_SPACES}]?п|p\.[{_SPACES}]?p)\b",
    re.IGNORECASE,
)
"""What a translation may count per cent in."""
_SHORT = {
    "$": r"\$|\bUSD\b", "€": r"€|\bEUR\b", "£": r"£|\bGBP\b", "JPY": r"¥|\bJPY\b",
    "CNY": r"¥|\bCNY\b", "₽": r"₽|\bRUB\b|\bруб\b|\d[^\S\n]?р\.", "%": r"%", "CHF": r"\bCHF\b",
    "₴": r"₴|\bUAH\b", "zł": r"\bzł\b|\bPLN\b", "₹": r"₹|\bINR\b",
    "₺": r"₺|\bTRY\b", "₸": r"₸|\bKZT\b",
}  # fmt: skip
_NAMES = {sign: f"(?:{words})" for sign, words in CURRENCIES.items() if sign in _SHORT} | {
    "JPY": r"(?:¥|yens?|JPY|иен\w*)",
    "CNY": r"(?:¥|yuans?|CNY|юан\w*)",
    "%": r"(?:per ?cent|pour[ -]cent|percentage|pourcentage|процент\w*)",
    "CHF": r"(?:swiss francs?|francs? suisses?|швейцарск\w+ франк\w*)",
    "₴": r"(?:hryvnias?|гривн\w+)",
    "zł": r"(?:zlotys?|złotys?|злот\w+)",
    "₹": r"(?:rupees?|roupies?|рупи\w+)",
    "₺": r"(?:turkish liras?|livres? turques?|турецк\w+ лир\w*)",
    "₸": r"(?:tenges?|тенге)",
}
_WHOSE = (
    r"(?:(?:us|u\.s\.|american|russian|japanese|chinese|british|indian|polish"
    r"|американск\w+|российск\w+|японск\w+|китайск\w+)[ -])?"
)
_BEHIND = r"(?:[ -](?:américains?|russes?|japonais|chinois|sterling|сша|стерлингов))?"


def has_sign_of(term: str, text: str) -> bool:
    """Say whether a text has the sign or the code of what a term names, a currency or per cent.

    >>> has_sign_of("US dollar", "It costs $5."), has_sign_of("dollar bill", "It costs $5.")
    (True, False)
    """
    return any(short.search(text) for name, short in _signs() if name.fullmatch(term))


@cache
def _signs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (
            re.compile(_WHOSE + _NAMES[sign] + _BEHIND, re.IGNORECASE),
            re.compile(short),
        )
        for sign, short in _SHORT.items()
    )


_ANY = (
    *("$", "€", "£", "₽", "¥", "dollar", "usd", "долл", "eur", "евро", "pound", "livre", "gbp"),
    *("фунт", "rouble", "roble", "rub", "руб", "yen", "yuan", "jpy", "cny", "иен", "юан"),
)
"""One of these stands, in small letters, wherever one of `CURRENCIES` is met."""


class Sum(NamedTuple):
    """A sum of money where it stands, with the sign of its currency."""

    start: int
    end: int
    sign: str


def unlike_currencies(
    source: tuple[str, Sequence[Number]], target: tuple[str, Sequence[Number]]
) -> Iterator[tuple[Sum, Sum]]:
    """Yield each sum of the source that is one of another currency in the target.

    Args:
        source, target: A text and its numbers. Only those are compared that stand there once.
    """
    if not all(numbers and _may_be_money(text) for text, numbers in (source, target)):
        return
    for number in source[1]:
        same = [one for one in target[1] if one.values & number.values]
        if len(same) != 1 or sum(bool(one.values & number.values) for one in source[1]) != 1:
            continue
        had, has = _money(source[0], number), _money(target[0], same[0])
        if had and has and had.sign != has.sign:
            yield had, has


def _may_be_money(text: str) -> bool:
    return any(map(text.casefold().__contains__, _ANY))


def _money(text: str, number: Number) -> Sum | None:
    for sign in CURRENCIES:
        if before := _BEFORE_A_SUM[sign].search(text, 0, number.start):
            return Sum(before.start(), number.end, sign)
        if behind := _BEHIND_A_SUM[sign].match(text, number.end):
            return Sum(number.start, behind.end(), sign)
    return None
