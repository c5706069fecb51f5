"""Measures → the same in the other system, about: ``30 miles`` are 48 km, ``6'2"`` is 1.88 m.

A translator converts what his readers do not measure in, and rounds it; so two measures are alike
within some four per cent, and two temperatures within a degree, or two per cent: 350 °F are 180 °C.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from math import log
from typing import NamedTuple

from termbase.checking.measure_tables import PARTS, UNITS
from termbase.checking.measures import measured
from termbase.checking.number_words import spelled_numbers
from termbase.checking.numbers import RANGE, read_numbers
from termbase.text.lazy_pattern import lazy_pattern

_MOST = 200
"""How many measures of one text are compared."""
_STEP = log(1.03)
_ROUNDED = 0.02
_FARTHEST = 100
"""How many degrees two temperatures may be apart, be they as high as they may."""
_LARGEST = 1e9
"""What is more than this nobody has measured in degrees, miles or pounds."""
_METRIC = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "m": ("length", 1.0), "km": ("length", 1000.0),
    "mg": ("weight", 0.001), "g": ("weight", 1.0), "kg": ("weight", 1000.0),
    "tonne": ("weight", 1e6), "litre": ("volume", 1.0), "ml": ("volume", 0.001),
    "cl": ("volume", 0.01), "kmh": ("speed", 1.0), "sqm": ("area", 1.0),
    "hectare": ("area", 1e4), "sqkm": ("area", 1e6),
}  # fmt: skip
_OTHER = {
    "inch": ("length", 0.0254), "foot": ("length", 0.3048), "yard": ("length", 0.9144),
    "mile": ("length", 1609.344), "ounce": ("weight", 28.35), "pound": ("weight", 453.59),
    "stone": ("weight", 6350.3), "gallon": ("volume", 3.785), "mph": ("speed", 1.609),
    "sqfoot": ("area", 0.0929), "acre": ("area", 4046.9), "sqmile": ("area", 2.59e6),
}  # fmt: skip
"""What a measure counts, and how much of it in metres, grams, litres, km/h or square metres."""
_FOOT, _INCH = 0.3048, 0.0254
_FEET_AND_INCHES = lazy_pattern(
    r"""(?<![\w.,])(\d)(?:['’′]|[ -]?(?:ft|feet|foot|pieds?)\b)[ ,-]{0,2}
    (\d{1,2})(?:["”″]|''|’’|[ -]?(?:inch(?:es)?|in|pouces?)\b|(?!\w|[.,]\d))""",
    re.VERBOSE,
)

_FEET = lazy_pattern(r"(?<![\w.,])(\d)['’′](?=[ -](?:tall|high|long|wide|deep|in\sheight)\b)")
_METRES = lazy_pattern(r"(?<![\w.,])(\d)[ \u00a0\u202f]?m[ \u00a0\u202f]?(\d\d)(?!\w|[.,]\d)")
"""How tall somebody is: «6' tall», «1 m 80»."""
_OUNCE = 0.02957
"""Of a fluid, in litres."""


class Measure(NamedTuple):
    """What a measure is about, where it stands.

    Attributes:
        means: What it is, exactly and about.
        takes: What a measure of the other text may be that says the same.
    """

    start: int
    end: int
    metric: bool
    means: frozenset[tuple[str, int]]
    takes: frozenset[tuple[str, int]]


def converted(
    source: tuple[str, str], target: tuple[str, str]
) -> tuple[list[Measure], list[Measure]]:
    """Return the measures of two texts, each with its language, if one of them has converted any.

    Where both have as many of each system, there is nothing to convert.
    """
    ours, theirs = (list(islice(measures(*side), _MOST)) for side in (source, target))
    if sorted(one.metric for one in ours) == sorted(one.metric for one in theirs):
        return [], []
    return ours, theirs


def measures(text: str, language: str) -> Iterator[Measure]:
    """Yield the measures of a text.

    >>> [one], [other] = measures("30 miles", "en"), measures("48 km", "fr")
    >>> bool(one.means & other.takes), bool(other.means & one.takes)
    (True, True)
    """
    for match in _FEET_AND_INCHES.finditer(text):
        size = int(match[1]) * _FOOT + int(match[2]) * _INCH
        yield _measure(match.span(), "length", size, metric=False)
    for match in _FEET.finditer(text):
        yield _measure(match.span(), "length", int(match[1]) * _FOOT, metric=False)
    for match in _METRES.finditer(text):
        yield _measure(match.span(), "length", int(match[1]) + int(match[2]) / 100, metric=True)
    for pattern, share in _parts(language):
        for match in pattern.finditer(text):
            yield from _of_number(match.span(), share, str(match.lastgroup))
    numbers = sorted([*read_numbers(text, language), *spelled_numbers(text, language)])
    ahead = {two.start: one for one, two in pairwise(numbers)}
    for number, unit, end in measured(text, language, numbers):
        before = ahead.get(number.start)
        if before and RANGE.fullmatch(text, before.end, number.start):
            yield from _of_number((before.start, before.end), float(before.value), unit)
        yield from _of_number((number.start, end), float(number.value), unit)


@cache
def _parts(language: str) -> list[tuple[re.Pattern[str], float]]:
    """Return what finds a part of a unit, ``half a mile``, with how much of it that is."""
    units = "|".join(
        f"(?P<{name}>{forms})"
        for name, forms in UNITS.get(language, {}).items()
        if name in _METRIC or name in _OTHER
    )
    return [
        (re.compile(rf"(?<!\w){words}(?:{units})(?!\w)", re.IGNORECASE), share)
        for share, words in PARTS.get(language, ())
    ]


def _of_number(span: tuple[int, int], value: float, unit: str) -> Iterator[Measure]:
    """Yield the measure of a number with its unit, if that is known here."""
    if value > _LARGEST:
        return
    if unit in ("celsius", "fahrenheit"):
        yield _temperature(span, value, unit)
    elif (known := _METRIC.get(unit) or _OTHER.get(unit)) and value:
        kind, size = known
        found = _measure(span, kind, value * size, metric=unit in _METRIC)
        if unit == "ounce":  # by weight, or of a fluid
            fluid = _measure(span, "volume", value * _OUNCE, metric=False)
            found = found._replace(means=found.means | fluid.means, takes=found.takes | fluid.takes)
        yield found


def _measure(span: tuple[int, int], kind: str, size: float, *, metric: bool) -> Measure:
    own, other = f"metric {kind}", f"other {kind}"
    step = round(log(size) / _STEP) if size > 0 else 0
    exact = (f"exact {kind}", round(size * 1e6))
    near = range(step - 1, step + 2)
    if metric:
        return Measure(
            *span, metric, frozenset({exact, (own, step)}), frozenset({exact, (other, step)})
        )
    means = frozenset({exact, *((other, one) for one in near)})
    return Measure(*span, metric, means, frozenset({exact, *((own, one) for one in near)}))


def _temperature(span: tuple[int, int], value: float, unit: str) -> Measure:
    metric = unit == "celsius"
    exact = (f"exact {unit}", round(value * 100))
    if metric:
        step = round(value)
        means, takes = {(unit, step), exact}, {("fahrenheit", step), exact}
        return Measure(*span, metric, frozenset(means), frozenset(takes))
    degrees = round((value - 32) / 1.8)
    about = max(1, min(_FARTHEST, round(abs(degrees) * _ROUNDED)))
    near = range(degrees - about, degrees + about + 1)
    means, takes = {*((unit, one) for one in near), exact}, {*(("celsius", one) for one in near)}
    return Measure(*span, metric, frozenset(means), frozenset({*takes, exact}))
