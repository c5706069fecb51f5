"""A base while its first units come in: they are ordered when all are there, which is quicker.

Until then pages are written one after the other, and few need to stay in memory.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.stores.sqlite import SqliteBase

_KIB = 14_000
_LATER = ("unit_tuid", "unit_number")


class Filling:
    """Puts off the orders of units by tuid and by number; inside of one transaction."""

    def __init__(self, base: SqliteBase) -> None:
        self._base = base
        self._run = base.connection.execute
        self._size = 0
        self._put_off: list[str] = []

    def begin(self) -> None:
        """Put the orders off."""
        self._size = self._base.value("PRAGMA cache_size")
        self._run(f"PRAGMA cache_size = -{_KIB}")
        marks = ",".join("?" * len(_LATER))
        query = f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name IN ({marks})"
        for name, written in self._base.all_rows(query, _LATER):
            with suppress(sqlite3.OperationalError):  # somebody has not read to the end yet
                self._run(f"DROP INDEX {name}")
                self._put_off.append(written)

    def order(self) -> None:
        """Order the units that are there; all the others come in order."""
        while self._put_off:
            self._run(self._put_off.pop())

    def end(self) -> None:
        """Order the units if that is still to do, and go on as usual."""
        if self._base.connection.in_transaction:  # a full disk takes all back at once
            self.order()
        if self._size:
            self._run(f"PRAGMA cache_size = {self._size}")
