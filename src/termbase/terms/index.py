"""The terms of one language by the keys of their words: what recognition walks through.

Every word that stands in some term has a number, a term is a sequence of numbers, and the words
have keys. So a text's words are compared with the words of terms once, however many terms there
are, and the terms are a tree that grows as texts ask for it. A base keeps the same tables
(`termbase.stores.sqlite_index`); this is the index of concepts in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from termbase.model.concept import Concept, Term
from termbase.model.language import primary
from termbase.ports.terms import WordRow
from termbase.terms.keys import spelling_keys
from termbase.text.forms import stem, unstressed, word_keys
from termbase.text.normalise import HYPHENS, SPACES_COME_AND_GO, unaccented, with_degree_signs
from termbase.text.pieces import piece_texts

STEM = "~"
"""Stands before the stem that a word of a term has where the term is matched by stems."""


def index_words(term: Term, language: str) -> list[str]:
    """Return the words of a term as an index has them; none where it is no sequence of words."""
    if term.match == "regex":
        return []
    found = piece_texts(with_degree_signs(term.text))
    if term.match == "stem":
        return [STEM + stem(word, language) for word in found]
    return [unstressed(word, language) for word in found]


def index_keys(text: str, language: str) -> tuple[str, ...]:
    """Return the keys of a word as an index has it."""
    return (text,) if text.startswith(STEM) else word_keys(text, language)


class MemoryIndex:
    """The terms of concepts in one language; serves the `TermIndex` port.

    Args:
        concepts: Whose terms count.
        language: BCP 47 tag; ``fr`` takes the terms of ``fr-CA`` too.
    """

    def __init__(
        self,
        concepts: Iterable[Concept],
        language: str,
    ) -> None:
        self._language = primary(language)
        self._terms: list[tuple[Term, Concept]] = []
        self._patterns: list[int] = []
        self._numbers: dict[str, int] = {}
        self._words: dict[str, list[WordRow]] = {}
        self._first: dict[int, list[tuple[int, Sequence[int]]]] = {}
        self._bare: dict[str, list[WordRow]] = {}
        self._plain: dict[str, list[str]] | None = None
        for concept in concepts:
            for term in concept.terms_in(language):
                self._add(term, concept)

    def _add(self, term: Term, concept: Concept) -> None:
        number = len(self._terms)
        self._terms.append((term, concept))
        found = index_words(term, self._language)
        if found:
            sequence = [self._number(word) for word in found]
            self._first.setdefault(sequence[0], []).append((number, sequence))
        else:
            self._patterns.append(number)

    def _number(self, text: str) -> int:
        known = self._numbers.get(text)
        if known is not None:
            return known
        number = self._numbers[text] = len(self._numbers)
        for key in index_keys(text, self._language):
            self._words.setdefault(key, []).append((key, number, text))
        return number

    def words_with_keys(self, keys: Collection[str]) -> Iterable[WordRow]:
        """Serve `TermIndex`."""
        return [word for key in keys for word in self._words.get(key, ())]

    def words_spelt(self, bare: Collection[str]) -> Iterable[WordRow]:
        """Serve `TermIndex`."""
        if not self._bare:
            for text, number in self._numbers.items():
                key = unaccented(text)
                self._bare.setdefault(key, []).append((key, number, text))
        return [word for key in bare for word in self._bare.get(key, ())]

    def terms_lettered(self, plain: Collection[str]) -> Iterable[tuple[str, str]]:
        """Serve `TermIndex`."""
        if self._plain is None:
            self._plain = {}
            spaces = " " if primary(self._language) == SPACES_COME_AND_GO else ""
            for term, _ in self._terms:
                if any(map(term.text.__contains__, HYPHENS + spaces)):
                    key = spelling_keys(term.text)[2]
                    self._plain.setdefault(key, []).append(term.text)
        return [(key, text) for key in plain for text in self._plain.get(key, ())]

    def sequences(self, first: Collection[int]) -> Iterable[tuple[int, Sequence[int]]]:
        """Serve `TermIndex`."""
        return [one for number in first for one in self._first.get(number, ())]

    def term(self, number: int) -> tuple[Term, Concept] | None:
        """Serve `TermIndex`."""
        return self._terms[number]

    def patterns(self) -> Iterable[int]:
        """Serve `TermIndex`."""
        return self._patterns

    def has_stems(self) -> bool:
        """Serve `TermIndex`."""
        return any(text.startswith(STEM) for text in self._numbers)
