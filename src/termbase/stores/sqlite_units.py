"""Memories in a SQLite base: units as records, and the languages of their texts.

What finds units by their texts is the index (`UnitIndex`), changed in the same transaction.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from termbase.model.row import UnitRow, Usage
from termbase.stores.unit_index import UnitIndex
from termbase.stores.unit_texts import main_language

if TYPE_CHECKING:
    from termbase.model.phrase import WordPattern
    from termbase.model.unit import MemoryHeader, TranslationUnit
    from termbase.ports import Record
    from termbase.ports.units import Added, MemoryInfo
    from termbase.stores.sqlite import SqliteBase

_BATCH = 500
_LANGUAGE = re.compile('"language": "([^"]*)"')

_WITH_REPEATS = (
    "SELECT u.record FROM (SELECT memory, number AS place, 0 AS again, id FROM unit"
    " UNION ALL SELECT memory, place, id, unit FROM unit_repeat) p"
    " JOIN unit u ON u.id = p.id JOIN memory m ON m.id = p.memory"
    " WHERE ?1 IS NULL OR m.name = ?1 ORDER BY m.name, p.place, p.again"
)


class SqliteUnits:
    """The memories of a base; serves the `UnitStore` port.

    Attributes:
        index: What finds units by their texts.
    """

    def __init__(self, base: SqliteBase) -> None:
        self._base = base
        self._run = base.connection.execute
        self._rows = base.rows
        self.index = UnitIndex(base)

    def memories(self) -> list[MemoryInfo]:
        """Serve `UnitStore`."""
        from termbase.model.records import value_of
        from termbase.model.unit import MemoryHeader
        from termbase.ports.units import MemoryInfo

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
        from termbase.model.records import record_of

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
        self,
        memory: int,
        units: Iterable[TranslationUnit],
        *,
        merge: str = "add",
        source: str = "",
    ) -> Added:
        """Serve `UnitStore`."""
        from termbase.ports.units import Added
        from termbase.stores.add_units import UnitAdder

        if merge == "add":
            adder = UnitAdder(self._base, memory)
        else:
            from termbase.stores.merge_units import UnitMerger

            adder = UnitMerger(self._base, memory, merge, source)
        try:
            self.index.add(adder.add(units), meanwhile=adder.filling.order)
        finally:
            adder.filling.end()
        return Added(**adder.counts)

    def units(self, number: int) -> list[TranslationUnit]:
        """Return the unit of a number, or nothing."""
        from termbase.model.records import value_of
        from termbase.model.unit import TranslationUnit

        rows = self._rows("SELECT record FROM unit WHERE id = ?", (number,))
        return [value_of(TranslationUnit, json.loads(record)) for (record,) in rows]

    def replace_unit(self, number: int, unit: TranslationUnit) -> int:
        """Serve `UnitStore`."""
        from termbase.stores.add_units import replace_unit

        new, texts = replace_unit(self._base, number, unit)
        self.index.add(texts)
        return new

    def remove_unit(self, number: int) -> None:
        """Serve `UnitStore`."""
        from termbase.stores.add_units import remove_unit

        for memory, record in list(
            self._rows("SELECT memory, record FROM unit WHERE id = ?", (number,))
        ):
            remove_unit(self._base, number, memory, record)

    def unit_rows(self, numbers: Iterable[int]) -> list[UnitRow]:
        """Serve `UnitStore`."""
        rows: list[UnitRow] = []
        numbers = iter(numbers)
        while some := list(islice(numbers, _BATCH)):
            found = {
                number: UnitRow(number, name, path, place, changed, json.loads(record))
                for number, name, path, place, changed, record in self._rows(
                    "SELECT u.id, m.name, m.path, u.number, u.changed, u.record FROM unit u"
                    f" JOIN memory m ON m.id = u.memory WHERE u.id IN ({_marks(some)})",
                    some,
                )
            }
            rows += [found[number] for number in some if number in found]
        return rows

    def spoken(self, numbers: Sequence[int]) -> Iterator[tuple[int, str, list[str]]]:
        """Serve `UnitStore`; in the text of a record quotes have a backslash before them."""
        for at in range(0, len(numbers), _BATCH):
            some = numbers[at : at + _BATCH]
            for number, name, record in self._rows(
                "SELECT u.id, m.name, u.record FROM unit u JOIN memory m ON m.id = u.memory"
                f" WHERE u.id IN ({_marks(some)})",
                some,
            ):
                yield number, name, _LANGUAGE.findall(record)

    def unit_at(self, memory: str, number: int) -> Record:
        """Return the record of a unit by the name of its memory and its place there."""
        [(record,)] = self._rows(
            "SELECT u.record FROM unit u JOIN memory m ON m.id = u.memory"
            " WHERE m.name = ? AND u.number = ?",
            (memory, number),
        )
        unit: Record = json.loads(record)
        return unit

    def all_units(
        self, memory: str | None = None, *, repeats: bool = False
    ) -> Iterator[TranslationUnit]:
        """Serve `UnitStore`."""
        from termbase.model.records import value_of
        from termbase.model.unit import TranslationUnit

        rows = self._rows(
            "SELECT u.record FROM unit u JOIN memory m ON m.id = u.memory"
            " WHERE ?1 IS NULL OR m.name = ?1 ORDER BY m.name, u.number"
            if not repeats or not any(self._rows("SELECT 1 FROM unit_repeat LIMIT 1"))
            else _WITH_REPEATS,
            (memory,),
        )
        return (value_of(TranslationUnit, json.loads(record)) for (record,) in rows)

    def count_variants(self) -> dict[str, dict[str, int]]:
        """Return how many texts each memory has in each language."""
        counts: dict[str, dict[str, int]] = {}
        for name, language, count in self._rows(
            "SELECT m.name, l.main, l.texts FROM memory_language l JOIN memory m"
            " ON m.id = l.memory WHERE l.texts > 0 ORDER BY 1, 2"
        ):
            counts.setdefault(name, {})[language] = count
        return counts

    def exact(self, language: str, tokens: Sequence[str]) -> list[int]:
        """Serve `UnitStore`."""
        return self.index.living(self.index.exact(main_language(language), tokens))

    def near(self, language: str, tokens: Sequence[str], minimum: int) -> list[tuple[int, int]]:
        """Serve `UnitStore`."""
        found = self.index.near([main_language(language)], tokens, minimum)
        living = set(self.index.living([unit for unit, _ in found]))
        return [one for one in found if one[0] in living]

    def parts(self, language: str, tokens: Sequence[str]) -> dict[tuple[int, int], list[int]]:
        """Serve `UnitStore`."""
        return self.index.parts(main_language(language), tokens)

    def containing(self, language: str, phrase: Sequence[WordPattern]) -> list[int]:
        """Serve `UnitStore`."""
        return self.index.containing(main_language(language), phrase)

    def count_texts(self, language: str) -> int:
        """Serve `UnitStore`."""
        query = "SELECT total(texts) FROM memory_language WHERE main = ?"
        return int(self._base.value(query, (main_language(language),)))

    def frequency(self, language: str, token: str) -> int:
        """Serve `UnitStore`."""
        return self.index.frequency(main_language(language), token)

    def having(self, language: str, words: Sequence[Collection[str]]) -> list[int]:
        """Serve `UnitStore`."""
        return self.index.having(main_language(language), words)

    def sample(self, language: str, count: int) -> list[str]:
        """Serve `UnitStore`."""
        return self.index.sample(main_language(language), count)

    def usage(self, language: str, forms: str) -> list[Usage]:
        """Serve `UnitStore`."""
        used: dict[str, Usage] = {}
        units = self.index.using(main_language(language), forms)
        for start in range(0, len(units), _BATCH):
            some = units[start : start + _BATCH]
            for name, path, count, last, unit in self._rows(  # the id is that of the latest unit
                "SELECT m.name, m.path, count(*), max(u.changed), u.id FROM unit u JOIN memory m"
                f" ON m.id = u.memory WHERE u.id IN ({_marks(some)}) GROUP BY m.id",
                some,
            ):
                known = used.setdefault(name, Usage(name, path, 0, "", unit))
                known.units += count
                if last > known.last:
                    known.last, known.unit = last, unit
        return [used[name] for name in sorted(used)]

    def languages(self) -> list[str]:
        """Serve `UnitStore`."""
        query = "SELECT DISTINCT main FROM memory_language WHERE texts > 0 ORDER BY main"
        return [row[0] for row in self._rows(query)]


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
