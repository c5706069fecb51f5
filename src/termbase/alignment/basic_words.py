"""Everyday words of several languages → links between the types of two texts.

Short texts teach few words; a thousand that most texts use (numerals, months, pronouns,
common verbs and nouns) hold them together from the first round on. `basic_words.tsv` has a row
for each meaning and a column for each language; ``год-`` stands for every word that begins so.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache

import numpy as np

from termbase.alignment.cognates import Links
from termbase.alignment.sides import Side
from termbase.alignment.tokens import STEM

_TABLE = os.path.join(os.path.dirname(__file__), "basic_words.tsv")
_STRENGTH = 0.6


def link_basic_words(source: Side, target: Side, languages: tuple[str, str]) -> Links:
    """Link types that everyday words of two languages (``fr``, ``ru``) translate; perhaps none."""
    ours, theirs = (_column(language) for language in languages)
    here, there = _by_meaning(source.words, ours), _by_meaning(target.words, theirs)
    pairs = sorted(
        {
            (one, other)
            for meaning in here.keys() & there.keys()
            for one in here[meaning]
            for other in there[meaning]
        }
    )
    found = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    often = source.frequency[found[:, 0]], target.frequency[found[:, 1]]
    balance = np.minimum(*often) / np.maximum(*often)
    return Links(found[:, 0], found[:, 1], _STRENGTH * (0.3 + 0.7 * balance))


def has_basic_words(language: str) -> bool:
    """Say whether everyday words of a language are known."""
    return bool(_column(language))


def _by_meaning(words: Sequence[str], column: dict[str, list[int]]) -> dict[int, list[int]]:
    """Return, for each meaning, the types that may have it."""
    types: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        for form in (word, *(f"{word[:size]}-" for size in range(1, STEM + 1))):
            for meaning in column.get(form, ()):
                types.setdefault(meaning, []).append(number)
    return types


@cache
def _column(language: str) -> dict[str, list[int]]:
    """Return the meanings of each word of a language; none for a language without a column."""
    with open(_TABLE, encoding="utf-8") as file:
        table = file.read()
    header, *rows = (line.split("\t") for line in table.splitlines())
    column: dict[str, list[int]] = {}
    if language in header:
        at = header.index(language)
        for meaning, row in enumerate(rows):
            for word in row[at].split():
                form = f"{word[:-1][:STEM]}-" if word.endswith("-") else word[:STEM]
                column.setdefault(form, []).append(meaning)
    return column
