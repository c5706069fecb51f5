"""Number differs: a number has another value in the translation, or stands on one side only.

Decimal marks and groups are read as each language writes them, and scale words with their
numbers: «milliard» is «billion» in English. A number may be written out in words on the other
side, repeated or not. Codes such as H1N1, and the format of a number, are not judged.

    bad   fr D'une valeur de 6,33 milliards de roubles. | en Worth 6.33 million roubles.
    bad   fr En 2024, elle s'est envolée. | en In 2023 she took off.
    good  fr Le huitième vaut 6,33 milliards. | en The 8th is worth 6.33 billion.
    good  fr Au XIXe siècle, trois villes. | en In the 19th century, 3 towns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from termbase.checking.number_words import knows_number_words, spelled_values
from termbase.checking.numbers import Number, read_numbers, write_number
from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary

ID = "T201"
SEVERITY = Severity.ERROR
_OFTEN_WORDS = 20
"""Up to here a number is often written out; where we cannot read the words, we keep silent."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report each number without counterpart, at its place in the target if it has one."""
    source, target = reading.pair.source, reading.pair.target
    if not reading.translated or not (_has_figures(source) or _has_figures(target)):
        return
    languages = primary(reading.source_language), primary(reading.target_language)
    ours, theirs = read_numbers(source, languages[0]), read_numbers(target, languages[1])
    lost = _without_counterpart(ours, theirs, target, languages[1])
    added = _without_counterpart(theirs, ours, source, languages[0])
    if added and not lost:
        lost = _surplus(ours, theirs)
    for one, other in _paired(lost, added):
        yield _finding(reading, one, other, languages[1])


def _has_figures(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _without_counterpart(
    ours: Sequence[Number], theirs: Sequence[Number], text: str, language: str
) -> list[Number]:
    """Return the firm numbers of one side that the other has neither in figures nor in words."""
    firm = [number for number in ours if number.firm]
    if not firm:
        return []
    there = {value for number in theirs for value in number.values}
    rest = [number for number in firm if not _stands(number, there)]
    if not rest:
        return []
    there |= spelled_values(text, language)
    rest = [number for number in rest if not _stands(number, there)]
    if knows_number_words(language):
        return rest
    return [number for number in rest if number.value > _OFTEN_WORDS]


def _stands(number: Number, there: set[Decimal]) -> bool:
    return not number.values.isdisjoint(there)


def _surplus(ours: Sequence[Number], theirs: Sequence[Number]) -> list[Number]:
    """Return the source's numbers that stand there more often than in the target."""
    fewer = Counter(number.value for number in theirs)
    found = []
    for number in ours:
        fewer[number.value] -= 1
        if number.firm and fewer[number.value] < 0:
            found.append(number)
    return found


def _paired(
    lost: Sequence[Number], added: Sequence[Number]
) -> Iterator[tuple[Number | None, Number | None]]:
    """Pair what is lost with what stands there instead: the likest figures first, then in order."""
    free = list(added)
    for one in lost:
        other = next((number for number in free if number.mantissa == one.mantissa), None)
        other = other or (free[0] if free else None)
        if other:
            free.remove(other)
        yield one, other
    for other in free:
        yield None, other


def _finding(reading: Reading, one: Number | None, other: Number | None, language: str) -> Finding:
    source, target = reading.pair.source, reading.pair.target
    had = source[one.start : one.end] if one else ""
    has = target[other.start : other.end] if other else ""
    if one and other:
        message = f"number differs: {had} → {has}"
    else:
        message = f"number missing: {had}" if one else f"number added: {has}"
    return Finding(
        rule=ID,
        severity=SEVERITY,
        message=message,
        remedy=f"expected {write_number(one, language)}" if one else "not in the source",
        source=source,
        target=target,
        source_span=(one.start, one.end) if one else None,
        target_span=(other.start, other.end) if other else None,
        pair=reading.number,
    )
