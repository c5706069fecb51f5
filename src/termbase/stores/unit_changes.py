"""What people changed in memories by hand, in a SQLite base: unit by unit, so it can be undone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from termbase.errors import InputError
from termbase.model.records import value_of
from termbase.model.unit import TranslationUnit
from termbase.model.unit_change import UnitChange, UnitPlace
from termbase.stores.add_units import put_unit, remove_unit, twin_of
from termbase.stores.unit_texts import unit_json

if TYPE_CHECKING:
    from termbase.stores.sqlite import SqliteBase
    from termbase.stores.unit_index import UnitIndex


_FIND = "SELECT u.id, m.name, m.path, u.number FROM unit u JOIN memory m ON m.id = u.memory WHERE "
_OF_UNIT = (
    "(number = ?3 AND memory IN (SELECT name FROM memory WHERE ?2 IN (name, path)))"
    " OR (memory, number) IN (SELECT m.name, u.number FROM unit u JOIN memory m"
    " ON m.id = u.memory WHERE u.tuid = ?1)"
)


class UnitChanges:
    """Serves the `UnitChangeStore` port; what changes is called inside of a transaction."""

    def __init__(self, base: SqliteBase, index: UnitIndex) -> None:
        self._base = base
        self._index = index

    def find(self, reference: str) -> list[UnitPlace]:
        """Serve `UnitChangeStore`."""
        name, sign, number = reference.rpartition("#")
        rows = self._base.rows(
            f"{_FIND} u.memory IN (SELECT id FROM memory) AND u.tuid = ? ORDER BY 2, 4",
            (reference,),
        )
        if sign and number.isascii() and number.isdigit():
            where = "(m.name = ? OR m.path = ?) AND u.number = ? ORDER BY m.name"
            rows = self._base.rows(_FIND + where, (name, name, int(number)))
        return [UnitPlace(*row) for row in rows]

    def unit(self, memory: str, number: int) -> TranslationUnit | None:
        """Serve `UnitChangeStore`."""
        rows = self._base.rows(
            "SELECT u.record FROM unit u JOIN memory m ON m.id = u.memory"
            " WHERE m.name = ? AND u.number = ?",
            (memory, number),
        )
        return next((_unit(record) for (record,) in list(rows)), None)

    def next_number(self, memory: str) -> int:
        """Serve `UnitChangeStore`."""
        [(last,)] = self._base.rows(
            "SELECT max(number) FROM (SELECT u.number FROM unit u JOIN memory m ON m.id = u.memory"
            " WHERE m.name = ?1 UNION ALL SELECT number FROM unit_change"
            " WHERE memory = ?1 AND NOT undone)",
            (memory,),
        )
        return (last or 0) + 1

    def put(self, memory: str, number: int, unit: TranslationUnit | None) -> None:
        """Serve `UnitChangeStore`."""
        [(home, source)] = self._base.rows(
            "SELECT id, json_extract(header, '$.source') FROM memory WHERE name = ?", (memory,)
        )
        old = self._base.rows(
            "SELECT id, record FROM unit WHERE memory = ? AND number = ?", (home, number)
        )
        for row, record in list(old):
            remove_unit(self._base, row, home, record)
        if unit is None:
            return
        written = unit_json(unit)
        twin = twin_of(self._base, home, written)
        if twin:
            raise InputError(f"{memory}#{twin[0]} is equal to it; change that one, or remove it")
        _, texts = put_unit(self._base, home, number, unit, written, source or "*all*")
        self._index.add(texts)

    def log(self, change: UnitChange) -> None:
        """Serve `UnitChangeStore`."""
        self._base.connection.execute(
            "INSERT INTO unit_change (memory, number, verb, author, date, before, after)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                change.memory,
                change.number,
                change.verb,
                change.author,
                change.date,
                unit_json(change.before) if change.before else "",
                unit_json(change.after) if change.after else "",
            ),
        )

    def last(self, reference: str = "") -> UnitChange | None:
        """Serve `UnitChangeStore`; a unit that is gone is known by its place."""
        name, _, number = reference.rpartition("#")
        place = int(number) if number.isascii() and number.isdigit() else 0
        rows = self._base.rows(
            "SELECT memory, number, verb, author, date, before, after, id FROM unit_change"
            f" WHERE NOT undone AND (?1 = '' OR {_OF_UNIT}) ORDER BY id DESC LIMIT 1",
            (reference, name, place),
        )
        return next((_change(*row) for row in list(rows)), None)

    def mark_undone(self, change: int) -> None:
        """Serve `UnitChangeStore`."""
        self._base.connection.execute("UPDATE unit_change SET undone = 1 WHERE id = ?", (change,))

    def history(self, memory: str, number: int) -> list[UnitChange]:
        """Serve `UnitChangeStore`."""
        rows = self._base.rows(
            "SELECT memory, number, verb, author, date, before, after, id FROM unit_change"
            " WHERE memory = ? AND number = ? AND NOT undone ORDER BY id DESC",
            (memory, number),
        )
        return [_change(*row) for row in rows]


def _unit(record: str) -> TranslationUnit | None:
    return value_of(TranslationUnit, json.loads(record)) if record else None


def _change(
    memory: str, number: int, verb: str, author: str, date: str, before: str, after: str, id: int
) -> UnitChange:
    return UnitChange(memory, number, verb, author, date, _unit(before), _unit(after), id)
