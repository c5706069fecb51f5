"""The base in one SQLite file: opened, checked and changed in whole transactions.

The file carries our application id, so that no other database is ever taken for a base, and the
number of its last migration, so that an older termbase leaves a newer base alone.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any

from termbase.errors import StoreBusyError, StoreError, StoreNotFoundError, StoreVersionError
from termbase.stores.abandoned import place_beside, remove_abandoned, remove_made

APPLICATION_ID = 0x74626173  # "tbas"
VERSION = 6
TERM_INDEX = 2
"""Since this migration a base keeps an index of the words of terms."""
_WRITING_KIB, _READING_KIB = 40_000, 16_384
"""So much of a base is kept in memory; a large import touches all of its indexes at once."""
_PATIENCE = 5
"""So many seconds one waits for somebody else."""
_SHORTLY = "PRAGMA busy_timeout = 200"
"""What can be left undone waits for nobody longer than that."""
_SCHEMA = os.path.join(os.path.dirname(__file__), "schema")


class SqliteBase:
    """An open base. Use it as a context manager, or call `close`.

    Attributes:
        path: Where it lies.
        connection: For the stores of this package only.
        on_commit, on_rollback: What a store wants done when the change under way is certain, or
            undone: files beside the base follow it. Both are emptied with each change.
        at_end: What is done when the base is closed after work that ended well, and nobody waits.
        watch: Told how many texts are indexed, when all are indexed anew.
    """

    def __init__(self, path: str, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.on_commit: list[Callable[[], None]] = []
        self.on_rollback: list[Callable[[], None]] = []
        self.at_end: list[Callable[[], None]] = []
        self.watch: Callable[[int], None] = lambda _: None

    def __enter__(self) -> SqliteBase:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self.at_end.clear()
        self.close()

    def close(self) -> None:
        """Do what could wait, where nothing stands in the way, and let go of the file."""
        try:
            if self.at_end:
                self.connection.execute(_SHORTLY)
            while self.at_end:
                with suppress(StoreError):
                    self.at_end.pop()()
        finally:
            self.connection.close()

    def rows(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds.

        Raises:
            StoreBusyError: If somebody else is writing so much that nobody can read.
            StoreError: If the file is damaged.
        """
        try:
            for row in self.connection.execute(query, values):  # noqa: UP028 — left half-read, it
                yield row  # must not close its cursor after the connection
        except sqlite3.Error as error:
            raise store_error(self.path, error) from error

    def all_rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return all that a query finds, at less cost for each row than `rows`.

        Raises:
            StoreBusyError: If somebody else is writing so much that nobody can read.
            StoreError: If the file is damaged.
        """
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise store_error(self.path, error) from error

    def value(self, query: str, values: Sequence[object] = ()) -> Any:
        """Return the first thing that a query finds, None where it finds nothing.

        Raises:
            StoreError: As `rows` does.
        """
        try:
            row = self.connection.execute(query, values).fetchone()
        except sqlite3.Error as error:
            raise store_error(self.path, error) from error
        return row[0] if row else None

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let all queries of a block see the base as it is at one time.

        Raises:
            StoreError: If the file cannot be read.
        """
        if self.connection.in_transaction:
            yield
            return
        try:
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise store_error(self.path, error) from error

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Make the changes of a block one transaction: all of them, or none.

        Raises:
            StoreBusyError: If somebody else is writing.
            StoreError: If the disk is full or the file cannot be written.
        """
        self.on_commit, self.on_rollback = [], []
        complete = False
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            yield
            complete = True
            self.connection.execute("COMMIT")
            self._follow()
        except sqlite3.Error as error:
            self._undo()
            raise store_error(self.path, error) from error
        except BaseException:
            if complete and not self.connection.in_transaction:  # interrupted when all was certain
                self._follow()
            else:
                self._undo()
            raise

    @contextmanager
    def shared(self) -> Iterator[None]:
        """Let others read while the changes of a block are made, however large they are.

        They wait in a log beside the base until they are certain. Where somebody is in the way of
        that, it is done without; what a killed process leaves is put right by the next one that
        writes.
        """
        try:
            self._keep_log(log=True)
            yield
        finally:
            self._keep_log(log=False)

    def _keep_log(self, *, log: bool) -> None:
        self.connection.execute(_SHORTLY)
        with suppress(sqlite3.OperationalError):  # somebody is just reading, or still has it open
            self.connection.execute(f"PRAGMA journal_mode = {'wal' if log else 'delete'}")
        self.connection.execute(f"PRAGMA busy_timeout = {_PATIENCE * 1000}")

    def _follow(self) -> None:
        while self.on_commit:
            self.on_commit.pop(0)()

    def _undo(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        for follow in self.on_rollback:
            follow()


def open_base(
    path: str, *, write: bool = False, index_terms: Callable[[SqliteBase], None] = lambda _: None
) -> SqliteBase:
    """Open a base; make it where it is missing and we may write.

    Args:
        path: Where it lies or shall lie; ``:memory:`` for one that vanishes when closed.
        write: Whether it will be changed.
        index_terms: Indexes the words of the terms of a base that has no such index yet.

    Raises:
        StoreNotFoundError: If it is missing and is only to be read.
        StoreVersionError: If a newer termbase wrote it, or an older one and it is only to be read.
        StoreError: If the file is no base, or cannot be opened.
    """
    if os.path.isdir(path):
        raise StoreError(f"{path}: is a folder, not a base; name a file with --base")
    if not write and not os.path.exists(path):
        raise StoreNotFoundError(
            f"{path}: there is no base yet; run «termbase build» or «termbase import FILE»"
        )
    try:
        return _opened(path, write, index_terms=index_terms)
    except sqlite3.Error as error:
        if write or "readonly" not in str(error):
            raise store_error(path, error) from error
    try:
        _undo_interrupted(path)
        return _opened(path, write)
    except sqlite3.Error as error:
        raise store_error(path, error) from error


@contextmanager
def new_base(path: str) -> Iterator[SqliteBase]:
    """Make a base and the first changes to it; it appears with them, or not at all.

    It is made beside its place and then moved there, so that a failure takes nothing away that
    somebody else has put there in the meantime. What killed processes have left there goes.

    Raises:
        StoreBusyError: If somebody else has made the base in the meantime.
        StoreError: If it cannot be written.
    """
    beside = place_beside(path)
    remove_abandoned(path)
    try:
        try:
            base = _opened(beside, write=True, shown=path)
        except sqlite3.Error as error:
            raise store_error(path, error) from error
        try:
            with base, base.changing():
                yield base
                base.at_end.clear()  # what is made here goes again, if the base gets no place
            _publish(beside, path)
        except BaseException:  # perhaps after all was certain, but before the base had its place
            for follow in base.on_rollback:
                follow()
            raise
    finally:
        remove_made(beside)


def _publish(beside: str, path: str) -> None:
    """Give a file its place, unless somebody has taken it."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise StoreBusyError(
            f"{path}: somebody else has made the base in the meantime; run it again"
        ) from error
    except OSError:  # a file system without links
        if os.path.exists(path):
            raise StoreBusyError(f"{path}: somebody else has made the base; run it again") from None
        os.rename(beside, path)


def _opened(
    path: str,
    write: bool,
    shown: str = "",
    index_terms: Callable[[SqliteBase], None] = lambda _: None,
) -> SqliteBase:
    if _is_one_byte(path):  # SQLite takes it for an empty database
        raise store_error(shown or path, sqlite3.DatabaseError("not a database"))
    base = SqliteBase(shown or path, _connect(path, "rwc" if write else "ro"))
    try:
        base.connection.execute(f"PRAGMA cache_size = -{_WRITING_KIB if write else _READING_KIB}")
        _upgrade(base, write, index_terms)  # may put another table in the place of one
        base.connection.execute("PRAGMA foreign_keys = ON")
        if write and base.value("PRAGMA journal_mode") == "wal":
            base._keep_log(log=False)
    except BaseException:
        base.close()
        raise
    return base


def _is_one_byte(path: str) -> bool:
    return os.path.isfile(path) and os.path.getsize(path) == 1


def _undo_interrupted(path: str) -> None:
    """Let SQLite undo what a killed process left half done; who only reads may not do that."""
    connection = _connect(path, "rw")
    try:
        connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()


def _connect(path: str, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None, timeout=_PATIENCE)


_SAID = (
    ("locked", StoreBusyError, "somebody else is writing to the base; try again"),
    ("not a database", StoreError, "is not a base of termbase; name another file with --base"),
    (
        "malformed",
        StoreError,
        "the base is damaged; delete it, then «termbase build» or import again",
    ),
    (
        "unable to open",
        StoreError,
        "cannot be opened; does its folder exist, and may you write?",
    ),
    ("readonly", StoreError, "cannot be written; the file or its folder is read-only"),
    ("full", StoreError, "the disk is full; nothing was changed"),
    (
        "disk I/O",
        StoreError,
        "the disk, or a limit on the size of files, is in the way; nothing was changed",
    ),
)


def store_error(path: str, error: sqlite3.Error) -> StoreError:
    """Return what SQLite says as one line for a person."""
    for sign, kind, line in _SAID:
        if sign in str(error):
            return kind(f"{path}: {line}")
    return StoreError(f"{path}: the base refused: {error}")


def _uri(path: str, mode: str) -> str:
    if path == ":memory:":
        return "file::memory:"
    quoted = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{quoted}?mode={mode}"


def _upgrade(base: SqliteBase, write: bool, index_terms: Callable[[SqliteBase], None]) -> None:
    version = _version(base)
    if version == VERSION:
        return
    if not write:
        if version:
            raise StoreVersionError(
                f"{base.path} was written by an older termbase (base {version}, this one reads "
                f"{VERSION}); run «termbase build», or import anything, to bring it up to date"
            )
        raise StoreNotFoundError(f"{base.path}: the base is empty; run «termbase build»")
    base.connection.create_function("short_digest", 1, _short_digest, deterministic=True)
    with base.changing():
        version = _version(base)  # while we waited, somebody else may have done it all
        for number in range(version + 1, VERSION + 1):
            _migrate(base, number)
        base.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        base.connection.execute(f"PRAGMA user_version = {VERSION}")
        if 0 < version < TERM_INDEX:
            index_terms(base)
    if 0 < version < VERSION:
        with suppress(sqlite3.OperationalError):  # it is only larger than it need be
            base.connection.execute("VACUUM")


def _short_digest(digest: str) -> bytes:
    """Return the digest of a unit as it is kept since migration 5."""
    from termbase.stores.unit_digests import short_digest

    return short_digest(bytes.fromhex(digest))


def _version(base: SqliteBase) -> int:
    """Return the number of the base's last migration, 0 for an empty file."""
    owner: int = base.connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = base.connection.execute("PRAGMA user_version").fetchone()[0]
    if owner != APPLICATION_ID:
        if base.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(
                f"{base.path}: is another program's database; name another file with --base"
            )
        return 0
    if version > VERSION:
        raise StoreVersionError(
            f"{base.path} was written by a newer termbase (base {version}, this one knows "
            f"{VERSION}); upgrade with: pip install -U termbase"
        )
    return version


def _migrate(base: SqliteBase, number: int) -> None:
    with open(os.path.join(_SCHEMA, f"{number:03}.sql"), encoding="utf-8") as file:
        statement = ""
        for line in file:
            statement += line
            if sqlite3.complete_statement(statement):
                base.connection.execute(statement)
                statement = ""
