"""What the index of units consists of now: files that are open, and texts that are in none yet.

The one fact to remember: the base is asked only when it has changed, and then for both at one
time, so that no text is missed that moves from one to the other.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING

from termbase.memory.fresh_texts import FreshTexts
from termbase.stores.index_file import open_index
from termbase.stores.unit_texts import Part

if TYPE_CHECKING:
    from termbase.memory.text_index import TextIndex
    from termbase.stores.sqlite import SqliteBase

_NEVER = (-1, -1)


class IndexParts:
    """The parts of the index of a base, as one who asks sees them.

    Attributes:
        open: The files that are open, by name.
    """

    def __init__(self, base: SqliteBase, folder: str) -> None:
        self.open: dict[str, TextIndex] = {}
        self._base = base
        self._folder = folder
        self._files: list[tuple[str, str, bool]] = []
        self._fresh: dict[Part, FreshTexts] = {}
        self._last = 0
        self._seen = _NEVER

    def files(self, mains: Collection[str], targets: bool) -> list[TextIndex] | None:
        """Return the files of languages, with those of targets or without; None if one is lost."""
        while True:
            self._refresh()
            names = [
                name for name, main, source in self._files if main in mains and (source or targets)
            ]
            if all(self.opened(name) for name in names):
                return [self.open[name] for name in names]
            before = self._files
            self.forget()
            self._refresh()
            if self._files == before:  # else somebody has just joined some of them
                return None

    def fresh(self, mains: Collection[str], targets: bool) -> list[FreshTexts]:
        """Return the texts of languages that were in no file when `files` was called."""
        return [
            texts
            for (main, source), texts in self._fresh.items()
            if main in mains and (source or targets)
        ]

    def opened(self, name: str) -> bool:
        """Open a file, if that is not done yet, and say whether it could be."""
        if name not in self.open:
            index = open_index(os.path.join(self._folder, name))
            if index is None:
                return False
            self.open[name] = index
        return True

    def forget(self) -> None:
        """Read all from the base again when somebody asks."""
        self._files, self._fresh, self._last, self._seen = [], {}, 0, _NEVER

    def _refresh(self) -> None:
        connection = self._base.connection
        state = (self._base.value("PRAGMA data_version"), connection.total_changes)
        if state == self._seen:
            return
        if connection.in_transaction:
            self._base.on_rollback.append(self.forget)
        with self._base.reading():
            rows = self._base.rows("SELECT name, main, source FROM index_file")
            files = [(name, main, bool(source)) for name, main, source in rows]
            if files != self._files:
                self._fresh, self._last = {}, 0
            self._files = files
            rows = self._base.rows(
                "SELECT id, main, source, unit, tokens FROM fresh_text WHERE id > ? ORDER BY id",
                (self._last,),
            )
            for number, main, source, unit, tokens in rows:
                part = main, bool(source)
                if part not in self._fresh:
                    self._fresh[part] = FreshTexts()
                self._fresh[part].add(tokens, unit)
                self._last = number
        self._seen = state
