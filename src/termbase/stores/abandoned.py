"""What processes that were killed have left beside a base that they were making.

A file is abandoned if its process is gone and nobody holds a lock on it: a process of another
machine or container is not seen here, but its lock is.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

_JOURNALS = ("", "-journal", "-wal", "-shm")


def place_beside(path: str) -> str:
    """Return where this process makes a base that shall stand at a path."""
    return f"{path}.new-{os.getpid()}"


def remove_made(beside: str) -> None:
    """Remove a base in the making, with what SQLite keeps beside it."""
    for ending in _JOURNALS:
        with suppress(FileNotFoundError):
            os.remove(beside + ending)


def remove_abandoned(path: str) -> None:
    """Remove what was left of bases in the making that should have stood at a path."""
    for beside, process in list(_in_the_making(path)):
        with suppress(OSError):  # it is somebody else's
            if process == os.getpid() or not (_lives(process) or _is_locked(beside)):
                remove_made(beside)


def _in_the_making(path: str) -> Iterator[tuple[str, int]]:
    folder, name = os.path.split(path)
    made = re.compile(rf"({re.escape(name)}\.new-(\d+))(?:-journal|-wal|-shm)?")
    with suppress(OSError):
        matches = map(made.fullmatch, os.listdir(folder or "."))
        found = {(one[1], int(one[2])) for one in matches if one}
        yield from ((os.path.join(folder, beside), process) for beside, process in sorted(found))


def _lives(process: int) -> bool:
    """Say whether a process of this machine lives; unknown on Windows, where asking ends it."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _is_locked(beside: str) -> bool:
    if not os.path.exists(beside):
        return False
    try:
        with closing(sqlite3.connect(beside, timeout=0, isolation_level=None)) as base:
            base.execute("BEGIN IMMEDIATE")
    except sqlite3.DatabaseError as error:
        return "locked" in str(error)
    return False
