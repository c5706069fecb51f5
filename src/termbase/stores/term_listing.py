"""The terms of a SQLite base as they were at one time, read in one go and kept when it is closed.

A long check must neither hold the base against those who write to it nor see it change. A concept
stays a record until a text comes near it: to decode all of a large glossary takes longer than to
check a short text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from termbase.model.concept import Concept, Term
from termbase.model.language import primary, speaks
from termbase.model.records import value_of
from termbase.terms.index import STEM
from termbase.text.normalise import HYPHENS, SPACES_COME_AND_GO

if TYPE_CHECKING:
    from termbase.ports.terms import TermIndex, WordRow
    from termbase.stores.sqlite import SqliteBase

_OF_GLOSSARY = "JOIN glossary g ON g.id = c.glossary WHERE ?1 IS NULL OR g.name = ?1"
_TERMS = (
    f"SELECT c.id, t.language, t.standing, t.words FROM concept c JOIN term t ON t.concept = c.id"
    f" {_OF_GLOSSARY} ORDER BY g.name, c.id, t.id"
)
_WORDS = "SELECT id, main, text FROM word"
_KEYS = "SELECT word, kind, key FROM word_key WHERE kind IN ('form', 'word')"
_HYPHENED = (
    "SELECT t.main, k.key, t.text FROM term t JOIN term_key k ON k.term = t.id"
    f" WHERE (t.text GLOB '*[{HYPHENS}]*' OR (t.main = '{SPACES_COME_AND_GO}'"
    " AND t.text GLOB '* *')) AND k.kind = 'plain'"
)

_Keyed = tuple[str, "WordRow"]


class _Listed(NamedTuple):
    """A term: its concept, which of its terms it is, and the numbers of its words."""

    concept: int
    place: int
    words: Sequence[int]


class SqliteListing:
    """The concepts of a base, or of one of its glossaries; serves the `TermListing` port.

    Args:
        base: Where they are; it may be closed afterwards.
        glossary: The only one that counts; all where None.
        counts: Returns what counts of a concept, with fewer terms perhaps; None for nothing.
    """

    def __init__(
        self, base: SqliteBase, glossary: str | None, counts: Callable[[Concept], Concept | None]
    ) -> None:
        self._counts = counts
        with base.reading():
            self._records: dict[int, str] = dict(
                base.all_rows(
                    f"SELECT c.id, c.record FROM concept c {_OF_GLOSSARY} ORDER BY g.name, c.id",
                    (glossary,),
                )
            )
            self._terms = base.all_rows(_TERMS, (glossary,))
            self._words = base.all_rows(_WORDS)
            self._keys = base.all_rows(_KEYS)
            self._hyphened = base.all_rows(_HYPHENED)
        self._decoded: dict[int, tuple[Concept, Concept | None]] = {}

    def __iter__(self) -> Iterator[Concept]:
        """Serve `TermListing`."""
        for number in self._records:
            _, counted = self._concept(number)
            if counted:
                yield counted

    def index(self, language: str) -> TermIndex:
        """Serve `TermListing`."""
        main = primary(language)
        texts = {number: text for number, own, text in self._words if own == main}
        words: dict[int, list[_Keyed]] = {number: [] for number in texts}
        for number, kind, key in self._keys:
            if number in texts:
                words[number].append((kind, (key, number, texts[number])))
        hyphened: dict[str, list[str]] = {}
        for own, key, text in self._hyphened:
            if own == main:
                hyphened.setdefault(key, []).append(text)
        return _ListedIndex(self._spoken(language), words, hyphened, self._term)

    def _spoken(self, language: str) -> list[_Listed]:
        """Return the terms of a language, of each concept in the order of their standing."""
        found: list[tuple[int, int, _Listed]] = []
        spoken = {tag for tag in {row[1] for row in self._terms} if speaks(tag, language)}
        at, place, before = 0, 0, None
        for concept, own, standing, words in self._terms:
            at, place = (at, place + 1) if concept == before else (at + 1, 0)
            before = concept
            if own in spoken:
                numbers = [int(one) for one in words.split()]
                found.append((at, standing, _Listed(concept, place, numbers)))
        return [listed for *_, listed in sorted(found, key=itemgetter(0, 1))]

    def _term(self, listed: _Listed) -> tuple[Term, Concept] | None:
        whole, counted = self._concept(listed.concept)
        term = whole.terms[listed.place]
        return (term, counted) if counted and term in counted.terms else None

    def _concept(self, number: int) -> tuple[Concept, Concept | None]:
        """Return a concept, and what counts of it: of all languages one value."""
        if number not in self._decoded:
            whole = value_of(Concept, json.loads(self._records[number]))
            self._decoded[number] = whole, self._counts(whole)
        return self._decoded[number]


class _ListedIndex:
    """The terms of one language; serves the `TermIndex` port.

    Args:
        terms: In order.
        words: For each key of a word its kind, and the word as found by it; by number.
        hyphened: The terms that have hyphens, by their letters and digits.
        read: Reads a term.
    """

    def __init__(
        self,
        terms: Sequence[_Listed],
        words: Mapping[int, Sequence[_Keyed]],
        hyphened: dict[str, list[str]],
        read: Callable[[_Listed], tuple[Term, Concept] | None],
    ) -> None:
        self._terms = terms
        self._hyphened = hyphened
        self._read = read
        self._words: dict[str, dict[str, list[WordRow]]] = {"form": {}, "word": {}}
        self._first: dict[int, list[tuple[int, Sequence[int]]]] = {}
        self._stems = False
        met: set[int] = set()
        for number, one in enumerate(terms):
            if one.words:
                self._first.setdefault(one.words[0], []).append((number, one.words))
            for word in one.words:
                if word not in met:
                    met.add(word)
                    self._add(words[word])

    def _add(self, keyed: Sequence[_Keyed]) -> None:
        for kind, word in keyed:
            self._words[kind].setdefault(word[0], []).append(word)
            self._stems |= word[2].startswith(STEM)

    def words_with_keys(self, keys: Collection[str]) -> Iterable[WordRow]:
        """Serve `TermIndex`."""
        return [word for key in keys for word in self._words["form"].get(key, ())]

    def words_spelt(self, bare: Collection[str]) -> Iterable[WordRow]:
        """Serve `TermIndex`."""
        return [word for key in bare for word in self._words["word"].get(key, ())]

    def terms_lettered(self, plain: Collection[str]) -> Iterable[tuple[str, str]]:
        """Serve `TermIndex`."""
        return [(key, text) for key in plain for text in self._hyphened.get(key, ())]

    def sequences(self, first: Collection[int]) -> Iterable[tuple[int, Sequence[int]]]:
        """Serve `TermIndex`."""
        return [one for number in first for one in self._first.get(number, ())]

    def term(self, number: int) -> tuple[Term, Concept] | None:
        """Serve `TermIndex`."""
        return self._read(self._terms[number])

    def patterns(self) -> Iterable[int]:
        """Serve `TermIndex`."""
        return [number for number, one in enumerate(self._terms) if not one.words]

    def has_stems(self) -> bool:
        """Serve `TermIndex`."""
        return self._stems
