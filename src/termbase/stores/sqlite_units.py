"""Memories in a SQLite base: units as records, their texts by tokens, words and word forms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termbase.model.row import UnitRow, Usage, VariantRow

if TYPE_CHECKING:
    from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
    from termbase.ports import Added, MemoryInfo, Record
    from termbase.stores.sqlite import SqliteBase

_ROW = "SELECT v.id, v.unit, v.tokens FROM variant v"


class SqliteUnits:
    """The memories of a base; serves the `UnitStore` port."""

    def __init__(self, base: SqliteBase) -> None:
        self._base = base
        self._run = base.connection.execute
        self._rows = base.rows

    def memories(self) -> list[MemoryInfo]:
        """Serve `UnitStore`."""
        from termbase.model.unit import MemoryHeader
        from termbase.ports import MemoryInfo
        from termbase.stores.records import value_of

        rows = self._rows(
            "SELECT m.name, m.path, m.header, count(u.id) FROM memory m"
            " LEFT JOIN unit u ON u.memory = m.id GROUP BY m.id ORDER BY m.name"
        )
        return [
            MemoryInfo(name, path, value_of(MemoryHeader, json.loads(header)), units)
            for name, path, header, units in rows
        ]

    def put_memory(self, name: str, header: MemoryHeader, *, path: str = "") -> int:
        """Serve `UnitStore`."""
        from termbase.stores.records import record_of

        self._run(
            "INSERT OR IGNORE INTO memory (name, path, header) VALUES (?, ?, ?)",
            (name, path, json.dumps(record_of(header), ensure_ascii=False)),
        )
        number: int = next(self._rows("SELECT id FROM memory WHERE name = ?", (name,)))[0]
        return number

    def drop_memory(self, name: str) -> None:
        """Serve `UnitStore`."""
        self._run("DELETE FROM memory WHERE name = ?", (name,))

    def add_units(
        self, memory: int, units: Iterable[TranslationUnit], *, same_id: str = "add"
    ) -> Added:
        """Serve `UnitStore`."""
        from termbase.ports import Added

        [(last,)] = self._rows("SELECT max(number) FROM unit WHERE memory = ?", (memory,))
        number = last or 0
        counts = dict.fromkeys(Added._fields, 0)
        for unit in units:
            fate = self._add(memory, number + 1, unit, same_id)
            counts[fate] += 1
            number += fate in {"new", "updated"}
        return Added(**counts)

    def _add(self, memory: int, number: int, unit: TranslationUnit, same_id: str) -> str:
        """Add one unit and say what became of it, in the words of `Added`."""
        from hashlib import blake2b

        from termbase.stores.records import record_of

        record = json.dumps(record_of(unit), ensure_ascii=False)
        digest = blake2b(record.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        if any(self._rows("SELECT 1 FROM unit WHERE memory = ? AND digest = ?", (memory, digest))):
            return "equal"
        fate = "new"
        if same_id != "add" and unit.id and self._has(memory, unit.id):
            if same_id == "skip":
                return "skipped"
            self._run("DELETE FROM unit WHERE memory = ? AND tuid = ?", (memory, unit.id))
            fate = "updated"
        attributes = dict(unit.attributes)
        changed = attributes.get("changedate") or attributes.get("creationdate") or ""
        row = self._run(
            "INSERT INTO unit (memory, number, tuid, changed, digest, record)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (memory, number, unit.id, changed, digest, record),
        ).lastrowid
        for variant in unit.variants:
            self._add_variant(row, variant)
        return fate

    def _has(self, memory: int, tuid: str) -> bool:
        return any(self._rows("SELECT 1 FROM unit WHERE memory = ? AND tuid = ?", (memory, tuid)))

    def _add_variant(self, unit: int | None, variant: Variant) -> None:
        from termbase.memory.similarity import tokens

        found = tokens(variant.text)
        joined = " ".join(found)
        main = _main(variant.language)
        row = self._run(
            "INSERT INTO variant (unit, main, tokens, length, hash) VALUES (?, ?, ?, ?, ?)",
            (unit, main, joined, len(found), _hash(joined)),
        ).lastrowid
        folded, forms = _searchable(variant.text, main)
        self._run(
            "INSERT INTO variant_words (rowid, words, forms) VALUES (?, ?, ?)",
            (row, " ".join(folded), " ".join(forms)),
        )

    def unit_rows(self, numbers: Iterable[int]) -> list[UnitRow]:
        """Serve `UnitStore`."""
        rows = []
        for number in numbers:
            found = self._rows(
                "SELECT m.name, m.path, u.number, u.changed, u.record FROM unit u"
                " JOIN memory m ON m.id = u.memory WHERE u.id = ?",
                (number,),
            )
            for name, path, place, changed, record in found:
                rows.append(UnitRow(number, name, path, place, changed, json.loads(record)))
        return rows

    def unit_at(self, memory: str, number: int) -> Record:
        """Return the record of a unit by the name of its memory and its place there."""
        [(record,)] = self._rows(
            "SELECT u.record FROM unit u JOIN memory m ON m.id = u.memory"
            " WHERE m.name = ? AND u.number = ?",
            (memory, number),
        )
        unit: Record = json.loads(record)
        return unit

    def all_units(self, memory: str | None = None) -> Iterator[TranslationUnit]:
        """Serve `UnitStore`."""
        from termbase.model.unit import TranslationUnit
        from termbase.stores.records import value_of

        rows = self._rows(
            "SELECT u.record FROM unit u JOIN memory m ON m.id = u.memory"
            " WHERE ?1 IS NULL OR m.name = ?1 ORDER BY m.name, u.number",
            (memory,),
        )
        return (value_of(TranslationUnit, json.loads(record)) for (record,) in rows)

    def count_variants(self) -> dict[str, dict[str, int]]:
        """Return how many texts each memory has in each language."""
        counts: dict[str, dict[str, int]] = {}
        for name, language, count in self._rows(
            "SELECT m.name, v.main, count(*) FROM variant v JOIN unit u ON u.id = v.unit"
            " JOIN memory m ON m.id = u.memory GROUP BY 1, 2 ORDER BY 1, 2"
        ):
            counts.setdefault(name, {})[language] = count
        return counts

    def exact(self, language: str, tokens: str) -> list[VariantRow]:
        """Serve `UnitStore`."""
        rows = self._rows(
            f"{_ROW} WHERE v.main = ? AND v.hash = ? AND v.tokens = ?",
            (_main(language), _hash(tokens), tokens),
        )
        return [VariantRow(*row) for row in rows]

    def candidates(self, language: str, shortest: int, longest: int) -> Iterator[VariantRow]:
        """Serve `UnitStore`."""
        rows = self._rows(
            f"{_ROW} WHERE v.main = ? AND v.length BETWEEN ? AND ?",
            (_main(language), shortest, longest),
        )
        return (VariantRow(*row) for row in rows)

    def containing(self, language: str, words: Iterable[str], column: str) -> list[VariantRow]:
        """Serve `UnitStore`."""
        phrase = " ".join(word.replace('"', "") for word in words)
        rows = self._rows(
            f"{_ROW} JOIN variant_words w ON w.rowid = v.id"
            " WHERE variant_words MATCH ? AND v.main = ? ORDER BY v.id",
            (f'{column} : "{phrase}"', _main(language)),
        )
        return [VariantRow(*row) for row in rows]

    def usage(self, language: str, forms: str) -> list[Usage]:
        """Serve `UnitStore`."""
        rows = self._rows(
            "SELECT m.name, m.path, count(DISTINCT u.id), max(u.changed) FROM variant_words w"
            " JOIN variant v ON v.id = w.rowid JOIN unit u ON u.id = v.unit"
            " JOIN memory m ON m.id = u.memory"
            " WHERE variant_words MATCH ? AND v.main = ? GROUP BY m.id ORDER BY m.name",
            (f'forms : "{forms}"', _main(language)),
        )
        return [Usage(*row) for row in rows]

    def languages(self) -> list[str]:
        """Serve `UnitStore`."""
        return [row[0] for row in self._rows("SELECT DISTINCT main FROM variant ORDER BY main")]


def _main(language: str) -> str:
    """Return the language alone; what names none is kept as it is written."""
    from termbase.errors import UnknownLanguageError
    from termbase.model.language import primary

    try:
        return primary(language)
    except UnknownLanguageError:
        return language.lower()


def _hash(tokens: str) -> int:
    from zlib import crc32

    return crc32(tokens.encode("utf-8", "surrogatepass"))


def _searchable(text: str, language: str) -> tuple[list[str], list[str]]:
    """Return the folded words of a text and the principal key of each."""
    from termbase.text.forms import word_keys
    from termbase.text.normalise import fold
    from termbase.text.words import words

    found = [word.text for word in words(text)]
    return [fold(word) for word in found], [word_keys(word, language)[0] for word in found]
