"""The word lists of simplemma, unpacked once into files that open at once.

Unpacking one takes longer than all else that a lookup does. What is kept here is what simplemma
says, word for word; a newer list of it gets a file of its own. Whatever goes wrong with a file,
the list is unpacked as if it were not there.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from glob import escape, glob
from importlib.machinery import PathFinder
from itertools import islice
from typing import TYPE_CHECKING
from zlib import crc32

from termbase.text.lexicons import packed_words

if TYPE_CHECKING:
    from termbase.ports.words import Words

_TABLE = "CREATE TABLE block (first TEXT PRIMARY KEY, words TEXT NOT NULL)"
_BLOCK = 32
"""So many forms, in order, are one row: a line for each, with a tab before its lemma."""
_LARGE = 300_000
"""Unpacking a list of more bytes takes more than a second."""
_DATA = ("strategies", "dictionaries", "data")


class LexiconShelf:
    """Files of words and their lemmas in a folder, one for each language; serves `Shelf`.

    Args:
        folder: Made when something is first kept.
        tell: Told the name of a list whose unpacking takes more than a second.
    """

    def __init__(self, folder: str, tell: Callable[[str], None] | None = None) -> None:
        self._folder = folder
        self._tell = tell

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

    def keep(self, name: str, unpack: Callable[[str], Mapping[str, str]]) -> None:
        """Serve `Shelf`."""
        path = self._path(name)
        if path is None or os.path.isfile(path):
            return
        unfinished = f"{path}.{os.getpid()}"
        with suppress(sqlite3.Error, OSError):
            os.makedirs(self._folder, exist_ok=True)
            try:
                with open(unfinished, "wb"):  # else it would be unpacked in vain
                    pass
                if self._tell and os.path.getsize(_packed(name)) > _LARGE:
                    self._tell(name)
                _write(unfinished, unpack(name))
                os.replace(unfinished, path)
            finally:
                _remove(unfinished)
            for other in glob(os.path.join(escape(self._folder), f"{name}-*.db")):
                if other != path:  # it is of an older list
                    _remove(other)

    def _path(self, name: str) -> str | None:
        """Return where the words of a language stand, by the list that simplemma has now."""
        try:
            with open(_packed(name), "rb") as file:
                list_of_words = file.read()
        except OSError:
            return None
        stamp = f"{len(list_of_words):x}-{crc32(list_of_words):x}"  # the same wherever installed
        return os.path.join(self._folder, f"{name}-{stamp}.db")


def _packed(name: str) -> str:
    """Return where simplemma has the words of a language; empty without it."""
    found = PathFinder.find_spec("simplemma")
    places = found.submodule_search_locations if found else None
    return os.path.join(places[0], *_DATA, f"{name}.plzma") if places else ""


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
        row = self._execute(
            "SELECT words FROM block WHERE first <= ? ORDER BY first DESC LIMIT 1", (word,)
        ).fetchone()
        _, found, behind = row[0].partition(f"\n{word}\t") if row else ("", "", "")
        return behind.partition("\n")[0] if found else None


def _remove(path: str) -> None:
    with suppress(OSError):
        os.remove(path)


def _blocks(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    forms = iter(sorted(words))
    while some := list(islice(forms, _BLOCK)):
        lines = "".join(f"{form}\t{words[form]}\n" for form in some)
        yield some[0], f"\n{lines}"


def _write(path: str, words: Mapping[str, str]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(_TABLE)
        connection.executemany("INSERT INTO block VALUES (?, ?)", _blocks(words))
        connection.commit()
    with open(path, "rb") as file:
        os.fsync(file.fileno())
