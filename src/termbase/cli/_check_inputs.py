"""The files and folders of a command line become what is checked together."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from fnmatch import fnmatch
from typing import NamedTuple

from termbase.bootstrap import LocalFiles
from termbase.cli._keyed_pairs import keyed_pairs
from termbase.cli._languages import language_mark
from termbase.cli._session import STDIN, languages_of
from termbase.config.settings import Settings
from termbase.errors import InputError, UnknownFormatError
from termbase.formats import format_of

_BOTH = 2


class Job(NamedTuple):
    """What is read together: a text alone, a text and its translation, or a bilingual file.

    Attributes:
        kind: ``text``, ``texts``, ``units``, ``table``, ``keys`` for two files whose texts have
            the same keys, or ``closed`` for a folder that may not be entered.
        paths: One, or the source and its translation.
        found: Whether they lay in a folder, where nobody named them.
        languages: Of two files that were found, where the place of these says them.
    """

    kind: str
    paths: tuple[str, ...]
    found: bool = False
    languages: tuple[str, ...] = ()


_INSTALLED = ("node_modules", "bower_components")
"""Folders of what was written elsewhere."""
State = tuple[int, int, int] | None
"""Of a file: which one it is, how long and when it was last written; None where there is none."""


def state_of(path: str) -> State:
    """Return what differs once somebody has written a file anew."""
    try:
        told = os.stat(path)
    except OSError:
        return None
    return told.st_ino, told.st_size, told.st_mtime_ns


def jobs_of(
    paths: Sequence[str], settings: Settings, include: str | None, exclude: str | None
) -> list[Job]:
    """Return what the paths of a command line ask for.

    Args:
        paths: Files, folders, or ``-`` for stdin.
        settings: Name the languages of texts in folders.
        include, exclude: Patterns for the files of folders, parted by commas.

    Raises:
        InputError: If the files do not go together, or a folder has none to check.
    """
    folders = [path for path in paths if os.path.isdir(path)]
    found = [
        job
        for folder in folders
        for job in _folder_jobs(folder, settings, _patterns(include), _patterns(exclude))
    ]
    if folders and not found:
        problem = f"{folders[0]}: is a folder with no bilingual file and no translated text"
        unknown = "" if settings.value("source") else "; name its languages with -s and -t"
        raise InputError(problem + unknown)
    kinds = {path: _kind(path) for path in paths if path not in folders}
    texts = tuple(path for path, kind in kinds.items() if kind == "text")
    twice = next((path for path in texts if paths.count(path) > 1), None)
    if twice:
        raise InputError(f"{twice}: is given twice; a text and its translation are two files")
    if len(texts) > 2 or (texts and len(texts) < len(kinds)):
        raise InputError("give one text, a text and its translation, or bilingual files")
    if texts:
        found.append(Job("texts" if len(texts) == 2 else "text", texts))
    keyed = tuple(one for one, kind in kinds.items() if kind == "units" and _is_keyed(one))
    if len(keyed) == len(kinds) == _BOTH and _ending(keyed[0]) == _ending(keyed[1]):
        return [*found, Job("keys", keyed)]
    return found + [Job(kind, (path,)) for path, kind in kinds.items() if kind != "text"]


def _is_keyed(path: str) -> bool:
    """Say whether a file has texts of one language, each with a key."""
    try:
        return format_of(path, "units").keyed
    except UnknownFormatError:
        return False


def _patterns(written: str | None) -> list[str]:
    return [one.strip() for one in (written or "").split(",") if one.strip()]


def _kind(path: str) -> str:
    if path == STDIN:
        return "text"
    try:
        holds = LocalFiles().holds(path)
    except UnknownFormatError:
        if os.path.exists(path):
            raise
        raise InputError(f"{path}: there is no such file or folder; check the name") from None
    return "table" if holds == "concepts" and not path.lower().endswith(".tbx") else holds


def _folder_jobs(
    folder: str, settings: Settings, include: list[str], exclude: list[str]
) -> Iterator[Job]:
    texts: dict[str, list[tuple[str, str]]] = {}
    keyed: list[str] = []
    for path, kind in _wanted_files(folder, include, exclude):
        if kind == "closed":
            yield Job(kind, (path,), found=True)
        above, file = os.path.split(path)
        mark = language_mark(file)
        if kind == "units" and _is_keyed(path):
            keyed.append(path)
        elif kind == "units":
            yield Job("units", (path,), found=True)
        elif kind == "table" and include:  # it may be a glossary where nobody asks for it
            yield Job("table", (path,), found=True)
        elif kind == "text" and mark:
            name, language = mark
            texts.setdefault(os.path.join(above, name), []).append((language, path))
    for beside in texts.values():
        yield from _text_jobs(beside, settings)
    if keyed and settings.value("source"):
        for pair in keyed_pairs(keyed, settings.value("source"), _targets(settings)):
            yield Job("keys", pair.paths, found=True, languages=pair.languages)


def _wanted_files(folder: str, include: list[str], exclude: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder that can be checked and shall be, each with what it holds."""
    for path in _files_in(folder):
        inside = os.path.relpath(path, folder).replace(os.sep, "/")
        shown = path.replace(os.sep, "/")
        if _fits(inside, exclude) or _fits(shown, exclude):
            continue
        if path.endswith(os.sep):
            yield path.removesuffix(os.sep), "closed"
            continue
        if include and not (_fits(inside, include) or _fits(shown, include)):
            continue
        with suppress(UnknownFormatError):
            yield path, _kind(path)


def _text_jobs(beside: list[tuple[str, str]], settings: Settings) -> Iterator[Job]:
    """Yield each text with its translations, those of its own format where there are some.

    Args:
        beside: The language and the path of each text of one name.
        settings: Name the languages.
    """
    for path in (path for language, path in beside if language == settings.value("source")):
        for target in _targets(settings):
            others = [other for language, other in beside if language == target]
            alike = [other for other in others if _ending(other) == _ending(path)]
            yield from (Job("texts", (path, other), found=True) for other in alike or others)


def _ending(path: str) -> str:
    return os.path.splitext(path.removesuffix(".gz"))[1].lower()


def _targets(settings: Settings) -> Sequence[str]:
    targets: Sequence[str] | str = settings.value("targets")
    return languages_of(targets) if isinstance(targets, str) else targets


def _files_in(folder: str) -> Iterator[str]:
    """Yield the files of a folder and those in it, sorted; what is hidden is passed over.

    So are folders that hold what others wrote, and links to folders, which may lead back. A folder
    that may not be entered is yielded itself, with the sign of a folder at its end.
    """
    try:
        names = sorted(os.listdir(folder))
        os.stat(os.path.join(folder, os.curdir))
    except PermissionError:
        yield os.path.join(folder, "")
        return
    for name in names:
        path = os.path.normpath(os.path.join(folder, name))
        if name.startswith("."):
            continue
        if not os.path.isdir(path):
            yield path
        elif not (os.path.islink(path) or _is_installed(path)):
            yield from _files_in(path)


def _is_installed(folder: str) -> bool:
    """Say whether a program that installs others filled a folder: of JavaScript, of Python."""
    name = os.path.basename(folder)
    return name in _INSTALLED or os.path.exists(os.path.join(folder, "pyvenv.cfg"))


def _fits(path: str, patterns: Sequence[str]) -> bool:
    return any(fnmatch(path, one) or fnmatch(path, f"*/{one}") for one in patterns)
