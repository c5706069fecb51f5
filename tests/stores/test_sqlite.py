"""A base in a SQLite file: what is none is refused in one line, and none is ever half-written."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

import pytest

from somebody import as_somebody, folder_for_all
from termbase.bootstrap import open_base, terms_of, units_of
from termbase.errors import StoreBusyError, StoreError, StoreNotFoundError, StoreVersionError
from termbase.model.concept import Concept, Glossary, Term
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant
from termbase.ports.units import Added
from termbase.stores import sqlite
from termbase.stores.sqlite import APPLICATION_ID, VERSION, SqliteBase
from termbase.stores.unit_texts import unit_json
from termbase.terms.lookup import find_terms

SCHEMA = Path(sqlite.__file__).parent / "schema"

HEADER = MemoryHeader("fr")
UNIT = TranslationUnit((Variant("fr", ("Un petit satellite.",)), Variant("en", ("A small one.",))))
OTHER = TranslationUnit((Variant("fr", ("Un autre.",)), Variant("en", ("Another one.",))))
THIRD = TranslationUnit((Variant("fr", ("Le troisième.",)), Variant("en", ("The third.",))))
CONCEPT = Concept("craft", (Term("engin spatial", "fr"),))


@pytest.fixture
def base(tmp_path: Path) -> str:
    """Return the path of a base with a unit and a concept."""
    path = str(tmp_path / "termbase.db")
    fill(path)
    return path


def fill(path: str) -> None:
    """Put a unit and a concept into a base."""
    with open_base(path, write=True) as opened, opened.changing():
        units, terms = units_of(opened), terms_of(opened)
        units.add_units(units.put_memory("m", HEADER), [UNIT])
        terms.put_concepts(terms.put_glossary("g", Glossary(())), [CONCEPT])


def contents(path: str) -> tuple[list[TranslationUnit], list[tuple[str, Concept]]]:
    """Return what a base holds."""
    with open_base(path) as opened:
        return list(units_of(opened).all_units()), list(terms_of(opened).all_concepts())


WHOLE = ([UNIT], [("g", CONCEPT)])


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Just a text, long enough to be a page of something or other.\n" * 90, "is not a base"),
        ("Текст".encode("utf-16"), "is not a base"),
        (b"SQLite format 3\x00" + b"\xff" * 4080, "is not a base"),
        (b"\x1f\x8b\x08", "is not a base"),
        (b"x", "is not a base"),
    ],
)
def test_what_is_no_base_is_refused(tmp_path, content, said, write) -> None:
    """A text, a gzip, something that only begins like a database: it stays as it was."""
    path = tmp_path / "x.db"
    path.write_bytes(content)

    with pytest.raises(StoreError, match=said) as caught:
        open_base(str(path), write=write)

    assert path.read_bytes() == content
    assert one_line(caught.value, str(path))


@pytest.mark.parametrize("write", [False, True])
def test_the_database_of_another_program_is_refused(tmp_path, write) -> None:
    """Even one of SQLite, and even with another program's mark; it stays as it was."""
    for mark in (0, 0x1234):
        path = tmp_path / f"{mark}.db"
        with sqlite3.connect(path) as connection:
            connection.execute(f"PRAGMA application_id = {mark}")
            connection.execute("CREATE TABLE bookmarks (url)")
        connection.close()
        before = path.read_bytes()

        with pytest.raises(StoreError, match="another program's database; name another"):
            open_base(str(path), write=write)

        assert path.read_bytes() == before


@pytest.mark.parametrize("write", [False, True])
def test_a_base_of_a_newer_termbase_is_left_alone(base, write) -> None:
    """The message says what to do."""
    with sqlite3.connect(base) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = Path(base).read_bytes()

    with pytest.raises(StoreVersionError, match=r"upgrade with: pip install -U termbase") as caught:
        open_base(base, write=write)

    assert Path(base).read_bytes() == before
    assert one_line(caught.value, base)


def first_base(folder: Path) -> str:
    """Make an empty base as the first termbase did, and return its path."""
    path = str(folder / "old.db")
    with closing(sqlite3.connect(path)) as old, old:
        old.executescript((SCHEMA / "001.sql").read_text(encoding="utf-8"))
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("PRAGMA user_version = 1")
    return path


def test_a_base_of_an_older_termbase_is_brought_up_to_date_when_written(tmp_path) -> None:
    """Read, it says so in one line; written, its terms are found again, inflected ones too."""
    path = first_base(tmp_path)
    with sqlite3.connect(path) as old:
        old.execute("INSERT INTO glossary VALUES (1, 'space', '', '{}')")
        record = {"id": "c1", "terms": [{"text": "engin spatial", "language": "fr"}]}
        old.execute("INSERT INTO concept VALUES (1, 1, 'c1', ?)", (json.dumps(record),))
        old.execute("INSERT INTO term VALUES (1, 1, 'fr', 'fr', 'engin spatial', 0, '')")
        keys = [("folded", "engin spatial"), ("form", "engin"), ("initials", "es")]
        old.executemany("INSERT INTO term_key VALUES (?, ?, 1)", keys)
    old.close()

    with pytest.raises(StoreVersionError, match=r"older termbase.*termbase build") as caught:
        open_base(path)
    assert one_line(caught.value, path)

    open_base(path, write=True).close()
    with open_base(path) as base:
        hits = find_terms("engins spatiaux", ["fr"], terms_of(base))
        assert [(hit.tier, hit.term.text) for hit in hits] == [("inflected", "engin spatial")]


@pytest.mark.parametrize("version", [4, 5])
def test_a_base_of_before_keeps_knowing_its_units(tmp_path, version) -> None:
    """A unit that is there is not added again, no number is given twice, nothing is lost."""
    path = str(tmp_path / "old.db")
    whole = blake2b(unit_json(UNIT).encode(), digest_size=16).digest()
    with sqlite3.connect(path) as old:
        for number in range(1, 5):
            old.executescript((SCHEMA / f"{number:03}.sql").read_text(encoding="utf-8"))
        old.execute("INSERT INTO memory (id, name, path, header) VALUES (1, 'm', '', '{}')")
        digest = whole.hex() if version == 4 else whole[:12]
        unit = (7, 1, 1, "t1", "", digest, unit_json(UNIT))
        old.execute("INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?)", unit)
        old.execute("INSERT INTO fresh_text VALUES (1, 7, 'fr', 1, 'un petit satellite .', '')")
        old.execute("INSERT INTO unit_repeat VALUES (1, 1, 1, 7)")
        old.execute("UPDATE sqlite_sequence SET seq = 9 WHERE name = 'unit'")
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute(f"PRAGMA user_version = {version}")
    old.close()

    with open_base(path, write=True) as opened, opened.changing():
        units = units_of(opened)
        memory = units.put_memory("m", HEADER)
        added = units.add_units(memory, [UNIT, OTHER])
        assert list(units.all_units(repeats=True)) == [UNIT, UNIT, OTHER]
        assert units.replace_unit(7, THIRD) == 11
        assert opened.value("SELECT count(*) FROM unit_repeat") == 0
        near = units.index.near(["fr"], ("un", "petit", "satellite", "."), 100)

    assert added == Added(equal=1, new=1)
    assert near == []


def fill_slowly(base: SqliteBase, count: int) -> None:
    """Add many units with so little memory that they are written before they are certain."""
    base.connection.execute("PRAGMA cache_size = 5")
    units = units_of(base)
    number = units.put_memory("m", HEADER)
    texts = (Variant("fr", (f"Un texte assez long {at}.",)) for at in range(count))
    units.add_units(number, (TranslationUnit((one, *UNIT.variants[1:])) for one in texts))


def test_others_read_while_much_is_changed(base) -> None:
    """They see what was there before, then what is new; nothing is left beside the base."""
    with open_base(base, write=True) as writer, open_base(base) as reader:
        with writer.shared(), writer.changing():
            fill_slowly(writer, 3000)
            assert contents(base) == WHOLE
            assert reader.value("SELECT count(*) FROM unit") == 1
        assert reader.value("SELECT count(*) FROM unit") == 3001

    open_base(base, write=True).close()
    assert sorted(os.listdir(os.path.dirname(base))) == ["termbase.db", "termbase.db-index"]


def test_a_shared_change_that_is_killed_leaves_the_base_as_it_was(base) -> None:
    """Readers see the old base, and the next writer clears away what was left."""
    child = os.fork()
    if not child:
        writer = open_base(base, write=True)
        with writer.shared(), writer.changing():
            fill_slowly(writer, 2000)
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert len(os.listdir(os.path.dirname(base))) > 1

    assert contents(base) == WHOLE
    open_base(base, write=True).close()
    assert contents(base) == WHOLE
    assert os.listdir(os.path.dirname(base)) == ["termbase.db"]


def test_what_indexes_the_terms_of_an_old_base_is_part_of_bringing_it_up_to_date(tmp_path) -> None:
    """Where that fails the base stays as old as it was, and is tried again."""
    path = first_base(tmp_path)

    def fail(_: SqliteBase) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sqlite.open_base(path, write=True, index_terms=fail)

    with sqlite3.connect(path) as left:
        assert left.execute("PRAGMA user_version").fetchone() == (1,)
    left.close()


def test_two_who_bring_a_base_up_to_date_at_once_do_it_once(tmp_path) -> None:
    """Who waits for the other finds all done, and indexes no terms again."""
    path = first_base(tmp_path)
    done = []

    def other() -> None:
        sqlite.open_base(path, write=True, index_terms=lambda _: done.append("other")).close()

    waiting = threading.Thread(target=other)

    def index_terms(_: SqliteBase) -> None:
        done.append("first")
        waiting.start()
        waiting.join(0.5)  # it has seen the old version by then
        assert waiting.is_alive()

    sqlite.open_base(path, write=True, index_terms=index_terms).close()
    waiting.join()

    assert done == ["first"]
    assert contents(path) == ([], [])


def test_a_missing_base_is_made_only_to_be_written(tmp_path) -> None:
    """Reading makes no file; the message says how to get a base."""
    path = tmp_path / "termbase.db"

    with pytest.raises(StoreNotFoundError, match="run «termbase build»"):
        open_base(str(path))

    assert not path.exists()
    open_base(str(path), write=True).close()
    assert contents(str(path)) == ([], [])


def test_an_empty_file_becomes_a_base_only_when_written(tmp_path) -> None:
    """Reading it changes nothing."""
    path = tmp_path / "termbase.db"
    path.touch()

    with pytest.raises(StoreNotFoundError, match="the base is empty"):
        open_base(str(path))

    assert path.stat().st_size == 0
    open_base(str(path), write=True).close()
    assert contents(str(path)) == ([], [])


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_and_a_missing_folder_are_refused(tmp_path, write) -> None:
    """Nothing is made."""
    with pytest.raises(StoreError, match="is a folder, not a base"):
        open_base(str(tmp_path), write=write)
    with pytest.raises(StoreError):
        open_base(str(tmp_path / "missing" / "x.db"), write=write)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "50%41.db", "с пробелом.db", "a'b.db"])
def test_a_base_may_have_any_name(tmp_path, name) -> None:
    """Signs that mean something in a URL mean themselves."""
    fill(str(tmp_path / name))

    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert contents(str(tmp_path / name)) == WHOLE


def test_a_damaged_base_is_named_as_such(base) -> None:
    """Half of a file, as a broken copy leaves it, is found out when it is read."""
    size = Path(base).stat().st_size
    with open(base, "r+b") as file:
        file.truncate(size // 2)

    with pytest.raises(StoreError) as caught:
        contents(base)

    assert one_line(caught.value, base)


def test_reading_cannot_write(base) -> None:
    """What was opened to be read refuses a change."""
    refused = pytest.raises(StoreError, match="cannot be written")
    with open_base(base) as opened, refused, opened.changing():
        units_of(opened).drop_memory("m")

    assert contents(base) == WHOLE


def test_a_base_in_a_read_only_folder_is_read_and_never_written(somebody_s_folder) -> None:
    """A read-only base answers; a change of it, and a new one beside it, are refused."""
    path = str(somebody_s_folder / "termbase.db")
    fill(path)
    assert contents(path) == WHOLE
    os.chmod(path, 0o444)
    os.chmod(somebody_s_folder, 0o555)

    with as_somebody():
        assert contents(path) == WHOLE
        with pytest.raises(StoreError, match="read-only"):
            fill(path)
        with pytest.raises(StoreError, match="may you write"):
            open_base(str(somebody_s_folder / "new.db"), write=True)
        assert contents(path) == WHOLE

    assert [one.name for one in somebody_s_folder.iterdir()] == ["termbase.db"]


@pytest.fixture
def somebody_s_folder() -> Iterator[Path]:
    """Yield a folder that everybody may enter."""
    with folder_for_all() as folder:
        yield folder


def test_of_two_writers_the_second_is_told(base) -> None:
    """It changes nothing, and can write as soon as the first has done."""
    with open_base(base, write=True) as first, open_base(base, write=True) as second:
        second.connection.execute("PRAGMA busy_timeout = 0")
        with first.changing():
            units_of(first).drop_memory("m")
            refused = pytest.raises(StoreBusyError, match="somebody else is writing")
            with refused as caught, second.changing():
                pytest.fail("both write at once")
            assert one_line(caught.value, base)
        with second.changing():
            terms_of(second).clear_glossary(1)

    assert contents(base) == ([], [])


def test_who_reads_while_another_writes_sees_the_base_as_it_was(base) -> None:
    """Nothing of a change is seen before all of it is there."""
    with open_base(base, write=True) as writer, writer.changing():
        units_of(writer).drop_memory("m")

        assert contents(base) == WHOLE

    assert contents(base) == ([], WHOLE[1])


def test_a_reader_who_must_wait_too_long_is_told(base) -> None:
    """A writer with more than fits into its memory locks readers out for a while."""
    with open_base(base) as reader, open_base(base, write=True) as writer:
        reader.connection.execute("PRAGMA busy_timeout = 0")
        writer.connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        with writer.changing():
            units_of(writer).drop_memory("m")
            writer.connection.execute("PRAGMA cache_size = 1")
            add_many(writer)

            with pytest.raises(StoreBusyError):
                list(units_of(reader).all_units())


def add_many(opened) -> None:
    """Add more units than fit into the memory of the connection."""
    opened.connection.execute("PRAGMA cache_size = 5")
    units = units_of(opened)
    many = (TranslationUnit((Variant("fr", (f"mot {at} " * 40,)),)) for at in range(300))
    units.add_units(units.put_memory("many", HEADER), many)


KILLED = """
import sys, time
from termbase.bootstrap import open_base
sys.path.insert(0, sys.argv[2])
from stores.test_sqlite import add_many, units_of
with open_base(sys.argv[1], write=True) as base, base.changing():
    units_of(base).drop_memory("m")
    add_many(base)
    print("in the middle", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("again", ["read", "write"])
def test_a_base_whose_writer_was_killed_is_as_it_was(base, again) -> None:
    """Also where much was on the disk already, and whoever opens it next, to read or to write."""
    before = Path(base).stat().st_size
    tests = str(Path(__file__).parents[1])
    command = [sys.executable, "-c", KILLED, base, tests]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "in the middle\n"
        assert Path(base).stat().st_size > before, "the test must kill with changes on the disk"
        child.send_signal(signal.SIGKILL)

    if again == "write":
        with open_base(base, write=True) as opened, opened.changing():
            assert list(units_of(opened).all_units()) == [UNIT]
    assert contents(base) == WHOLE


def test_a_full_base_is_as_it_was(base) -> None:
    """Whether at a statement or at the end: one clear line, and nothing was changed."""
    with open_base(base, write=True) as opened:
        pages = opened.connection.execute("PRAGMA page_count").fetchone()[0]
        opened.connection.execute(f"PRAGMA max_page_count = {pages}")

        refused = pytest.raises(StoreError, match="the disk is full; nothing was changed")
        with refused as caught, opened.changing():
            add_many(opened)

        assert one_line(caught.value, base)
        assert list(units_of(opened).all_units()) == [UNIT]
    assert contents(base) == WHOLE


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a disk of a megabyte; who is not root cannot make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk to fill")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk to fill")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_base_on_a_full_disk_is_as_it_was(small_disk) -> None:
    """A real disk without room: one clear line, and the base reads as before."""
    path = str(small_disk / "termbase.db")
    fill(path)

    refused = pytest.raises(StoreError, match="the disk is full; nothing was changed")
    with open_base(path, write=True) as opened, refused, opened.changing():
        for at in range(20):
            terms_of(opened).put_glossary(str(at), Glossary((), title="x" * 100_000))

    assert contents(path) == WHOLE
    assert [one.name for one in small_disk.iterdir()] == ["termbase.db"]


def one_line(error: Exception, path: str) -> bool:
    """Say whether an error is one line that names the file."""
    return "\n" not in str(error) and str(error).startswith(path)
