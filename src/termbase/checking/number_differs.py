"""Number differs: a number has another value in the translation, or stands on one side only.

Decimal marks and groups are read as each language writes them, and scale words with their numbers:
«milliard» is «billion» in English. A number may be written out in words on the other side, repeated
or not. In words (from two on), in months and in codes such as H1N1 only a change is reported, not
what is missing; the format of a number is not judged. A term that is missing in the same words is
not reported besides. A per cent sign that is lost makes another number, too; so does another unit
or currency at the same one, and another half of the day («6:05 p.m.» is 18:05 in languages that
count to 24). Days of the week, parts of a whole, quarters, decades, half hours, kings, republics,
world wars, dozens and how often (once a year) are compared where both sides name as many; -5 °C is
not 5 °C, version 4.2.1 not 4.1.2, Python 3.10 not 3.1, and seat 12A not 12B. Two numbers that
changed places are told by a word or a term at them that both texts have. Of German and Spanish
figures, units, days, months, spans of time, centuries, decades and numbers up to twelve are read,
of Italian, Polish and Portuguese months, hours and per cent; numbers up to 99 that these, Dutch and
Ukrainian write out are not missing.

    bad   fr D'une valeur de 6,33 milliards de roubles. | en Worth 6.33 million roubles.
    bad   fr En 2024, elle s'est envolée. | en In 2023 she took off.
    bad   fr Un taux de 5 %. | en A rate of 5.
    bad   fr Il reste 12 jours. | en There are 12 weeks left.
    bad   fr Il coûte 50 €. | en It costs $50.
    bad   fr Rendez-vous lundi. | en See you on Friday.
    bad   en At half past five. | ru В половине пятого.
    good  fr Le huitième vaut 6,33 milliards. | en The 8th is worth 6.33 billion.
    good  en 27 ships | de Siebenundzwanzig Schiffe
    good  fr Au XIXe siècle, trois villes. | en In the 19th century, 3 towns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from termbase.checking.below_zero import unlike_signs
from termbase.checking.choices import is_of_a_branch
from termbase.checking.clock import is_time, unlike_halves
from termbase.checking.currencies import (
    PER_CENT,
    PER_CENT_LANGUAGES,
    PER_CENT_SIGNS,
    POINTS,
    unlike_currencies,
)
from termbase.checking.few_words import FEW_LANGUAGES, unlike_few
from termbase.checking.measures import is_bare, unlike_units
from termbase.checking.number_phrases import without_alike
from termbase.checking.number_side import Side
from termbase.checking.number_words import (
    knows_number_words,
    spelled_twos,
)
from termbase.checking.numbers import Kind, Number, write_number
from termbase.checking.reading import Reading
from termbase.checking.roman_numerals import roman_value
from termbase.checking.section_numbers import unlike_sections
from termbase.checking.swapped_numbers import Counted, swapped
from termbase.checking.told_words import unlike_romans, unlike_words
from termbase.checking.versions import unlike_seats, unlike_versions, unlike_zeros
from termbase.checking.written_out import is_written_out, may_be_written_out
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern

ID = "T201"
SEVERITY = Severity.ERROR
_OFTEN_WORDS = 20
"""Up to here a number is often written out; where we cannot read the words, we keep silent."""
_DOZEN = 12
_FEW = 10
"""Up to here one number in words is taken for another; two decades are twenty years."""
_TWO, _HUNDRED = 2, 100
_NO_ARTICLES = ("ja", "ko", "th", "vi", "zh")
_ONE = lazy_pattern(r"\b(?:an?|each|every|per)\b", re.IGNORECASE)
"""What these languages say with a one: «an hour ago»."""
_MOST = 200
"""How many numbers of one segment are paired; a list of more is no segment."""
_IN_PAIRS = (Kind.CODE, Kind.WORD, Kind.MONTH)
"""What is reported only where another of its kind stands in its place."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report each number without counterpart, at its place in the target if it has one."""
    if not reading.translated:
        return
    languages = primary(reading.source_language), primary(reading.target_language)
    ours, theirs = Side(reading.source_prose, languages[0]), Side(reading.prose, languages[1])
    if ours.agrees_with(theirs):
        yield from _without_per_cent(reading, ours, theirs)
        yield from _told_by_neighbours(reading, ours, theirs)
        return
    found = list(_differences(ours, theirs))
    if found and (left := without_alike(ours.text, theirs.text, languages)):
        ours, theirs = Side(left[0], languages[0]), Side(left[1], languages[1])
        found = list(_differences(ours, theirs))
    found = [pair for pair in found if not _is_told_by_code(reading, *pair)]
    for one, other in found:
        yield _finding(reading, one, other, theirs.language)
    if found:
        yield from _told_otherwise(reading, ours, theirs, found)
    else:
        yield from _without_per_cent(reading, ours, theirs)
        yield from _told_by_neighbours(reading, ours, theirs)


def _is_told_by_code(reading: Reading, one: Number | None, other: Number | None) -> bool:
    """Say whether one side leaves to a code what the other says: ``one {1 file}``, ``one {#}``."""
    text, alone = (reading.pair.source, one) if one else (reading.pair.target, other)
    both = one is not None and other is not None
    return not both and alone is not None and is_of_a_branch(text, alone.start, alone.value)


def _told_by_neighbours(reading: Reading, ours: Side, theirs: Side) -> Iterator[Finding]:
    """Report what no number by itself tells: what stands at one, or two that changed places."""
    told = list(_told_otherwise(reading, ours, theirs, []))
    yield from told
    if told or len(ours.figures) < _TWO:
        return
    here = Counted(ours.text, ours.figures, reading.source_terms)
    there = Counted(theirs.text, theirs.figures, reading.target_terms)
    for one, other in swapped(here, there):
        had, has = ours.text[slice(*one)], theirs.text[slice(*other)]
        yield _differs(reading, "number", had, has, one, other)


def _told_otherwise(
    reading: Reading,
    ours: Side,
    theirs: Side,
    found: Sequence[tuple[Number | None, Number | None]],
) -> Iterator[Finding]:
    """Report what is another one though no figure is: a unit, a currency, a day, a king.

    Args:
        reading, ours, theirs: The pair.
        found: What is reported by now, which a word around it says again.
    """
    units = unlike_units(ours.measures, theirs.measures)
    for one, other, had, has in chain(units, unlike_halves(ours.measures, theirs.measures)):
        spans = (one.start, one.start + len(had)), (other.start, other.start + len(has))
        yield _differs(reading, "unit", had, has, *spans)
    sums = (ours.text, ours.figures), (theirs.text, theirs.figures)
    for sum_, instead in unlike_currencies(*sums):
        spans = (sum_.start, sum_.end), (instead.start, instead.end)
        yield _differs(reading, "currency", sum_.sign, instead.sign, *spans)
    few = _other_few(ours, theirs)
    whole = (reading.source_prose, ours.language), (reading.prose, theirs.language)
    words = list(unlike_words(*whole))
    unlike = (unlike_signs, unlike_versions, unlike_zeros, unlike_sections, unlike_seats)
    figures = ours.figures and theirs.figures
    signs = chain.from_iterable(
        find(ours.text, theirs.text) for find in (unlike if figures else ())
    )
    centuries = [here for here, _ in words]
    kings = (
        (here, there)
        for here, there in _other_kings(ours, theirs)
        if not any(start <= here[0] < end for start, end in centuries)
    )
    for here, there in chain(words, signs, kings, few):
        if any(_is_at(here, one) or _is_at(there, other) for one, other in found):
            continue
        had, has = whole[0][0][slice(*here)], whole[1][0][slice(*there)]
        yield _differs(reading, "number", had, has, here, there)


def _other_few(ours: Side, theirs: Side) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where small numbers differ that German or Spanish writes out, if we read both texts."""
    languages = {ours.language, theirs.language}
    others = languages - FEW_LANGUAGES
    if others != languages and all(map(knows_number_words, others)):
        yield from unlike_few(ours, theirs)


def _is_at(span: tuple[int, int], number: Number | None) -> bool:
    return number is not None and span[0] <= number.start < span[1]


def _other_kings(ours: Side, theirs: Side) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield where Roman numerals differ that no figure and no word of the other side says."""
    for here, there in unlike_romans(ours.text, theirs.text):
        had, has = (roman_value(ours.text[slice(*here)]), roman_value(theirs.text[slice(*there)]))
        if had not in theirs.told and has not in ours.told:
            yield here, there


def _differs(
    reading: Reading, what: str, had: str, has: str, here: tuple[int, int], there: tuple[int, int]
) -> Finding:
    return reading.at(
        ID,
        SEVERITY,
        f"{what} differs: {had} → {has}",
        f"the source has {had}",
        source=here,
        target=there,
    )


def _without_per_cent(reading: Reading, ours: Side, theirs: Side) -> Iterator[Finding]:
    """Report per cent that is lost, where the target has neither sign nor word for it at all."""
    if not ours.figures or not any(map(ours.text.__contains__, PER_CENT_SIGNS)):
        return
    if PER_CENT.search(theirs.text) or POINTS.search(theirs.text):
        return
    for number in ours.figures if theirs.language in PER_CENT_LANGUAGES else ():
        same = [one for one in theirs.figures if one.values & number.values]
        if len(same) == 1 and (sign := PER_CENT.match(ours.text, number.end)):
            written = theirs.text[same[0].start : same[0].end]
            yield reading.at(
                ID,
                SEVERITY,
                f"per cent missing: {written}",
                f"expected {written}{' %' if theirs.language != 'en' else '%'}",
                source=(number.start, sign.end()),
                target=(same[0].start, same[0].end),
            )


def _differences(ours: Side, theirs: Side) -> Iterator[tuple[Number | None, Number | None]]:
    """Yield each number that differs, with what stands there instead."""
    lost = _without_counterpart(ours, theirs)[:_MOST]
    added = _without_counterpart(theirs, ours)
    added = [one for one in added if _may_tell(ours, one, theirs)][:_MOST]
    if theirs.language in _NO_ARTICLES and _ONE.search(ours.text):
        added = [number for number in added if number.value != 1]
    lost, added = lost + _twos(ours, theirs, added), added + _twos(theirs, ours, lost)
    lost, added = _with_months(ours, theirs, lost), _with_months(theirs, ours, added)
    left = _left_over(ours.figures[:_MOST], theirs.figures[:_MOST])
    large = _left_over(_millions(ours), _millions(theirs))
    if not lost and not added and len(ours.figures) == len(theirs.figures):
        lost = [number for number in left[0] if number.stands_in(theirs.in_figures)]
        added = [number for number in left[1] if number.stands_in(ours.in_figures)]
    yield from _paired(lost, added, (left[0] + large[0], left[1] + large[1]))


def _twos(one: Side, other: Side, instead: Sequence[Number]) -> list[Number]:
    """Return each «two» of one side in whose place the other may have another number in words."""
    words = [word for word in instead if word.kind is Kind.WORD and word.value <= _FEW]
    twos = spelled_twos(one.text, one.language) if words else ()
    return [two for two in twos if not two.stands_in(other.told)][: len(words)]


def _with_months(one: Side, other: Side, lost: list[Number]) -> list[Number]:
    """Return what is lost with the months that are, where both sides name as many.

    The day of a date may be the figure of a month: «3 mars» has a 3 for March twice.
    """
    ours, theirs = (
        [word for word in side.words if word.kind is Kind.MONTH] for side in (one, other)
    )
    if len(ours) != len(theirs):
        return lost
    return lost + [month for month in _left_over(ours, theirs)[0] if month not in lost]


def _millions(side: Side) -> list[Number]:
    """Return the numbers in words that are too large to be something else: «un milliard»."""
    return [number for number in side.words if number.scale]


def _without_counterpart(one: Side, other: Side) -> list[Number]:
    """Return the numbers of one side that the other has neither in figures nor in words."""
    rest = [
        number
        for number in (*one.figures, *one.words)
        if number.value and not number.stands_in(other.in_figures)
    ]
    if rest:
        text = one.text, one.language
        rest = [
            number
            for number in rest
            if not _is_told(number, other) and not is_bare(number, text, other.measures)
        ]
    if knows_number_words(other.language):
        return rest
    return [
        number
        for number in rest
        if number.kind is not Kind.WORD
        and not _often_words(number, other.language)
        and not is_written_out(number.value, other.text, other.language)
    ]


def _is_told(number: Number, other: Side) -> bool:
    """Say whether the other side has a number; of one in words its parts do not stand for it."""
    if number.kind is Kind.WORD:
        return any(value in other.told for value in number.values)
    return number.stands_in(other.told)


def _may_tell(source: Side, added: Number, target: Side) -> bool:
    """Say whether a source tells that a number is added: one without figures may have it in words.

    Those up to 99 are looked for where it is known how they are written, but hours of the day,
    which words count to twelve as a rule: «um drei Uhr nachmittags» is «à 15 heures».
    """
    if source.figures or knows_number_words(source.language):
        return True
    written = target.text[added.start : added.end]  # «15.00» is a time or a price
    small = added.kind is Kind.QUANTITY and added.value < _HUNDRED and written.isdecimal()
    if not small or is_time(added, target.text, target.language):
        return False
    return may_be_written_out(source.language)


def _often_words(number: Number, language: str) -> bool:
    """Say whether many would write a number out: small ones, and ``300`` or ``2 000 000``.

    Where we can tell what stands there in words, a dozen is the largest that has other ones.
    """
    most = _DOZEN if may_be_written_out(language) else _OFTEN_WORDS
    return number.value <= most or len(number.value.normalize().as_tuple().digits) == 1


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


def _paired(
    lost: Sequence[Number], added: Sequence[Number], left: tuple[list[Number], list[Number]]
) -> Iterator[tuple[Number | None, Number | None]]:
    """Pair what is lost with what stands there instead.

    Where one side lacks nothing, figures that stand there more often than their equals may be
    the other's counterpart.
    """
    theirs = list(added)
    surplus = [[number for number in side if number not in (*lost, *added)] for side in left]
    for one in lost:
        other = _likest(one, theirs) or _likest(one, surplus[1])
        for free in (theirs, surplus[1]):
            if other in free:
                free.remove(other)
        if other or one.kind not in _IN_PAIRS:
            yield one, other
    for other in theirs:
        instead = _likest(other, surplus[0])
        if instead:
            surplus[0].remove(instead)
        if instead or other.kind not in _IN_PAIRS:
            yield instead, other


def _likest(number: Number, others: Sequence[Number]) -> Number | None:
    """Return the number that most likely stands for another: with its figures, of its kind."""
    apart = (Kind.CODE, Kind.MONTH)
    alike = [
        other
        for other in others
        if other.kind is number.kind or (other.kind not in apart and number.kind not in apart)
    ]
    same = [other for other in alike if other.mantissa == number.mantissa]
    same += [other for other in alike if other.kind is number.kind]
    return next(iter(same + alike), None)


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
