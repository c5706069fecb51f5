"""Number's format: a number has the right value and is written as another language writes it.

The decimal mark and the groups of three, the month and the day of a date in figures. Versions,
sections, times and addresses are no quantities, nor is a figure behind a name that both sides have.

    bad   fr D'une valeur de 6,33 milliards. | en Worth 6,33 billion.
    bad   fr Il coûte 12 345,67 €. | en It costs €12 345,67.
    bad   en A rise of 2.5%. | fr Une hausse de 2.5 %.
    bad   fr Il coûte 1 200 000 €. | ru Он стоит 1,200,000 €.
    good  en The 1,200,000 euros of darktable 1.7. | de Die 1.200.000 Euro von darktable 1.7.
    good  en Python 3.5 is 2.5 times faster. | fr Python 3.5 est 2,5 fois plus rapide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from termbase.checking.currencies import CURRENCIES
from termbase.checking.numbers import Kind, Number, group_mark, read_numbers, writes_point
from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.lexicons import readings
from termbase.text.normalise import fold

ID = "T202"
SEVERITY = Severity.WARNING
ON = False

_SPACES = " \u00a0\u202f"
_POINTED = lazy_pattern(r"(?<![\w.,:/='’′*-])(?<!\*\s)\d{1,9}\.\d{1,9}(?![\w:/*-]|[.,][\dx]|\s\*)")
"""Not in a formula, behind minutes of an arc, nor before the x of a version: 0.92.x."""
_COMMAED = lazy_pattern(r"(?<![\w.,:/-])\d{1,9},(?:\d{1,2}|\d{4,9})(?![\w:/-]|[.,]\d)")
_COMMA_GROUPS = lazy_pattern(r"(?<![\w.,])\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})(?![\w,]|\.\d)")
_SPACE_GROUPS = lazy_pattern(
    rf"(?<![\w.,+(])(?<!\d[{_SPACES}])\d{{1,3}}(?:[ \u00a0]\d{{3}})+(?!\w|[{_SPACES}]?\d)"
)
_GROUPS_AND_COMMA = lazy_pattern(
    rf"(?<![\w.,])(?<!\d[{_SPACES}])\d{{1,3}}(?:[.{_SPACES}]\d{{3}})+,\d{{1,9}}(?!\w|[.,]\d)"
)
_GROUPS_AND_POINT = lazy_pattern(
    rf"(?<![\w.,])(?<!\d[{_SPACES}])\d{{1,3}}(?:[,{_SPACES}]\d{{3}})+\.\d{{1,9}}(?!\w|[.,]\d)"
)
_MONTH_FIRST = lazy_pattern(
    r"(?<![\d/.])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})(?![\d/])"
)
_CAPITAL = lazy_pattern(r"[A-ZА-ЯЁ]\w*(?:[.:]?\W{0,2}|\s[<>=≤≥~]{1,2}\s)$")
_NAME = lazy_pattern(r"([^\W\d_][\w+-]{2,})[ \u00a0\u202f]$")
_LABEL = lazy_pattern(
    r"\b(?:versions?|ver|v|sections?|sección|seção|secção|sezione|abschnitt\w*|sekcj\w+|chapitre|chapter|art|article|clauses?|fig|figure|tableau|table|build|releases?"
    r"|п|пп|ст|рис|табл|глав\w{1,2}|раздел\w*|верси\w{1,2}|релиз\w*|выпуск\w*|пункт\w*|§)[.:]?\W{0,2}"
    r"(?:(?:до|с|от|up\sto|from|à|de)\s)?(?:\d[\d.]*(?:\s(?:and|et|и|to|à|по|до)\s|[-–]))?$",
    re.IGNORECASE,
)
_VERSION = lazy_pattern(
    r"\b(?:versions?|versionen|versión|versiones|releases?|series|séries?|верси\w{1,3}|выпуск\w*|сери\w{1,3})\b",
    re.IGNORECASE,
)
_LIKE_A_VERSION = lazy_pattern(r"\d{1,2}\.\d{1,2}")
_NEAR = 40
"""How far from a figure the word for a version may stand."""
_LABEL_BEHIND = lazy_pattern(r"\s(?:release|current|stable|beta|rc\d?)\b", re.IGNORECASE)
"""What makes a figure the number of a version or a section, before it and behind it."""
_COUNTED = lazy_pattern(
    rf"[{_SPACES}]?[%‰°€$£₽]|[{_SPACES}]?(?!uhr)[^\W\d_]{{1,3}}\b", re.IGNORECASE
)
"""A unit behind a figure, which so counts something."""
_OF_MONEY = lazy_pattern(
    rf"[{_SPACES}]?(?:{'|'.join(CURRENCIES.values())}|zł|PLN|Kč|francs?|Franken)(?!\w)",
    re.IGNORECASE,
)
_UNIT = lazy_pattern(
    rf"[{_SPACES}]?(?:[%‰°€$£₽×]|(?:[kcmµMGT]?[mgWVAlLsoBx]|[kMG]?Hz|min|[hч]|[ксм]?[мгл]|[кМГТ]?(?:Вт|Б|В))\b)"
)
"""One that is none of the small words that stand behind the version of a program."""
_NAMES = lazy_pattern(
    r"(?:\bn[°ºo]\.?|№|\b(?:codes?|postcode|zip|ids?|pin|num[ée]ros?|numbers?|номер\w*|код\w*|индекс\w*"
    r"|r[ée]f(?:érence|erence)?|dossier|file|account|case|contrat|contract|дел[оа]|договор\w*|сч[её]т\w*"
    r"|t[ée]l|phone|тел|телефон\w*|password|парол\w+|mot\sde\spasse)\b|(?-i:\b[A-ZА-ЯЁ]{2,}\b(?:\s[A-ZА-ЯЁ]\w+)?))"
    r"[.:]?\W{0,3}$",
    re.IGNORECASE,
)
"""What stands before figures that name something and count nothing."""


def find(reading: Reading) -> Iterator[Finding]:
    """Report each number of the target that its language writes otherwise."""
    if not reading.translated or not any(sign.isdigit() for sign in reading.prose):
        return
    text, language = reading.prose, primary(reading.target_language)
    theirs = read_numbers(reading.source_prose, primary(reading.source_language))
    point = writes_point(language)
    if point is not None:
        yield from _decimals(reading, text, theirs, point=point)
        yield from _groups(reading, text, theirs, point=point)
        yield from _groups_and_decimals(reading, text, theirs, point=point)
    if not point:
        for match in _MONTH_FIRST.finditer(text):
            if int(match["day"]) > 12 >= int(match["month"]):
                wanted = f"{match['day']}/{match['month']}/{match['year']}"
                yield reading.at(
                    ID,
                    SEVERITY,
                    f"month before day: {match.group()}",
                    f"write {wanted}",
                    target=match.span(),
                    replacement=wanted,
                )


def _decimals(
    reading: Reading, text: str, theirs: list[Number], *, point: bool
) -> Iterator[Finding]:
    fractions = {
        value
        for number in theirs
        for value in number.values | {number.mantissa}
        if number.kind is not Kind.TIME  # 9.00 is a time, too
    }
    language = primary(reading.target_language)
    pattern, wrong, right = (_COMMAED, ",", ".") if point else (_POINTED, ".", ",")
    for match in pattern.finditer(text):
        value = Decimal(match.group().replace(",", "."))
        if value not in fractions or _is_whole(match, theirs, language):
            continue
        if _is_label(text, reading.source_prose, match, language):
            continue
        if _is_label_there(reading, match):
            continue
        wanted = match.group().replace(wrong, right)
        yield reading.at(
            ID,
            SEVERITY,
            f"decimal mark of another language: {match.group()}",
            f"write {wanted}",
            target=match.span(),
            replacement=wanted,
        )


def _is_whole(match: re.Match[str], theirs: list[Number], language: str) -> bool:
    """Say whether figures are a time that the other text has without minutes, or a group of three.

    «9.00» is «9 a.m.», and «1.200» where both languages group so.
    """
    written = match.group()
    wholes = {number.mantissa for number in theirs if not number.mantissa % 1}
    if written.endswith(".00"):
        told = wholes.union(*(number.values for number in theirs))  # 5 p.m. is 17, too
        return any(str(one) == written[:-3] for one in told) and not _is_counted(match)
    _, _, last = written.partition(".")
    return (
        len(last) == 3
        and group_mark(language) == "."
        and Decimal(written.replace(".", "")) in wholes
    )


def _is_counted(match: re.Match[str]) -> bool:
    """Say whether a figure counts money or a measure: «9.00 zł» is no time."""
    text = match.string
    return bool(_OF_MONEY.match(text, match.end()) or _UNIT.match(text, match.end())) or (
        text[: match.start()].rstrip(_SPACES)[-1:] in {*CURRENCIES}
    )


def _is_label(text: str, source: str, match: re.Match[str], language: str) -> bool:
    """Say whether a figure that both sides write alike is the number of a version or a section."""
    at = source.find(match.group())
    if at < 0:
        return False
    here, there = (text, match.start(), match.end()), (source, at, at + len(match.group()))
    if all(_CAPITAL.search(side, 0, start) for side, start, _ in (here, there)):
        return True
    if _is_of_a_name(here, there, language):
        return True
    if _LIKE_A_VERSION.fullmatch(match.group()) and all(
        _VERSION.search(side, max(0, start - _NEAR), end + _NEAR)
        for side, start, end in (here, there)
    ):
        return True
    return any(
        _LABEL.search(side, 0, start) or _LABEL_BEHIND.match(side, end)
        for side, start, end in (here, there)
    )


def _is_of_a_name(here: tuple[str, int, int], there: tuple[str, int, int], language: str) -> bool:
    """Say whether both sides have one and the same word before a figure: «darktable 1.7».

    Args:
        here, there: A text and the span of its figure.
        language: Of the target; a word that its lexicon knows is no name.
    """
    names = [_NAME.search(text, 0, start) for text, start, _ in (here, there)]
    if not (names[0] and names[1] and names[0][1] == names[1][1]):
        return False
    return not _UNIT.match(here[0], here[2]) and not readings(fold(names[0][1]), language)


def _is_label_there(reading: Reading, match: re.Match[str]) -> bool:
    """Say whether the source has a figure alike though its language has commas, too: «la 3.0»."""
    return (
        writes_point(primary(reading.source_language)) is False
        and "." in match.group()
        and match.group() in reading.source_prose
        and not _COUNTED.match(reading.prose, match.end())
    )


def _groups(reading: Reading, text: str, theirs: list[Number], *, point: bool) -> Iterator[Finding]:
    values = {value for number in theirs for value in number.values | {number.mantissa}}
    group = group_mark(primary(reading.target_language))
    for match in (_SPACE_GROUPS if point else _COMMA_GROUPS).finditer(text):
        if group in match.group():
            continue
        figures = re.sub(r"\D", "", match.group())
        if Decimal(figures) not in values or _is_name(text, reading.source_prose, match):
            continue
        wanted = _in_groups(figures, group)
        yield reading.at(
            ID,
            SEVERITY,
            f"groups of another language: {match.group()}",
            f"write {wanted}",
            target=match.span(),
            replacement=wanted,
        )


def _in_groups(figures: str, mark: str) -> str:
    return f"{int(figures):,}".replace(",", mark)


def _groups_and_decimals(
    reading: Reading, text: str, theirs: list[Number], *, point: bool
) -> Iterator[Finding]:
    """Report ``12 345,67`` in English and ``12,345.67`` in French."""
    values = {value for number in theirs for value in number.values | {number.mantissa}}
    group = group_mark(primary(reading.target_language))
    for match in (_GROUPS_AND_COMMA if point else _GROUPS_AND_POINT).finditer(text):
        whole, _, part = match.group().rpartition("," if point else ".")
        figures = re.sub(r"\D", "", whole)
        if Decimal(f"{figures}.{part}") not in values:
            continue
        wanted = f"{_in_groups(figures, group)}{'.' if point else ','}{part}"
        yield reading.at(
            ID,
            SEVERITY,
            f"number of another language: {match.group()}",
            f"write {wanted}",
            target=match.span(),
            replacement=wanted,
        )


def _is_name(text: str, source: str, match: re.Match[str]) -> bool:
    """Say whether figures that both sides write alike are a code or the number of a file."""
    at = source.find(match.group())
    before = (text[: match.start()], source[: max(at, 0)])
    return at >= 0 and any(_NAMES.search(one) for one in before)
