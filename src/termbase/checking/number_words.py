"""Number words of a text → the values that it may name: ``vingt-cinq`` → 25, ``семь`` → 7.

Words are generous where they excuse a number on the other side: a word may name several values
(``half``: 0.5 and 50), and each part of a compound names its own. Only counting words (``sept``,
``huitième``) and months stand for a number themselves; ``dozen`` and ``second`` say too little.
Languages that stand here: English, French, Russian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from termbase.checking.numbers import Kind, Number
from termbase.text.forms import unstressed
from termbase.text.normalise import fold, unaccented
from termbase.text.words import word_spans

# Each line: value: counting words | others that may name it; a word with a hyphen at its end
# stands for all that begin so.
_TABLES = {
    "en": """
0: zero | nil freezing midnight
0.5: | half halves
0.25: | quarter quarters
25: | quarter
1: one first | once single monday
2: two second | twice both pair couple double twofold
3: three third | thirds thrice triple threefold trio
4: four fourth | fourfold quarter quarters quarterly
5: five fifth | fifths fivefold
6: six sixth | sixths
7: seven seventh
8: eight eighth
9: nine ninth
10: ten tenth | tenths tens tenfold decade decades
11: eleven eleventh
12: twelve twelfth | dozen dozens noon midday midnight
13: thirteen thirteenth
14: fourteen fourteenth | fortnight
15: fifteen fifteenth
16: sixteen sixteenth
17: seventeen seventeenth
18: eighteen eighteenth
19: nineteen nineteenth
20: twenty twentieth | twenties
30: thirty thirtieth | thirties
40: forty fortieth | forties
50: fifty fiftieth | fifties half
60: sixty sixtieth | sixties
70: seventy seventieth | seventies
80: eighty eightieth | eighties octogenarian
90: ninety ninetieth | nineties
100: hundred hundredth | doubled doubles doubling hundreds century centuries centenary centennial
200: | tripled triples tripling
1000: thousand thousandth | thousands millennium millennia
1000000: million millionth | millions
1000000000: billion | billions
1000000000000: trillion | trillions
""",
    "fr": """
0: zéro | nul nulle minuit
0.5: | demi demie demis demies moitié
0.25: | quart quarts
25: | quart
1: un une premier première premiers premières | unique seul seule
2: deux deuxième | second seconde double doubles
3: trois troisième | tiers triple triples trimestre
4: quatre quatrième | quart quarts quadruple
5: cinq cinquième | cinquièmes quintuple
6: six sixième | sixièmes
7: sept septième
8: huit huitième
9: neuf neuvième
10: dix dixième | dixièmes dizaine dizaines décennie décennies décuple
11: onze onzième
12: douze douzième | douzaine douzaines midi minuit
13: treize treizième
14: quatorze quatorzième
15: quinze quinzième | quinzaine
16: seize seizième
20: vingt vingts vingtième | vingtaine
30: trente trentième | trentaine trentenaire
40: quarante quarantième | quarantaine quadragénaire
50: cinquante cinquantième | cinquantaine moitié quinquagénaire
60: soixante soixantième | soixantaine sexagénaire
70: septante | septuagénaire
80: huitante octante | octogénaire
90: nonante | nonagénaire
100: cent cents centième | centaine centaines siècle siècles centenaire
100: | doublé doublée doublés doublées doubler doublement
200: | triplé triplée triplés triplées tripler
1000: mille millième | millier milliers millénaire millénaires
1000000: million millions | millionième
1000000000: milliard milliards
1000000000000: billion billions
""",
    "ru": """
0: ноль ноля нуль нуля нулев- | полночь полуночи
0.5: | половин- пол полу- полпункт- полпроцент- полчас- полгод- полвек- полдн- полметр- полкил-\
 полтонн- поллитр- полминут- полсекунд- полградус- полцен- полоборот-
500000: | полмиллион-
500000000: | полмиллиард-
500: | полтысяч-
0.25: | четверть четверти четвертью
25: | четверть
1: один одна одно одни одного одной одному одним одном одну перв- | однажды
1.5: полтора полторы полутора
2: два две двух двум двумя двое двоих двух- втор- | двойн- дважды оба обе обоих обеих пара вдвое
3: три трех трем тремя трое троих трех- трет- | треть трети третью трижды тройн- втрое
4: четыре четырех четырем четырьмя четверо четырех- четверт- | четверть четверти четвертью вчетверо
5: пять пяти пятью пятеро пяти- пятый пятая пятое пятого пятой пятом пятую пятым пятых
6: шесть шести шестью шестеро шести- шестой шестая шестое шестого шестом шестую шестым
7: семь семи семью семеро седьм- семилет-
8: восемь восемью восьм-
9: девять девяти девятью девяти- девят-
10: десять десяти десятью десят- | десятк- десяток десятилет- декад-
11: одиннадцат-
12: двенадцат- | дюжин- полдень полудня
13: тринадцат-
14: четырнадцат-
15: пятнадцат-
16: шестнадцат-
17: семнадцат-
18: восемнадцат-
19: девятнадцат-
20: двадцат-
30: тридцат-
40: сорок сорока | сороков-
50: пятьдесят пятидесят- | половин-
60: шестьдесят шестидесят-
70: семьдесят семидесят-
80: восемьдесят восьмидесят-
90: девяносто девяноста девяност-
100: сто ста | вдвое удво- сот сотен сотни сотня сотню сотый сотая сотых век века веке веков столет-
200: двести двумстам двухсот- | втрое утрои-
300: триста трехсот-
400: четыреста четырехсот-
500: пятьсот пятисот-
600: шестьсот шестисот-
700: семьсот семисот-
800: восемьсот восьмисот-
900: девятьсот девятисот-
1000: тысяч- | тыс
1000000: миллион- млн
1000000000: миллиард- млрд
1000000000000: триллион- трлн
""",
}
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ru": "январ- феврал- март- апрел- май|мая|мае|маю|маем июн- июл- август- "
    "сентябр- октябр- ноябр- декабр-",
}
_UNSURE_MONTHS = {"march", "may", "mars"}
_DAY = re.compile(r"(?<!\d)(?:[0-2]?\d|3[01])(?:st|nd|rd|th|er)?[ \u00a0\u202f]$")
_TOGETHER = re.compile("[ \u00a0\u202f-]")
_AND_A_HALF = re.compile(
    r"\s(?:et\sdemie?|and\sa\shalf|с\sполовиной)\b(?:\s(?P<scale>thousand|(?:m|b|tr)illions?"
    r"|тысяч\w*|миллион\w*|миллиард\w*|триллион\w*))?"
)
_NEXT_WORD = re.compile(r"[\s\u00a0-]([^\W\d_]+)")
_QUARTER = Decimal("0.25")
_QUARTERS = 3
_FIRST_COUNTED = 3
_LONGEST_RUN = 8
_MOST_WORDS = 1 << 16
"""So many different words of texts are remembered."""
_BETWEEN = {"and", "et", "и", "a", "of", "de", "с"}
_HALF_AS_MUCH = re.compile(
    r"полтор[аы]\sраза|\bhalf\sas\s(?:much|many)\sagain\b|\bone\sand\sa\shalf\stimes\b|fois\set\sdemie\b"
)
"""What is so many times as much is a half more, in per cent."""
_ROMAN = re.compile(r"\b([IVXLCDMІХСМ]{1,8})(?=\b|[eèrºª]|-)")
_ROMAN_SIGNS = str.maketrans("ІХМС", "IXMC")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def knows_number_words(language: str) -> bool:
    """Say whether the number words of a language (``fr``) stand here."""
    return language in _TABLES


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
    found = set(_roman(text))
    if _HALF_AS_MUCH.search(text):
        found |= {Decimal(50), Decimal(150)}
    run: list[tuple[Decimal, ...]] = []
    known = _known(language)
    for word in word_spans(text)[0]:
        if senses := known[word]:
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
    meant = list(map(known.__getitem__, texts))
    if not any(meant):
        return []
    found: list[Number] = []
    run: list[_Counting] = []
    for word, senses, (start, end) in zip(texts, meant, spans, strict=True):
        if not senses:
            continue
        if run and not _TOGETHER.fullmatch(text[run[-1].end : start]):
            found += _counted(run, text, known)
            run = []
        if all(sense.counts for sense in senses):
            run.append(_Counting(start, end, _values(senses)))
        elif month := _month(senses):
            if unstressed(word) in _UNSURE_MONTHS and not _DAY.search(text, 0, start):
                continue
            found.append(Number(start, end, frozenset({month}), month, kind=Kind.MONTH))
    return found + _counted(run, text, known)


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
    if total < _FIRST_COUNTED or all(value[0] >= 1000 for value in values):
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
    """Yield what a run of number words adds up to after each of them."""
    total, current, scale = Decimal(0), Decimal(0), Decimal(1)
    for values in run:
        value = values[0]
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


def _roman(text: str) -> Iterator[Decimal]:
    for match in _ROMAN.finditer(text):
        signs = [_ROMAN_VALUES[sign] for sign in match.group(1).translate(_ROMAN_SIGNS)]
        yield Decimal(
            sum(
                -value if any(value < later for later in signs[place + 1 :]) else value
                for place, value in enumerate(signs)
            )
        )


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

    def __missing__(self, word: str) -> tuple[_Sense, ...]:
        if len(self) > _MOST_WORDS:
            self.clear()
        if word.isdigit():
            self[word] = ()
            return ()
        bare = unaccented(unstressed(word))
        heads = (bare[:length] for length in range(len(bare), 2, -1))
        found = self._whole.get(bare) or next(
            (self._begins[head] for head in heads if head in self._begins), []
        )
        self[word] = tuple(found)
        return self[word]


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

    for line in _TABLES.get(language, "").strip().splitlines():
        value, _, entry = line.partition(":")
        counting, _, others = entry.partition("|")
        enter(counting, _Sense(Decimal(value), counts=True))
        enter(others, _Sense(Decimal(value)))
    for number, month in enumerate(_MONTHS.get(language, "").split(), 1):
        enter(month.replace("|", " "), _Sense(Decimal(number), month=True))
    return whole, begins
