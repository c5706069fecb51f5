"""The history of concepts in a SQLite base: one command, its edits, each with old and new record.

Glossaries are named, not numbered, so that the history outlives a glossary that is built anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from termbase.model.change import ConceptChange, Edit, Stamp
from termbase.model.concept import Concept
from termbase.model.records import record_of, value_of
from termbase.stores.sqlite import SqliteBase

_CHANGES = (
    "SELECT c.id, c.date, c.author, c.action, h.glossary, h.old, h.new,"
    " EXISTS (SELECT 1 FROM concept_command u WHERE u.undoes = c.id)"
    " FROM concept_change h JOIN concept_command c ON c.id = h.command"
)


class SqliteChanges:
    """The changes made to the concepts of a base; serves the `ChangeStore` port."""

    def __init__(self, base: SqliteBase) -> None:
        self._base = base
        self._run = base.connection.execute

    def record(
        self,
        glossary: str,
        edits: Iterable[Edit],
        action: str,
        stamp: Stamp,
        *,
        undoes: int | None = None,
    ) -> int:
        """Serve `ChangeStore`."""
        command: int = self._run(
            "INSERT INTO concept_command (date, author, action, undoes) VALUES (?, ?, ?, ?)",
            (stamp.date, stamp.author, action, undoes),
        ).lastrowid  # type: ignore[assignment]  # an INSERT has one
        self._base.connection.executemany(
            "INSERT INTO concept_change (command, glossary, concept, old, new)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                (command, glossary, one.concept, _written(one.old), _written(one.new))
                for one in edits
            ),
        )
        return command

    def changes(
        self, *, glossary: str = "", concept: str = "", command: int | None = None
    ) -> list[ConceptChange]:
        """Serve `ChangeStore`."""
        rows = self._base.rows(
            f"{_CHANGES} WHERE (?1 = '' OR h.glossary = ?1) AND (?2 = '' OR h.concept = ?2)"
            " AND (?3 IS NULL OR c.id = ?3) ORDER BY h.id DESC",
            (glossary, concept, command),
        )
        return [
            ConceptChange(
                number,
                Stamp(author, date),
                action,
                name,
                Edit(_read(old), _read(new)),
                bool(undone),
            )
            for number, date, author, action, name, old, new, undone in rows
        ]

    def last_command(self) -> int | None:
        """Serve `ChangeStore`."""
        rows = self._base.rows(
            "SELECT max(id) FROM concept_command c WHERE undoes IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM concept_command u WHERE u.undoes = c.id)"
        )
        number: int | None = next(rows)[0]
        return number


def _written(concept: Concept | None) -> str | None:
    return json.dumps(record_of(concept), ensure_ascii=False) if concept else None


def _read(record: str | None) -> Concept | None:
    return value_of(Concept, json.loads(record)) if record else None
