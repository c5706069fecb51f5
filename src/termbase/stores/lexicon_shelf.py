"""The word lists of simplemma, unpacked once into files that open at once.

Unpacking one takes longer than all else that a lookup does. What is kept here is what simplemma
says, word for word; a newer list of it gets a file of its own. Whatever goes wrong with a file,
the list is unpacked as if it were not there.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from glob import escape, glob
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING
from zlib import crc32

from termbase.text.lexicons import packed_words

if TYPE_CHECKING:
    from termbase.ports.words import Words

_TABLE = "CREATE TABLE word (form TEXT PRIMARY KEY, lemma TEXT NOT NULL) WITHOUT ROWID"
_DATA = ("strategies", "dictionaries", "data")


class LexiconShelf:
    """Files of words and their lemmas in a folder, one for each language; serves `Shelf`.

    Args:
        folder: Made when something is first kept.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def opened(self, name: str) -> KeptWords | None:
        """Serve `Shelf`."""
        path = self._path(name)
        if path is None or not os.path.isfile(path):
            return None
        try:
            return KeptWords(path, name)
        except sqlite3.Error:
            _remove(path)  # damaged; it will be kept anew
            return None

    def keep(self, name: str, words: Mapping[str, str]) -> None:
        """Serve `Shelf`."""
        path = self._path(name)
        if path is None or os.path.isfile(path):
            return
        unfinished = f"{path}.{os.getpid()}"
        with suppress(sqlite3.Error, OSError):
            os.makedirs(self._folder, exist_ok=True)
            try:
                _write(unfinished, words)
                os.replace(unfinished, path)
            finally:
                _remove(unfinished)
            for other in glob(os.path.join(escape(self._folder), f"{name}-*.db")):
                if other != path:  # it is of an older list
                    _remove(other)

    def _path(self, name: str) -> str | None:
        """Return where the words of a language stand, by the list that simplemma has now."""
        found = PathFinder.find_spec("simplemma")
        if found is None or not found.submodule_search_locations:
            return None
        packed = os.path.join(found.submodule_search_locations[0], *_DATA, f"{name}.plzma")
        try:
            with open(packed, "rb") as file:
                list_of_words = file.read()
        except OSError:
            return None
        stamp = f"{len(list_of_words):x}-{crc32(list_of_words):x}"  # the same wherever installed
        return os.path.join(self._folder, f"{name}-{stamp}.db")


class KeptWords:
    """The lemma of each word of one language, read from a file as it is asked for.

    Raises:
        sqlite3.Error: If the file cannot be read at all; damage that is met later makes the list
            be unpacked.
    """

    def __init__(self, path: str, name: str) -> None:
        self._path, self._name = path, name
        self._unpacked: Words | None = None
        place = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        connection = sqlite3.connect(
            f"file:{place}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._execute = connection.cursor().execute
        self._lemma("a")

    def get(self, word: str) -> str | None:
        """Return the lemma of a word, None where it is not known."""
        if self._unpacked is None:
            try:
                return self._lemma(word)
            except sqlite3.Error:
                _remove(self._path)
                self._unpacked = packed_words(self._name)
        return self._unpacked.get(word)

    def _lemma(self, word: str) -> str | None:
        row = self._execute("SELECT lemma FROM word WHERE form = ?", (word,)).fetchone()
        return row[0] if row else None


def _remove(path: str) -> None:
    with suppress(OSError):
        os.remove(path)


def _write(path: str, words: Mapping[str, str]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(_TABLE)
        connection.executemany("INSERT INTO word VALUES (?, ?)", sorted(words.items()))
        connection.commit()
    with open(path, "rb") as file:
        os.fsync(file.fileno())
