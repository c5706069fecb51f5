"""A query whose words are written in one or apart → the same as terms may have them.

«email» may be «e mail» and «on board» may be «onboard»: hyphens and spaces within a word come and
go. A whole term is found by its letters alone (`termbase.terms.keys.PLAIN`); here is what is needed
where only a part of a term is asked for, or another form of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from termbase.terms.keys import WORD, spelling_keys
from termbase.text.normalise import fold, unaccented
from termbase.text.words import word_texts

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_LEAST = 4
"""A shorter word is not taken apart."""
_MOST_WORDS = 8
"""A longer query is a sentence."""
_SHARED = 2
"""So many letters of the second part a term has behind the first, whatever form it is in."""


class Respelt(NamedTuple):
    """A query written otherwise.

    Attributes:
        query: What it says then.
        letters: A term that it means has these next to each other, signs and spaces set aside.
    """

    query: str
    letters: str

    def fits(self, term: str) -> bool:
        """Say whether a term has the letters."""
        return self.letters in spelling_keys(term)[2]


def respelt(query: str, languages: Collection[str], store: TermStore) -> Iterator[Respelt]:
    """Yield a query with two words in one, and with a word that no term has in two.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
    """
    words = word_texts(fold(query))
    if len(words) > _MOST_WORDS:
        return
    for at, (one, other) in enumerate(pairwise(words)):
        letters = unaccented(one) + unaccented(other)[:_SHARED]
        if not store.words_beginning(letters, languages):
            continue
        yield Respelt(" ".join([*words[:at], one + other, *words[at + 2 :]]), letters)
    bare = [unaccented(word) for word in words]
    known = {key for key, _, _ in store.words_with_keys(WORD, bare, languages)}
    for at, word in enumerate(words):
        if bare[at] in known or len(word) < _LEAST or not word.isalpha():
            continue
        cuts = {unaccented(word[:cut]): cut for cut in range(1, len(word) - 1)}
        for first, _, _ in store.words_with_keys(WORD, cuts, languages):
            cut = cuts[first]
            parts = word[:cut], word[cut:]
            letters = first + unaccented(parts[1])[:_SHARED]
            yield Respelt(" ".join([*words[:at], *parts, *words[at + 1 :]]), letters)
