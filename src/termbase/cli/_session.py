"""What every command starts from: the settings in force and the base they name."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from termbase.bootstrap import keep_lexicons
from termbase.cli._declare import Given
from termbase.config.person import user_folder
from termbase.config.settings import Settings, load_settings
from termbase.errors import InputError
from termbase.model.language import language_tag

if TYPE_CHECKING:
    from termbase.stores.sqlite import SqliteBase


def settings_for(given: Given) -> Settings:
    """Return the settings in force for a command line."""
    flags = {name: given.get(name) for name in ("base", "project", "source", "limit", "min")}
    if flags["limit"] == 0:
        raise InputError("--limit 0: give a number from 1")
    if given.get("target"):
        flags["targets"] = languages_of(given["target"])
    if flags["source"]:
        flags["source"] = language_tag(flags["source"])
    tell = None if given.get("quiet") else _tell_unpacking
    keep_lexicons(os.path.join(user_folder("cache", os.environ), "lexicons"), tell)
    return load_settings(flags, os.environ, folder=os.getcwd())


def _tell_unpacking(language: str) -> None:
    sys.stderr.write(f"unpacking the word list of «{language}», this once; it is kept\n")
    sys.stderr.flush()


def languages_of(written: str) -> tuple[str, ...]:
    """Return the languages of an option such as ``-t en,ru``."""
    return tuple(language_tag(one) for one in written.split(",") if one.strip())


def open_given_base(settings: Settings) -> SqliteBase:
    """Open the base that the settings name, to read it."""
    from termbase.bootstrap import open_base

    return open_base(settings.value("base"))


@contextmanager
def changing_base(path: str, *, much: bool = False) -> Iterator[SqliteBase]:
    """Open a base and make the changes of a block one transaction.

    Args:
        path: Where it is.
        much: Whether so much may change that others should be able to read in the meantime.

    A base that did not exist, and whose first change fails, does not exist afterwards either, nor
    its folder.
    """
    from termbase.bootstrap import new_base, open_base

    if path == ":memory:" or os.path.exists(path):
        with (
            open_base(path, write=True) as base,
            base.shared() if much else nullcontext(),
            base.changing(),
        ):
            yield base
        return
    made = _make_folders(os.path.dirname(os.path.abspath(path)))
    try:
        with new_base(path) as base:
            yield base
    except BaseException:
        for folder in made:
            with suppress(OSError):  # somebody else has put something there
                os.rmdir(folder)
        raise


def _make_folders(folder: str) -> list[str]:
    """Make a folder with those above it, and return what was made, the deepest first."""
    missing = []
    while not os.path.isdir(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    for one in reversed(missing):
        os.mkdir(one)
    return missing


def refuse_folder(path: str) -> None:
    """Raise an error if a path that shall be a file is a folder."""
    if os.path.isdir(path):
        raise InputError(f"{path}: is a folder; name a file in it")


def refuse_place(path: str) -> None:
    """Raise an error if no file can come to be at a path, before work is done for it."""
    refuse_folder(path)
    if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
        raise InputError(f"{path}: its folder does not exist; create it first")


def refuse_input(path: str | None, inputs: Iterable[str | None], option: str = "-o") -> None:
    """Raise an error if what an option writes would take the place of a file that is read."""
    if path and os.path.exists(path):
        for one in inputs:
            if one and os.path.exists(one) and os.path.samefile(one, path):
                raise InputError(f"{option} {path}: is a file that is read; write to another one")


def query_text(text: str, what: str) -> str:
    """Return the text of a query, fit for a base.

    Raises:
        InputError: If there is nothing in it.
    """
    clean = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
    if not clean.strip():
        raise InputError(f"there is nothing to {what}; give a word or a phrase")
    return clean


STDIN = "-"
"""Given in place of a file, it stands for what is piped in."""


def called(path: str) -> str:
    """Return what a text is called in messages and tables.

    >>> called("-"), called("article.fr.txt")
    ('stdin', 'article.fr.txt')
    """
    return "stdin" if path == STDIN else path


def refuse_two_pipes(paths: Iterable[str | None]) -> None:
    """Raise an error if what is piped in is wanted for more than one thing."""
    if sum(one == STDIN for one in paths) > 1:
        raise InputError("«-» is given twice, and stdin can be read once; name a file for one")


def read_piped_text() -> str:
    """Return the text that is given as «-».

    Raises:
        InputError: If there is none in it.
    """
    if sys.stdin.isatty():
        sys.stderr.write("reading a text from the terminal; end it with Ctrl-D\n")
    text = read_stdin()
    if not text.strip():
        raise InputError("stdin: is empty; pipe a text in, or name a file")
    return text


def read_stdin() -> str:
    """Return what is piped in, as text.

    Raises:
        InputError: If it is no text in UTF-8 or UTF-16.
    """
    from termbase.formats._encoding import decode

    return decode("stdin", sys.stdin.buffer.read())
