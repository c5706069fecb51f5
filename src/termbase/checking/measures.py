"""Numbers with the units behind them → those that have another unit in the translation.

Only what both languages say in a known unit is compared, number by number: «12 jours» and
«12 weeks». Where a number is another one, too, a translator may have converted it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from termbase.checking.measure_tables import HALF_DAYS, SIGNS, UNITS
from termbase.checking.numbers import Kind, Number

_SPACES = " \u00a0\u202f"
_GAP = rf"[{_SPACES}-]?"
_MORE = (
    rf"(?![{_SPACES}-]?(?:[/²³^·]|carré|cuadrad|[ck]ub|cúb"
    rf"|(?:par|per|pro|por)[{_SPACES}](?:heure|hour|stunde|hora|se[ckg]|min)"
    rf"|à[{_SPACES}]l['’]|an[{_SPACES}]hour|в[{_SPACES}](?:час|сек|мин)|кв\b|куб))"
)
"""A unit that goes on is another one: km/h, m², square metres."""
_MOST = 200
"""How many numbers of one text are compared; a list of more is no segment."""
_NO_COUNT = (Kind.CODE, Kind.MONTH)
_ENDS = frozenset(["", *").,;:!?»”"])
"""What stands behind a number that no unit follows."""
_WITHOUT_ARTICLES = ("be", "bg", "cs", "pl", "ru", "sk", "uk")
_JOINING = re.compile(rf"[{_SPACES}-]{{1,2}}")
"""What stands between a number and what it counts."""
_MONEY = frozenset("$£€¥₽")
_BARE_DAY = re.compile(rf"(?:^|\W)(?:в|во|до|к|с|после|около|на)[{_SPACES}]$", re.IGNORECASE)


def unlike_units(
    source: tuple[str, str, Iterable[Number]], target: tuple[str, str, Iterable[Number]]
) -> Iterator[tuple[Number, Number, str, str]]:
    """Yield each number of the source whose unit is another one in the target.

    Args:
        source, target: A text, its language, and its numbers.

    Returns:
        The number in both texts, and what stands there with its unit.
    """
    ours = list(islice(measured(*source), _MOST))
    theirs = list(islice(measured(*target), _MOST)) if ours else []
    for one, unit, end in ours:
        same = [
            other for other in theirs if other[0].values & one.values and _alike(unit, other[1])
        ]
        if not same or any(other[1] == unit for other in same):
            continue
        here = {name for number, name, _ in ours if number.values & one.values}
        changed = [other for other in same if other[1] not in here]
        if changed:
            other, _, last = changed[0]
            yield one, other, source[0][one.start : end], target[0][other.start : last]


def is_bare(number: Number, one: tuple[str, str], other: tuple[str, str, Iterable[Number]]) -> bool:
    """Say whether the noun of a unit alone says in one text what has a 1 in the other.

    Args:
        number: In the one text.
        one, other: The texts, each with its language, the other with its numbers: a noun behind
            one of them is not alone.

    >>> from termbase.checking.numbers import read_numbers
    >>> [number] = read_numbers("over 1 year", "en")
    >>> is_bare(number, ("over 1 year", "en"), ("больше года", "ru", []))
    True
    """
    text, language, numbers = other
    if number.value != 1 or language not in _WITHOUT_ARTICLES:
        return False
    counted = [*numbers]
    for _, unit, _ in measured(*one, [number]):
        forms = UNITS.get(language, {}).get(unit)
        for noun in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text, re.I) if forms else ():
            if not any(_JOINING.fullmatch(text, two.end, noun.start()) for two in counted):
                return True
    return False


def _alike(one: str, other: str) -> bool:
    """Say whether two units can stand for each other: half a day says more than hours do."""
    return (one in HALF_DAYS) == (other in HALF_DAYS)


def measured(
    text: str, language: str, numbers: Iterable[Number]
) -> Iterator[tuple[Number, str, int]]:
    """Yield the numbers that a known unit follows, with its name and where it ends."""
    for number in numbers:
        if number.kind in _NO_COUNT or text[number.end : number.end + 1] in _ENDS:
            continue
        for pattern in _patterns(language):
            match = pattern.match(text, number.end)
            if not match or not match.lastgroup:
                continue
            name = match.lastgroup
            if name in HALF_DAYS or not _is_other(text, number, match, name):
                yield number, name, match.end()


def _is_other(text: str, number: Number, match: re.Match[str], name: str) -> bool:
    """Say whether what looks like a unit is none: of a time, of a year, or of a part of a day."""
    if number.kind is Kind.TIME:
        return True
    if match.group() == "m" and text[match.end() : match.end() + 1].isspace():  # 100m people
        return True
    if text[number.start - 1 : number.start] in _MONEY:
        return True
    if name == "day" and match.group().strip() == "дня":
        return bool(_BARE_DAY.search(text, 0, number.start))
    return name == "year" and 1000 <= number.value <= 2100


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of half a day and of a unit behind a number."""
    words = UNITS.get(language, {})
    halves = {name: forms for name, forms in words.items() if name in HALF_DAYS}
    units = {
        name: "|".join(filter(None, (words.get(name), SIGNS.get(name))))
        for name in dict.fromkeys((*words, *SIGNS))
        if name not in HALF_DAYS
    }
    return tuple(
        re.compile(
            rf"{_GAP}(?:de[{_SPACES}]|d['’])?(?:"
            + "|".join(f"(?P<{name}>{forms})" for name, forms in some.items())
            + rf")(?!\w){_MORE}",
            re.IGNORECASE,
        )
        for some in (halves, units)
        if some
    )
