"""Number words of a text → the values that it may name: ``vingt-cinq`` → 25, ``семь`` → 7.

Words are generous where they excuse a number on the other side: a word may name several values
(``half``: 0.5 and 50), and each part of a compound names its own. Only counting words (``sept``,
``huitième``) and months stand for a number themselves; ``dozen`` and ``second`` say too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from termbase.checking.number_tables import MONTHS, TABLES
from termbase.checking.numbers import Kind, Number
from termbase.checking.roman_numerals import ROMAN, roman_value
from termbase.text.forms import unstressed
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.normalise import fold, unaccented
from termbase.text.words import word_spans

_NO_PART = {"premier", "première", "premiers", "premières"}
"""What is no part of a number before it, in French: «les trois premiers»."""
_UNSURE_MONTHS = {"march", "may", "mars", "marca", "marcu", "maja", "maju", "marco"}
"""Names of months that are other words as often: «mają», «marco»."""
_DATED = lazy_pattern(
    r"[ \u00a0\u202f](?:(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?|1[5-9]\d\d|20\d\d)(?![\w%]|[.,:]\d)"
)
"""A day or a year behind the name of a month."""
_DAY = lazy_pattern(r"(?<!\d)(?:[0-2]?\d|3[01])(?:st|nd|rd|th|er)?[ \u00a0\u202f]$")
_TOGETHER = re.compile("[ \u00a0\u202f-]")
_AND_A_HALF = lazy_pattern(
    r"\s(?:[^\W\d_]{2,10}\s)?(?:et\sdemie?|and\sa\shalf|с\sполовиной)\b(?:\s(?P<scale>thousand|(?:m|b|tr)illions?"
    r"|тысяч\w*|миллион\w*|миллиард\w*|триллион\w*))?"
)
_HALF_OF = {
    "en": (lazy_pattern(r"\bhalf[\s-]an?[\s-](?P<scale>(?:m|b|tr)illion)\b", re.IGNORECASE), "alf"),
    "fr": (lazy_pattern(r"\bdemi-(?P<scale>million|milliard)s?\b", re.IGNORECASE), "emi-m"),
    "ru": (lazy_pattern(r"\bполу?(?P<scale>миллион|миллиард|триллион)\w*", re.IGNORECASE), "илли"),
}
_POWERS = {"million": 6, "billion": 9, "trillion": 12, "milliard": 9} | {
    "миллион": 6, "миллиард": 9, "триллион": 12
}  # fmt: skip
_TWOS = {
    "en": lazy_pattern(r"\b(?:two|twice|second)\b", re.IGNORECASE),
    "fr": lazy_pattern(r"\b(?:deux|deuxième|seconde?)\b", re.IGNORECASE),
    "ru": lazy_pattern(
        r"\b(?:дв(?:а|е|ух|ум|умя)|дважды|об(?:а|е|[ое]их|[ое]ими?)"
        r"|втор(?:ой|ая|ое|ого|ому|ым|ом|ую|ые|ых|ыми))\b",
        re.IGNORECASE,
    ),
}
_JOINED = {
    "ru": lazy_pattern(
        r"(двадцати|тридцати|сорока|пятидесяти|шестидесяти|семидесяти|восьмидесяти|девяноста)"
        r"(одно|двух|трех|четырех|пяти|шести|семи|восьми|девяти)(?=\w)"
    )
}
"""Tens and ones in one word: «двадцатипятилетний»."""
_NEXT_WORD = re.compile(r"[\s\u00a0-]([^\W\d_]+)")
_QUARTER = Decimal("0.25")
_QUARTERS = 3
_FIRST_COUNTED = 3
_TEN, _HUNDRED = 10, 100
_FOUR_TWENTIES = (Decimal(4), Decimal(20))
_TENS = frozenset(map(Decimal, (20, 30, 40, 50, 60)))
_ONES = ((Decimal(1),), (Decimal(11),))
_LONGEST_RUN = 8
_MOST_WORDS = 1 << 16
"""So many different words of texts are remembered."""
_SHORTEST_BEGINNING = 3
"""Letters of the shortest beginning of a word that tells what it counts: июн-."""
_EITHER = (" or ", " to ", ", ")
_BETWEEN = {"and", "et", "и", "a", "of", "de", "с"}
_PER_CENT = re.compile(r"pour[\s\u00a0]cent", re.IGNORECASE)
_ARTICLE = re.compile(r"une?[\s\u00a0](?=[^\W\d_]+ième\b)", re.IGNORECASE)
_HALF_AS_MUCH = lazy_pattern(
    r"полтор[аы]\sраза|\bhalf\sas\s(?:much|many)\sagain\b|\bone\sand\sa\shalf\stimes\b|fois\set\sdemie\b"
)
"""What is so many times as much is a half more, in per cent."""


def knows_number_words(language: str) -> bool:
    """Say whether the number words of a language (``fr``) stand here."""
    return language in TABLES


def spelled_values(text: str, language: str) -> set[Decimal]:
    """Return the values that the words of a text may name, Roman numerals and months included.

    Args:
        text: Any text.
        language: A primary language tag such as ``fr``; of others only Roman numerals are read.

    >>> spelled_values("Vingt-cinq ans", "fr") >= {Decimal(20), Decimal(5), Decimal(25)}
    True
    >>> Decimal(19) in spelled_values("au XIXe siècle", "fr")
    True
    """
    found = {roman_value(match.group(1)) for match in ROMAN.finditer(text)}
    if _HALF_AS_MUCH.search(text):
        found |= {Decimal(50), Decimal(150)}
    run: list[tuple[Decimal, ...]] = []
    texts, spans = word_spans(text)
    for word, senses in zip(texts, _meant(text, texts, spans, _known(language)), strict=True):
        if senses:
            run.append(_values(senses))
        elif run and unstressed(word) not in _BETWEEN:
            found |= _sums(run)
            run = []
    return found | _sums(run)


def spelled_numbers(text: str, language: str) -> list[Number]:
    """Return the numbers that counting words stand for, from three on, and the months.

    Args:
        text: Any text.
        language: A primary language tag such as ``fr``; of unknown ones there are none.

    >>> [int(n.value) for n in spelled_numbers("Vingt-cinq des deux mille en avril", "fr")]
    [25, 2000, 4]
    """
    texts, spans = word_spans(text)
    known = _known(language)
    meant = _meant(text, texts, spans, known)
    counting = _counting(meant)
    if not counting:
        return []
    found: list[Number] = []
    run: list[_Counting] = []
    for at in counting:
        word, senses, (start, end) = texts[at], meant[at], spans[at]
        new = word.lower() in _NO_PART
        if run and (new or not _goes_on(text[run[-1].end : start], run[-1].values, senses)):
            found += _counted(run, text, known)
            run = []
        if all(sense.counts for sense in senses):
            run.append(_Counting(start, end, _values(senses)))
        elif month := _month(senses):
            if unstressed(word) in _UNSURE_MONTHS and not _is_dated(text, start, end):
                continue
            found.append(Number(start, end, frozenset({month}), month, kind=Kind.MONTH))
    found += _counted(run, text, known)
    if "-and-" in text:
        found = list(_sharing_tens(found, text))
    halves = list(_halves(text, language))
    return sorted([*found, *halves]) if halves else found


def _sharing_tens(found: Sequence[Number], text: str) -> Iterator[Number]:
    """Yield numbers with what the next one lends them: seven or eight-and-thirty is 37 or 38."""
    for one, two in zip_longest(found, found[1:]):
        turned = (
            two and text[one.end : two.start] in _EITHER and "-and-" in text[two.start : two.end]
        )
        if two and turned and one.value < _TEN:
            tens = two.value // _TEN * _TEN
            yield one._replace(values=one.values | {one.value + tens})
        else:
            yield one


def _is_dated(text: str, start: int, end: int) -> bool:
    """Say whether what may name a month has a day before it, or a day or a year behind it."""
    if _DAY.search(text, 0, start):
        return True
    return (text[start].isupper() or text[start:end] == "mars") and bool(_DATED.match(text, end))


def spelled_twos(text: str, language: str) -> Iterator[Number]:
    """Yield where «two», twice or the second stands, which are numbers only beside another one.

    They often say no more than a pair, both, or the other one.

    >>> [number.start for number in spelled_twos("Les deux pompes", "fr")]
    [4]
    """
    two = frozenset({Decimal(2)})
    for match in _TWOS[language].finditer(text) if language in _TWOS else ():
        yield Number(*match.span(), two, Decimal(2), kind=Kind.WORD)


def _halves(text: str, language: str) -> Iterator[Number]:
    """Yield the halves of a million and the like."""
    pattern, hint = _HALF_OF.get(language, (None, ""))
    for match in pattern.finditer(text) if pattern and hint in text else ():
        power = _POWERS[match["scale"].lower()]
        half = Decimal("0.5")
        value = frozenset({half.scaleb(power)})
        yield Number(*match.span(), value, half, scale=power, kind=Kind.WORD)


def _meant(
    text: str, texts: Sequence[str], spans: Sequence[tuple[int, int]], known: _Senses
) -> list[tuple[_Sense, ...]]:
    """Return what each word counts; nothing for an article, «pour cent», and within a name."""
    meant = list(map(known.__getitem__, texts))
    for at in _counting(meant):
        start, end = spans[at]
        if (
            _PER_CENT.fullmatch(text, max(0, start - 5), end)
            or _ARTICLE.match(text, start)
            or (text[start - 1 : start] == "-" == text[end : end + 1] and _in_a_name(meant, at))
        ):
            meant[at] = ()
    return meant


def _counting(meant: Sequence[tuple[_Sense, ...]]) -> list[int]:
    """Return the places of the words that count something; most texts have none."""
    return [at for at, senses in enumerate(meant) if senses] if any(meant) else []


def _in_a_name(meant: Sequence[tuple[_Sense, ...]], at: int) -> bool:
    """Say whether a word between hyphens has no number beside it: «Thunder-ten-tronckh»."""
    return not any([*meant[max(0, at - 1) : at], *meant[at + 1 : at + 2]])


def _goes_on(between: str, before: tuple[Decimal, ...], senses: tuple[_Sense, ...]) -> bool:
    """Say whether a number goes on behind what stands between two of its words."""
    if _TOGETHER.fullmatch(between):
        return _adds_up(before[0], senses[0].value)
    word = between.strip()
    if word == "et":  # vingt et un, soixante et onze
        return before[0] in _TENS and _values(senses)[:1] in _ONES
    if word == "-and-":
        return _is_turned(before[0], senses[0].value)
    return word == "and" and before[0] >= _HUNDRED  # two hundred and five


def _is_turned(before: Decimal, value: Decimal) -> bool:
    """Say whether two words are a number as old books say it: seven-and-twenty."""
    return before < _TEN < value < _HUNDRED and not value % _TEN


def _adds_up(before: Decimal, value: Decimal) -> bool:
    """Say whether two words make one number: not «the first three», not «two fifty»."""
    if value >= _HUNDRED or (before, value) == _FOUR_TWENTIES:
        return True
    return before >= _TEN


class _Counting(NamedTuple):
    """A counting word where it stands, with the values that it may have."""

    start: int
    end: int
    values: tuple[Decimal, ...]


def _counted(run: list[_Counting], text: str, known: _Senses) -> list[Number]:
    """Return the number of a run of counting words; none for ``two`` or ``millions`` alone."""
    if not run:
        return []
    values, end = [word.values for word in run], run[-1].end
    if half := _AND_A_HALF.match(text, end):
        values.append((Decimal("0.5"),))
        values += [_values(known[half["scale"]])] if half["scale"] else []
        end = half.end()
    total = next(_years(values), max(_totals(values)))
    if (total < _FIRST_COUNTED and not half) or all(value[0] >= 1000 for value in values):
        return []
    if values[-1][0] == _QUARTERS and _QUARTER in _next_values(text, end, known):
        return []
    parts = frozenset(value for several in values for value in several)
    power = next((power for power in (12, 9, 6) if total >= 10**power), 0)
    return [
        Number(
            run[0].start,
            end,
            frozenset({total, max(_totals(values))}),
            total.scaleb(-power).normalize(),
            scale=power,
            grouped=total > 9999,
            parts=parts,
            kind=Kind.WORD,
        )
    ]


def _next_values(text: str, end: int, known: _Senses) -> tuple[Decimal, ...]:
    following = _NEXT_WORD.match(text, end)
    return _values(known[following[1]]) if following else ()


def _years(run: list[tuple[Decimal, ...]]) -> Iterator[Decimal]:
    """Yield the year that words in two halves name: ``nineteen fourteen``."""
    century, *rest = (values[0] for values in run)
    if 10 <= century <= 20 and rest and rest[0] >= 10 and sum(rest) < 100:
        yield century * 100 + sum(rest)


def _sums(run: list[tuple[Decimal, ...]]) -> set[Decimal]:
    """Return what each stretch of a run of number words may add up to, and each word alone."""
    found = {value for values in run for value in values}
    for first in range(len(run)):
        found.update(_totals(run[first : first + _LONGEST_RUN]))
        found.update(year for end in (2, 3) for year in _years(run[first : first + end]))
        after = run[first + 1] if first + 1 < len(run) else ()
        if run[first][0] == _QUARTERS and _QUARTER in after:
            found |= {_QUARTERS * _QUARTER, _QUARTERS * _QUARTER * 100}
    return found


def _totals(run: list[tuple[Decimal, ...]]) -> Iterator[Decimal]:
    """Yield what a run of number words adds up to after each of them, while they are one number."""
    total, current, scale, before = Decimal(0), Decimal(0), Decimal(1), Decimal(0)
    for values in run:
        value = values[0]
        if min(before, value) >= 1 and not (_adds_up(before, value) or _is_turned(before, value)):
            return
        before = value
        if value >= 1000:
            total, current, scale = total + (current or 1) * value, Decimal(0), value
        elif value < 1:
            current += value * (scale if not current else 1)
        elif value == 100:
            current = (current or 1) * value
        elif value == 20 and current % 100 == 4:
            current += 76  # quatre-vingts
        else:
            current += value
        yield total + current


class _Sense(NamedTuple):
    """What a word may mean: a value, and whether it counts, names a month, or neither."""

    value: Decimal
    counts: bool = False
    month: bool = False


def _values(senses: tuple[_Sense, ...]) -> tuple[Decimal, ...]:
    return tuple(sense.value for sense in senses)


def _month(senses: tuple[_Sense, ...]) -> Decimal | None:
    return senses[0].value if len(senses) == 1 and senses[0].month else None


class _Senses(dict[str, "tuple[_Sense, ...]"]):
    """What the words of texts may mean in a language, each found out once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._whole, self._begins = _table(language)
        self._first_letters = {head[:_SHORTEST_BEGINNING] for head in self._begins}
        self._joined = _JOINED.get(language)

    def __missing__(self, word: str) -> tuple[_Sense, ...]:
        if len(self) > _MOST_WORDS:
            self.clear()
        if word.isdigit():
            self[word] = ()
            return ()
        bare = unaccented(unstressed(word))
        if self._joined and (joined := self._joined.match(bare)):
            tens, ones = (self[part][0].value for part in joined.groups())
            self[word] = (_Sense(tens + ones, counts=True),)
            return self[word]
        self[word] = tuple(self._whole.get(bare) or self._begun(bare))
        return self[word]

    def _begun(self, bare: str) -> Sequence[_Sense]:
        """Return the senses of the longest beginning that a word has; most words have none."""
        if bare[:_SHORTEST_BEGINNING] not in self._first_letters:
            return ()
        heads = (bare[:length] for length in range(len(bare), _SHORTEST_BEGINNING - 1, -1))
        return next((self._begins[head] for head in heads if head in self._begins), ())


@cache
def _known(language: str) -> _Senses:
    return _Senses(language)


@cache
def _table(language: str) -> tuple[dict[str, list[_Sense]], dict[str, list[_Sense]]]:
    whole: dict[str, list[_Sense]] = {}
    begins: dict[str, list[_Sense]] = {}

    def enter(entry: str, sense: _Sense) -> None:
        for word in entry.split():
            kind = begins if word.endswith("-") else whole
            kind.setdefault(unaccented(fold(word.rstrip("-"))), []).append(sense)

    for line in TABLES.get(language, "").strip().splitlines():
        value, _, entry = line.partition(":")
        counting, _, others = entry.partition("|")
        enter(counting, _Sense(Decimal(value), counts=True))
        enter(others, _Sense(Decimal(value)))
    for number, month in enumerate(MONTHS.get(language, "").split(), 1):
        enter(month.replace("|", " "), _Sense(Decimal(number), month=True))
    return whole, begins
