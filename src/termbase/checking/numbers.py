"""Figures in a text → numbers with their values: ``8,57 milliards`` → 8 570 000 000.

What a figure means depends on its language: ``1,234`` is over a thousand in English and little
more than one in French. Where a figure can be read in several ways, it has several values.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from termbase.checking.measure_tables import OF_CANADA
from termbase.checking.scale_words import SCALED, SCALES
from termbase.checking.section_numbers import section_parts
from termbase.checking.short_years import PART_YEARS, behind_a_year, is_fiscal
from termbase.text.lazy_pattern import lazy_pattern

_SPACES = " \u00a0\u202f\u2009"
_FIGURES = re.compile(
    rf"""
    \d+(?![\d{_SPACES}.,'’/:hHч-])
    | (?P<grouped>(?<!\d)\d{{1,3}}(?:(?P<mark>[{_SPACES}.,'’])\d{{3}})(?:(?P=mark)\d{{3}}){{0,9}}
        (?:(?!(?P=mark))[.,]\d+)?(?!\d|[.,]\d))
    | (?P<indian>(?<![\d,])\d{{1,2}}(?:,\d\d){{1,4}},\d{{3}}(?:\.\d+)?(?![\d,]))
    | (?P<parts>\d+(?:(?P<sign>[./:,-])\d+)(?:(?P=sign)\d+)+)
    | (?<!\d)(?P<hour>[01]?\d|2[0-4])(?:[{_SPACES}]?[hHч]\.?[{_SPACES}]?|:)
        (?P<minute>[0-5]\d|(?<=[hH][{_SPACES}])\d)(?!\d)
    | (?P<decimal>\d+[.,]\d+|(?<![\w.])\.\d+)
    | (?P<mixed>(?<![\d.,/])\d{{1,3}}[{_SPACES}](?:1/[2-9]|2/[35]|3/[458]|[4-7]/8|4/5)(?![\d/]))
    | \d+
    | (?P<part>(?<!\d)(?<!\d[{_SPACES}])[¼-¾⅐-⅞])
    """,
    re.VERBOSE,
)
_BEGIN = re.compile(r"[\d.¼-¾⅐-⅞](?:(?<!\.)|(?=\d))")
_POINT = {"en", "zh", "ja", "ko", "th", "he", "hi", "ga", "cy", "ms", "mt"}
_COMMA = {
    "fr", "ru", "de", "it", "nl", "pl", "pt", "uk", "be", "cs", "sk", "bg", "ro", "sv", "da",
    "nb", "no", "nn", "fi", "hu", "tr", "el", "sr", "hr", "sl", "lt", "lv", "et", "id", "vi",
}  # fmt: skip

_POINT_GROUPS = frozenset(
    {"de", "es", "it", "pt", "nl", "da", "id", "tr", "el", "ro", "sl", "hr", "sr", "vi"}
)
"""Languages with a comma before decimals that set points between groups of three."""

_AND_A_HALF = re.compile(
    rf"[{_SPACES}](?P<noun>(?!mill|млн|млрд|тыс)\w+[{_SPACES}])?(?:et[{_SPACES}]demie?|and[{_SPACES}]a[{_SPACES}]half"
    rf"|с[{_SPACES}]половиной)\b"
)
_HALF_DAY = lazy_pattern(
    rf"[{_SPACES}]*(?:(?P<pm>o['’]clock\b|p\.?[{_SPACES}]?m\b|(?:час\w*|heures?|h)?[{_SPACES}]"
    rf"(?:дня|вечера|du[{_SPACES}]soir|de[{_SPACES}]l['’]après))|a\.?[{_SPACES}]?m\b)",
    re.IGNORECASE,
)
RANGE = re.compile(rf"[{_SPACES}]*(?:[-–—]|to|and|or|à|et|ou|до|и|или)[{_SPACES}]*", re.IGNORECASE)
"""What stands between the two ends of a range."""
_YEARS = lazy_pattern(r"[-–—/]")
_DECADE = lazy_pattern(r"['’]?s\b|-?[хе]\b")
_BEGIN_DECADES = frozenset("'’s-хе")
"""What stands behind a number wherever `_DECADE` is met."""
_NOTE = lazy_pattern(r"\[\d{1,3}\]")
_FRACTION = re.compile(rf"[{_SPACES}]?([¼-¾⅐-⅞])")
_GLUED = re.compile(r"[^\W\d_]+")
_ENDS = frozenset(["", *").,;:!?»”]"])
"""What stands behind a number that no word behind it says more of."""
_UNIT_LETTERS = 3
_CURRENCY = lazy_pattern(rf"[{_SPACES}]?[$€£¥₽]")
_CURRENCY_ENDS = lazy_pattern(rf"[$€£¥₽][{_SPACES}]?$")
_PER_CENT = re.compile(rf"{OF_CANADA}100$", re.IGNORECASE)
_IDEOGRAPHS = "\u3000"
"""From here on letters stand before a number as words do, without a space."""


class Kind(Enum):
    """What a number is written as, or part of."""

    QUANTITY = "quantity"
    TIME = "time"
    CODE = "code"
    """Letters stand at them, as in H1N1, or they number a note, as in [1]."""
    WORD = "word"
    """No figures but words that count: ``twenty-five``."""
    MONTH = "month"


class Number(NamedTuple):
    """A number where it stands; ``text[start:end]`` are its figures and its scale word.

    Attributes:
        values: What it may mean; at least one.
        mantissa: Its figures as a number, the likeliest reading.
        scale: The power of ten of its scale word, 0 without.
        grouped: Whether its figures stand in groups of three.
        parts: What it falls into where it is perhaps more than one: hours and minutes, groups.
        kind: What it is part of.
    """

    start: int
    end: int
    values: frozenset[Decimal]
    mantissa: Decimal
    scale: int = 0
    grouped: bool = False
    parts: frozenset[Decimal] = frozenset()
    kind: Kind = Kind.QUANTITY

    @property
    def value(self) -> Decimal:
        """Its likeliest value."""
        return self.mantissa.scaleb(self.scale)

    @property
    def lends(self) -> frozenset[Decimal]:
        """What it answers to on the other side: its values, and each of its parts."""
        return self.values | self.parts

    def stands_in(self, there: Collection[Decimal]) -> bool:
        """Say whether values hold one of its own, or all its parts."""
        return any(value in there for value in self.values) or (
            bool(self.parts) and all(part in there for part in self.parts)
        )


def read_numbers(text: str, language: str) -> list[Number]:
    """Return the numbers written in figures, in order; of a date each part.

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
        for match in _written(text)
        for number in (
            _figures(match, language)
            if match.lastgroup
            else (_plain(match.group(), match.start()),)  # most are
        )
    ]
    if "p." in text and language == "fr":
        found = [one for one in found if not _PER_CENT.search(text, 0, one.end)]
    for place in range(len(found) - 1, 0, -1):
        one, two = found[place - 1], found[place]
        found[place - 1 : place + 1] = _as_range(one, two, text)
    return found


def _written(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands in figures; tried only where one may begin, for few signs are digits."""
    at = 0
    while begin := _BEGIN.search(text, at):
        match = _FIGURES.match(text, begin.start())
        at = match.end() if match else begin.end()
        if match:
            yield match


def writes_point(language: str) -> bool | None:
    """Say whether a language (``en``) has a point before decimals; None where nobody knows."""
    return True if language in _POINT else False if language in _COMMA else None


def group_mark(language: str) -> str:
    """Return what a language sets between groups of three: a comma, a point or a firm space."""
    return "," if language in _POINT else "." if language in _POINT_GROUPS else "\u00a0"


def write_number(number: Number, language: str) -> str:
    r"""Return a number as a language writes it, with its own scale word.

    >>> write_number(read_numbers("6,33 milliards", "fr")[0], "en")
    '6.33 billion'
    >>> write_number(read_numbers("12,500.5", "en")[0], "fr")
    '12\u202f500,5'
    """
    if number.kind is Kind.MONTH:
        return f"month {number.value}"
    if number.kind is Kind.TIME:
        return f"{number.mantissa:.2f}".replace(".", ":")
    scales = {power: (one, more) for power, one, more, _ in SCALES.get(language, [])}
    word = scales.get(number.scale)
    shown = number.mantissa if word else number.value
    group = "\u202f" if language == "fr" else group_mark(language)
    point = "." if language in _POINT else ","
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
    elif match["indian"]:
        yield _indian(text, start)
    elif match["parts"]:
        for part in re.finditer(r"\d+", text):
            yield _plain(part.group(), start + part.start())
    elif match["hour"]:
        hour, minute = Decimal(match["hour"]), Decimal(match["minute"])
        time = hour + minute / 100
        parts = frozenset({hour, minute})
        yield Number(start, match.end(), frozenset({time}), time, parts=parts, kind=Kind.TIME)
    elif match["decimal"]:
        value = Decimal(text.replace(",", "."))
        yield Number(start, match.end(), frozenset({value}), value, parts=section_parts(match))
    elif match["mixed"]:
        yield _mixed(text, start)
    elif match["part"]:
        value = _part_of(text)
        yield Number(start, match.end(), frozenset({value}), value)


def _indian(text: str, start: int) -> Number:
    """Return a number with groups of two before the last one: ``12,34,567``."""
    value = Decimal(text.replace(",", ""))
    parts = frozenset(map(Decimal, text.split(",")))  # perhaps a list
    return Number(start, start + len(text), frozenset({value}), value, grouped=True, parts=parts)


def _mixed(text: str, start: int) -> Number:
    """Return a number with a part of a whole behind it: ``2 1/2``."""
    whole, count, size = map(Decimal, re.findall(r"\d+", text))
    value = whole + count / size
    parts = frozenset({whole, count, size})
    return Number(start, start + len(text), frozenset({value}), value, parts=parts)


def _part_of(sign: str) -> Decimal:
    """Return the value of a sign such as ¼."""
    return Decimal(str(unicodedata.numeric(sign)))


def _grouped(text: str, start: int, mark: str, language: str) -> Number:
    head, _, fraction = text.replace(mark, "").replace(",", ".").partition(".")
    whole = Decimal(f"{head}.{fraction}") if fraction else Decimal(head)
    span = start, start + len(text)
    if mark not in ".," or text.count(mark) > 1 or fraction:
        parts = frozenset(map(Decimal, text.split())) if mark == " " and not fraction else ()
        return Number(*span, frozenset({whole}), whole, grouped=True, parts=frozenset(parts))
    decimal = Decimal(text.replace(",", "."))
    first, _, last = text.partition(mark)
    listed = mark == "," and len(first) == len(last)  # perhaps two: «articles 194,196»
    parts = frozenset({Decimal(first), Decimal(last)}) if listed else frozenset[Decimal]()
    if language in (_POINT if mark == "." else _COMMA):
        # Nobody writes three noughts behind a decimal mark: these are groups of another language.
        values = {decimal, whole} if not int(last) else {decimal}
        return Number(*span, frozenset(values), decimal, parts=parts)
    values = {whole} if language in _POINT else {whole, decimal}
    return Number(*span, frozenset(values), whole, grouped=True, parts=parts)


def _plain(figures: str, start: int) -> Number:
    value, values = _value_of(figures)
    return Number(start, start + len(figures), values, value)


@lru_cache(maxsize=1 << 12)
def _value_of(figures: str) -> tuple[Decimal, frozenset[Decimal]]:
    value = Decimal(figures)
    return value, frozenset({value})


def _in_context(number: Number, text: str, language: str) -> Number:
    """Return a number with what its neighbours make of it: a code, a scale, half a day."""
    before = text[max(0, number.start - 1) : number.start]
    if before and before in "([":
        number = _as_pair(number, text)
    if (
        (before.isalpha() and before < _IDEOGRAPHS)
        or before in ("_", "^")
        or (before == "[" and _NOTE.match(text, number.start - 1))
    ):
        years = _decades(number) if before == "Y" and is_fiscal(number.start, text) else ()
        return number._replace(kind=Kind.CODE, values=number.values.union(years))
    if text[number.end : number.end + 1] in _ENDS:
        return _in_decade(number, text)
    number = _and_a_half(_with_fraction(number, text), text)
    number = _and_a_half(_scaled(number, text, language), text)
    if number.scale:
        return number
    if half := _HALF_DAY.match(text, number.end):
        return number._replace(values=number.values | _hours(number, half))
    glued = _GLUED.match(text, number.end)
    if glued and (len(glued.group()) > _UNIT_LETTERS or not glued.group().islower()):
        return number._replace(kind=Kind.CODE)
    return _in_decade(number, text)


def _as_pair(number: Number, text: str) -> Number:
    """Return what a comma parts between brackets as two numbers, too: a point, an interval."""
    one, comma, two = text[number.start : number.end].partition(",")
    if not (comma and one.isdigit() and two.isdigit() and text.startswith((")", "]"), number.end)):
        return number
    return number._replace(parts=frozenset({Decimal(one), Decimal(two)}))


def _in_decade(number: Number, text: str) -> Number:
    before, behind = text[number.start - 1 : number.start], text[number.end : number.end + 1]
    if before not in PART_YEARS and behind not in _BEGIN_DECADES:
        return number
    if number.mantissa >= 100 or number.value >= 100:
        return _of_a_century(number, text)
    if not _DECADE.match(text, number.end) and not behind_a_year(number.start, text):
        return number
    return number._replace(values=number.values | _decades(number))


def _of_a_century(number: Number, text: str) -> Number:
    """Return a year that ends in 00 as what it may begin, too: the 1800s are the 19th century."""
    century = 1000 <= number.value <= 2000 and not number.value % 100
    if not century or not _DECADE.match(text, number.end):
        return number
    return number._replace(values=number.values | {number.value // 100 + 1})


def _scaled(number: Number, text: str, language: str) -> Number:
    match = SCALED[language].match(text, number.end) if language in SCALED else None
    if not match:
        return number
    power = int((match.lastgroup or "e0")[1:])
    read = number.values
    if number.grouped and text[number.end - 1] == "0":  # no decimals end so: «2.500 millones»
        read = frozenset({number.mantissa})
    values = frozenset(value.scaleb(power) for value in read)
    word = match.group().strip(_SPACES + "+-")
    if len(word) == 1 and word < _IDEOGRAPHS and not _is_money(text, number.start, match.end()):
        # k, m, b: a unit of measure perhaps
        return number._replace(values=values | number.values)
    return number._replace(end=match.end(), values=values, scale=power, parts=frozenset())


def _is_money(text: str, start: int, end: int) -> bool:
    """Say whether a sign of a currency stands before figures or behind their scale."""
    return bool(_CURRENCY_ENDS.search(text, 0, start) or _CURRENCY.match(text, end))


def _with_fraction(number: Number, text: str) -> Number:
    match = _FRACTION.match(text, number.end)
    if not match:
        return number
    part = _part_of(match.group(1))
    values = number.values | {value + part for value in number.values}
    return number._replace(end=match.end(), values=values, mantissa=number.mantissa + part)


def _and_a_half(number: Number, text: str) -> Number:
    match = _AND_A_HALF.match(text, number.end)
    if not match:
        return number
    half = Decimal("0.5").scaleb(number.scale)
    more = frozenset(value + half for value in number.values)
    if match["noun"]:
        return number._replace(values=number.values | {number.value + half})
    return number._replace(end=match.end(), values=more, mantissa=number.mantissa + Decimal("0.5"))


def _hours(number: Number, half: re.Match[str]) -> frozenset[Decimal]:
    if number.mantissa >= 13:
        return frozenset()
    shift = 12 if half["pm"] else -12
    return frozenset(value + shift for value in number.values if value + shift >= 0)


def _decades(number: Number) -> frozenset[Decimal]:
    if number.value >= 100:
        return frozenset()
    return frozenset(number.value + century for century in (1700, 1800, 1900, 2000))


def _as_range(one: Number, two: Number, text: str) -> tuple[Number, Number]:
    """Return two neighbours so that ``3–4 million`` and ``2010–11`` say what they mean."""
    between = text[one.end : two.start]
    if two.end - two.start == 2 and 1000 <= one.value < 2100 and _YEARS.fullmatch(between):
        return one, two._replace(values=two.values | {one.value // 100 * 100 + two.value})
    years = between == "-" or (between == "/" and is_fiscal(one.start, text))
    if years and all(len(text[side.start : side.end]) == 2 for side in (one, two)):
        one, two = (side._replace(values=side.values | _decades(side)) for side in (one, two))
    if not RANGE.fullmatch(between):
        return one, two
    if two.scale and not one.scale:
        one = one._replace(values=one.values | {value.scaleb(two.scale) for value in one.values})
    elif half := _HALF_DAY.match(text, two.end):
        one = one._replace(values=one.values | _hours(one, half))
    return one, two
