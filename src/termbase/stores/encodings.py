"""The vectors that an encoder once gave, kept by a hash of what they stand for.

Encoding is what takes the time, and texts are aligned again and again. Whatever goes wrong with
the file, the encoder is asked as if it were not there.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import islice

_MANY = 500
_PATIENCE = 10.0
_TABLE = "CREATE TABLE IF NOT EXISTS encoding (text BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"


class EncodingCache:
    """Vectors by text and language, as the bytes of their numbers.

    Args:
        path: The file; made with its folder when it is first needed.
    """

    def __init__(self, path: str) -> None:
        self._path = path

    def known(self, texts: Iterable[str], language: str) -> dict[str, bytes]:
        """Return the vectors that are known of some texts."""
        wanted = {_hash(one, language): one for one in texts}
        found: dict[str, bytes] = {}
        with suppress(sqlite3.Error, OSError), self._open() as connection:
            for hashes in _parts(wanted):
                marks = ",".join("?" * len(hashes))
                query = f"SELECT text, vector FROM encoding WHERE text IN ({marks})"
                for text, vector in connection.execute(query, hashes):
                    found[wanted[text]] = vector
        return found

    def keep(self, vectors: Iterable[tuple[str, bytes]], language: str) -> None:
        """Keep the vectors of some texts, if they can be kept."""
        rows = [(_hash(text, language), vector) for text, vector in vectors]
        with suppress(sqlite3.Error, OSError), self._open() as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO encoding VALUES (?, ?)", rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        os.makedirs(os.path.dirname(self._path), exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=_PATIENCE)
        try:
            connection.execute(_TABLE)
            yield connection
        finally:
            connection.close()


def _hash(text: str, language: str) -> bytes:
    whole = f"{language}\n{text}".encode("utf-8", "surrogatepass")
    return blake2b(whole, digest_size=16).digest()


def _parts(hashes: Iterable[bytes]) -> Iterator[list[bytes]]:
    rest = iter(hashes)
    while part := list(islice(rest, _MANY)):
        yield part
