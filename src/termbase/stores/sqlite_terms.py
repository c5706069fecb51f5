"""Glossaries in a SQLite base: concepts as records, terms by the keys that find them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from termbase.model.language import primary
from termbase.model.row import TermRow

if TYPE_CHECKING:
    from termbase.model.concept import Concept, Glossary
    from termbase.ports import Record
    from termbase.ports.terms import GlossaryInfo, TermIndex, TermListing, WordRow
    from termbase.stores.sqlite import SqliteBase

_ROW = "SELECT t.id, t.concept, t.language, t.text, t.standing, t.forms, t.words FROM term t"
_MANY = 100
"""So many terms are handed out for a word that many terms have; those of least words come first."""
_ALIKE = 400
"""So many words that share groups of letters are looked at."""
_COMMON = 5000
"""A word in more terms than this is not read through for the shortest of them."""
_MOST_WORDS = 200
"""No term has so many different words, and no query of SQLite so many conditions."""
_SHORTEST = 500
"""Of the terms with one beginning so many are read, to find those of a language."""
_CHUNK = 500
_LANGUAGES = """
WITH RECURSIVE spoken (main) AS (
    SELECT min(main) FROM word
    UNION ALL SELECT (SELECT min(main) FROM word w WHERE w.main > s.main) FROM spoken s
    WHERE s.main IS NOT NULL
)
SELECT main FROM spoken WHERE EXISTS (
    SELECT 1 FROM word w JOIN word_term x ON x.word = w.id WHERE w.main = spoken.main
) UNION SELECT main FROM term WHERE first IS NULL ORDER BY main
"""
"""From language to language over the index of words, then those of terms that have no words."""


class SqliteTerms:
    """The glossaries of a base; serves the `TermStore` port."""

    def __init__(self, base: SqliteBase) -> None:
        self._base = base
        self._run = base.connection.execute
        self._rows, self._all = base.rows, base.all_rows

    def glossaries(self) -> list[GlossaryInfo]:
        """Serve `TermStore`."""
        from termbase.model.concept import Glossary
        from termbase.model.records import value_of
        from termbase.ports.terms import GlossaryInfo

        rows = self._rows("SELECT name, path, about FROM glossary ORDER BY name")
        return [
            GlossaryInfo(name, path, value_of(Glossary, json.loads(about)))
            for name, path, about in rows
        ]

    def put_glossary(self, name: str, about: Glossary, *, path: str = "") -> int:
        """Serve `TermStore`."""
        from dataclasses import replace

        from termbase.model.records import record_of

        record = json.dumps(record_of(replace(about, concepts=())), ensure_ascii=False)
        self._run(
            "INSERT INTO glossary (name, path, about) VALUES (?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET path = excluded.path, about = excluded.about",
            (name, path, record),
        )
        number: int = next(self._rows("SELECT id FROM glossary WHERE name = ?", (name,)))[0]
        return number

    def clear_glossary(self, glossary: int) -> None:
        """Serve `TermStore`."""
        self._run("DELETE FROM concept WHERE glossary = ?", (glossary,))
        self._run("DELETE FROM word WHERE NOT EXISTS (SELECT 1 FROM word_term WHERE word = id)")

    def concept_named(self, glossary: str, name: str) -> Record | None:
        """Serve `TermStore`."""
        rows = self._rows(
            "SELECT c.record FROM concept c JOIN glossary g ON g.id = c.glossary"
            " WHERE g.name = ? AND c.name = ?",
            (glossary, name),
        )
        return next((json.loads(record) for (record,) in rows), None)

    def put_concepts(self, glossary: int, concepts: Iterable[Concept]) -> None:
        """Serve `TermStore`."""
        from termbase.stores.put_concepts import put_concepts

        put_concepts(self._base, glossary, concepts)

    def index_anew(self) -> None:
        """Find every term by its keys again, as a base of an older termbase needs it."""
        from termbase.model.concept import Concept
        from termbase.model.records import value_of
        from termbase.stores.put_concepts import put_terms

        rows = list(self._rows("SELECT id, record FROM concept ORDER BY id"))
        for table in ("word_term", "term_key", "term"):  # while a base is upgraded none follows
            self._run(f"DELETE FROM {table}")
        put_terms(
            self._base, ((number, value_of(Concept, json.loads(record))) for number, record in rows)
        )

    def drop_concept(self, glossary: int, name: str) -> None:
        """Serve `TermStore`."""
        self._run("DELETE FROM concept WHERE glossary = ? AND name = ?", (glossary, name))

    def place_concepts(self, glossary: int, places: Mapping[str, str]) -> None:
        """Serve `TermStore`."""
        self._base.connection.executemany(
            "UPDATE concept SET record = json_set(record, '$.place', ?)"
            " WHERE glossary = ? AND name = ?",
            ((place, glossary, name) for name, place in places.items()),
        )

    def concept_records(self, numbers: Iterable[int]) -> dict[int, tuple[str, Record]]:
        """Serve `TermStore`."""
        found = {}
        for number in numbers:
            rows = self._rows(
                "SELECT g.name, c.record FROM concept c JOIN glossary g ON g.id = c.glossary"
                " WHERE c.id = ?",
                (number,),
            )
            for name, record in rows:
                found[number] = (name, json.loads(record))
        return found

    def all_concepts(self, glossary: str | None = None) -> Iterator[tuple[str, Concept]]:
        """Serve `TermStore`."""
        from termbase.model.concept import Concept
        from termbase.model.records import value_of

        rows = self._rows(
            "SELECT g.name, c.record FROM concept c JOIN glossary g ON g.id = c.glossary"
            " WHERE ?1 IS NULL OR g.name = ?1 ORDER BY g.name, c.id",
            (glossary,),
        )
        return ((name, value_of(Concept, json.loads(record))) for name, record in rows)

    def term_keys(self) -> Iterator[tuple[str, str, str]]:
        """Serve `TermStore`."""
        return self._rows("SELECT language, text, forms FROM term")

    def term_pairs(self, glossary: str, source: str, target: str) -> Iterator[tuple[str, str]]:
        """Serve `TermStore`; a standing below 3 is preferred, admitted or unset."""
        from termbase.model.language import speaks

        rows = self._rows(
            "SELECT s.language, s.text, t.language, t.text FROM glossary g"
            " JOIN concept c ON c.glossary = g.id"
            " JOIN term s ON s.concept = c.id JOIN term t ON t.concept = c.id"
            " WHERE g.name = ? AND s.main = ? AND t.main = ? AND max(s.standing, t.standing) < 3"
            " ORDER BY c.id, s.standing, s.id, t.standing, t.id",
            (glossary, primary(source), primary(target)),
        )
        return (
            (ours, theirs)
            for one, ours, other, theirs in rows
            if speaks(one, source) and speaks(other, target)
        )

    def count_concepts(self) -> dict[str, int]:
        """Return how many concepts each glossary has."""
        return dict(
            self._rows(
                "SELECT g.name, count(c.id) FROM glossary g LEFT JOIN concept c"
                " ON c.glossary = g.id GROUP BY 1 ORDER BY 1"
            )
        )

    def count_terms(self) -> dict[str, dict[str, int]]:
        """Return how many terms each glossary has in each language."""
        counts: dict[str, dict[str, int]] = {}
        for name, language, count in self._rows(
            "SELECT g.name, t.language, count(*) FROM term t JOIN concept c ON c.id = t.concept"
            " JOIN glossary g ON g.id = c.glossary GROUP BY 1, 2 ORDER BY 1, 2"
        ):
            counts.setdefault(name, {})[language] = count
        return counts

    def terms_with_key(
        self, kind: str, keys: Collection[str], languages: Collection[str]
    ) -> list[TermRow]:
        """Serve `TermStore`."""
        from termbase.terms.keys import SPELLINGS

        # A key that is also a finer one is kept as that alone (`termbase.stores.put_concepts`).
        finer = SPELLINGS[: SPELLINGS.index(kind) + 1] if kind in SPELLINGS else (kind,)
        kinds, marks = ",".join("?" * len(finer)), ",".join("?" * len(keys))
        where, values = _spoken(languages)
        rows = self._all(
            f"{_ROW} JOIN term_key k ON k.term = t.id WHERE k.kind IN ({kinds})"
            f" AND k.key IN ({marks}){where}",
            (*finer, *keys, *values),
        )
        return list({row[0]: TermRow(*row) for row in rows}.values())

    def terms_beginning(self, key: str, languages: Collection[str]) -> list[TermRow]:
        """Serve `TermStore`."""
        where, values = _spoken(languages)
        rows = self._all(
            f"{_ROW} JOIN (SELECT key, term FROM (SELECT key, term FROM term_key"
            f" WHERE kind IN ('bare', 'folded') AND key > ? AND key < ? LIMIT {_COMMON})"
            f" ORDER BY length(key), key LIMIT {_SHORTEST}) k ON k.term = t.id WHERE 1{where}"
            " GROUP BY t.id ORDER BY length(k.key), k.key LIMIT 50",
            (key, key + "\U0010ffff", *values),
        )
        return [TermRow(*row) for row in rows]

    def words_with_keys(
        self, kind: str, keys: Collection[str], languages: Collection[str]
    ) -> list[WordRow]:
        """Serve `TermStore`."""
        where, values = _in_main(languages)
        found: list[WordRow] = []
        asked = list(keys)
        for at in range(0, len(asked), _CHUNK):
            some = asked[at : at + _CHUNK]
            marks = ",".join("?" * len(some))
            found += self._all(
                "SELECT k.key, w.id, w.text FROM word_key k JOIN word w ON w.id = k.word"
                f" WHERE k.kind = ? AND k.key IN ({marks}){where}",
                (kind, *some, *values),
            )
        return found

    def words_like(
        self, grams: Collection[str], least: int, languages: Collection[str]
    ) -> list[WordRow]:
        """Serve `TermStore`."""
        from termbase.text.normalise import unaccented

        where, values = _in_main(languages)
        marks = ",".join("?" * len(grams))
        rows = self._all(
            "SELECT w.id, w.text FROM (SELECT word, count(*) AS shared FROM word_key"
            f" WHERE kind = 'gram' AND key IN ({marks}) GROUP BY word HAVING shared >= ?"
            f" ORDER BY shared DESC, word LIMIT {_ALIKE}) k JOIN word w ON w.id = k.word{where}"
            " ORDER BY k.shared DESC, w.id LIMIT 100",
            (*grams, least, *values),
        )
        return [(unaccented(text), number, text) for number, text in rows]

    def words_beginning(self, letters: str, languages: Collection[str]) -> list[WordRow]:
        """Serve `TermStore`."""
        where, values = _in_main(languages)
        return self._all(
            "SELECT k.key, w.id, w.text FROM word_key k JOIN word w ON w.id = k.word"
            f" WHERE k.kind = 'word' AND k.key >= ? AND k.key < ?{where} LIMIT {_COMMON}",
            (letters, letters + "\U0010ffff", *values),
        )

    def has_stems(self, languages: Collection[str]) -> bool:
        """Serve `TermStore`."""
        where, values = _in_main(languages)
        query = (
            f"SELECT 1 FROM word w WHERE w.text >= '~' AND w.text < '~\U0010ffff'{where} LIMIT 1"
        )
        return any(self._all(query, values))

    def terms_with_words(
        self, words: Sequence[Collection[int]], languages: Collection[str]
    ) -> list[TermRow]:
        """Serve `TermStore`."""
        different = dict.fromkeys(map(frozenset, words))  # a text says «of» a hundred times
        if len(different) > _MOST_WORDS or not all(different):
            return []
        groups = sorted(map(sorted, different), key=self._uses)
        if not groups:
            return []
        where, values = _spoken(languages)
        conditions, others = "", []
        for group in groups[1:]:
            marks = ",".join("?" * len(group))
            conditions += (
                f" AND EXISTS (SELECT 1 FROM word_term o WHERE o.term = x.term"
                f" AND o.word IN ({marks}))"
            )
            others += group
        found: dict[int, TermRow] = {}
        for word in groups[0]:  # one by one, so that the order is the index's and reading may end
            rows = self._all(
                f"{_ROW} JOIN word_term x ON x.term = t.id WHERE x.word = ?{conditions}{where}"
                f" ORDER BY x.size, x.term LIMIT {_MANY}",
                (word, *others, *values),
            )
            found.update((row[0], TermRow(*row)) for row in rows)
        return sorted(found.values(), key=lambda row: (row.words.count(" "), row.id))

    def _uses(self, words: Collection[int]) -> int:
        """Return how many terms have one of some words, as far as that matters."""
        uses = 0
        for word in words:
            [(count,)] = self._all(
                f"SELECT count(*) FROM (SELECT 1 FROM word_term WHERE word = ? LIMIT {_COMMON})",
                (word,),
            )
            uses += count
        return uses

    def index(self, language: str, wanted: Callable[[str, Concept], bool]) -> TermIndex:
        """Serve `TermStore`."""
        from termbase.stores.sqlite_index import SqliteIndex

        return SqliteIndex(self._base, language, wanted)

    def listing(
        self, glossary: str | None, counts: Callable[[Concept], Concept | None]
    ) -> TermListing:
        """Serve `TermStore`."""
        from termbase.stores.term_listing import SqliteListing

        return SqliteListing(self._base, glossary, counts)

    def term_languages(self) -> list[str]:
        """Serve `TermStore`; reading a million terms for it would take half a second."""
        return [row[0] for row in self._all(_LANGUAGES)]


def _spoken(languages: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return the SQL that keeps terms in one of the languages, and its values.

    A tag answers a wish where one begins as the other, as `speaks` says.
    """
    if not languages:
        return "", ()
    parts: list[str] = []
    values: list[str] = []
    for language in languages:
        main = language.partition("-")[0]
        if main == language:
            parts.append("t.main = ?")
            values.append(main)
        else:
            begins = "instr(? || '-', t.language || '-') = 1"
            begun = "instr(t.language || '-', ? || '-') = 1"
            parts.append(f"(t.main = ? AND ({begins} OR {begun}))")
            values += [main, language, language]
    return f" AND ({' OR '.join(parts)})", tuple(values)


def _in_main(languages: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """Return the SQL that keeps words of some languages, whatever region, and its values."""
    mains = tuple(dict.fromkeys(one.partition("-")[0] for one in languages))
    return (f" AND w.main IN ({','.join('?' * len(mains))})" if mains else ""), mains
