"""Figures in a text → numbers with their values: ``8,57 milliards`` → 8 570 000 000.

What a figure means depends on its language: ``1,234`` is over a thousand in English and little
more than one in French. Where a figure can be read in several ways, it has several values. A
number is firm when it must have its counterpart in a translation; figures inside codes such as
``H1N1`` are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

_SPACES = " \u00a0\u202f\u2009"
_FIGURES = re.compile(
    rf"""
    (?P<grouped>(?<!\d)\d{{1,3}}(?:(?P<mark>[{_SPACES}.,'’])\d{{3}})(?:(?P=mark)\d{{3}})*
        (?:(?!(?P=mark))[.,]\d+)?(?![\d]|[.,]\d))
    | (?P<parts>\d+(?:(?P<sign>[./:-])\d+)(?:(?P=sign)\d+)+)
    | (?P<time>\d{{1,2}}(?:\s?[hHч]\s?|:)\d\d(?!\d))
    | (?P<decimal>\d+[.,]\d+)
    | \d+
    """,
    re.VERBOSE,
)
_POINT = {"en", "zh", "ja", "ko", "th", "he", "hi", "ga", "cy", "ms", "mt"}
_COMMA = {
    "fr", "ru", "de", "it", "nl", "pl", "pt", "uk", "be", "cs", "sk", "bg", "ro", "sv", "da",
    "nb", "no", "nn", "fi", "hu", "tr", "el", "sr", "hr", "sl", "lt", "lv", "et", "id", "vi",
}  # fmt: skip

# Language, power of ten, how we write it (for one, for more), and what else is read so.
_SCALES: dict[str, list[tuple[int, str, str, str]]] = {
    "en": [
        (3, "thousand", "thousand", r"thousands?|k"),
        (6, "million", "million", r"millions?|mn|mln|m"),
        (9, "billion", "billion", r"billions?|bn|bln|b"),
        (12, "trillion", "trillion", r"trillions?|tn|trn"),
    ],
    "fr": [
        (3, "mille", "mille", r"mille|milliers?|k"),
        (6, "million", "millions", r"millions?|M"),
        (9, "milliard", "milliards", r"milliards?|mds?\.?|mrds?\.?|Md|Mds"),
        (12, "billion", "billions", r"billions?"),
    ],
    "ru": [
        (3, "тыс.", "тыс.", r"тыс\.?|тысяч\w*"),
        (6, "млн", "млн", r"млн\.?|миллион\w*"),
        (9, "млрд", "млрд", r"млрд\.?|миллиард\w*"),
        (12, "трлн", "трлн", r"трлн\.?|триллион\w*"),
    ],
}
_SCALED = {
    language: re.compile(
        rf"[{_SPACES}-]*(?:"
        + "|".join(rf"(?P<e{power}>{read})" for power, _, _, read in scales)
        + r")(?!\w)",
        re.IGNORECASE,
    )
    for language, scales in _SCALES.items()
}
_HALF_DAY = re.compile(
    rf"(?::\d\d)?[{_SPACES}]*(?:(?P<pm>p\.?[{_SPACES}]?m\b|(?:час\w*|heures?|h)[{_SPACES}]"
    rf"(?:дня|вечера|du[{_SPACES}]soir|de[{_SPACES}]l['’]après))|a\.?[{_SPACES}]?m\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"[{_SPACES}]*(?:[-–—]|to|and|or|à|et|ou|до|и|или)[{_SPACES}]*", re.IGNORECASE)
_GLUED = re.compile(r"[^\W\d_]+")
_UNIT_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands; ``text[start:end]`` are its figures and its scale word.

    Attributes:
        values: What it may mean; at least one.
        mantissa: Its figures as a number, the likeliest reading.
        scale: The power of ten of its scale word, 0 without.
        grouped: Whether its figures stand in groups of three.
        firm: Whether a translation must have it too.
    """

    start: int
    end: int
    values: frozenset[Decimal]
    mantissa: Decimal
    scale: int = 0
    grouped: bool = False
    firm: bool = True

    @property
    def value(self) -> Decimal:
        """Its likeliest value."""
        return self.mantissa.scaleb(self.scale)


def read_numbers(text: str, language: str) -> list[Number]:
    """Return the numbers written in figures, in order; of a date or a time each part.

    Args:
        text: Any text.
        language: A primary language tag such as ``fr``; of unknown ones both decimal marks count.

    >>> [str(n.value) for n in read_numbers("8,57 milliards en 2024", "fr")]
    ['8.57E+9', '2024']
    >>> sorted(read_numbers("1.234", "fr")[0].values)
    [Decimal('1.234'), Decimal('1234')]
    """
    found = [
        _in_context(number, text, language)
        for match in _FIGURES.finditer(text)
        for number in _figures(match, language)
    ]
    for place in range(len(found) - 1, 0, -1):
        one, two = found[place - 1], found[place]
        if two.scale and not one.scale and _RANGE.fullmatch(text[one.end : two.start]):
            values = one.values | {value.scaleb(two.scale) for value in one.values}
            found[place - 1] = replace(one, values=values)
    return found


def write_number(number: Number, language: str) -> str:
    r"""Return a number as a language writes it, with its own scale word.

    >>> write_number(read_numbers("6,33 milliards", "fr")[0], "en")
    '6.33 billion'
    >>> write_number(read_numbers("12,500.5", "en")[0], "fr")
    '12\u202f500,5'
    """
    scales = {power: (one, more) for power, one, more, _ in _SCALES.get(language, [])}
    word = scales.get(number.scale)
    shown = number.mantissa if word else number.value
    space = "\u202f" if language == "fr" else "\u00a0"
    group, point = (",", ".") if language in _POINT else (space, ",")
    grouped = number.grouped or bool(number.scale and not word)
    figures = f"{shown:,f}" if grouped else f"{shown:f}"
    figures = figures.translate({ord(","): group, ord("."): point})
    if not word:
        return figures
    return f"{figures} {word[0 if number.mantissa < 2 else 1]}"


def _figures(match: re.Match[str], language: str) -> Iterator[Number]:
    text, start = match.group(), match.start()
    if match["grouped"]:
        yield _grouped(text, start, match["mark"], language)
    elif match["parts"] or match["time"]:
        for part in re.finditer(r"\d+", text):
            yield _plain(part.group(), start + part.start(), firm=part.group() != "00")
    elif match["decimal"]:
        value = Decimal(text.replace(",", "."))
        yield Number(start, match.end(), frozenset({value}), value)
    else:
        yield _plain(text, start)


def _grouped(text: str, start: int, mark: str, language: str) -> Number:
    head, _, fraction = text.replace(mark, "").replace(",", ".").partition(".")
    whole = Decimal(f"{head}.{fraction}") if fraction else Decimal(head)
    span = start, start + len(text)
    if mark not in ".," or text.count(mark) > 1 or fraction:
        return Number(*span, frozenset({whole}), whole, grouped=True)
    decimal = Decimal(text.replace(",", "."))
    if language in (_POINT if mark == "." else _COMMA):
        return Number(*span, frozenset({decimal}), decimal)
    if language in _POINT:
        return Number(*span, frozenset({whole}), whole, grouped=True)
    return Number(*span, frozenset({whole, decimal}), whole, grouped=True)


def _plain(figures: str, start: int, *, firm: bool = True) -> Number:
    value = Decimal(int(figures))
    return Number(start, start + len(figures), frozenset({value}), value, firm=firm)


def _in_context(number: Number, text: str, language: str) -> Number:
    before = text[number.start - 1 : number.start]
    if before.isalpha() or before == "_":
        return replace(number, firm=False)
    after = text[number.end : number.end + 1]
    if after and not after.isascii() and unicodedata.category(after) == "No":
        return _with_fraction(number, after)
    scaled = _SCALED[language].match(text, number.end) if language in _SCALED else None
    if scaled:
        return _scaled(number, scaled)
    half = _HALF_DAY.match(text, number.end)
    if half and number.mantissa <= 12:
        hours = {value + 12 for value in number.values} if half["pm"] else {Decimal(0)}
        return replace(number, values=number.values | hours)
    glued = _GLUED.match(text, number.end)
    if glued and (len(glued.group()) > _UNIT_LETTERS or not glued.group().islower()):
        return replace(number, firm=False)
    return number


def _scaled(number: Number, match: re.Match[str]) -> Number:
    power = int((match.lastgroup or "e0")[1:])
    values = frozenset(value.scaleb(power) for value in number.values)
    if len(match.group().strip(_SPACES + "-")) == 1:  # k, m, b: a unit of measure perhaps
        return replace(number, values=values | number.values)
    return replace(number, end=match.end(), values=values, scale=power)


def _with_fraction(number: Number, sign: str) -> Number:
    part = unicodedata.numeric(sign, 0.0)
    if not 0 < part < 1:
        return number
    values = {value + Decimal(str(part)) for value in number.values} | number.values
    return replace(number, end=number.end + 1, values=frozenset(values))
