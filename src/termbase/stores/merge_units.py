"""Units go into a memory that knows some of them already, by their tuid or their source text.

The one fact to remember: a unit meets those that were there before its file, and each of them only
once; so two units of one file never become one, and a file that is read again changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING, Any

from termbase.memory.join_units import joined
from termbase.model.records import value_of
from termbase.model.unit import TranslationUnit
from termbase.model.unit_record import record_attribute, record_variants
from termbase.stores.add_units import BATCH, UnitAdder, replace_unit, twin_of
from termbase.stores.unit_texts import Text, main_language, unit_json

if TYPE_CHECKING:
    from termbase.stores.sqlite import SqliteBase

_ANY = "*all*"


class UnitMerger(UnitAdder):
    """Adds units to one memory, or puts them to those that they meet there."""

    def __init__(self, base: SqliteBase, memory: int, merge: str, source: str) -> None:
        """Learn what the memory has.

        Args:
            base: Holds the memory.
            memory: Its number.
            merge: What becomes of what is met: ``update``, ``replace`` or ``skip``.
            source: The language whose texts are met; as units and memory say if empty.
        """
        super().__init__(base, memory)
        self._merge = merge
        self._asked = source
        self._known = self._id
        self._met = bytearray(self._known + 1)
        self._note_sources()

    def add(self, units: Iterable[TranslationUnit]) -> Iterator[Text]:
        """Add or merge units in order, and yield the texts of those that are new or changed."""
        units = iter(units)
        while some := list(islice(units, BATCH)):
            new: list[TranslationUnit] = []
            for unit in some:
                texts = self._merged(unit)
                if texts is None:
                    new.append(unit)
                else:
                    yield from texts
            self._follow()
            yield from self._add(new)
        self._base.connection.execute("DROP TABLE temp.source_text")

    def _merged(self, unit: TranslationUnit) -> list[Text] | None:
        """Put a unit to the one that it meets; return its texts, or None where it meets none."""
        twin = self._twin(unit)
        if twin:
            if twin <= self._known:
                self._met[twin] = 1
            return None  # equal, which adding finds
        found = self._meets(unit)
        if found and self._merge == "skip":
            self.counts["skipped"] += 1
            return []
        found = [one for one in found if not self._met[one]]
        if not found:
            return None
        if self._merge == "replace":
            return self._put(found[0], unit)
        return self._update(found, unit)

    def _update(self, found: list[int], unit: TranslationUnit) -> list[Text]:
        """Join a unit to the first of some; to one that has all of it already, if there is one."""
        olds = [self._unit(one) for one in found]
        news = [joined(old, unit) for old in olds]
        at = next((at for at, old in enumerate(olds) if news[at] == old), 0)
        if news[at] == olds[at] or self._twin(news[at]):
            self._met[found[at]] = 1
            self.counts["equal"] += 1
            return []
        return self._put(found[at], news[at])

    def _put(self, old: int, unit: TranslationUnit) -> list[Text]:
        self._met[old] = 1
        self.counts["updated"] += 1
        return replace_unit(self._base, old, unit)[1]

    def _meets(self, unit: TranslationUnit) -> list[int]:
        """Return the units with the tuid of a unit, else those with its source text."""
        found: list[int] = []
        if unit.id:
            query = "SELECT id FROM unit WHERE memory = ? AND tuid = ? AND id <= ? ORDER BY +number"
            found = self._numbers(query, self._memory, unit.id, self._known)
        if found:
            return found
        own = dict(unit.attributes).get("srclang", "")
        key = self._key(own, ((one.language, one.text) for one in unit.variants))
        query = (
            "SELECT u.id FROM temp.source_text s JOIN unit u ON u.id = s.unit"
            " WHERE s.key = ? ORDER BY +u.number"
        )
        return self._numbers(query, key) if key else []

    def _note_sources(self) -> None:
        """Note the source text of every unit of the memory."""
        run = self._base.connection.execute
        run("DROP TABLE IF EXISTS temp.source_text")
        run("CREATE TEMP TABLE source_text (key BLOB NOT NULL, unit INTEGER NOT NULL)")
        self._base.connection.executemany("INSERT INTO source_text VALUES (?, ?)", self._sources())
        run("CREATE INDEX temp.source_text_key ON source_text (key)")

    def _sources(self) -> Iterator[tuple[bytes, int]]:
        query = "SELECT id, record FROM unit WHERE memory = ?"
        for number, written in self._base.rows(query, (self._memory,)):
            record: dict[str, Any] = json.loads(written)
            key = self._key(record_attribute(record, "srclang"), record_variants(record))
            if key:
                yield key, number

    def _key(self, own: str, texts: Iterable[tuple[str, str]]) -> bytes:
        """Return what is the same for equal source texts; empty where a unit has none.

        Args:
            own: The source language that the unit names for itself, or empty.
            texts: Its languages and texts; where any may be source, the first is.
        """
        source = self._asked or own or self._source
        main = "" if source == _ANY else main_language(source)
        for language, text in texts:
            spoken = main_language(language)
            if spoken == main or not main:
                whole = f"{spoken}\n{text}".encode("utf-8", "surrogatepass")
                return blake2b(whole, digest_size=12).digest() if text else b""
        return b""

    def _twin(self, unit: TranslationUnit) -> int:
        """Return the number of the unit that is equal in everything, 0 where there is none."""
        twin = twin_of(self._base, self._memory, unit_json(unit))
        return twin[1] if twin else 0

    def _numbers(self, query: str, *values: object) -> list[int]:
        return [number for (number,) in self._base.rows(query, values)]

    def _unit(self, number: int) -> TranslationUnit:
        [(record,)] = self._base.rows("SELECT record FROM unit WHERE id = ?", (number,))
        return value_of(TranslationUnit, json.loads(record))
