"""Concepts go into a SQLite base with their terms and the keys that find them, many at once.

A word gets its number and its keys once, however many terms have it; rows are put in sorted as
their tables are, which is what makes a large glossary quick to import.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import count, islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from termbase.model.concept import Concept, Term
    from termbase.stores.sqlite import SqliteBase

_Value = TypeVar("_Value")
_BATCH = 5000
"""So many concepts are put in at once."""
_CHUNK = 500
_Spoken = tuple[int, int, str, str, "Term"]
"""A term: its number, that of its concept, its language, that without region, and itself."""


def put_concepts(base: SqliteBase, glossary: int, concepts: Iterable[Concept]) -> None:
    """Put concepts into a glossary; each takes the place of the one with its id, and its number, so
    that a glossary keeps its order.
    """
    from termbase.model.records import record_of

    encode = json.JSONEncoder(ensure_ascii=False).encode
    for some in _parted(concepts, _BATCH):
        by_name: dict[str, Concept] = {}
        for one in some:
            by_name.pop(one.id, None)
            by_name[one.id] = one
        named = "SELECT name, id FROM concept WHERE glossary = ? AND name"
        there = _numbers(base, named, glossary, by_name)
        free = _free(base, "concept")  # asked for while those that go are there
        base.connection.executemany(
            "DELETE FROM concept WHERE id = ?", [(number,) for number in there.values()]
        )
        numbered = [(there.get(name) or next(free), one) for name, one in by_name.items()]
        base.connection.executemany(
            "INSERT INTO concept (id, glossary, name, record) VALUES (?, ?, ?, ?)",
            [(number, glossary, one.id, encode(record_of(one))) for number, one in numbered],
        )
        put_terms(base, numbered)


def _numbers(
    base: SqliteBase, query: str, where: int | str, names: Iterable[str]
) -> dict[str, int]:
    """Return the numbers of what is there already of some names.

    Args:
        query: Gives name and number, and ends with the column of the names.
        where: What its other condition asks for.
    """
    known: dict[str, int] = {}
    for some in _parted(names, _CHUNK):
        marks = ",".join("?" * len(some))
        known.update(base.rows(f"{query} IN ({marks})", (where, *some)))
    return known


def put_terms(base: SqliteBase, concepts: Iterable[tuple[int, Concept]]) -> None:
    """Put the terms of concepts that are there already, each behind its number."""
    from termbase.model.language import language_tag

    for some in _parted(concepts, _BATCH):
        tags: dict[str, str] = {}
        numbers = _free(base, "term")
        spoken: list[_Spoken] = []
        for concept, one in some:
            for term in one.terms:
                tag = tags.get(term.language) or language_tag(term.language)
                tags[term.language] = tag
                spoken.append((next(numbers), concept, tag, tag.partition("-")[0], term))
        _put(base, spoken)


def _put(base: SqliteBase, spoken: list[_Spoken]) -> None:
    from termbase.model.concept import standing
    from termbase.terms.index import index_words
    from termbase.terms.keys import term_keys
    from termbase.text.forms import key_sequence

    own = [index_words(term, main) for *_, main, term in spoken]
    known = _word_numbers(
        base, {(one[3], text) for one, some in zip(spoken, own, strict=True) for text in some}
    )
    rows, keys, places = [], [], []
    for (number, concept, tag, main, term), texts in zip(spoken, own, strict=True):
        words = [known[main, text] for text in texts]
        forms = " ".join(key_sequence(term.text, tag))
        joined = " ".join(map(str, words))
        first = words[0] if words else None
        rows.append((number, concept, tag, main, term.text, standing(term), forms, first, joined))
        keys += [(kind, key, number) for kind, key in _stored(term_keys(term.text))]
        places += [(word, len(words), number) for word in dict.fromkeys(words)]
    put = base.connection.executemany
    put(
        "INSERT INTO term (id, concept, language, main, text, standing, forms, first, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    put("INSERT INTO term_key (kind, key, term) VALUES (?, ?, ?)", sorted(keys))
    put("INSERT INTO word_term (word, size, term) VALUES (?, ?, ?)", sorted(places))


def _stored(keys: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the keys to be kept: a spelling that is a finer spelling too stands there already."""
    from termbase.terms.keys import SPELLINGS

    spelt: set[str] = set()
    for kind, key in dict.fromkeys(keys):
        if kind not in SPELLINGS or key not in spelt:
            yield kind, key
        if kind in SPELLINGS:
            spelt.add(key)


def _word_numbers(base: SqliteBase, words: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Return the number of each word of a language; one that has none gets it with its keys."""
    from termbase.terms.keys import keys_of_word

    known: dict[tuple[str, str], int] = {}
    for main in {main for main, _ in words}:
        spelt = (text for other, text in words if other == main)
        there = _numbers(base, "SELECT text, id FROM word WHERE main = ? AND text", main, spelt)
        known |= {(main, text): number for text, number in there.items()}
    fresh = list(zip(_free(base, "word"), sorted(words.difference(known)), strict=False))
    put = base.connection.executemany
    put("INSERT INTO word (id, main, text) VALUES (?, ?, ?)", [(no, *word) for no, word in fresh])
    keys = {
        (kind, key, number)
        for number, (main, text) in fresh
        for kind, key in keys_of_word(text, main)
    }
    put("INSERT INTO word_key (kind, key, word) VALUES (?, ?, ?)", sorted(keys))
    return known | {word: number for number, word in fresh}


def _free(base: SqliteBase, table: str) -> Iterator[int]:
    """Yield the numbers that no row of a table has yet, in order."""
    [(last,)] = base.rows(f"SELECT max(id) FROM {table}")
    return count((last or 0) + 1)


def _parted(values: Iterable[_Value], size: int) -> Iterator[list[_Value]]:
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
