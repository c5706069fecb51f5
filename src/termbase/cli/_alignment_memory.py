"""Alignments as a memory: a TMX file and, within a project, its base."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from termbase.bootstrap import LocalFiles, units_of
from termbase.cli._output import counted
from termbase.cli._session import changing_base
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.model.unit import MemoryHeader, TranslationUnit
from termbase.usecases.align_documents import AlignedTexts
from termbase.usecases.import_files import name_of
from termbase.usecases.join_units import Origin, join_units


class JoinedMemory(NamedTuple):
    """The units of aligned documents. Data: the same as a TMX file."""

    header: MemoryHeader
    units: list[TranslationUnit]
    data: bytes


def memory_of(aligned: Sequence[tuple[str, AlignedTexts]], author: str) -> JoinedMemory:
    """Return the units of documents, made now by an author; empty where that is not known."""
    date = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    attributes = (("segtype", "sentence"), ("creationdate", date), ("creationid", author))
    source = aligned[0][1].source.language
    header = MemoryHeader(source, tuple(pair for pair in attributes if pair[1]))
    units = join_units((one, Origin(one.source.path, date, author)) for _, one in aligned)
    return JoinedMemory(header, units, LocalFiles().memory_bytes("memory.tmx", header, units))


def keep_memory(memory: JoinedMemory, path: str, documents: int, settings: Settings) -> str:
    """Write a memory of so many documents to a file and, in a project, its base; say so."""
    if settings.root:
        added = _remember(memory, path, settings)
        return f"wrote {path}, {counted(added, 'unit')} in the base"
    LocalFiles().write_bytes(path, memory.data)
    if documents == 1:
        return f"wrote {path}"
    return f"wrote {path}, {counted(len(memory.units), 'unit')} of {documents} documents"


def _remember(memory: JoinedMemory, path: str, settings: Settings) -> int:
    """Put a memory into the project's base, in place of what the file gave before; write both.

    Returns:
        How many units were new.

    Raises:
        InputError: If the base has a memory of that name from elsewhere, which would be lost.
    """
    name, place = name_of(path), _place(path, settings.root or "")
    with changing_base(settings.value("base")) as base:
        memories = units_of(base)
        for one in memories.memories():
            if one.name == name and one.path not in (path, place):
                origin = f", of {one.path}" if one.path else ""
                problem = f"the base has a memory «{name}» already{origin}"
                raise InputError(f"-o {path}: {problem}; give the file another name")
        memories.drop_memory(name)
        number = memories.put_memory(name, memory.header, path=place)
        added = memories.add_units(number, memory.units).new
        # Before the commit, so that both are there afterwards, or neither.
        LocalFiles().write_bytes(path, memory.data)
    return added


def _place(path: str, root: str) -> str:
    """Return a path as a project names it, wherever in the project one works; else in full."""
    whole, root = os.path.realpath(path), os.path.realpath(root)
    inside = whole.startswith(os.path.join(root, ""))
    return os.path.relpath(whole, root).replace(os.sep, "/") if inside else whole
