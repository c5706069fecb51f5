"""Number differs: a number has another value in the translation, or stands on one side only.

Decimal marks and groups are read as each language writes them, and scale words with their
numbers: «milliard» is «billion» in English. A number may be written out in words on the other
side, repeated or not. In codes such as H1N1 only a change is reported; the format of a number is
not judged. A term that is missing in the same words is not reported besides.

    bad   fr D'une valeur de 6,33 milliards de roubles. | en Worth 6.33 million roubles.
    bad   fr En 2024, elle s'est envolée. | en In 2023 she took off.
    good  fr Le huitième vaut 6,33 milliards. | en The 8th is worth 6.33 billion.
    good  fr Au XIXe siècle, trois villes. | en In the 19th century, 3 towns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.checking.number_words import knows_number_words, spelled_values
from termbase.checking.numbers import Kind, Number, read_numbers, write_number
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
    left = _left_over(ours, theirs)
    if not lost and not added and len(ours) == len(theirs):
        lost, added = _in_figures(left[0], theirs), _in_figures(left[1], ours)
    for one, other in _paired(lost, added, left):
        yield _finding(reading, one, other, languages[1])


def _has_figures(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _without_counterpart(
    ours: Sequence[Number], theirs: Sequence[Number], text: str, language: str
) -> list[Number]:
    """Return the numbers of one side that the other has neither in figures nor in words."""
    there = {value for number in theirs for value in number.lends}
    rest = [number for number in ours if number.value and not number.stands_in(there)]
    if not rest:
        return []
    there |= spelled_values(text, language)
    rest = [number for number in rest if not number.stands_in(there)]
    if knows_number_words(language):
        return rest
    return [number for number in rest if not _often_in_words(number)]


def _often_in_words(number: Number) -> bool:
    """Say whether many would write a number out: small ones, and ``300`` or ``2 000 000``."""
    return number.value <= _OFTEN_WORDS or len(number.value.normalize().as_tuple().digits) == 1


def _left_over(
    ours: Sequence[Number], theirs: Sequence[Number]
) -> tuple[list[Number], list[Number]]:
    """Return the numbers of both sides that remain when each took the nearest that is equal."""
    rest, free = [], dict(enumerate(theirs))
    for place, number in enumerate(ours):
        equal = [other for other in free if number.stands_in(free[other].lends)]
        if equal:
            del free[min(equal, key=lambda other: abs(other - place))]
        else:
            rest.append(number)
    return rest, list(free.values())


def _in_figures(numbers: Sequence[Number], others: Sequence[Number]) -> list[Number]:
    there = {value for other in others for value in other.lends}
    return [number for number in numbers if number.value and number.stands_in(there)]


def _paired(
    lost: Sequence[Number], added: Sequence[Number], left: tuple[list[Number], list[Number]]
) -> Iterator[tuple[Number | None, Number | None]]:
    """Pair what is lost with what stands there instead.

    Where one side lacks nothing, a number that stands there more often than its equals may be
    the other's counterpart. Codes count only in pairs.
    """
    ours, theirs = list(lost), list(added)
    while ours:
        one = ours.pop(0)
        other = _likest(one, theirs) or _likest(one, left[1])
        for free in (theirs, left[1]):
            if other in free:
                free.remove(other)
        if other or one.kind is not Kind.CODE:
            yield one, other
    for other in theirs:
        instead = _likest(other, [number for number in left[0] if number not in lost])
        if instead:
            left[0].remove(instead)
        if instead or other.kind is not Kind.CODE:
            yield instead, other


def _likest(number: Number, others: Sequence[Number]) -> Number | None:
    """Return the number that most likely stands for another: of its kind, with its figures."""
    alike = [other for other in others if (other.kind is Kind.CODE) == (number.kind is Kind.CODE)]
    equal = (other for other in alike if other.mantissa == number.mantissa)
    return next(equal, alike[0] if alike else None)


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
