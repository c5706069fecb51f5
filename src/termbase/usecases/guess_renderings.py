"""Hits of a concordance get what is likely to render the phrase where no glossary marks it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import partial

from termbase.memory.guess_renderings import Guesser, Run
from termbase.model.language import speaks
from termbase.ports import Record
from termbase.ports.units import UnitStore
from termbase.text.forms import stem

_LEARNT = 150
"""So many hits show how the phrase is rendered."""
_SAMPLE, _ASKED = 300, 50
"""So many texts show which words are common; so many units, which languages the others have."""


def guess_renderings(
    hits: Sequence[Record],
    words: int,
    source: str,
    numbers: Collection[int],
    units: UnitStore,
) -> dict[str, Counter[str]]:
    """Mark in hits what is likely to render their phrase, where nothing is marked yet.

    Args:
        hits: Each target without ``spans`` gets them in ``guessed``.
        words: How many the phrase has.
        source: Its language.
        numbers: The units that hold it; some may not be among the hits.
        units: The memories.

    Returns:
        For each language, renderings as they are mostly written, with how many hits have each.
    """
    said: dict[str, Counter[str]] = {}
    for language in {name: None for hit in hits for name in hit["targets"]}:
        there = [hit["targets"][language] for hit in hits if language in hit["targets"]]
        unknown = [one for one in there if not one["spans"]]
        if not unknown:
            continue
        translations = _Translations(language, source, numbers, units)
        total = len(numbers) * len(unknown) / len(hits)
        guesser = Guesser(words, total, translations, partial(stem, language=language))
        learnt = (one["text"] for one in unknown[:_LEARNT])
        runs = guesser.guess(learnt, known=len(unknown) < len(there))
        if runs:
            said[language] = _mark(unknown, runs, guesser)
    return said


def _mark(targets: Iterable[Record], runs: Sequence[Run], guesser: Guesser) -> Counter[str]:
    """Mark runs in targets; count those that have each, by how it is mostly written."""
    written: dict[Run, Counter[str]] = {run: Counter() for run in runs}
    having: Counter[Run] = Counter()
    for one in targets:
        marked = guesser.mark(one["text"], runs)
        one["guessed"] = [(start, end) for start, end, _ in marked]
        for start, end, run in marked:
            written[run][one["text"][start:end].casefold()] += 1
        having.update({run for *_, run in marked})
    said: Counter[str] = Counter()
    for run, many in having.items():
        said[written[run].most_common(1)[0][0]] += many
    return said


class _Translations:
    """Serves `Translations` from memories."""

    def __init__(
        self, language: str, source: str, numbers: Collection[int], units: UnitStore
    ) -> None:
        self._language = language
        self._source = source
        self._numbers = frozenset(numbers)
        self._units = units

    def sample(self) -> Sequence[str]:
        """Serve `Translations`."""
        return self._units.sample(self._language, _SAMPLE)

    def count(self) -> int:
        """Serve `Translations`."""
        return self._units.count_texts(self._language)

    def frequency(self, token: str) -> int:
        """Serve `Translations`."""
        return self._units.frequency(self._language, token)

    def having(self, words: Sequence[set[str]]) -> tuple[int, int]:
        """Serve `Translations`: units are asked for their languages as far as some of them say."""
        found = self._units.having(self._language, words)
        some = found if len(found) <= _ASKED else random.Random(0).sample(found, _ASKED)
        spoken = (languages for _, _, languages in self._units.spoken(some))
        both = sum(any(speaks(one, self._source) for one in languages) for languages in spoken)
        met = len(self._numbers.intersection(found))
        return met, max(met, len(found) * both // max(1, len(some)))
