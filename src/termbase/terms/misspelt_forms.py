"""A query misspelt and in another form besides → the terms nearest to it, their endings set aside.

«электонной почтой» is five letters off «электронная почта», of which four are endings. So stems are
compared, for where the words as they stand are near to nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from termbase.model.language import primary
from termbase.terms.keys import MOST_WORDS, WORD, bare_words
from termbase.terms.spelling import NearTerm, words_begun_alike
from termbase.text.forms import has_stemmer, stem
from termbase.text.lexicons import has_words
from termbase.text.normalise import unaccented

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_LEAST = 75
"""So many per cent of their stems a query and a term share at least."""
_SHORTEST = 3
"""A shorter word says too little to be told without its ending."""


def near_by_stems(query: str, languages: Collection[str], store: TermStore) -> list[NearTerm]:
    """Return the terms whose stems are nearest to those of a query, the nearest first.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.

    Returns:
        Nothing for a query that a lexicon has word for word: it is spelt well, and means another.

    Source: Snowball stems, optimal string alignment distance.
    """
    asked = bare_words(query)
    if not asked or len(asked) > MOST_WORDS or max(map(len, asked)) < _SHORTEST:
        return []
    spoken = dict.fromkeys(map(primary, languages or store.term_languages()))
    found = [near for main in spoken if has_stemmer(main) for near in _near(asked, main, store)]
    if found and has_words(query, spoken):  # «killed» is no slip of «skill»
        return []
    return sorted(found, key=lambda one: (-one.likeness, one.far))


def _near(asked: list[str], main: str, store: TermStore) -> Iterator[NearTerm]:
    groups = []
    for word in asked:
        groups.append(_as_it_stands(word, main, store) or _words_alike(word, main, store))
        if not groups[-1]:
            return
    wanted = _stems(asked, main)
    for row in store.terms_with_words(groups, [main]):
        own = bare_words(row.text)
        alike = OSA.normalized_similarity(wanted, _stems(own, main))
        if len(own) == len(asked) and 100 * alike >= _LEAST:
            yield NearTerm(row, int(100 * alike), abs(len(row.text) - len(" ".join(asked))))


def _as_it_stands(word: str, main: str, store: TermStore) -> set[int]:
    """Return the words of terms that a word is; «procuration» is no slip of «procureur» then."""
    return {number for _, number, _ in store.words_with_keys(WORD, [word], [main])}


def _stems(words: list[str], main: str) -> str:
    return " ".join(_stem(word, main) for word in words)


def _stem(word: str, main: str) -> str:
    return unaccented(stem(word, main))


def _words_alike(word: str, main: str, store: TermStore) -> set[int]:
    """Return the words of terms whose stem is a word's, but for a letter or two."""
    own = _stem(word, main)
    reach = min(2, (len(own) + 1) // 4)
    return {
        number
        for spelt, number, _ in words_begun_alike(own, reach, [main], store)
        if OSA.distance(own, _stem(spelt, main), score_cutoff=reach) <= reach
    }
