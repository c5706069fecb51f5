"""Index files: the arrays of a `TextIndex` in one file that is written once and never changed.

A line of JSON says what the file holds and where; the arrays follow, each where a page of memory
may begin to read it. A file that is cut off, or made for another score, is none of ours. The line
has a checksum of the arrays too, for those who have the time to read them all.
"""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from termbase.errors import StoreError
from termbase.memory.similarity import SIGNATURE
from termbase.memory.text_index import ARRAYS, TextIndex

if TYPE_CHECKING:
    import numpy as np

_MAGIC = b"termbase index 1\n"
_HEAD = 4096


@contextmanager
def told_if_full(path: str) -> Iterator[None]:
    """Name what cannot be written, where the system says why only."""
    try:
        yield
    except OSError as error:
        problem = f"{path}: cannot be written ({error.strerror}); nothing was changed"
        raise StoreError(problem) from error


def write_index(path: str, arrays: Mapping[str, np.ndarray[Any, Any]]) -> None:
    """Write an index to a file: whole and on the disk, or not at all.

    Raises:
        StoreError: If the disk is full.
    """
    import numpy

    laid = {name: numpy.ascontiguousarray(arrays[name], dtype=ARRAYS[name]) for name in ARRAYS}
    places, at, checksum = {}, _HEAD, 0
    for name, array in laid.items():
        places[name] = (at, len(array))
        at += -(-array.nbytes // 64) * 64
        checksum = zlib.crc32(array.data, checksum)
    head = {"signature": SIGNATURE, "size": at, "arrays": places, "checksum": checksum}
    beside = f"{path}.new"
    try:
        with told_if_full(path):
            with open(beside, "wb") as file:
                file.write(_MAGIC + json.dumps(head).encode("ascii") + b"\n")
                for name, (start, _) in places.items():
                    file.seek(start)
                    file.write(laid[name].data)
                file.truncate(at)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
    finally:
        with suppress(FileNotFoundError):  # as it should be
            os.remove(beside)


def open_index(path: str) -> TextIndex | None:
    """Open an index where it lies; None where there is none, or one that is not whole or ours."""
    opened = _opened(path)
    return TextIndex(opened[1]) if opened else None


def is_damaged(path: str) -> bool:
    """Say whether a file that `open_index` opens is not as it was written; all of it is read.

    Of files without a checksum, which came before, that is not known.
    """
    opened = _opened(path)
    if opened is None:
        return False
    head, views = opened
    checksum = 0
    for name in ARRAYS:
        checksum = zlib.crc32(views[name], checksum)
    return bool(head.get("checksum", checksum) != checksum)


def _opened(path: str) -> tuple[dict[str, Any], dict[str, memoryview]] | None:
    """Return the head of a file and its arrays where they lie."""
    try:
        with open(path, "rb") as file:
            head = _head(file.read(_HEAD))
            if head is None or os.fstat(file.fileno()).st_size != head["size"]:
                return None
            whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (FileNotFoundError, NotADirectoryError):
        return None
    views = {}
    for name, (start, count) in head["arrays"].items():
        kind: Any = ARRAYS[name]
        size = {"B": 1, "I": 4, "Q": 8}[kind]
        views[name] = whole[start : start + count * size].cast(kind)
    return head, views


def _head(beginning: bytes) -> dict[str, Any] | None:
    if not beginning.startswith(_MAGIC):
        return None
    try:
        head: dict[str, Any] = json.loads(beginning[len(_MAGIC) :].split(b"\n", 1)[0])
    except ValueError:
        return None
    return head if head["signature"] == SIGNATURE else None
