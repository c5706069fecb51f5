"""The one place that picks concrete stores and formats for the use cases."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO

from termbase.errors import InputError, UnknownFormatError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from termbase.model.bilingual import BilingualFile, BilingualUnit, Change
    from termbase.model.change import Edit
    from termbase.model.concept import Concept, Glossary
    from termbase.model.decision import Decision
    from termbase.model.repair import Report
    from termbase.model.unit import MemoryHeader, TranslationUnit
    from termbase.model.wishes import Wishes
    from termbase.ports.words import Shelf
    from termbase.stores.sqlite import SqliteBase
    from termbase.stores.sqlite_changes import SqliteChanges
    from termbase.stores.sqlite_terms import SqliteTerms
    from termbase.stores.sqlite_units import SqliteUnits
    from termbase.stores.unit_changes import UnitChanges
    from termbase.usecases.encode_texts import CheckedEncoder


def open_base(path: str, *, write: bool = False) -> SqliteBase:
    """Open the base at a path; one of an older termbase gets its index when it may be written."""
    from termbase.stores.sqlite import open_base as open_sqlite

    return open_sqlite(path, write=write, index_terms=lambda base: terms_of(base).index_anew())


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


def keep_lexicons(folder: str, tell: Callable[[str], None] | None = None) -> None:
    """Keep word lists unpacked in a folder, so that nobody has to unpack them twice.

    Args:
        folder: Made when something is first kept.
        tell: Told the name of a list whose unpacking takes more than a second.
    """
    from termbase.text.kept_words import keep_words

    def made() -> Shelf:
        from termbase.stores.lexicon_shelf import LexiconShelf

        return LexiconShelf(folder, tell)

    keep_words(made)


def encoder_named(
    name: str, folder: str, tell: Callable[[int], None] | None = None
) -> CheckedEncoder:
    """Return the encoder that an installed package offers under a name.

    Args:
        name: Of its entry point.
        folder: Where its vectors are kept; a new version of the package starts anew.
        tell: If given, called with the number of texts encoded so far.

    Raises:
        InputError: If no package offers it, or it cannot be loaded.
    """
    from termbase.stores.encodings import EncodingCache
    from termbase.stores.offered_encoders import offered_encoder
    from termbase.usecases.encode_texts import CheckedEncoder

    encode, version = offered_encoder(name)
    cache = EncodingCache(os.path.join(folder, f"{name}-{version}.db"))
    return CheckedEncoder(name, encode, cache, tell)


def unit_changes_of(base: SqliteBase) -> UnitChanges:
    """Return what changes the units of a base by hand."""
    from termbase.stores.unit_changes import UnitChanges

    return UnitChanges(base, units_of(base).index)


def changes_of(base: SqliteBase) -> SqliteChanges:
    """Return the history of the concepts of a base."""
    from termbase.stores.sqlite_changes import SqliteChanges

    return SqliteChanges(base)


class LocalFiles:
    """The file formats, on this machine's disk; serves the `Files` port."""

    def holds(self, path: str) -> str:
        """Serve `Files`."""
        from termbase.formats import format_of

        found = format_of(path)
        if found.holds != "text":
            return found.holds
        from termbase.formats.wordfast import is_wordfast_file

        return "units" if is_wordfast_file(path) else "text"

    def read_text(self, path: str) -> str:
        """Serve `Files`."""
        from termbase.formats import document_format

        text: str = document_format(path).load().read_text(path)
        return text

    def exists(self, path: str) -> bool:
        """Serve `Files`."""
        return os.path.isfile(path)

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
        columns: str | None = None,
        whole: bool = False,
        report: Report | None = None,
    ) -> Glossary:
        """Serve `Files`; whole for tables of texts, whose cells hold no lists of terms."""
        from termbase.formats import format_of

        read = _module(path, "read_glossary", "concepts").read_glossary
        told = {"columns": columns, "whole": whole} if format_of(path, "concepts").tabular else {}
        if columns and not told:
            raise InputError(f"{path}: is no table; --columns says nothing of it")
        found: Glossary = read(path, source=source, target=target, report=report, **told)
        return found

    def read_bilingual(
        self,
        path: str,
        *,
        source: str | None = None,
        target: str | None = None,
        report: Report | None = None,
    ) -> BilingualFile:
        """Serve `Files`."""
        from termbase.formats import format_of
        from termbase.usecases.list_units import bilingual_file

        found = format_of(path, "units")
        if found.patches:
            read = found.load().read_bilingual
            own: BilingualFile = read(path, source=source, target=target, report=report)
            return own
        header, units = self.read_memory(path, source=source, target=target, report=report)
        return bilingual_file(header, units, source=source, target=target)

    def stream_bilingual(
        self, path: str, *, source: str | None, target: str | None, report: Report
    ) -> tuple[tuple[str, str], Iterator[BilingualUnit]]:
        """Return the languages of a bilingual file and its units, one by one where that can be.

        What is wrong with the file may show only at one of its last units.
        """
        from termbase.formats import format_of

        module = format_of(path, "units").load()
        if hasattr(module, "stream_bilingual"):
            units = module.stream_bilingual(path, report)
            languages, first = next(units, (("", ""), None))
            if all(languages):
                return languages, chain((first,), (unit for _, unit in units))
        found = self.read_bilingual(path, source=source, target=target, report=report)
        return (found.source_language, found.target_language), iter(found.units)

    def examine(self, path: str, report: Report) -> None:
        """Serve `Files`."""
        from termbase.formats import format_of
        from termbase.usecases.examine_file import examine_glossary

        holds = self.holds(path)
        found = format_of(path, "concepts" if holds == "text" else holds)
        module = found.load()
        if hasattr(module, "examine"):
            module.examine(path, report)
        elif found.holds == "units":
            for _ in self.read_memory(path, report=report)[1]:
                pass
        if found.holds != "units":
            examine_glossary(path, self.read_glossary(path, report=report), report)

    def patches(self, path: str) -> bool:
        """Say whether the units of a file have places that `patched` can change."""
        from termbase.formats import format_of

        return format_of(path, "units").patches

    def is_bilingual(self, path: str) -> bool:
        """Say whether a file of units is of a format for one source and one target."""
        from termbase.formats import format_of

        return format_of(path, "units").bilingual

    def patched(
        self, path: str, changes: Mapping[str, Change], *, report: Report | None = None
    ) -> tuple[bytes, tuple[BilingualUnit, ...]]:
        """Serve `Files`."""
        from termbase.formats import FORMATS, format_of

        found = format_of(path, "units")
        if not found.patches:
            able = " ".join(one.extensions[0] for one in FORMATS if one.patches)
            raise UnknownFormatError(
                f"{path}: {found.name} files are not patched in place; only {able} are"
            )
        new: tuple[bytes, tuple[BilingualUnit, ...]]
        new = found.load().patch(path, changes, report=report)
        return new

    def read_decisions(self, path: str) -> tuple[Decision, ...]:
        """Serve `Files`."""
        if not os.path.exists(path):
            return ()
        from termbase.formats.decisions import read_decisions

        return read_decisions(path)

    def write_decisions(self, path: str, decisions: Sequence[Decision]) -> None:
        """Serve `Files`."""
        from termbase.formats.decisions import decisions_bytes

        self.write_bytes(path, decisions_bytes(decisions))

    def write_memory(
        self,
        path: str,
        header: MemoryHeader,
        units: Iterable[TranslationUnit],
        *,
        wishes: Wishes | None = None,
        report: Report | None = None,
    ) -> None:
        """Serve `Files`."""
        from termbase.formats._files import write_whole

        write = _module(path, "write_memory", "units").write_memory
        told = _told(path, "units", wishes)
        write_whole(path, lambda stream: write(stream, header, units, report=report, **told))

    def write_glossary(
        self,
        path: str,
        glossary: Glossary,
        *,
        wishes: Wishes | None = None,
        report: Report | None = None,
    ) -> None:
        """Serve `Files`."""
        from termbase.formats._files import write_whole

        write = _module(path, "write_glossary", "concepts").write_glossary
        told = _told(path, "concepts", wishes)
        write_whole(path, lambda stream: write(stream, glossary, report=report, **told))

    def memory_bytes(
        self, path: str, header: MemoryHeader, units: Iterable[TranslationUnit]
    ) -> bytes:
        """Serve `Files`."""
        stream = BytesIO()
        _module(path, "write_memory", "units").write_memory(stream, header, units)
        return stream.getvalue()

    def glossary_bytes(
        self, path: str, glossary: Glossary, *, wishes: Wishes | None = None
    ) -> bytes:
        """Serve `Files`."""
        stream = BytesIO()
        write = _module(path, "write_glossary", "concepts").write_glossary
        write(stream, glossary, **_told(path, "concepts", wishes))
        return stream.getvalue()

    def edited_table(
        self, path: str, data: bytes, edits: Iterable[Edit]
    ) -> tuple[bytes, tuple[Concept, ...]]:
        """Serve `Files`."""
        from termbase.formats.table_edit import edited_table

        return edited_table(path, data, tuple(edits))

    def write_bytes(self, path: str, data: bytes) -> None:
        """Serve `Files`."""
        from termbase.formats._files import write_whole

        write_whole(path, lambda stream: _put(stream, data))

    def copy(self, path: str, kept: str) -> None:
        """Serve `Files`."""
        from termbase.formats._files import copy_whole

        copy_whole(path, kept)


class PendingFiles(LocalFiles):
    """The file formats where files are written last, all together, or not at all."""

    def __init__(self) -> None:
        self._pending: dict[str, bytes] = {}

    def exists(self, path: str) -> bool:
        """Serve `Files`; what is still to be written counts."""
        return path in self._pending or super().exists(path)

    def read_bytes(self, path: str) -> bytes | None:
        """Serve `Files`; what is still to be written counts."""
        return self._pending[path] if path in self._pending else super().read_bytes(path)

    def write_bytes(self, path: str, data: bytes) -> None:
        """Serve `Files`, later."""
        self._pending[path] = data

    def flush(self) -> list[str]:
        """Write what is pending, and return the paths."""
        for path, data in self._pending.items():
            super().write_bytes(path, data)
        return list(self._pending)


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
        only = "read; write .tmx, .xliff, .po, .tbx, .csv, .tsv or .xlsx"
        only = "patched in place; see termbase patch -h" if found.patches else only
        only = "written; read .tbx, .csv, .tsv or .xlsx" if verb.startswith("read") else only
        raise UnknownFormatError(f"{path}: {found.name} files are only {only}")
    return module


def _told(path: str, holds: str, wishes: Wishes | None) -> dict[str, Any]:
    """Return what the writer of a format is told beside its values."""
    from termbase.formats import format_of

    found = format_of(path, holds)
    told: dict[str, Any] = {"delimiter": found.delimiter} if found.delimiter else {}
    return told | ({"wishes": wishes} if wishes is not None and found.choosy else {})
