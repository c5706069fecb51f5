"""Index files: joined, made anew, and never half there, whatever is killed when."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from termbase.bootstrap import open_base, units_of
from termbase.errors import StoreError
from termbase.memory.similarity import tokens
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant

HEADER = MemoryHeader("fr")
FILL = """
import sys
from termbase.bootstrap import open_base, units_of
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
with open_base(sys.argv[1], write=True) as base:
    units = units_of(base)
    units.index.fresh, units.index.tokens = 50, 5000
    with base.changing():
        number = units.put_memory("m", MemoryHeader("fr"))
        units.add_units(number, (
            TranslationUnit((Variant("fr", (f"nouveau texte {n}",)),)) for n in range(10**7)
        ))
"""


def unit(text: str, other: str = "a word") -> TranslationUnit:
    """Return a unit in French and English."""
    return TranslationUnit((Variant("fr", (text,)), Variant("en", (other,))))


def near(units, text: str) -> list[int]:
    """Return the scores of the units like a text."""
    return sorted(score for _, score in units.near("fr", tokens(text), 50))


def with_index_files(path: Path, texts: list[str]) -> Path:
    """Make a base whose texts are in files, and return its path."""
    with open_base(str(path), write=True) as base:
        units = units_of(base)
        units.index.fresh = 3
        with base.changing():
            units.add_units(units.put_memory("m", HEADER), [unit(text) for text in texts])
    return path


def test_small_files_are_joined_so_that_there_are_never_many(tmp_path: Path) -> None:
    """Each is at least half as long again as the ones before it; all texts are found."""
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        units.index.fresh = 3
        number = units.put_memory("m", HEADER)
        for first in range(0, 120, 2):
            with base.changing():
                added = [unit(f"texte {n}", f"w {n}") for n in (first, first + 1)]
                units.add_units(number, added)

        files = os.listdir(tmp_path / "x.db-index")
        assert len(files) <= 2 * 7
        assert len(near(units, "texte 7")) == 120
        assert len(units.exact("en", ["w", "7"])) == 1


def test_a_large_file_is_left_alone_by_who_wrote_it_too(tmp_path: Path) -> None:
    """A few texts more make a small file: not all is written again for them."""
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        units.index.fresh = 3
        number = units.put_memory("m", HEADER)
        for first in range(0, 60, 2):
            with base.changing():
                units.add_units(number, [unit(f"t {n}") for n in (first, first + 1)])

        counts = base.all_rows("SELECT texts FROM index_file WHERE main = 'fr' ORDER BY texts")
        assert len(counts) > 1


def test_only_the_language_with_most_waiting_texts_goes_into_a_file(tmp_path: Path) -> None:
    """So who adds a thousand units waits for a part of the work; the others go on to wait."""
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        units.index.fresh = 5
        number = units.put_memory("m", HEADER)
        with base.changing():
            units.add_units(number, [unit("un", "one"), unit("deux", "two")])
            for some in (["trois", "quatre", "cinq", "six"], ["sept", "huit", "neuf"]):
                units.add_units(number, (TranslationUnit((Variant("fr", (n,)),)) for n in some))

        assert base.all_rows("SELECT main, texts FROM index_file") == [("fr", 9)]
        assert base.value("SELECT count(*) FROM fresh_text") == 2
        assert near(units, "quatre") == [100]
        assert len(units.exact("en", ["two"])) == 1


def few_added(path: Path, at_last: Callable[[], object] = int) -> list[tuple[str, int]]:
    """Add more texts than may wait in a closed base, and fewer than in an open one; close it.

    Returns:
        The files that there are then.
    """
    with suppress(KeyboardInterrupt), open_base(str(path), write=True) as base:
        units = units_of(base)
        units.index.fresh = 3
        with base.changing():
            number = units.put_memory("m", HEADER)
            for some in ("abc", "de"):
                units.add_units(number, (TranslationUnit((Variant("fr", (n,)),)) for n in some))
        assert base.all_rows("SELECT main, texts FROM index_file") == []
        assert near(units, "d") == [100]
        at_last()
    with open_base(str(path)) as base:
        assert near(units_of(base), "d") == [100]
        return base.all_rows("SELECT main, texts FROM index_file")


def test_texts_wait_for_their_file_until_nobody_waits_for_them(tmp_path: Path) -> None:
    """Who adds some has them at once; the file is made when the base is closed."""
    assert few_added(tmp_path / "x.db") == [("fr", 5)]


def test_who_is_interrupted_waits_for_no_file(tmp_path: Path) -> None:
    """The texts are found as well without one."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    assert few_added(tmp_path / "x.db", interrupt) == []


def test_where_somebody_else_writes_the_file_is_left_to_the_next(tmp_path: Path) -> None:
    """Closing a base fails for nobody."""
    with closing(sqlite3.connect(tmp_path / "x.db")) as other:
        assert few_added(tmp_path / "x.db", lambda: other.execute("BEGIN IMMEDIATE")) == []


def test_what_was_rolled_back_leaves_no_file(tmp_path: Path) -> None:
    """And the base finds what it found before."""
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        units.index.fresh = 0
        with base.changing():
            units.add_units(units.put_memory("m", HEADER), [unit("un")])
        before = sorted(os.listdir(tmp_path / "x.db-index"))

        def fail() -> None:
            with base.changing():
                units.add_units(units.put_memory("m", HEADER), [unit("deux"), unit("trois")])
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            fail()

        assert sorted(os.listdir(tmp_path / "x.db-index")) == before
        assert near(units, "un") == [100]
        assert near(units, "deux") == []


@pytest.mark.parametrize("change", ["join", "make anew"])
def test_joined_files_stay_until_the_change_is_certain(tmp_path: Path, change: str) -> None:
    """Waiting texts go into one file with small ones, or all files are made anew: taken back."""
    path = with_index_files(tmp_path / "x.db", ["un", "deux", "trois", "quatre"])
    before = os.listdir(tmp_path / "x.db-index")

    def fail() -> None:
        with open_base(str(path), write=True) as base, base.changing():
            units = units_of(base)
            units.index.fresh = 3
            if change == "join":
                units.add_units(1, [unit("cinq"), unit("six")])
                units.add_units(1, [unit("sept"), unit("huit")])
            else:
                units.index.make_anew()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()

    assert os.listdir(tmp_path / "x.db-index") == before


def test_a_killed_import_leaves_the_base_as_it_was(tmp_path: Path) -> None:
    """Its files are named nowhere: its second process removes them, or else the next change."""
    path = str(tmp_path / "x.db")
    with open_base(path, write=True) as base:
        units = units_of(base)
        units.index.fresh = 0
        with base.changing():
            units.add_units(units.put_memory("m", HEADER), [unit("un texte"), unit("deux")])
    before = set(os.listdir(f"{path}-index"))
    with subprocess.Popen([sys.executable, "-c", FILL, path]) as child:
        deadline = time.monotonic() + 120
        while set(os.listdir(f"{path}-index")) == before and time.monotonic() < deadline:
            time.sleep(0.01)
        assert set(os.listdir(f"{path}-index")) != before
        child.send_signal(signal.SIGKILL)

    with open_base(path) as base:
        assert near(units_of(base), "un texte") == [100]
        assert near(units_of(base), "nouveau texte 1") == []
    deadline = time.monotonic() + 120
    while set(os.listdir(f"{path}-index")) != before and time.monotonic() < deadline:
        time.sleep(0.01)
    Path(f"{path}-index", "left.units").write_bytes(b"")
    with open_base(path, write=True) as base:
        units = units_of(base)
        units.index.fresh = 0
        with base.changing():
            units.add_units(units.put_memory("m", HEADER), [unit("trois texte")])
        named = {name for (name,) in base.rows("SELECT name FROM index_file")}
        assert set(os.listdir(f"{path}-index")) == named
        assert near(units, "un texte") == [50, 100]


def many(units, number: int, first: str = "texte") -> None:
    """Add so many units that a second process helps."""
    units.add_units(number, (unit(f"{first} {n % 7} {n}", f"word {n}") for n in range(11_000)))


def test_a_second_process_makes_what_this_one_would_make(tmp_path: Path) -> None:
    """The same texts are found, in one file for each language; one more joins them."""
    found = []
    for name, alone in (("a.db", True), ("b.db", False)):
        with open_base(str(tmp_path / name), write=True) as base:
            units = units_of(base)
            units.index._alone, units.index.tokens = alone, 20_000
            with base.changing():
                many(units, units.put_memory("m", HEADER))
            assert units.index.count() == 22_000
            assert len(os.listdir(tmp_path / f"{name}-index")) == 2
            found.append([near(units, "texte 3 10"), units.near("en", ["word", "77"], 60)])
    assert found[0] == found[1]
    assert found[0][1]


def test_where_no_second_process_can_be_had_the_index_is_made_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it does not start, or ends at once."""
    for at, program in enumerate(("/nowhere/python", shutil.which("false") or sys.executable)):
        monkeypatch.setattr(sys, "executable", program)
        with open_base(str(tmp_path / f"{at}.db"), write=True) as base:
            units = units_of(base)
            with base.changing():
                many(units, units.put_memory("m", HEADER))
            assert units.index.count() == 22_000
            assert [unit for unit, _ in units.near("en", ["word", "77"], 100)] == [78]


def test_what_a_second_process_made_goes_with_what_failed(tmp_path: Path) -> None:
    """While texts come in, and after all of them came."""
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        units.index.tokens = 5000

        def fail(late: bool) -> None:
            with base.changing():
                number = units.put_memory("m", HEADER)
                if late:
                    many(units, number)
                    assert os.listdir(tmp_path / "x.db-index")
                else:
                    units.add_units(
                        number, (unit(f"t {10**6 // (11_000 - n)}", f"{n}") for n in range(12_000))
                    )
                raise KeyboardInterrupt

        for late, error in ((True, KeyboardInterrupt), (False, ZeroDivisionError)):
            with pytest.raises(error):
                fail(late)
            assert not (tmp_path / "x.db-index").exists()
            assert units.index.count() == 0
        indexes = "SELECT count(*) FROM sqlite_master WHERE name IN ('unit_tuid', 'unit_number')"
        assert base.value(indexes) == 2


def test_a_base_copied_without_its_index_makes_it_anew(tmp_path: Path) -> None:
    """Who only reads gets the right answer too."""
    path, copy = tmp_path / "x.db", tmp_path / "copy.db"
    with open_base(str(path), write=True) as base:
        units = units_of(base)
        units.index.fresh = 0
        with base.changing():
            units.add_units(units.put_memory("m", HEADER), [unit("un texte"), unit("deux")])
    copy.write_bytes(path.read_bytes())

    with open_base(str(copy)) as base:
        assert near(units_of(base), "un texte") == [100]
        assert [index.rows for index in units_of(base).index.files("fr")] == []


@pytest.mark.parametrize("fresh", [0, 3, 100])
def test_texts_of_two_languages_are_joined_where_a_file_is_missing(
    tmp_path: Path, fresh: int
) -> None:
    """All is made anew for the first language: nothing of the second waits any longer."""
    path = with_index_files(tmp_path / "x.db", ["un", "deux"])
    with open_base(str(path), write=True) as base, base.changing():
        units_of(base).add_units(1, [unit("trois")])
    shutil.rmtree(f"{path}-index")

    with open_base(str(path), write=True) as base:
        index = units_of(base).index
        index.fresh = fresh
        with base.changing():
            index.compact()
        parts = base.all_rows("SELECT main, texts FROM index_file ORDER BY main")

    assert parts == [("en", 3), ("fr", 3)]
    with open_base(str(path), write=False) as base:
        assert near(units_of(base), "trois") == [100]


def test_who_waits_for_the_index_is_told_how_far_it_is(tmp_path: Path) -> None:
    """All texts of the base are counted, from both who makes it and who only asks."""
    path = tmp_path / "x.db"
    told: list[int] = []
    with open_base(str(path), write=True) as base:
        units = units_of(base)
        with base.changing():
            units.add_units(units.put_memory("m", HEADER), [unit("un"), unit("deux")])
            base.watch = told.append
            units.index.fresh = 0
            units.index.make_anew()
    shutil.rmtree(f"{path}-index")
    with open_base(str(path)) as base:
        base.watch = told.append
        assert near(units_of(base), "un") == [100]

    assert told == [1, 2, 3, 4] * 2


def test_two_who_read_and_write_see_the_same(tmp_path: Path) -> None:
    """A reader that was open before sees new units, joined files and removals."""
    path = str(tmp_path / "x.db")
    with open_base(path, write=True) as writer:
        units = units_of(writer)
        units.index.fresh = 1
        with writer.changing():
            number = units.put_memory("m", HEADER)
            units.add_units(number, [unit("un texte"), unit("deux texte")])
        with open_base(path) as reader:
            reading = units_of(reader)
            assert near(reading, "un texte") == [50, 100]
            with writer.changing():
                units.add_units(number, [unit("un texte rouge")])
            assert near(reading, "un texte") == [50, 66, 100]
            with writer.changing():
                units.index.compact()
                units.remove_unit(units.exact("fr", ["un", "texte"])[0])
            assert near(reading, "un texte") == [50, 66]


def test_what_was_searched_inside_of_a_change_that_failed_is_not_remembered(
    tmp_path: Path,
) -> None:
    """The numbers that it gave are given again, to other texts, and these are found."""
    with open_base(str(tmp_path / "x.db"), write=True) as base:
        units = units_of(base)
        with base.changing():
            number = units.put_memory("m", HEADER)
        with suppress(RuntimeError), base.changing():
            units.add_units(number, [unit("un texte perdu")])
            assert near(units, "un texte perdu") == [100]
            raise RuntimeError
        assert near(units, "un texte perdu") == []

        with base.changing():
            units.add_units(number, [unit("autre chose encore")])

        assert near(units, "un texte perdu") == []
        assert near(units, "autre chose encore") == [100]


def test_a_damaged_file_is_named_with_what_mends_it(tmp_path: Path) -> None:
    """The rows of its tokens are rows that it has not: no answer, and no fault of ours."""
    path = with_index_files(tmp_path / "x.db", [f"texte {n} de plus" for n in range(300)])
    for file in (tmp_path / "x.db-index").iterdir():
        data = file.read_bytes()
        begun = data.index(b"{")
        start, count = json.loads(data[begun : data.index(b"\n", begun)])["arrays"]["postings"]
        file.write_bytes(data[:start] + b"\xff" * 4 * count + data[start + 4 * count :])

    with open_base(str(path)) as base, pytest.raises(StoreError, match="termbase tm index --anew"):
        units_of(base).usage("fr", "7")


def test_one_bit_that_leads_nowhere_wrong_is_found_by_who_reads_all(tmp_path: Path) -> None:
    """Another count of a token changes answers, and no answer shows it."""
    path = with_index_files(tmp_path / "x.db", [f"texte {n} de plus" for n in range(300)])
    with open_base(str(path)) as base:
        units_of(base).index.check()
    file = max((tmp_path / "x.db-index").iterdir(), key=lambda one: one.stat().st_size)
    data = bytearray(file.read_bytes())
    begun = data.index(b"{")
    start, _ = json.loads(data[begun : data.index(b"\n", begun)])["arrays"]["postings"]
    data[start] ^= 1
    file.write_bytes(data)

    with (
        open_base(str(path)) as base,
        pytest.raises(StoreError, match=rf"damaged \({file.name}\).* termbase tm index --anew"),
    ):
        units_of(base).index.check()
    file.unlink()
    with open_base(str(path)) as base:
        units_of(base).index.check()


def test_a_file_where_the_index_should_be_is_left_alone(tmp_path: Path) -> None:
    """The texts wait in the base then, and are found."""
    path = with_index_files(tmp_path / "x.db", [f"texte {n}" for n in range(30)])
    shutil.rmtree(tmp_path / "x.db-index")
    (tmp_path / "x.db-index").write_text("mine")

    with open_base(str(path)) as base:
        assert len(near(units_of(base), "texte 7")) == 30
    assert (tmp_path / "x.db-index").read_text() == "mine"
