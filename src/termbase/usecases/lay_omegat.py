"""The memories and glossaries of a base become the folders that OmegaT reads.

The one fact to remember: OmegaT trusts a memory by its folder; so what a person reviewed goes into
``auto``, what was only aligned into ``penalty-10``, and all else into ``tm`` itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termbase.errors import InputError
from termbase.model.unit import TranslationUnit
from termbase.ports.units import MemoryInfo, UnitStore
from termbase.usecases.export_base import chosen_units

OWN, AUTO, DOUBTFUL = "tm", "auto", "penalty-10"
_PENALTY = re.compile(r"penalty-(?:\d\d?|0\d\d|100)")
_FOLDERS = (OWN, AUTO, "enforce", "mt")
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class Laid(NamedTuple):
    """A file of a project: its place under the folder of memories, and what it holds.

    Attributes:
        outdated: Whether its units are laid elsewhere now: where we laid a file there, it is to be
            emptied.
    """

    path: str
    memory: MemoryInfo
    units: Callable[[], Iterator[TranslationUnit]]
    outdated: bool = False


def read_places(written: str) -> dict[str, str]:
    """Return in which folder each memory goes, from ``eu=penalty-20,client=enforce``.

    Raises:
        InputError: If a folder is none that OmegaT knows.

    >>> read_places("eu=penalty-20, client=enforce")
    {'eu': 'penalty-20', 'client': 'enforce'}
    """
    places = {}
    for one in filter(None, (part.strip() for part in written.split(","))):
        name, sign, folder = one.rpartition("=")
        if not sign or not (folder in _FOLDERS or _PENALTY.fullmatch(folder)):
            raise InputError(
                f"--place {one}: write MEMORY=FOLDER; OmegaT knows {', '.join(_FOLDERS)} "
                "and penalty-NN"
            )
        places[name] = folder
    return places


def lay_memories(
    units: UnitStore,
    memories: Iterable[MemoryInfo],
    languages: Sequence[str],
    places: Mapping[str, str],
    folders: Iterable[str] = (),
) -> Iterator[Laid]:
    """Yield the files of memories.

    Args:
        languages: Source and target; units without both are left out.
        places: Folders of memories; one that is not named is parted by how far units can be
            trusted.
        folders: Those that are there. The file of a memory in any of them where nothing is laid
            now, since an earlier call had it elsewhere, is outdated.
    """
    there = [OWN, *(one for one in folders if one in _FOLDERS or _PENALTY.fullmatch(one))]
    names = _file_names(one.name for one in units.memories())
    for memory in memories:
        name = names[memory.name]
        if memory.name in places:
            laid = [_laid(units, memory, languages, places[memory.name], name, None)]
        else:
            laid = [
                _laid(units, memory, languages, folder, name, folder)
                for folder in (OWN, AUTO, DOUBTFUL)
            ]
        yield from laid
        for path in (_path(folder, name) for folder in there):
            if path not in [one.path for one in laid]:
                yield _laid(units, memory, languages, OWN, name, None)._replace(
                    path=path, outdated=True
                )


def _file_names(memories: Iterable[str]) -> dict[str, str]:
    """Return the file of each memory; no two have one, as «a/b» and «a-b» would."""
    names: dict[str, str] = {}
    for memory in sorted(memories):
        name, times = safe_name(memory), 1
        while f"{name}.tmx" in names.values():
            times += 1
            name = f"{safe_name(memory)}-{times}"
        names[memory] = f"{name}.tmx"
    return names


def safe_name(name: str) -> str:
    """Return a name that is one name of a file on every system.

    >>> safe_name("eu/2026")
    'eu-2026'
    """
    return _UNSAFE.sub("-", name).strip(". ") or "memory"


def _laid(
    units: UnitStore,
    memory: MemoryInfo,
    languages: Sequence[str],
    folder: str,
    name: str,
    trust: str | None,
) -> Laid:
    def found() -> Iterator[TranslationUnit]:
        chosen = chosen_units(units, [memory], languages)
        return (one for one in chosen if trust in (None, _trust(one)))

    return Laid(_path(folder, name), memory, found)


def _path(folder: str, name: str) -> str:
    return name if folder == OWN else os.path.join(folder, name)


def _trust(unit: TranslationUnit) -> str:
    if "yes" in unit.values("x-reviewed"):
        return AUTO
    return DOUBTFUL if unit.values("x-confidence") else OWN
