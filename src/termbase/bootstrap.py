"""The one place that picks concrete stores and formats for the use cases."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from termbase.errors import UnknownFormatError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from termbase.model.concept import Glossary
    from termbase.model.repair import Report
    from termbase.model.unit import MemoryHeader, TranslationUnit
    from termbase.stores.sqlite import SqliteBase
    from termbase.stores.sqlite_terms import SqliteTerms
    from termbase.stores.sqlite_units import SqliteUnits


def open_base(path: str, *, write: bool = False) -> SqliteBase:
    """Open the base at a path."""
    from termbase.stores.sqlite import open_base as open_sqlite

    return open_sqlite(path, write=write)


def new_base(path: str) -> AbstractContextManager[SqliteBase]:
    """Make a base at a path, which appears with the changes of a block or not at all."""
    from termbase.stores.sqlite import new_base as new_sqlite

    return new_sqlite(path)


def terms_of(base: SqliteBase) -> SqliteTerms:
    """Return the glossaries of a base."""
    from termbase.stores.sqlite_terms import SqliteTerms

    return SqliteTerms(base)


def units_of(base: SqliteBase) -> SqliteUnits:
    """Return the memories of a base."""
    from termbase.stores.sqlite_units import SqliteUnits

    return SqliteUnits(base)


class LocalFiles:
    """The file formats, on this machine's disk; serves the `Files` port."""

    def holds(self, path: str) -> str:
        """Serve `Files`."""
        from termbase.formats import format_of

        return format_of(path).holds

    def read_text(self, path: str) -> str:
        """Serve `Files`."""
        from termbase.formats.text import read_text

        return read_text(path)

    def read_bytes(self, path: str) -> bytes | None:
        """Serve `Files`."""
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    def read_memory(
        self,
        path: str,
        *,
        source: str | None = None,
        target: str | None = None,
        report: Report | None = None,
    ) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
        """Serve `Files`."""
        read = _module(path, "read_memory", "units").read_memory
        found: tuple[MemoryHeader, Iterator[TranslationUnit]] = read(
            path, source=source, target=target, report=report
        )
        return found

    def read_glossary(
        self,
        path: str,
        *,
        source: str | None = None,
        target: str | None = None,
        report: Report | None = None,
    ) -> Glossary:
        """Serve `Files`."""
        read = _module(path, "read_glossary", "concepts").read_glossary
        found: Glossary = read(path, source=source, target=target, report=report)
        return found

    def write_memory(
        self,
        path: str,
        header: MemoryHeader,
        units: Iterable[TranslationUnit],
        *,
        report: Report | None = None,
    ) -> None:
        """Serve `Files`."""
        from termbase.formats._files import write_whole

        write = _module(path, "write_memory", "units").write_memory
        write_whole(path, lambda stream: write(stream, header, units, report=report))

    def write_glossary(
        self,
        path: str,
        glossary: Glossary,
        *,
        dialect: str | None = None,
        style: str | None = None,
        report: Report | None = None,
    ) -> None:
        """Serve `Files`."""
        from termbase.formats._files import write_whole

        write = _glossary_writer(path, glossary, dialect=dialect, style=style, report=report)
        write_whole(path, write)

    def memory_bytes(
        self, path: str, header: MemoryHeader, units: Iterable[TranslationUnit]
    ) -> bytes:
        """Serve `Files`."""
        stream = BytesIO()
        _module(path, "write_memory", "units").write_memory(stream, header, units)
        return stream.getvalue()

    def glossary_bytes(self, path: str, glossary: Glossary) -> bytes:
        """Serve `Files`."""
        stream = BytesIO()
        _glossary_writer(path, glossary)(stream)
        return stream.getvalue()

    def write_bytes(self, path: str, data: bytes) -> None:
        """Serve `Files`."""
        from termbase.formats._files import write_whole

        write_whole(path, lambda stream: _put(stream, data))


def _put(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)


def _module(path: str, verb: str, holds: str) -> Any:
    """Return the module that can do something with a file.

    Raises:
        UnknownFormatError: If the format of its ending cannot.
    """
    from termbase.formats import format_of

    found = format_of(path, holds)
    module = found.load()
    if not hasattr(module, verb):
        raise UnknownFormatError(
            f"{path}: {found.name} files are only read; write .tmx, .po, .tbx, .csv or .tsv"
        )
    return module


def _glossary_writer(path: str, glossary: Glossary, **wishes: Any) -> Callable[[BinaryIO], None]:
    """Return what writes a glossary to a stream; the wishes are those of TBX."""
    from termbase.formats import format_of

    module = _module(path, "write_glossary", "concepts")
    kind = format_of(path, "concepts").name
    if kind != "tbx":
        wishes = {"delimiter": "," if kind == "csv" else "\t"}
    return lambda stream: module.write_glossary(stream, glossary, **wishes)
