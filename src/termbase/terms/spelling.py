"""A misspelt query → the terms nearest to it.

A word that no term has is compared with the words of terms that share groups of letters with it,
so that the terms themselves, however many, are never read through. The words that it may be are
put together again, and what is a term or part of one is measured against the whole query.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from heapq import nsmallest
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from termbase.model.row import TermRow
from termbase.terms.keys import PLAIN, SHORT, WORD, bare_of, bare_words, grams

if TYPE_CHECKING:
    from termbase.ports import TermStore

LEAST_SIMILARITY = 72
"""A misspelt query and its term share at least so many per cent."""
_GUESSES = 8
"""So many words are tried for one that is misspelt."""
_SPELLINGS = 200
"""So many whole spellings of a query are tried."""
_SURE = 88
"""A term so near to the query leaves nothing better to be sought."""
_MOST = 20
"""So many terms are near enough to be worth showing."""


class NearTerm(NamedTuple):
    """A term that a misspelt query may mean.

    Attributes:
        likeness: Letters that it shares with the query, in per cent, from 0.
        far: How far it is from the query, finer: letters that have only changed places are nearer
            than letters that are missing or wrong.
    """

    row: TermRow
    likeness: int
    far: int


_Guess = tuple[int, str, int]
"""A word that may be meant: how many letters it is off, the word, its number."""


def near_terms(
    query: str,
    languages: Collection[str],
    store: TermStore,
    *,
    least: int = LEAST_SIMILARITY,
) -> list[NearTerm]:
    """Return the terms nearest to a query, the nearest first.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
        least: So many per cent they share with it at least.

    Source: optimal string alignment distance over the letters without accents.
    """
    asked = bare_words(query)
    near: dict[str, list[_Guess]] = {}
    for doubted in (False, True):
        guesses = _guesses_of(asked, doubted, near, languages, store)
        rows = _candidates(query, guesses, doubted, languages, store)
        found = _nearest(bare_of(query), rows, least)
        if found:
            return found
    return []


def _candidates(
    query: str,
    guesses: list[list[_Guess]],
    doubted: bool,
    languages: Collection[str],
    store: TermStore,
) -> Collection[TermRow]:
    """Return the terms that may be near: those of the guesses, and those with all words but one."""
    rows = {row.id: row for row in _spelt(guesses, languages, store)}
    if not _nearest(bare_of(query), rows.values(), _SURE):
        for some in _leaving_out(bare_words(query), guesses, doubted):
            rows.update((row.id, row) for row in store.terms_with_words(some, languages))
    return rows.values()


def _leaving_out(
    asked: list[str], guesses: list[list[_Guess]], doubted: bool
) -> Iterator[list[set[int]]]:
    """Yield what words a term must have where one of the words asked for is past guessing.

    Words of one or two letters say too little to be asked for.
    """
    groups = [
        ({number for _, _, number in some}, doubted or not some or some[0][0] > 0)
        for word, some in zip(asked, guesses, strict=True)
        if len(word) > 2
    ]
    if groups and all(words for words, _ in groups):
        yield [words for words, _ in groups]
    for place, (_, doubtful) in enumerate(groups):
        others = [words for at, (words, _) in enumerate(groups) if at != place]
        if doubtful and others and all(others):
            yield others


def _guesses_of(
    asked: list[str],
    doubted: bool,
    near: dict[str, list[_Guess]],
    languages: Collection[str],
    store: TermStore,
) -> list[list[_Guess]]:
    """Return the words of terms that each word may be; a right one is doubted if all are right.

    What each word may be a misspelling of is kept in `near`.
    """
    right: dict[str, list[_Guess]] = {word: [] for word in asked}
    for key, number, _ in store.words_with_keys(WORD, right, languages):
        right[key].append((0, key, number))
    doubted = doubted or all(right.values())
    for word, known in right.items():
        if word not in near and (doubted or not known):
            near[word] = _near(word, languages, store)
    return [
        nsmallest(_GUESSES, [*right[word], *near[word]])
        if doubted or not right[word]
        else right[word]
        for word in asked
    ]


def _near(word: str, languages: Collection[str], store: TermStore) -> list[_Guess]:
    """Return the words of terms that a word may be a misspelling of."""
    from rapidfuzz.distance import OSA

    reach = 1 if len(word) <= 4 else 2 if len(word) <= 9 else 3
    pieces = grams(word)
    least = max(1, len(pieces) - 3 * reach)
    near = store.words_like(pieces, least, languages)
    if SHORT - reach < len(word) <= SHORT + reach:  # a letter more or less changes the grouping
        other = _other_grams(word)
        near += store.words_like(other, max(1, len(other) - 3 * reach), languages)
    found = []
    for spelt, number, _ in dict.fromkeys(near):
        letters = OSA.distance(word, spelt, score_cutoff=reach)
        if 0 < letters <= reach:
            found.append((letters, spelt, number))
    return found


def _other_grams(word: str) -> set[str]:
    """Return the groups of letters that a word would have if it were longer, or shorter."""
    size = 3 if len(word) <= SHORT else 2
    marked = f"${word}$"
    return {marked[at : at + size] for at in range(len(marked) - size + 1)}


def _spelt(
    guesses: list[list[_Guess]], languages: Collection[str], store: TermStore
) -> Iterable[TermRow]:
    """Return the terms that are spelt as the guesses put together."""
    if not all(guesses):
        return []
    while len(guesses) > 1 and _spellings(guesses) > 20 * _SPELLINGS:
        guesses = [some[: max(1, len(some) - 1)] for some in guesses]
    together = nsmallest(
        _SPELLINGS, product(*guesses), key=lambda some: sum(letters for letters, _, _ in some)
    )
    keys = dict.fromkeys("".join(word for _, word, _ in some) for some in together)
    return store.terms_with_key(PLAIN, list(keys), languages)


def _spellings(guesses: list[list[_Guess]]) -> int:
    count = 1
    for some in guesses:
        count *= len(some)
    return count


def _nearest(bare: str, rows: Collection[TermRow], least: int) -> list[NearTerm]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    spelt = {row.id: bare_of(row.text) for row in rows}
    near = extract(
        bare,
        spelt,
        scorer=OSA.normalized_similarity,
        score_cutoff=least / 100,
        limit=_MOST,
    )
    by_number = {row.id: row for row in rows}
    letters = sorted(bare)
    found = []
    for _, similarity, number in near:
        other = sorted(spelt[number]) != letters
        far = 2 * int(1000 * (1 - similarity)) + other
        found.append(NearTerm(by_number[number], int(similarity * 100), far))
    return sorted(found, key=lambda one: one.far)
