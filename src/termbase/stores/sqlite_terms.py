"""Glossaries in a SQLite base: concepts as records, terms by the keys that find them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from termbase.model.row import TermRow

if TYPE_CHECKING:
    from termbase.model.concept import Concept, Glossary
    from termbase.ports import GlossaryInfo, Record
    from termbase.stores.sqlite import SqliteBase

_ROW = "SELECT t.id, t.concept, t.language, t.text, t.standing, t.forms FROM term t"


class SqliteTerms:
    """The glossaries of a base; serves the `TermStore` port."""

    def __init__(self, base: SqliteBase) -> None:
        self._base = base
        self._run = base.connection.execute
        self._rows = base.rows

    def glossaries(self) -> list[GlossaryInfo]:
        """Serve `TermStore`."""
        from termbase.model.concept import Glossary
        from termbase.ports import GlossaryInfo
        from termbase.stores.records import value_of

        rows = self._rows("SELECT name, path, about FROM glossary ORDER BY name")
        return [
            GlossaryInfo(name, path, value_of(Glossary, json.loads(about)))
            for name, path, about in rows
        ]

    def put_glossary(self, name: str, about: Glossary, *, path: str = "") -> int:
        """Serve `TermStore`."""
        from dataclasses import replace

        from termbase.stores.records import record_of

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

    def concept_named(self, glossary: str, name: str) -> Record | None:
        """Serve `TermStore`."""
        rows = self._rows(
            "SELECT c.record FROM concept c JOIN glossary g ON g.id = c.glossary"
            " WHERE g.name = ? AND c.name = ?",
            (glossary, name),
        )
        return next((json.loads(record) for (record,) in rows), None)

    def put_concept(self, glossary: int, concept: Concept) -> None:
        """Serve `TermStore`."""
        from termbase.model.concept import standing
        from termbase.model.language import language_tag
        from termbase.stores.records import record_of
        from termbase.terms.keys import term_keys
        from termbase.text.forms import key_sequence

        self._run("DELETE FROM concept WHERE glossary = ? AND name = ?", (glossary, concept.id))
        record = json.dumps(record_of(concept), ensure_ascii=False)
        number = self._run(
            "INSERT INTO concept (glossary, name, record) VALUES (?, ?, ?)",
            (glossary, concept.id, record),
        ).lastrowid
        for term in concept.terms:
            tag = language_tag(term.language)
            row = self._run(
                "INSERT INTO term (concept, language, main, text, standing, forms)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    number,
                    tag,
                    tag.split("-")[0],
                    term.text,
                    standing(term),
                    " ".join(key_sequence(term.text, tag)),
                ),
            ).lastrowid
            self._base.connection.executemany(
                "INSERT OR IGNORE INTO term_key (kind, key, term) VALUES (?, ?, ?)",
                [(kind, key, row) for kind, key in term_keys(term.text, tag)],
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
        from termbase.stores.records import value_of

        rows = self._rows(
            "SELECT g.name, c.record FROM concept c JOIN glossary g ON g.id = c.glossary"
            " WHERE ?1 IS NULL OR g.name = ?1 ORDER BY g.name, c.id",
            (glossary,),
        )
        return ((name, value_of(Concept, json.loads(record))) for name, record in rows)

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
        marks = ",".join("?" * len(keys))
        where, values = _spoken(languages)
        rows = self._rows(
            f"{_ROW} JOIN term_key k ON k.term = t.id WHERE k.kind = ? AND k.key IN ({marks})"
            f"{where}",
            (kind, *keys, *values),
        )
        return list({row[0]: TermRow(*row) for row in rows}.values())

    def terms_beginning(self, key: str, languages: Collection[str]) -> list[TermRow]:
        """Serve `TermStore`."""
        where, values = _spoken(languages)
        rows = self._rows(
            f"{_ROW} JOIN term_key k ON k.term = t.id WHERE k.kind = 'bare' AND k.key > ?"
            f" AND k.key < ?{where} ORDER BY length(k.key), k.key LIMIT 50",
            (key, key + "\U0010ffff", *values),
        )
        return [TermRow(*row) for row in rows]

    def term_keys(self, kind: str, languages: Collection[str]) -> Iterator[tuple[str, int]]:
        """Serve `TermStore`."""
        where, values = _spoken(languages)
        return self._rows(
            "SELECT k.key, k.term FROM term_key k JOIN term t ON t.id = k.term"
            f" WHERE k.kind = ?{where}",
            (kind, *values),
        )

    def term_languages(self) -> list[str]:
        """Serve `TermStore`."""
        return [row[0] for row in self._rows("SELECT DISTINCT main FROM term ORDER BY main")]

    def term_rows(self, ids: Collection[int]) -> list[TermRow]:
        """Serve `TermStore`."""
        marks = ",".join("?" * len(ids))
        return [TermRow(*row) for row in self._rows(f"{_ROW} WHERE t.id IN ({marks})", tuple(ids))]


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
