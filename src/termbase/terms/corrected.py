"""A query with slips in some words → what it would be with words that terms have.

Where the words of a misspelt query are no term together, but in another order, or part of one, or
the beginning of one, the query as it was meant finds it as any other does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from heapq import nsmallest
from itertools import product
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from termbase.languages.function_words import EVERY_FUNCTION_WORD
from termbase.terms.keys import MOST_WORDS, SHORT, WORD, bare_of
from termbase.terms.spelling import words_begun_alike, words_near
from termbase.text.lexicons import has_words
from termbase.text.normalise import fold, unaccented
from termbase.text.words import Word, word_texts, words

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_GUESSES, _TRIED = 4, 8
"""So many words are tried for one, and so many queries for one."""
_SHORTEST = 4
"""A shorter word says too little to be corrected, and is left as it is."""

_Guess = tuple[int, str]
"""How many letters a word is off, and the word."""


def corrected(
    query: str, languages: Collection[str], store: TermStore
) -> Iterator[tuple[str, int]]:
    """Yield a query as it may have been meant, with its likeness in per cent, the likeliest first.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.

    Returns:
        Nothing where all words are words of terms, where one is near to none, or where a lexicon
        knows one that is no word of terms. The last word may be the beginning of one.

    Source: optimal string alignment distance over the letters without accents.
    """
    bare = bare_of(query)
    spans = words(bare)
    if len(spans) > MOST_WORDS:
        return
    asked = [span.text for span in spans]
    known = {key for key, _, _ in store.words_with_keys(WORD, asked, languages)}
    doubted = {one for one in asked if len(one) >= _SHORTEST} - known - EVERY_FUNCTION_WORD
    guesses = []
    for at, word in enumerate(asked):
        if word not in doubted:
            guesses.append([(0, word)])
            continue
        near = [(off, spelt) for off, spelt, _ in words_near(word, languages, store)]
        if at == len(asked) - 1:
            near += _beginnings_near(word, languages, store)
        guesses.append(nsmallest(_GUESSES, dict.fromkeys(near)))
    if not all(guesses) or _has_a_right_word(query, doubted, languages or store.term_languages()):
        return
    together = nsmallest(_TRIED, product(*guesses), key=lambda some: sum(off for off, _ in some))
    for some in together:
        meant = _written(bare, spans, [word for _, word in some])
        if meant != bare:
            yield meant, int(100 * OSA.normalized_similarity(bare, meant))


def _has_a_right_word(query: str, doubted: Collection[str], languages: Collection[str]) -> bool:
    """Say whether a lexicon knows a word that would be corrected: it means what it says."""
    typed = (word for word in word_texts(fold(query)) if unaccented(word) in doubted)
    return any(has_words(word, languages) for word in typed)


def _written(text: str, spans: Sequence[Word], others: Sequence[str]) -> str:
    """Return a text with other words in the place of its own."""
    for span, other in reversed(list(zip(spans, others, strict=True))):
        text = text[: span.start] + other + text[span.end :]
    return text


def _beginnings_near(word: str, languages: Collection[str], store: TermStore) -> list[_Guess]:
    """Return beginnings of words of terms that a word may be a misspelling of."""
    reach = 1 if len(word) <= SHORT else 2
    found = words_begun_alike(word, reach, languages, store)
    begun = {spelt[: len(word)] for spelt, _, _ in found if len(spelt) > len(word)}
    letters = ((OSA.distance(word, one, score_cutoff=reach), one) for one in begun)
    return [(off, one) for off, one in letters if off <= reach]
