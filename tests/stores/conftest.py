"""Every store that there is; what is asked of one is asked of all.

A new store adds one line to `STORES`: how to open a base that did not exist before.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

import pytest

from termbase.bootstrap import open_base, terms_of, units_of
from termbase.ports.terms import TermStore
from termbase.ports.units import UnitStore


class OpenStore(NamedTuple):
    """An empty base. Changing: makes the changes of a block one transaction."""

    terms: TermStore
    units: UnitStore
    changing: Callable[[], AbstractContextManager[None]]

    def contents(self) -> list[Any]:
        """Return all that the base holds, as values."""
        return [
            self.terms.glossaries(),
            list(self.terms.all_concepts()),
            self.units.memories(),
            list(self.units.all_units()),
        ]


Fresh = Callable[[], AbstractContextManager[OpenStore]]


IN_MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None
"""Where files are made at once, if there is such a place: properties make thousands."""


@contextmanager
def fresh_sqlite() -> Iterator[OpenStore]:
    """Yield a SQLite base in memory."""
    with open_base(":memory:", write=True) as base:
        yield OpenStore(terms_of(base), units_of(base), base.changing)


@contextmanager
def fresh_sqlite_with_files() -> Iterator[OpenStore]:
    """Yield a SQLite base on disk that puts every text into index files at once."""
    with (
        tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder,
        open_base(f"{folder}/x.db", write=True) as base,
    ):
        units = units_of(base)
        units.index.fresh = 0
        yield OpenStore(terms_of(base), units, base.changing)


STORES: dict[str, Fresh] = {"sqlite": fresh_sqlite, "index files": fresh_sqlite_with_files}


@pytest.fixture(scope="session", params=STORES.values(), ids=STORES.keys())
def fresh(request: pytest.FixtureRequest) -> Fresh:
    """Return what opens an empty base, as often as it is called."""
    return request.param


@pytest.fixture
def store(fresh: Fresh) -> Iterator[OpenStore]:
    """Yield an empty base."""
    with fresh() as opened:
        yield opened
