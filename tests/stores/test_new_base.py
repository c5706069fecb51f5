"""A base that did not exist appears with its first changes, and takes nothing from anybody."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from termbase.bootstrap import new_base, open_base, terms_of
from termbase.errors import StoreBusyError
from termbase.model.concept import Concept, Glossary, Term


def put(path: Path, name: str) -> None:
    with open_base(str(path), write=True) as base, base.changing():
        glossary = terms_of(base).put_glossary(name, Glossary(()))
        terms_of(base).put_concepts(glossary, [Concept("c1", (Term("orbite", "fr"),))])


def glossaries(path: Path) -> list[str]:
    with open_base(str(path)) as base:
        return [one.name for one in terms_of(base).glossaries()]


def test_a_new_base_appears_with_its_first_changes(tmp_path: Path) -> None:
    """Until then nothing stands at its place; afterwards nothing stands beside it."""
    path = tmp_path / "b.db"
    with new_base(str(path)) as base:
        terms_of(base).put_glossary("ours", Glossary(()))
        assert not path.exists()

    assert glossaries(path) == ["ours"]
    assert [one.name for one in tmp_path.iterdir()] == ["b.db"]


def test_a_first_change_that_fails_leaves_what_another_made_in_the_meantime(tmp_path: Path) -> None:
    """Whoever fails takes nothing away but what is its own."""
    path = tmp_path / "b.db"

    def fail() -> None:
        with new_base(str(path)):
            put(path, "theirs")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert glossaries(path) == ["theirs"]
    assert [one.name for one in tmp_path.iterdir()] == ["b.db"]


def test_what_a_killed_process_left_goes_with_the_next_base(tmp_path: Path) -> None:
    """Its file and journal go; those of who still makes one, and of other bases, stay."""
    path = tmp_path / "b.db"
    making = "import sys, time; from termbase.bootstrap import new_base, terms_of\n"
    making += f"with new_base({str(path)!r}) as base:\n"
    making += " terms_of(base).clear_glossary(1)\n print(flush=True)\n time.sleep(600)"
    with (
        Popen([sys.executable, "-c", making], stdout=PIPE) as killed,
        Popen([sys.executable, "-c", making], stdout=PIPE) as alive,
    ):
        for one in (killed, alive):
            assert one.stdout
            assert one.stdout.readline()
        killed.kill()
        killed.wait()
        left = tmp_path / f"b.db.new-{killed.pid}"
        others = tmp_path / f"other.db.new-{killed.pid}"
        others.touch()
        (tmp_path / f"{left.name}-journal").touch()
        assert left.exists()
        with new_base(str(path)) as base:
            terms_of(base).put_glossary("ours", Glossary(()))
        names = {one.name for one in tmp_path.iterdir() if not one.name.endswith("-journal")}
        alive.kill()

    assert names == {"b.db", others.name, f"b.db.new-{alive.pid}"}
    assert not list(tmp_path.glob(f"{left.name}*"))


def test_a_lock_is_heeded_whoever_holds_it(tmp_path: Path) -> None:
    """A process in another container is not seen, its lock is; a number says nothing alone."""
    ended = Popen([sys.executable, "-c", ""])
    ended.wait()
    beside = tmp_path / f"b.db.new-{ended.pid}"
    with closing(sqlite3.connect(beside, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with new_base(str(tmp_path / "b.db")):
            pass
        assert beside.exists()
    (tmp_path / "b.db").unlink()
    with new_base(str(tmp_path / "b.db")):
        pass
    assert not beside.exists()


def test_two_who_make_a_base_at_once_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """The second is told to run again; the first one's base stands."""
    path = tmp_path / "b.db"

    def make() -> None:
        with new_base(str(path)) as base:
            terms_of(base).put_glossary("ours", Glossary(()))
            put(path, "theirs")

    with pytest.raises(StoreBusyError, match="run it again"):
        make()
    assert glossaries(path) == ["theirs"]
