"""What renders a phrase where no glossary says it: it stands beside the phrase, and seldom alone.

Translations of units with the phrase are read together. A run of words is likely its rendering if
most of them have it, and most texts that have it are among them. Then the texts with that run are
set aside and the others asked again, for a phrase has several renderings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from termbase.memory.similarity import folded, tokens
from termbase.text.words import words

Run = tuple[str, ...]
"""The stems of words that follow each other."""
_LONGEST, _WAYS, _TRIED = 4, 4, 10
_FEWEST, _PART = 2, 0.025
"""A run in fewer texts, or in less than such a part of them, may be there by chance; where another
rendering is known, one in so few may be there too."""
_SURE = 0.2
"""Strength of a run that is proposed."""
_LIFT = 5
"""So much oftener than elsewhere the first and the last word of a run stand here."""
_COMMON, _COMMON_LIFT = 0.02, 10
"""A word in such a part of all texts is no end of a run of several, unless it stands here so many
times oftener."""
_FAR = 100
"""A run with no word in less than so many times the texts of the phrase is not its rendering."""
_UNLIKE = 0.9
"""A run is less likely for each word but one that it has more or less than the phrase."""
_COMMON_LETTERS = 3
"""Forms of a word are looked for among those that begin with as many letters alike."""
_JOINED = re.compile(r"[\s'’ʼ‑-]*")


class Translations(Protocol):
    """The texts of a language, and which of them translate the phrase."""

    def sample(self) -> Sequence[str]:
        """Return the tokens of some of all texts, joined by one space."""

    def count(self) -> int:
        """Return how many there are."""

    def frequency(self, token: str) -> int:
        """Return how many of all texts have a token."""

    def having(self, words: Sequence[set[str]]) -> tuple[int, int]:
        """Return how many texts have words, each given by its forms.

        First of those that translate the phrase, then of all that translate its language.
        """


class _Word(NamedTuple):
    stem: str
    token: str
    start: int
    end: int


_GAP = _Word("", "", 0, 0)
"""Stands where words do not follow each other."""


class Guesser:
    """Guesses the renderings of a phrase in one language.

    Args:
        phrase: How many words it has.
        total: How many units in both languages have it.
        translations: The texts of the other language.
        stem: Takes a word as it stands in a text.
    """

    def __init__(
        self, phrase: int, total: float, translations: Translations, stem: Callable[[str], str]
    ) -> None:
        self._phrase = phrase
        self._total = total
        self._translations = translations
        self._count = translations.count()
        self._stem = stem
        self._forms: dict[str, set[str]] = {}
        self._rates: dict[str, float] = {}
        self._common = _COMMON

    def guess(self, texts: Iterable[str], *, known: bool) -> list[Run]:
        """Return what renders the phrase in some of its translations, the surest way first.

        Args:
            texts: The translations.
            known: Whether a rendering is known, which stands in none of them.
        """
        different = list(dict.fromkeys(texts))
        begun = Counter(
            chain.from_iterable({_start(one.text) for one in words(text)} for text in different)
        )
        least = max(_FEWEST, _PART * len(different))
        starts = {start for start, many in begun.items() if many >= least}
        rows = [self._row(text, starts) for text in different]
        self._learn_words(rows, {" ".join(tokens(text)) for text in different})
        weight = self._total / max(1, len(rows))
        found: list[Run] = []
        while rows and len(found) < _WAYS:
            best = self._best(rows, weight, _FEWEST + bool(known or found))
            if best is None:
                break
            found.append(best)
            rows = [row for row in rows if not any(_places(row, best))]
        return found

    def mark(self, text: str, runs: Sequence[Run]) -> list[tuple[int, int, Run]]:
        """Return where runs stand in a text: start, end and which; none overlaps another."""
        forms = chain.from_iterable(self._forms[stem] for run in runs for stem in run)
        row = self._row(text, set(map(_start, forms)))
        marked: list[tuple[int, int, Run]] = []
        for place in sorted((*place, run) for run in runs for place in _places(row, run)):
            if not marked or place[0] >= marked[-1][1]:
                marked.append(place)
        return marked

    def _row(self, text: str, starts: Collection[str]) -> list[_Word]:
        """Return the words of a text that begin in some ways; the others are in no run."""
        row: list[_Word] = []
        last = 0
        for word in words(text):
            if _start(word.text) in starts:
                if not _JOINED.fullmatch(text, last, word.start):
                    row.append(_GAP)
                token = folded(word.text)
                row.append(_Word(self._stem(token), token, word.start, word.end))
                last = word.end
        return row

    def _learn_words(self, rows: Iterable[list[_Word]], own: Collection[str]) -> None:
        """Learn the forms of each stem, and what part of the texts but our own has one of them."""
        for word in chain.from_iterable(rows):
            self._forms.setdefault(word.stem, set()).add(word.token)
        others = [set(text.split()) for text in self._translations.sample() if text not in own]
        common = Counter(chain.from_iterable(others))
        for stem, forms in self._forms.items():
            self._rates[stem] = (0.5 + sum(common[one] for one in forms)) / (len(others) + 1)
        self._common = max(_COMMON, 1 / (len(others) + 1))  # in few texts one says nothing

    def _best(self, rows: Sequence[list[_Word]], weight: float, fewest: int) -> Run | None:
        """Return the run that most likely renders the phrase, if one does.

        Args:
            rows: Texts in which nothing is found yet.
            weight: So many units each of them stands for.
            fewest: At least so many texts have it.
        """
        runs = Counter(run for row in rows for run in _runs(row))
        often = Counter({run: many for run, many in runs.items() if many >= fewest})
        telling = self._telling(often, len(rows))
        units = weight * len(rows)
        strengths: dict[Run, float] = {}
        for run in self._likely(often, telling, weight, len(rows)):
            own = [self._forms[stem] for stem in run if stem in telling]
            both, there = self._translations.having(own)
            met = min(both, weight * often[run])
            strengths[run] = self._strength(run, met, units, there, often[run])
        best = next(iter(_ranked(strengths)), None)
        return best if best and strengths[best] >= _SURE else None

    def _telling(self, often: Counter[Run], rows: int) -> dict[str, int]:
        """Return the words that stand here more than elsewhere, with how many texts have them."""
        stems = [run[0] for run in often if len(run) == 1]
        frequency = self._translations.frequency
        return {
            stem: sum(map(frequency, self._forms[stem]))
            for stem in stems
            if often[stem,] >= _LIFT * self._rates[stem] * rows
        }

    def _likely(
        self, often: Counter[Run], telling: dict[str, int], weight: float, rows: int
    ) -> list[Run]:
        """Return the runs that are most likely by how many texts have their rarest word."""
        units = weight * rows
        rough: dict[Run, float] = {}
        for run, many in often.items():
            if not self._may_be(run, telling, often, rows):
                continue
            there = min(telling[stem] for stem in run if stem in telling)
            if there <= _FAR * units:
                rough[run] = self._strength(run, weight * many, units, there, many)
        return _ranked(rough)[:_TRIED]

    def _may_be(self, run: Run, telling: dict[str, int], often: Counter[Run], rows: int) -> bool:
        ends = {run[0], run[-1]}
        if not ends <= telling.keys():
            return False
        common = (one for one in ends if len(run) > 1 and self._rates[one] > self._common)
        return all(often[one,] >= _COMMON_LIFT * self._rates[one] * rows for one in common)

    def _strength(self, run: Run, met: float, units: float, there: int, many: int) -> float:
        """Say how much oftener than by chance a run and the phrase stand together, up to 1.

        Args:
            run: That may render the phrase.
            met: How many units have both.
            units: How many have the phrase.
            there: How many have the run.
            many: How many texts were read that have the run; a single one proves little.

        Source: Cohen 1960, kappa, for two who say yes seldom.
        """
        chance = units * there / max(self._count, units, there)
        most = (units + there) / 2 - chance
        if met <= chance or most <= 0:
            return 0
        unlike = max(0, abs(len(run) - self._phrase) - 1)
        return (met - chance) / most * many / (many + 1) * _UNLIKE**unlike


def _start(word: str) -> str:
    """Return the letters that all forms of a word have in common, if it is long enough."""
    return word[:_COMMON_LETTERS].casefold()


def _ranked(strengths: Mapping[Run, float]) -> list[Run]:
    """Return runs, the strongest first; of equal ones the longest."""
    return sorted(strengths, key=lambda run: (-strengths[run], -len(run), run))


def _runs(row: Sequence[_Word]) -> set[Run]:
    stems = [word.stem for word in row]
    return {
        run
        for size in range(1, _LONGEST + 1)
        for run in zip(*(stems[at:] for at in range(size)), strict=False)
        if "" not in run
    }


def _places(row: Sequence[_Word], run: Run) -> Iterator[tuple[int, int]]:
    for at in range(len(row) - len(run) + 1):
        if tuple(word.stem for word in row[at : at + len(run)]) == run:
            yield row[at].start, row[at + len(run) - 1].end
