"""Where a phrase stands in a text: word by word, in any form, exactly as typed or by ``*``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import accumulate, chain
from typing import NamedTuple
from unicodedata import normalize

from termbase.model.phrase import WordPattern
from termbase.text.forms import SUPPLETIVE, unstressed, word_keys
from termbase.text.inflection import inflects
from termbase.text.lexicons import readings
from termbase.text.normalise import fold
from termbase.text.pieces import is_unspaced, parts
from termbase.text.words import WITHIN, words

_PREFIXED = {"ar", "id"}
"""Languages whose forms may begin with other letters."""
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
_SHORT = 4
"""Keys of so many letters may change their third one."""
_ASKED = re.compile(rf"(?:[^\W_]|\*)(?:[^\W_]|\*|{WITHIN})*")


class Phrase(NamedTuple):
    """What is looked for.

    Attributes:
        words: Folded, in order; ``*`` stands for any letters, alone for any word.
        exact: Whether only these very words count, and not other forms of them.
    """

    words: tuple[str, ...]
    exact: bool


def parse_phrase(query: str) -> Phrase:
    """Read a query; in double quotes it is meant to the letter.

    >>> parse_phrase('télédétection')
    Phrase(words=('télédétection',), exact=False)
    >>> parse_phrase('"Engins spatiaux"')
    Phrase(words=('engins', 'spatiaux'), exact=True)
    >>> parse_phrase('télé* de')
    Phrase(words=('télé*', 'de'), exact=False)
    """
    text = query.strip()
    exact = len(text) > 2 and text[0] in '"«“' and text[-1] in '"»”'
    found = [fold(one) for one in _ASKED.findall(text)]
    if not any(one.strip("*") for one in found):
        found = []
    return Phrase(tuple(re.sub(r"\*+", "*", one) for one in found), exact)


@lru_cache(maxsize=64)
def phrase_patterns(phrase: Phrase, language: str) -> tuple[WordPattern, ...]:
    """Return what each word of a phrase may look like in a language."""
    return tuple(_pattern(word, phrase.exact, language) for word in phrase.words)


@lru_cache(maxsize=64)
def key_pattern(key: str, language: str) -> WordPattern:
    """Return what the words look like that have a key."""
    main = _main(language)
    starts = _starts(key.removeprefix("~"), (), main)
    return WordPattern(
        starts,
        lambda word: word == key or (_begins(word, starts) and key in word_keys(word, main)),
    )


def find_phrase(text: str, phrase: Phrase, language: str) -> list[tuple[int, int]]:
    """Return where a phrase stands in a text, as (start, end) offsets, without overlaps.

    Signs between words do not count; within what no space parts there are none.

    >>> find_phrase("Les satellites russes.", parse_phrase("satellite russe"), "fr")
    [(4, 21)]
    >>> find_phrase("卫星遥感数据", parse_phrase("遥感"), "zh")
    [(2, 4)]
    >>> find_phrase("卫星GPS数据", parse_phrase("gps"), "zh")
    [(2, 5)]
    >>> find_phrase("Les minerais.", parse_phrase("mines"), "fr")
    []
    """
    whole = any("*" in word for word in phrase.words)
    parted = [[word] if whole else [one.text for one in parts(word)] for word in phrase.words]
    patterns = phrase_patterns(phrase._replace(words=tuple(chain(*parted))), language)
    begins = {0, *accumulate(map(len, parted))}
    found = words(text) if whole else parts(text)
    folded = [fold(word.text) for word in found]
    spans: list[tuple[int, int]] = []
    size = len(patterns)
    for at in range(len(found) - size + 1 if size else 0):
        start, end = found[at].start, found[at + size - 1].end
        if spans and start < spans[-1][1]:
            continue
        met = enumerate(zip(patterns, folded[at : at + size], strict=True), at)
        if all(
            pattern.fits(word) and (here - at in begins or found[here - 1].end == found[here].start)
            for here, (pattern, word) in met
        ):
            spans.append((start, end))
    return spans


def _pattern(word: str, exact: bool, language: str) -> WordPattern:
    if "*" in word:
        form = re.compile(".*".join(map(re.escape, word.split("*"))), re.DOTALL)
        start = word.split("*", maxsplit=1)[0]
        return WordPattern((start,) if start else (), _matches(form))
    if is_unspaced(word):  # it stands within what no space parts
        return WordPattern((), lambda run: word in run)
    if exact:
        return WordPattern((word,), word.__eq__)
    main = _main(language)
    keys = frozenset(word_keys(word, main))
    starts = _starts(word, keys, main)
    fits = lru_cache(maxsize=1 << 14)(partial(_is_form, word, keys, starts, main))
    return WordPattern(starts, fits)


def _matches(form: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda word: form.fullmatch(word) is not None


def _starts(word: str, keys: Sequence[str] | frozenset[str], main: str) -> tuple[str, ...]:
    """Return how all forms of a word begin, without accents; nothing where that may differ."""
    if main in _PREFIXED:
        return ()
    related = {word, *keys}
    related |= {form for form, own in SUPPLETIVE.items() if own in related}
    return tuple(sorted({_bare(one) for one in related if one}))


def _is_form(
    word: str, keys: frozenset[str], starts: tuple[str, ...], main: str, other: str
) -> bool:
    """Say whether two folded words are forms of one: they share a key, and endings that agree."""
    if word == other:
        return True
    if not _begins(other, starts) or (starts and _is_far(other, keys, main)):
        return False
    if keys.isdisjoint(word_keys(other, main)):
        return False
    return inflects(word, other, main) or inflects(other, word, main)


def _is_far(word: str, keys: frozenset[str], main: str) -> bool:
    """Say whether no lexicon knows a word, and it begins unlike all of some keys."""
    begun = _bare(word, 3)
    near = any(_bare(key.removeprefix("~"), 3) == begun or len(key) <= _SHORT for key in keys)
    return not near and word not in SUPPLETIVE and not readings(unstressed(word), main)


def _begins(word: str, starts: tuple[str, ...]) -> bool:
    """Say whether a word begins as the forms of a word do; if not, no lexicon need be asked."""
    return not starts or _bare(word).startswith(starts)


@lru_cache(maxsize=1 << 12)
def _bare(word: str, letters: int = 2) -> str:
    """Return how a word begins, without accents; a mark of stress is no letter."""
    begun = [letter for letter in word[: 2 * letters] if letter not in _ACCENTS]
    return "".join(map(_unmarked, begun[:letters]))


def _unmarked(letter: str) -> str:
    """Return a letter without accents: が, 위 and آ are no other letters with one."""
    parts = normalize("NFD", letter)
    return letter if _ACCENTS.isdisjoint(parts) else parts[0]


def _main(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
