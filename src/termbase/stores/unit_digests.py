"""Which unit of a memory is equal to another in everything, found by a digest.

The one fact to remember: a unit that is gone leaves its digest behind. Numbers of units are never
given twice, so a digest counts only where its unit is still there, and the newest one wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.stores.sqlite import SqliteBase

FRESH = 32_768
"""So many wait in a small table: each new one changes one page of few, not one of thousands."""
_SETTLE = "INSERT OR REPLACE INTO unit_digest SELECT * FROM fresh_digest ORDER BY memory, digest"


def unit_digest(record: str) -> bytes:
    """Return what tells a unit, as `unit_json` writes it, from all that differ in anything."""
    return short_digest(blake2b(record.encode("utf-8", "surrogatepass"), digest_size=16).digest())


def short_digest(digest: bytes) -> bytes:
    """Return as much of a digest as is kept: 96 bits, so that all of them stay in memory."""
    return digest[:12]


class UnitDigests:
    """The digests of the units of one memory; what changes is called inside of a transaction.

    Attributes:
        filling: Whether the base gets its first units: then no digest waits.
    """

    def __init__(self, base: SqliteBase, memory: int) -> None:
        self.filling = False
        self._base = base
        self._memory = memory

    def units(self, digests: Sequence[bytes]) -> dict[bytes, tuple[int, int]]:
        """Return place and number of those units that are there, by their digests."""
        if not digests:
            return {}
        marks = ",".join("?" * len(digests))
        found = {}
        for table in ("unit_digest", "fresh_digest"):
            query = (
                f"SELECT d.digest, u.number, u.id FROM {table} d JOIN unit u ON u.id = d.unit"
                f" WHERE d.memory = ? AND d.digest IN ({marks})"
            )
            for digest, place, number in self._base.rows(query, (self._memory, *digests)):
                found[digest] = place, number
        return found

    def keep(self, digests: Iterable[tuple[bytes, int]]) -> None:
        """Keep the digests of new units, each with the number of its unit."""
        table = "unit_digest" if self.filling else "fresh_digest"
        self._base.connection.executemany(
            f"INSERT OR REPLACE INTO {table} (memory, digest, unit) VALUES (?, ?, ?)",
            ((self._memory, *one) for one in digests),
        )

    def settle(self) -> None:
        """Put those that wait to their places, if they are many."""
        if self._base.value("SELECT count(*) FROM fresh_digest") > FRESH:
            self._base.connection.execute(_SETTLE)
            self._base.connection.execute("DELETE FROM fresh_digest")
