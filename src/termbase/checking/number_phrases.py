"""Numbers with what they count → what is meant, however it is written: ``1 h 30`` is 90 minutes.

Languages tell the time, halves and thirds, decades and telephone numbers in their own ways. Two
phrases that may mean the same excuse the numbers in them; of those that do not, the numbers are
compared one by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from termbase.checking.conversions import Measure, converted
from termbase.checking.fraction_tables import FRACTIONS, OUT_OF
from termbase.checking.number_phrase_tables import FORMS, MIDNIGHT, NOON, UNITS, Form
from termbase.checking.number_tables import TABLES
from termbase.checking.number_words import knows_number_words, spelled_values
from termbase.checking.numbers import read_numbers
from termbase.text.lazy_pattern import lazy_pattern

_HALF_DAY, _DAY = 720, 1440
_CENTURIES = (1700, 1800, 1900, 2000)
_LARGEST_WORD = 100
_FIGURES = r"\d{1,3}(?:[ .,]\d{3}){1,6}(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_IN_FIGURES = lazy_pattern(r"(?<![\d/.,-])(?P<n>\d{1,2})/(?P<d>\d{1,2}|10{2,4})(?![\d/-]|[.,]\d)")
_OF_SO_MANY = lazy_pattern(r"(?<![\d.,/])(?P<d>1,?0{1,3})ths\b")
_EVEN = lazy_pattern(r"(?<![\w.,-])50[-/]50(?![\w-])")
_VULGAR = lazy_pattern(r"(?<![\w.,/])(?<!\d[ \u00a0\u202f])[¼-¾⅐-⅞]")
_PER_CENT = lazy_pattern(rf"(?<![\w.,])(?P<n>{_FIGURES})[ \u00a0\u202f]?%")
_TELEPHONE = lazy_pattern(r"(?<![\w.,])(?:\+ ?|00)?\(?\d(?:[ ().\u00a0\u202f-]{0,3}\d){8,14}(?!\w)")
_GROUPED = lazy_pattern(r"[1-9]\d{0,2}(?:[ .,\u00a0\u202f]\d{3})+")
_COUNTRY = lazy_pattern(
    r"1|7|2[07]|2\d\d|3[0-469]|3\d\d|4[013-9]|4\d\d|5[1-8]|5\d\d|6[0-6]|6\d\d|8[1246]|8\d\d"
    r"|9[0-58]|9\d\d"
)
"""The calling codes of countries: which are short is laid down in ITU-T E.164."""
_TRUNK = lazy_pattern(r"0|[18](?=\d{10}$)")
"""What is dialled before a number within its country: 1 and 8 in North America and Russia."""
_DIALLED = frozenset({"abroad", "trunk", "bare"})
_FIRST = re.compile(r"^\(\?P<\w+>\{[NH]\}\)")
_ANYTHING = r"[\w., \u00a0\u202f-]{1,80}?"
_GROUNDS = ("floor", "storey")
_OVENS = frozenset({"gas", "thermostat"})
_IDIOMS = frozenset({"clock", "week", "decade"})
_MASK = "\ue000"


class _Phrase(NamedTuple):
    """What may mean several things, where it stands.

    Attributes:
        meanings: What it counts, and how many.
        takes: Which meanings it can have in the other text. Two of the same making, such as parts
            in words or numbers to call with the country's code, are compared number by number.
    """

    start: int
    end: int
    meanings: frozenset[tuple[str, Fraction]]
    takes: frozenset[tuple[str, Fraction]]


def without_alike(source: str, target: str, languages: tuple[str, str]) -> tuple[str, str] | None:
    """Return two texts with private signs for what means the same in both; None without any.

    >>> without_alike("à 14 h 30", "at half past two", ("fr", "en")) is None
    False
    >>> without_alike("à 14 h 30", "at half past three", ("fr", "en")) is None
    True
    """
    ours = list(_phrases(source, languages[0]))
    theirs = list(_phrases(target, languages[1]))
    measured = converted((source, languages[0]), (target, languages[1]))
    ours += map(_of_measure, measured[0])
    theirs += map(_of_measure, measured[1])
    ours, theirs = _from_one_ground(ours, theirs)
    here, there = _in_both(ours, theirs), _in_both(theirs, ours)
    here, there = _as_often(here, theirs, there), _as_often(there, ours, here)
    if "°" in source and "°" in target:
        here, there = here + _settings(ours, theirs), there + _settings(theirs, ours)
    if not knows_number_words(languages[1]):
        here += _idioms(ours)
    if not knows_number_words(languages[0]):
        there += _idioms(theirs)
    return (_masked(source, here), _masked(target, there)) if here or there else None


def _from_one_ground(
    ours: list[_Phrase], theirs: list[_Phrase]
) -> tuple[list[_Phrase], list[_Phrase]]:
    """Return the phrases of both texts with all storeys counted in one way, the likelier one."""
    met = [
        {(kind, number) for one in side for kind, number in one.meanings if kind in _GROUNDS}
        for side in (ours, theirs)
    ]
    if not all(met):
        return ours, theirs
    alike = [kind for kind, _ in met[0] & met[1]]
    other = min(_GROUNDS, key=alike.count)
    return _without_kind(ours, other), _without_kind(theirs, other)


def _without_kind(some: list[_Phrase], other: str) -> list[_Phrase]:
    """Return phrases that no longer mean something of a kind."""
    return [
        one._replace(
            meanings=frozenset(meaning for meaning in one.meanings if meaning[0] != other),
            takes=frozenset(meaning for meaning in one.takes if meaning[0] != other),
        )
        for one in some
    ]


def _settings(some: Sequence[_Phrase], others: Sequence[_Phrase]) -> list[_Phrase]:
    """Return the settings of an oven that only one language has; both tell how hot it is."""
    known = {kind for one in others for kind, _ in one.meanings}
    return [
        one for one in some if any(kind in _OVENS and kind not in known for kind, _ in one.meanings)
    ]


def _idioms(some: Sequence[_Phrase]) -> list[_Phrase]:
    """Return what another language says without these figures: 24/7, the 1990s; no century."""
    return [
        one
        for one in some
        if any(kind in _IDIOMS and (kind != "decade" or n % 100) for kind, n in one.meanings)
    ]


def _in_both(some: Sequence[_Phrase], others: Sequence[_Phrase]) -> list[_Phrase]:
    """Return the phrases that can mean what one of others means."""
    known = {meaning for one in others for meaning in one.meanings}
    return [one for one in some if not known.isdisjoint(one.takes)]


def _as_often(
    some: Sequence[_Phrase], others: Sequence[_Phrase], met: Sequence[_Phrase]
) -> list[_Phrase]:
    """Leave out what is said more often than in the other text, which says something else instead.

    Args:
        some: Phrases that can mean what one of the others means.
        others: All phrases of the other text.
        met: Those of them that can mean what one of ours means.
    """
    instead = {kind for one in others if one not in met for kind, _ in one.meanings}
    kept: list[_Phrase] = []
    for one in some:
        as_many = {other.start for other in met if not one.takes.isdisjoint(other.meanings)}
        like = {other.start for other in kept if other.meanings == one.meanings}
        if len(like) < len(as_many) or instead.isdisjoint(kind for kind, _ in one.meanings):
            kept.append(one)
    return kept


def _masked(text: str, phrases: Sequence[_Phrase]) -> str:
    signs = list(text)
    for one in phrases:
        signs[one.start : one.end] = _MASK * (one.end - one.start)
    return "".join(signs)


def _phrases(text: str, language: str) -> Iterator[_Phrase]:
    for form, pattern, hint in _hints(language):
        if not hint.search(text):
            continue
        for match in _whole(pattern, language).finditer(text):
            meanings = frozenset(_meanings(form, match, language))
            takes = meanings
            if form.kind == "decimal":
                takes = frozenset(("money", number) for _, number in meanings)
            if meanings:
                yield _Phrase(*match.span(), meanings, takes)
    yield from _fractions(text, language)
    yield from _in_figures(text, language)
    for match in _TELEPHONE.finditer(text):
        if not _GROUPED.fullmatch(match.group()):
            yield _telephone(match)


def _of_measure(one: Measure) -> _Phrase:
    """Return a measure as a phrase."""
    means = frozenset((kind, Fraction(size)) for kind, size in one.means)
    return _Phrase(
        one.start, one.end, means, frozenset((kind, Fraction(size)) for kind, size in one.takes)
    )


def _telephone(match: re.Match[str]) -> _Phrase:
    """Return a number to call, which may be written without the code of its country."""
    digits = re.sub(r"\D", "", match.group())
    dialled, code = "bare", _TRUNK.match(digits)
    if match.group().startswith(("+", "00")):
        digits = digits.removeprefix("00")
        dialled, code = "abroad", _COUNTRY.match(digits)
    elif code:
        dialled = "trunk"
    within = Fraction(digits[code.end() :] if code else digits)
    whole = ("telephone", Fraction(digits))
    takes = {(one, within) for one in _DIALLED - {dialled}}
    return _Phrase(*match.span(), frozenset({whole, (dialled, within)}), frozenset({whole, *takes}))


def _part(match: re.Match[str], value: Fraction, *, word: bool) -> _Phrase:
    """Return a part of a whole; one in words is compared with those in figures only."""
    figures, words = ("part", value), ("part in words", value)
    takes = {figures} if word else {figures, words}
    return _Phrase(*match.span(), frozenset({words if word else figures}), frozenset(takes))


def _fractions(text: str, language: str) -> Iterator[_Phrase]:
    """Yield the parts of a whole in words, and as so many of so many."""
    for size, words in FRACTIONS.get(language, {}).items():
        if not re.search(words, text, re.IGNORECASE):
            continue
        for match in _whole(rf"(?:(?P<n>{{N}})[ -])?(?:{words})", language).finditer(text):
            number = _number(match["n"], language) if match["n"] else Fraction(1)
            if number is not None:
                yield _part(match, number / size, word=True)
    for match in _out_of(language).finditer(text):
        number, of = _number(match["n"], language), _number(match["of"], language)
        if number is not None and of:
            yield _part(match, number / of, word=True)


def _in_figures(text: str, language: str) -> Iterator[_Phrase]:
    """Yield the parts of a whole as ``1/3``, as ``⅓`` and as per cent."""
    for match in _PER_CENT.finditer(text):
        number = _number(match["n"], language)
        if number is not None:
            yield _part(match, number / 100, word=False)
    for match in _IN_FIGURES.finditer(text):
        count, size = int(match["n"]), int(match["d"])
        if size > count:
            yield _part(match, Fraction(count, size), word=False)
    for match in _OF_SO_MANY.finditer(text):
        yield _part(match, Fraction(1, int(match["d"].replace(",", ""))), word=False)
    for match in _EVEN.finditer(text):
        yield _part(match, Fraction(1, 2), word=False)
    for match in _VULGAR.finditer(text):
        value = Fraction(unicodedata.numeric(match.group())).limit_denominator(10)
        yield _part(match, value, word=False)


def _meanings(form: Form, match: re.Match[str], language: str) -> Iterator[tuple[str, Fraction]]:
    """Yield what a phrase may mean; nothing where a word in it is no number."""
    total = Fraction(str(form.more))
    told = match.groupdict()
    for name, written in told.items():
        if written is None or name not in (*UNITS, "decade"):
            continue
        number = _number(written, language)
        if number is None:
            return
        total += number * Fraction(str(UNITS.get(name, 1)))
    for kind in form.kind.split():
        if kind == "time":
            yield from (("time", one) for one in _times(total, told))
        elif kind == "hour":
            yield from (("time", one) for one in (total, total + _HALF_DAY) if one <= _DAY)
        elif kind == "hours":
            yield from (("span", one) for one in _spans(total))
        elif kind == "decade":
            yield from ((kind, one) for one in _decades(total))
        else:
            yield kind, total


def _times(minutes: Fraction, told: dict[str, str | None]) -> Iterator[Fraction]:
    """Yield the minutes of the day that a time may be: both halves where it does not say."""
    if told.get("pm") or told.get("p"):
        yield minutes % _HALF_DAY + _HALF_DAY
    elif told.get("am") or told.get("a"):
        yield minutes % _HALF_DAY
    elif (hour := told.get("h") or "")[:1].isdigit() or hour in (*NOON, *MIDNIGHT):
        yield minutes % _DAY
    else:
        yield from (minutes % _HALF_DAY, minutes % _HALF_DAY + _HALF_DAY)


def _spans(span: Fraction) -> Iterator[Fraction]:
    """Yield the spans of a day that two hours may bound, each of either half of it."""
    last, first = divmod(span, _DAY)
    for later in (last, last + _HALF_DAY):
        for one in (first, first + _HALF_DAY):
            if one <= _DAY and later <= _DAY:
                yield one + later * _DAY


def _decades(year: Fraction) -> Iterator[Fraction]:
    if year >= _LARGEST_WORD:
        yield year
    else:
        yield from (century + year for century in _CENTURIES)


def _number(written: str, language: str) -> Fraction | None:
    """Return the value of a number in figures or in words; None of what is no number."""
    if written in NOON or written in MIDNIGHT:
        return Fraction(12 if written in NOON else 0)
    if written[0].isdigit():
        found = read_numbers(written, language)
        return Fraction(found[0].value) if len(found) == 1 else None
    values = [value for value in spelled_values(written, language) if value <= _LARGEST_WORD]
    return Fraction(max(values)) if values else None


@cache
def _hints(language: str) -> list[tuple[Form, str, re.Pattern[str]]]:
    """Return each form with its pattern, and what is met wherever that is.

    The words for numbers make a pattern dear to compile; so few texts have to.
    """
    found = []
    for form in FORMS.get(language, ()):
        pattern = form.pattern.replace("{{", "{").replace("}}", "}")
        bare = _spaced(_FIRST.sub(r"\\w", pattern))
        hint = bare.replace("{N}", _ANYTHING).replace("{H}", _ANYTHING)
        if not _FIRST.match(pattern):  # at every figure of a long number it would take minutes
            hint = rf"(?<![\w.,])(?:{hint})"
        found.append((form, pattern, re.compile(hint, re.IGNORECASE)))
    return found


@cache
def _whole(pattern: str, language: str) -> re.Pattern[str]:
    number = _any_number(language)
    return _compiled(pattern, number, "|".join((number, *NOON, *MIDNIGHT)))


@cache
def _out_of(language: str) -> re.Pattern[str]:
    number = _any_number(language)
    return _compiled(OUT_OF.get(language, r"(?P<n>{N})/(?P<of>{N})"), number, number)


def _compiled(pattern: str, number: str, hour: str) -> re.Pattern[str]:
    filled = _spaced(pattern).replace("{N}", f"(?:{number})").replace("{H}", f"(?:{hour})")
    return re.compile(rf"(?<![\w.,])(?:{filled})(?!\w)", re.IGNORECASE)


def _spaced(pattern: str) -> str:
    """Return a pattern whose spaces are any of those that texts have."""
    spaced = pattern.replace("[ -]", "[ \u00a0\u202f-]").replace(" ?", "[ \u00a0\u202f]?")
    return re.sub(r"(?<!\[) (?!\\)", "[ \u00a0\u202f]", spaced)


@cache
def _any_number(language: str) -> str:
    """Return the pattern of a number in figures, or in words up to a hundred."""
    words: list[str] = []
    for line in TABLES.get(language, "").strip().splitlines():
        value, _, entry = line.partition(":")
        if Decimal(value) < _LARGEST_WORD:
            words += entry.partition("|")[0].split()
    found = sorted(words, key=len, reverse=True)
    word = "|".join(re.sub("-$", r"\\w*", one) for one in found).replace("е", "[её]")
    more = rf"(?:(?:{word})(?:[ -](?:et )?(?:{word})){{0,5}})" if word else ""
    return f"{_FIGURES}|{more}" if more else _FIGURES
