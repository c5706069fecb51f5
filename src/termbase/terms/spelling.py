"""A misspelt query → the terms nearest to it.

A word that no term has is compared with the words of terms that share groups of letters with it,
so that the terms themselves, however many, are never read through. The words that it may be are
put together again, and what is a term or part of one is measured against the whole query.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from heapq import nsmallest
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from termbase.model.row import TermRow
from termbase.terms.hits import MISSPELT, TermHit
from termbase.terms.keys import PLAIN, SHORT, WORD, bare_of, bare_words, grams

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore, WordRow

LEAST_SIMILARITY = 72
"""A misspelt query and its term share at least so many per cent."""
_GUESSES = 8
"""So many words are tried for one that is misspelt."""
_SPELLINGS = 200
"""So many whole spellings of a query are tried."""
SAME_CONSONANTS = 60
"""So many will do where the consonants are the same: people slip in vowels and doublings."""
_LEAST_OF_WORD, _SLIPS = 65, 2
"""So many per cent a word of several shares with what it is a slip of, or so few letters differ."""
_SHORTEST = 2
"""Words of so many letters say too little to be told from others."""
_SURE = 88
"""A term so near to the query leaves nothing better to be sought."""
_GROUPED = 2, 3
"""So many letters of short and of long words are kept together (`termbase.terms.keys.grams`)."""
_FOLDED = 6
"""Folding makes a term longer or shorter by so many letters at most: ligatures, spaces, signs."""
_MOST = 20
"""So many terms are near enough to be worth showing."""


_VOWELS = re.compile("[aeiouyаеиоуыэюяіїє]+")
_DOUBLE = re.compile(r"(.)\1+")


def consonants(bare: str) -> str:
    """Return the consonants of a text, doubled ones once; nothing where they are fewer than three.

    >>> consonants("blouvard") == consonants("boulevard"), consonants("lune")
    (True, '')
    """
    found = _DOUBLE.sub(r"\1", _VOWELS.sub("", bare))
    return found if len(found) > 2 else ""


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


class NearPart(NamedTuple):
    """A longer term with words that a misspelt query may mean.

    Attributes:
        term: The term; its likeness is that of those words.
        forms: The principal keys of those words, joined by one space.
    """

    term: NearTerm
    forms: str


def as_slip(near: NearTerm) -> TermHit:
    """Return a near term as a hit of a misspelt query."""
    return TermHit(MISSPELT, near.likeness, near.row, near.far)


Guess = tuple[int, str, int]
"""A word that may be meant: how many letters it is off, the word, its number."""


def near_terms(
    query: str,
    languages: Collection[str],
    store: TermStore,
    *,
    least: int = LEAST_SIMILARITY,
    word_by_word: bool = True,
) -> list[NearTerm]:
    """Return the terms nearest to a query, the nearest first.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
        least: So many per cent they share with it at least.
        word_by_word: Whether each word must be near, and not only all together: «solar sail» is no
            slip of «solar panel».

    Source: optimal string alignment distance over the letters without accents.
    """
    asked, bare = bare_words(query), bare_of(query)
    measured = _Measured(bare, least, asked if word_by_word else [])
    near: dict[str, list[Guess]] = {}
    for doubted in (False, True):
        guesses = _guesses_of(asked, doubted, near, languages, store)
        measured.take(_spelt(guesses, languages, store))
        if measured.best < _SURE:  # else nothing better can be sought
            for some in _leaving_out(asked, guesses, doubted):
                measured.take(store.terms_with_words(some, languages))
        if measured.found:
            break
    return sorted(measured.found, key=lambda one: one.far)[:_MOST]


def near_parts(
    query: str, languages: Collection[str], store: TermStore, *, least: int
) -> list[NearPart]:
    """Return longer terms with words next to each other that a query may misspell.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
        least: So many per cent those words share with it at least.
    """
    from rapidfuzz.distance import OSA

    asked, bare = bare_words(query), bare_of(query)
    size = len(asked)
    guesses = _guesses_of(asked, False, {}, languages, store)
    groups = [{number for _, _, number in some} for some in guesses]
    found = []
    for row in store.terms_with_words(groups, languages) if all(groups) else ():
        own = bare_words(row.text)
        alike = [
            OSA.normalized_similarity(bare, bare_of(" ".join(own[at : at + size])))
            for at in range(len(own) - size + 1)
        ]
        best = max(alike, default=0)
        if len(own) > size and 100 * best >= least:
            at = alike.index(best)
            near = NearTerm(row, int(100 * best), 2 * int(1000 * (1 - best)) + len(own))
            found.append(NearPart(near, " ".join(row.forms.split()[at : at + size])))
    return sorted(found, key=lambda one: one.term.far)[:_MOST]


class _Measured:
    """The terms measured against a query; those near enough are found.

    Attributes:
        found: The terms near enough.
        best: The likeness of the nearest in per cent.
    """

    def __init__(self, bare: str, least: int, words: list[str]) -> None:
        self.found: list[NearTerm] = []
        self.best = 0
        self._bare = bare
        self._words = words
        self._letters = sorted(bare)
        self._consonants = consonants(bare)
        self._least = least / 100
        # Longer or shorter by more than that, it is not so near; folding changes a few letters.
        self._shortest = len(bare) * self._least - _FOLDED
        self._longest = len(bare) / self._least + _FOLDED
        self._seen: set[int] = set()

    def take(self, rows: Iterable[TermRow]) -> None:
        """Measure terms that may be near."""
        from rapidfuzz.distance import OSA

        for row in rows:
            if row.id in self._seen or not self._shortest <= len(row.text) <= self._longest:
                continue
            self._seen.add(row.id)
            spelt = bare_of(row.text)
            same = self._consonants and self._consonants == consonants(spelt)
            least = min(self._least, SAME_CONSONANTS / 100) if same else self._least
            alike = OSA.normalized_similarity(self._bare, spelt, score_cutoff=least)
            if not alike or _has_another_word(bare_words(row.text), self._words):
                continue
            far = 2 * int(1000 * (1 - alike)) + (sorted(spelt) != self._letters)
            self.best = max(self.best, int(100 * alike))
            self.found.append(NearTerm(row, int(alike * 100), far))


def _has_another_word(own: list[str], asked: list[str]) -> bool:
    """Say whether a term of as many words as a query has one that is no slip of what was typed.

    Words of one or two letters say too little: «satellite d'observation» has two.
    """
    spelt = [word for word in own if len(word) > _SHORTEST]
    typed = [word for word in asked if len(word) > _SHORTEST]
    if len(spelt) != len(typed) or len(spelt) < 2:
        return False
    return any(map(_is_another, spelt, typed))


def _is_another(own: str, word: str) -> bool:
    """Say whether a word is no slip of another; «amt» may be «amount», «crket» «rocket»."""
    from rapidfuzz.distance import OSA

    if 100 * OSA.normalized_similarity(own, word) >= _LEAST_OF_WORD:
        return False
    lacking, more = Counter(own) - Counter(word), Counter(word) - Counter(own)
    return bool(lacking) and bool(more) and max(lacking.total(), more.total()) > _SLIPS


def _leaving_out(
    asked: list[str], guesses: list[list[Guess]], doubted: bool
) -> Iterator[list[set[int]]]:
    """Yield what words a term must have where one of the words asked for is past guessing.

    Words of one or two letters say too little to be asked for.
    """
    groups = [
        ({number for _, _, number in some}, doubted or not some or some[0][0] > 0)
        for word, some in zip(asked, guesses, strict=True)
        if len(word) > _SHORTEST
    ]
    unknown = sum(not words for words, _ in groups)
    if groups and not unknown:
        yield [words for words, _ in groups]
    left_out: set[frozenset[int]] = set()  # a text that is pasted repeats its words
    for place, (words, doubtful) in enumerate(groups):
        if frozenset(words) in left_out:
            continue
        left_out.add(frozenset(words))
        if doubtful and len(groups) > 1 and unknown == (not words):
            yield [others for at, (others, _) in enumerate(groups) if at != place]


def _guesses_of(
    asked: list[str],
    doubted: bool,
    near: dict[str, list[Guess]],
    languages: Collection[str],
    store: TermStore,
) -> list[list[Guess]]:
    """Return the words of terms that each word may be; a right one is doubted if all are right.

    Nobody means another word with «de» or «the».
    What each word may be a misspelling of is kept in `near`.
    """
    from termbase.languages.function_words import EVERY_FUNCTION_WORD

    right: dict[str, list[Guess]] = {word: [] for word in asked}
    for key, number, _ in store.words_with_keys(WORD, right, languages):
        right[key].append((0, key, number))
    doubted = doubted or all(right.values())
    for word, known in right.items():
        certain = known and (not doubted or word in EVERY_FUNCTION_WORD)
        if word not in near and not certain:
            near[word] = words_near(word, languages, store)
    return [
        nsmallest(_GUESSES, [*right[word], *near.get(word, ())])
        if doubted or not right[word]
        else right[word]
        for word in asked
    ]


def words_near(word: str, languages: Collection[str], store: TermStore) -> list[Guess]:
    """Return the words of terms that a word may be a misspelling of, in no order."""
    from rapidfuzz.distance import OSA

    heard = consonants(word)
    reach = 1 if len(word) <= 4 else 2 if len(word) <= 9 else 3
    pieces = grams(word)
    least = max(1, len(pieces) - 3 * reach)
    near = store.words_like(pieces, least, languages)
    if SHORT - reach < len(word) <= SHORT + reach:  # a letter more or less changes the grouping
        other = _other_grams(word)
        near += store.words_like(other, max(1, len(other) - 3 * reach), languages)
    found = []
    for spelt, number, _ in dict.fromkeys(near):
        letters = OSA.distance(word, spelt, score_cutoff=reach + 1)
        same = letters == reach + 1 and heard and heard == consonants(spelt)
        if 0 < letters <= reach or same:
            found.append((letters, spelt, number))
    return found


def words_begun_alike(
    begun: str, reach: int, languages: Collection[str], store: TermStore
) -> list[WordRow]:
    """Return words of terms that may begin so but for some letters, each once; not all of them do.

    Args:
        begun: How a word begins, bare.
        reach: How many letters may be other ones.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
    """
    marked = f"${begun}"
    found: list[WordRow] = []
    for size in _GROUPED:
        pieces = {marked[at : at + size] for at in range(len(marked) - size + 1)}
        found += store.words_like(pieces, max(1, len(pieces) - size * reach), languages)
    return [*dict.fromkeys(found)]


def _other_grams(word: str) -> set[str]:
    """Return the groups of letters that a word would have if it were longer, or shorter."""
    size = 3 if len(word) <= SHORT else 2
    marked = f"${word}$"
    return {marked[at : at + size] for at in range(len(marked) - size + 1)}


def _spelt(
    guesses: list[list[Guess]], languages: Collection[str], store: TermStore
) -> Iterable[TermRow]:
    """Return the terms that are spelt as the guesses put together."""
    if not all(guesses):
        return []
    while len(guesses) > 1 and _spellings(guesses) > 5 * _SPELLINGS:
        guesses = [some[: max(1, len(some) - 1)] for some in guesses]
    together = nsmallest(
        _SPELLINGS, product(*guesses), key=lambda some: sum(letters for letters, _, _ in some)
    )
    keys = dict.fromkeys("".join(word for _, word, _ in some) for some in together)
    return store.terms_with_key(PLAIN, list(keys), languages)


def _spellings(guesses: list[list[Guess]]) -> int:
    count = 1
    for some in guesses:
        count *= len(some)
    return count
