"""A query whose words are written in one or apart → the same as terms may have them.

«email» may be «e mail» and «on board» may be «onboard»: hyphens and spaces within a word come and
go. A whole term is found by its letters alone (`termbase.terms.keys.PLAIN`); here is what is needed
where only a part of a term is asked for, or another form of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from termbase.terms.keys import MOST_WORDS, WORD, spelling_keys
from termbase.text.normalise import fold, unaccented
from termbase.text.words import word_texts

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_LEAST = 4
"""A shorter word is not taken apart."""
_LINKS = "оеє"
"""What links the parts of a compound in Slavic languages, in place of an ending."""
_ENDINGS = ("а", "я", "о", "е", "є", "ь", "и", "ы", "у", "ю", "")
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
    if len(words) > MOST_WORDS:
        return
    for at, (one, other) in enumerate(pairwise(words)):
        for first in (one, *_linked(one)):
            letters = unaccented(first) + unaccented(other)[:_SHARED]
            if store.words_beginning(letters, languages):
                together = " ".join([*words[:at], first + other, *words[at + 2 :]])
                yield Respelt(together, letters)
    bare = [unaccented(word) for word in words]
    known = {key for key, _, _ in store.words_with_keys(WORD, bare, languages)}
    for at, word in enumerate(words):
        if bare[at] in known or len(word) < _LEAST or not word.isalpha():
            continue
        cuts = _cuts(word)
        for key, _, _ in store.words_with_keys(WORD, cuts, languages):
            for first, second in cuts[key]:
                letters = key + unaccented(second)[:_SHARED]
                yield Respelt(" ".join([*words[:at], first, second, *words[at + 1 :]]), letters)


def _cuts(word: str) -> dict[str, list[tuple[str, str]]]:
    """Return a word in two parts, in every way, by the bare first one.

    What only links the parts may stand for an ending: «ракетоноситель» is «ракета носитель».
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for cut in range(1, len(word) - 1):
        found.setdefault(unaccented(word[:cut]), []).append((word[:cut], word[cut:]))
        linked = cut > _LEAST and word[cut - 1] in _LINKS
        for ending in _ENDINGS if linked else ():
            first = word[: cut - 1] + ending
            found.setdefault(unaccented(first), []).append((first, word[cut:]))
    return found


def _linked(word: str) -> list[str]:
    """Return a word as it begins compounds: «ракето» for «ракета»; nothing in other scripts."""
    stem = word[:-1] if word.endswith(_ENDINGS[:-1]) else word
    cyrillic = len(stem) >= _LEAST and "а" <= word[-1] <= "є"
    return [stem + link for link in _LINKS if stem + link != word] if cyrillic else []
