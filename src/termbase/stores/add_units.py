"""Units go into a memory of a SQLite base, many at a time; their texts go on to the index.

The one fact to remember: a unit equal to one that is there is not added; where a file has it twice,
its second place is kept, so that the file comes out as it went in.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from termbase.errors import InputError
from termbase.stores.filling import Filling
from termbase.stores.unit_digests import UnitDigests, unit_digest
from termbase.stores.unit_texts import Text, unit_json, unit_texts

if TYPE_CHECKING:
    from termbase.model.unit import TranslationUnit
    from termbase.stores.sqlite import SqliteBase

BATCH = 500
_INSERT = "INSERT INTO unit (id, memory, number, tuid, changed, record) VALUES (?, ?, ?, ?, ?, ?)"

_DATE = re.compile(r"\d{8}T\d{6}Z")
_SEEN = 1 << 25
"""So many bits say of a new memory which digests it has not: one is as good as never asked for."""
_INSERT_REPEAT = "INSERT INTO unit_repeat (memory, place, unit) VALUES (?, ?, ?)"


class _Seen:
    """Digests that have come by, and a few more that only seem to have."""

    def __init__(self) -> None:
        self._bits = bytearray(_SEEN >> 3)

    def perhaps(self, digests: list[bytes]) -> list[bytes]:
        """Return those that may have come by in earlier calls; from now on all have."""
        bits = self._bits
        found = []
        places = [int.from_bytes(one[:4], "big") % _SEEN for one in digests]
        for digest, place in zip(digests, places, strict=True):
            if bits[place >> 3] >> (place & 7) & 1:
                found.append(digest)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return found


class UnitAdder:
    """Adds units to one memory.

    Attributes:
        counts: What became of them, in the words of `Added`.
        filling: The base while its first units come in; who adds them ends it.
    """

    def __init__(self, base: SqliteBase, memory: int) -> None:
        self._base = base
        self._memory = memory
        self.filling = Filling(base)
        self.counts = dict.fromkeys(("new", "equal", "updated", "skipped"), 0)
        [(header,)] = base.rows("SELECT header FROM memory WHERE id = ?", (memory,))
        self._source: str = json.loads(header).get("source", "*all*")
        [(last,)] = base.rows("SELECT max(number) FROM unit WHERE memory = ?", (memory,))
        self._number: int = last or 0
        self._before = self._number
        self._id = last_unit(base)
        self._digests = UnitDigests(base, memory)
        self._seen = None if self._before else _Seen()

    def add(self, units: Iterable[TranslationUnit]) -> Iterator[Text]:
        """Add units in order, and yield the texts of those that are new."""
        units = iter(units)
        some = list(islice(units, BATCH))
        if self._id == 0 and len(some) == BATCH:
            self.filling.begin()
            self._digests.filling = True
        while some:
            yield from self._add(some)
            some = list(islice(units, BATCH))

    def _follow(self) -> None:
        """Give the next numbers after those that others have given meanwhile."""
        self._id = last_unit(self._base)

    def _add(self, units: list[TranslationUnit]) -> list[Text]:
        records = [unit_json(unit) for unit in units]
        digests = [unit_digest(record) for record in records]
        known = self._digests.units(self._seen.perhaps(digests) if self._seen else digests)
        repeats: list[tuple[int, int, int]] = []
        rows: list[tuple[object, ...]] = []
        new: list[tuple[bytes, int]] = []
        texts: list[Text] = []
        for unit, record, digest in zip(units, records, digests, strict=True):
            if digest in known:
                self.counts["equal"] += 1
                if known[digest][0] > self._before:
                    repeats.append((self._memory, self._number, known[digest][1]))
                continue
            self.counts["new"] += 1
            self._id += 1
            self._number += 1
            known[digest] = self._number, self._id
            rows.append((self._id, self._memory, self._number, unit.id, changed(unit), record))
            new.append((digest, self._id))
            texts += unit_texts(unit, self._id, self._source)
        self._base.connection.executemany(_INSERT, rows)
        self._base.connection.executemany(_INSERT_REPEAT, repeats)
        self._digests.keep(new)
        self._digests.settle()
        count_texts(self._base, self._memory, Counter(part[0] for part, _, _ in texts))
        return texts


def replace_unit(base: SqliteBase, number: int, unit: TranslationUnit) -> tuple[int, list[Text]]:
    """Put a unit in the place of another, and return its number and its texts.

    Raises:
        InputError: If the memory has the very same unit already, elsewhere.
    """
    [(memory, place, old, header)] = base.rows(
        "SELECT u.memory, u.number, u.record, m.header FROM unit u"
        " JOIN memory m ON m.id = u.memory WHERE u.id = ?",
        (number,),
    )
    record = unit_json(unit)
    twin = twin_of(base, memory, record)
    if twin and twin[1] != number:
        raise InputError(f"unit {place}: would be equal to unit {twin[0]}; remove one of them")
    remove_unit(base, number, memory, old)
    source = json.loads(header).get("source", "*all*")
    return put_unit(base, memory, place, unit, record, source)


def twin_of(base: SqliteBase, memory: int, record: str) -> tuple[int, int] | None:
    """Return place and number of the unit that has a record already, if there is one."""
    digest = unit_digest(record)
    return UnitDigests(base, memory).units([digest]).get(digest)


def put_unit(
    base: SqliteBase, memory: int, place: int, unit: TranslationUnit, record: str, source: str
) -> tuple[int, list[Text]]:
    """Put a unit to a free place of a memory that has no equal one.

    Args:
        base: Holds the memory.
        memory: Its number.
        place: Of the unit in the memory.
        unit: What to put there.
        record: The unit, as `unit_json` writes it.
        source: The source language of the memory; ``*all*`` where any may be.

    Returns:
        Its number, and its texts, which the index wants.
    """
    number = last_unit(base) + 1
    base.connection.execute(_INSERT, (number, memory, place, unit.id, changed(unit), record))
    UnitDigests(base, memory).keep([(unit_digest(record), number)])
    texts = unit_texts(unit, number, source)
    count_texts(base, memory, Counter(part[0] for part, _, _ in texts))
    return number, texts


def last_unit(base: SqliteBase) -> int:
    """Return the highest number that a unit ever had."""
    found = list(base.rows("SELECT seq FROM sqlite_sequence WHERE name = 'unit'"))
    return int(found[0][0]) if found else 0


def changed(unit: TranslationUnit) -> str:
    """Return the date of the last change of a unit or its texts, as TMX writes it, or empty.

    Some tools date units, others each text.
    """
    newest = _date(unit.attributes)
    for one in unit.variants:
        if one.attributes:
            newest = max(newest, _date(one.attributes))
    return newest


def _date(attributes: Iterable[tuple[str, str]]) -> str:
    own = dict(attributes)
    written = own.get("changedate") or own.get("creationdate") or ""
    if not written or _DATE.fullmatch(written):
        return written
    from datetime import UTC

    from termbase.model.unit import parsed_date

    found = parsed_date(written)
    return f"{found.astimezone(UTC):%Y%m%dT%H%M%SZ}" if found else ""


def remove_unit(base: SqliteBase, number: int, memory: int, record: str) -> None:
    """Take a unit out of its memory."""
    from termbase.model.unit_record import record_variants
    from termbase.stores.unit_texts import main_language

    base.connection.execute("DELETE FROM unit WHERE id = ?", (number,))
    spoken = Counter(main_language(one) for one, _ in record_variants(json.loads(record)))
    count_texts(base, memory, Counter({main: -count for main, count in spoken.items()}))


def count_texts(base: SqliteBase, memory: int, texts: Mapping[str, int]) -> None:
    """Add to the number of texts that a memory has in each language."""
    base.connection.executemany(
        "INSERT INTO memory_language (memory, main, texts) VALUES (?, ?, ?)"
        " ON CONFLICT (memory, main) DO UPDATE SET texts = texts + excluded.texts",
        [(memory, main, count) for main, count in texts.items()],
    )
