"""The index of terms in a SQLite base: put in with each term, read piece by piece by recognition.

A text asks for the words that share a key with its own, then for the terms that begin with one of
these. So opening a large base costs nothing, and a text pays only for the terms it comes near.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from termbase.model.concept import Concept, Term
from termbase.model.language import primary, speaks
from termbase.model.records import value_of
from termbase.text.normalise import HYPHENS, SPACES_COME_AND_GO

if TYPE_CHECKING:
    from termbase.ports.terms import WordRow
    from termbase.stores.sqlite import SqliteBase

_Value = TypeVar("_Value", int, str)
_CHUNK = 500
"""So many values one query takes."""


class SqliteIndex:
    """The terms of a base in one language; serves the `TermIndex` port.

    Args:
        base: Where they are.
        language: BCP 47 tag; ``fr`` takes the terms of ``fr-CA`` too.
        wanted: Says by the name of its glossary and itself whether a concept counts.
    """

    def __init__(
        self, base: SqliteBase, language: str, wanted: Callable[[str, Concept], bool]
    ) -> None:
        self._rows = base.rows
        self._language = language
        self._main = primary(language)
        self._wanted = wanted
        self._concepts: dict[int, Concept | None] = {}

    def words_with_keys(self, keys: Collection[str]) -> Iterable[WordRow]:
        """Serve `TermIndex`."""
        return self._words("form", keys)

    def words_spelt(self, bare: Collection[str]) -> Iterable[WordRow]:
        """Serve `TermIndex`."""
        return self._words("word", bare)

    def terms_lettered(self, plain: Collection[str]) -> Iterable[tuple[str, str]]:
        """Serve `TermIndex`."""
        signs = f"{HYPHENS} " if self._main == SPACES_COME_AND_GO else HYPHENS
        for some in _chunks(plain):
            marks = ",".join("?" * len(some))
            yield from self._rows(
                "SELECT k.key, t.text FROM term_key k JOIN term t ON t.id = k.term"
                f" WHERE k.kind = 'plain' AND k.key IN ({marks}) AND t.main = ?"
                f" AND t.text GLOB '*[{signs}]*'",
                (*some, self._main),
            )

    def _words(self, kind: str, keys: Collection[str]) -> Iterator[WordRow]:
        for some in _chunks(keys):
            marks = ",".join("?" * len(some))
            yield from self._rows(
                "SELECT k.key, w.id, w.text FROM word_key k JOIN word w ON w.id = k.word"
                f" WHERE k.kind = ? AND k.key IN ({marks}) AND w.main = ?",
                (kind, *some, self._main),
            )

    def sequences(self, first: Collection[int]) -> Iterable[tuple[int, Sequence[int]]]:
        """Serve `TermIndex`."""
        for some in _chunks(first):
            marks = ",".join("?" * len(some))
            for number, words in self._rows(
                f"SELECT id, words FROM term WHERE first IN ({marks})", some
            ):
                yield number, [int(word) for word in words.split()]

    def term(self, number: int) -> tuple[Term, Concept] | None:
        """Serve `TermIndex`."""
        [(row, language, place)] = self._rows(
            "SELECT t.concept, t.language, (SELECT count(*) FROM term o"
            " WHERE o.concept = t.concept AND o.id < t.id) FROM term t WHERE t.id = ?",
            (number,),
        )
        concept = self._concept(row) if speaks(language, self._language) else None
        return (concept.terms[place], concept) if concept else None

    def patterns(self) -> Iterable[int]:
        """Serve `TermIndex`."""
        rows = self._rows(
            "SELECT id FROM term WHERE first IS NULL AND main = ? ORDER BY id", (self._main,)
        )
        return [number for (number,) in rows]

    def has_stems(self) -> bool:
        """Serve `TermIndex`."""
        from termbase.terms.index import STEM

        query = "SELECT 1 FROM word WHERE main = ? AND text >= ? AND text < ? LIMIT 1"
        return any(self._rows(query, (self._main, STEM, STEM + "\U0010ffff")))

    def _concept(self, number: int) -> Concept | None:
        if number not in self._concepts:
            [(glossary, record)] = self._rows(
                "SELECT g.name, c.record FROM concept c JOIN glossary g ON g.id = c.glossary"
                " WHERE c.id = ?",
                (number,),
            )
            concept = value_of(Concept, json.loads(record))
            self._concepts[number] = concept if self._wanted(glossary, concept) else None
        return self._concepts[number]


def _chunks(values: Collection[_Value]) -> Iterator[list[_Value]]:
    ordered = list(values)
    return (ordered[at : at + _CHUNK] for at in range(0, len(ordered), _CHUNK))
