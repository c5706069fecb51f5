"""The one place that picks concrete stores and formats for the use cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.stores.sqlite import SqliteBase
    from termbase.stores.sqlite_terms import SqliteTerms
    from termbase.stores.sqlite_units import SqliteUnits


def open_base(path: str, *, write: bool = False) -> SqliteBase:
    """Open the base at a path."""
    from termbase.stores.sqlite import open_base as open_sqlite

    return open_sqlite(path, write=write)


def terms_of(base: SqliteBase) -> SqliteTerms:
    """Return the glossaries of a base."""
    from termbase.stores.sqlite_terms import SqliteTerms

    return SqliteTerms(base)


def units_of(base: SqliteBase) -> SqliteUnits:
    """Return the memories of a base."""
    from termbase.stores.sqlite_units import SqliteUnits

    return SqliteUnits(base)
