"""Files whole or not at all: bytes in, with or without gzip; bytes out, beside and renamed.

The one fact to remember: whatever happens while writing, the old file is as it was, and every
refusal of the operating system becomes one line that says what to do.
"""

from __future__ import annotations

import errno
import gzip
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import BinaryIO, cast

from termbase.errors import FormatError, InputError

_GZIP = b"\x1f\x8b"
_SQLITE = b"SQLite format 3\x00"
_CHUNK = 1 << 16
_LARGEST = 64 << 20
LONGEST = 10_000_000
"""Of one text: what libxml2 takes, too. Nobody translates a longer one."""
MOST_PARTS = 200_000
"""Of one record: tags or lines, comments included. Each costs far more memory than it has bytes."""
_PIECE = 1 << 16


def read_chunks(path: str) -> Iterator[bytes]:
    """Yield the bytes of a file in pieces, unpacked where it is gzip.

    Raises:
        FormatError: If it is missing, a folder, not readable, or broken gzip.
    """
    try:
        with open(path, "rb") as raw:
            packed = raw.peek(2)[:2] == _GZIP
            stream = cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw
            while chunk := stream.read(_CHUNK):
                yield chunk
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FormatError(path, "the gzip archive is broken", remedy="fetch it again") from error
    except OSError as error:
        raise FormatError(path, _cannot_read(error)) from error


def read_bytes(path: str) -> bytes:
    """Return all the bytes of a file, unpacked where it is gzip.

    Raises:
        FormatError: As `read_chunks` does, and where that would fill the memory.
    """
    chunks, size = [], 0
    for chunk in read_chunks(path):
        size += len(chunk)
        if size > _LARGEST:
            problem = f"is larger than {_LARGEST >> 20} MB"
            raise FormatError(path, problem, remedy="split it; only TMX and TBX may be larger")
        chunks.append(chunk)
    return b"".join(chunks)


def refuse_longer(path: str, length: int, line: int | None) -> None:
    """Raise an error for a text that is no text but an accident, or an attack."""
    if length > LONGEST:
        problem = f"a text is longer than {LONGEST // 1_000_000} million characters"
        raise FormatError(path, problem, line=line, remedy="is the file damaged?")


def refuse_more(path: str, parts: int, kind: str, line: int | None) -> None:
    """Raise an error for a record that nobody wrote for a translator.

    Args:
        kind: What its parts are, such as ``tags``.
    """
    if parts > MOST_PARTS:
        problem = f"a record has more than {MOST_PARTS // 1000} thousand {kind}"
        raise FormatError(path, problem, line=line, remedy="is the file damaged?")


def write_pieces(stream: BinaryIO, texts: Iterable[str]) -> None:
    """Write texts one behind the other in UTF-8, some thousands of characters at a time."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size > _PIECE:
            stream.write("".join(waiting).encode())
            waiting, size = [], 0
    stream.write("".join(waiting).encode())


def write_whole(path: str, write: Callable[[BinaryIO], None]) -> None:
    """Let a writer write a file, which appears whole or not at all; gzip where it ends in ``.gz``.

    Args:
        path: The file; its permissions are kept where it exists, and a link stays a link.
        write: Takes a stream of bytes.

    Raises:
        InputError: If the operating system refuses; the old file is as it was.
    """
    target = os.path.realpath(path)
    if os.path.isdir(target):
        raise InputError(f"{path}: is a folder; name a file in it")
    _refuse_base(path)
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise InputError(f"{path}: is read-only; write to another file, or change its permissions")
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as device:  # the target of a pipe is no name of a file
                write(device)
        else:
            _write_beside(target, _packing(write) if target.endswith(".gz") else write, target)
    except OSError as error:
        raise InputError(f"{path}: {_cannot_write(error)}") from error


def copy_whole(path: str, copy: str) -> None:
    """Copy a file byte by byte, with its permissions: what is private stays so.

    Raises:
        InputError: If the operating system refuses.
    """
    from shutil import copyfileobj

    try:
        with open(path, "rb") as file:
            _write_beside(os.path.realpath(copy), lambda stream: copyfileobj(file, stream), path)
    except OSError as error:
        raise InputError(f"{copy}: {_cannot_write(error)}") from error


def _refuse_base(path: str) -> None:
    """Refuse to write over a base, whose name was given by mistake: nothing else has its work."""
    with suppress(OSError):  # what may not be read is said when it is written
        if os.path.isfile(path):
            with open(path, "rb") as file:
                if file.read(len(_SQLITE)) == _SQLITE:
                    raise InputError(f"{path}: is a base; write to another file")


def _packing(write: Callable[[BinaryIO], None]) -> Callable[[BinaryIO], None]:
    """Return what writes the same compressed."""

    def written(raw: BinaryIO) -> None:
        # No name and no time inside, so that equal contents are equal bytes.
        with gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed:
            write(cast(BinaryIO, packed))

    return written


def _write_beside(target: str, write: Callable[[BinaryIO], None], like: str) -> None:
    """Write a file with the permissions of another one, or of itself as it was."""
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".{name[:100]}.{os.urandom(4).hex()}.part")
    mode = os.stat(like).st_mode & 0o7777 if os.path.exists(like) else None
    # What others may not read, they may not read while it is written either.
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as raw:
            write(raw)
            raw.flush()
            os.fsync(raw.fileno())
        if mode is not None:
            os.chmod(beside, mode)
        os.replace(beside, target)
    except BaseException:
        os.unlink(beside)
        raise
    _sync_folder(folder)


def _sync_folder(folder: str) -> None:
    """Make the new name last; some systems cannot sync a folder, and nothing is lost there.

    Nor can those who may write into a folder and not read it: the file is there all the same.
    """
    if os.name == "posix":
        with suppress(PermissionError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _cannot_read(error: OSError) -> str:
    reasons: dict[int | None, str] = {
        errno.ENOENT: "there is no such file; check the name",
        errno.ENOTDIR: "there is no such file; check the name",
        errno.EISDIR: "is a folder; name a file in it",
        errno.EACCES: "may not be read; check its permissions",
    }
    return reasons.get(error.errno) or f"cannot be read: {error.strerror or error}"


def _cannot_write(error: OSError) -> str:
    reasons: dict[int | None, str] = {
        errno.ENOENT: "its folder does not exist; create it first",
        errno.ENOTDIR: "its folder does not exist; create it first",
        errno.EACCES: "may not be written; check the permissions of its folder",
        errno.EPERM: "may not be written; check the permissions of its folder",
        errno.EROFS: "may not be written; the disk is read-only",
        errno.ENOSPC: "could not be written; the disk is full",
        errno.EDQUOT: "could not be written; your share of the disk is full",
        errno.ENAMETOOLONG: "its name is too long; choose a shorter one",
    }
    return reasons.get(error.errno) or f"could not be written: {error.strerror or error}"
