"""A change of the index that fails or is interrupted: by Ctrl-C, a full disk, a lack of pipes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest

from stores.test_unit_index import HEADER, many, unit, with_index_files
from termbase.bootstrap import open_base, units_of
from termbase.errors import StoreError
from termbase.memory.build_index import Texts
from termbase.stores import index_maker
from termbase.stores.sqlite import new_base


def interrupt() -> None:
    """Do what Ctrl-C does."""
    raise KeyboardInterrupt


def test_who_is_interrupted_when_the_change_is_certain_keeps_its_files(tmp_path: Path) -> None:
    """And the files that those have replaced go."""
    path = with_index_files(tmp_path / "x.db", ["un", "deux", "trois", "quatre"])

    def fail() -> None:
        with open_base(str(path), write=True) as base, base.changing():
            units = units_of(base)
            units.index.fresh = 3
            base.on_commit.append(interrupt)
            units.add_units(1, [unit("cinq"), unit("six")])
            units.add_units(1, [unit("sept"), unit("huit")])

    with pytest.raises(KeyboardInterrupt):
        fail()

    with open_base(str(path)) as base:
        named = {name for (name,) in base.rows("SELECT name FROM index_file")}
        assert set(os.listdir(tmp_path / "x.db-index")) == named
        assert base.value("SELECT count(*) FROM unit") == 8


def test_a_new_base_that_is_interrupted_before_it_has_its_place_leaves_nothing(
    tmp_path: Path,
) -> None:
    """Its files lie where they shall stay already."""

    def fail() -> None:
        with new_base(str(tmp_path / "x.db")) as base:
            units = units_of(base)
            units.index.fresh = 3
            base.on_commit.append(interrupt)
            units.add_units(units.put_memory("m", HEADER), [unit("un"), unit("deux")])
            assert os.listdir(tmp_path / "x.db-index")

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert not os.listdir(tmp_path)


def test_a_second_process_helps_where_no_larger_pipe_can_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No system gives one of a gigabyte."""
    monkeypatch.setattr(index_maker, "_PIPE", 1 << 30)
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        with base.changing():
            many(units, units.put_memory("m", HEADER))
        assert not units.index._alone
        assert units.index.count() == 22_000


def test_a_full_base_is_named_and_left_as_it_was(tmp_path: Path) -> None:
    """SQLite takes all back at once: the orders of units that were put off are there again."""
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        base.connection.execute("PRAGMA max_page_count = 200")
        full = pytest.raises(StoreError, match="the disk is full; nothing was changed")
        with full, base.changing():
            many(units, units.put_memory("m", HEADER))
        indexes = "SELECT count(*) FROM sqlite_master WHERE name IN ('unit_tuid', 'unit_number')"
        assert base.value(indexes) == 2


def test_an_index_file_that_cannot_be_written_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    """A limit stands for a full disk; where the file would be the first, its folder goes too."""
    arrays = Texts(BytesIO())
    arrays.add([f"texte {n}" for n in range(2000)], range(2000))
    refused = pytest.raises(StoreError, match=r"units: cannot be written .*; nothing was changed")
    with no_file_above(10_000), refused:
        index_maker.write_texts(str(tmp_path / "x.db-index"), ("fr", True), arrays)
    assert not os.listdir(tmp_path)


def test_a_base_that_may_not_grow_is_named_and_left_as_it_was(tmp_path: Path) -> None:
    """A limit on the size of files is no full disk, and SQLite has another word for it."""
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        for count, said in ((11_000, "index: cannot be written"), (1, "a limit on the size")):
            refused = pytest.raises(StoreError, match=f"{said}.*; nothing was changed")
            with no_file_above(50_000), refused, base.changing():
                found = (unit(f"texte {n}", f"word {n}") for n in range(count))
                units.add_units(units.put_memory("m", HEADER), found)
            assert base.value("SELECT count(*) FROM unit") == 0


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """Let no file become larger than so many bytes."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_a_second_process_has_made_goes_with_who_is_interrupted_before_knowing_of_it(
    tmp_path: Path,
) -> None:
    """It waits to hear that its files are known."""
    helper = index_maker.IndexProcess(str(tmp_path / "x.db-index"), 10)
    helper.add([(("fr", True), n, f"texte {n}") for n in range(100)])
    helper.end()
    made = helper.finish()
    assert made
    assert os.listdir(tmp_path / "x.db-index")
    helper.close()
    assert not os.listdir(tmp_path)
