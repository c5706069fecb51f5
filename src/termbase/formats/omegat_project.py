"""The folder of an OmegaT project into where its memories and glossaries lie, and its languages.

The one fact to remember: the project is only read; what the user writes into (the writable
glossary) is named so that nobody overwrites it.

Source: OmegaT 6 handbook, «Project folder».
"""

from __future__ import annotations

import os
from typing import NamedTuple

from termbase.formats._xml import local, records, text_of

FILE = "omegat.project"
_DEFAULT = "__DEFAULT__"
_PLACES = {"tm_dir": "tm", "glossary_dir": "glossary"}


class OmegatProject(NamedTuple):
    """What a folder says of its project.

    Attributes:
        source, target: Its languages; empty where there is no project file.
        memories, glossaries: Folders.
        writable: The glossary that the user writes into.
    """

    source: str
    target: str
    memories: str
    glossaries: str
    writable: str


def read_project(folder: str) -> OmegatProject:
    """Return what an OmegaT project says of itself; without its file, what is usual.

    Args:
        folder: That of the project.

    Raises:
        FormatError: If the file is not well-formed.
    """
    said: dict[str, str] = {}
    path = os.path.join(folder, FILE)
    if os.path.isfile(path):
        wanted = {"source_lang", "target_lang", "glossary_file", *_PLACES}
        for element in records(path, {"omegat"}, wanted):
            said[local(element)] = text_of(element).strip()
    memories, glossaries = (
        _place(folder, said.get(name, _DEFAULT), usual) for name, usual in _PLACES.items()
    )
    writable = _place(folder, said.get("glossary_file", _DEFAULT), "")
    return OmegatProject(
        said.get("source_lang", ""),
        said.get("target_lang", ""),
        memories,
        glossaries,
        writable or os.path.join(glossaries, "glossary.txt"),
    )


def _place(folder: str, said: str, usual: str) -> str:
    named = usual if said in {_DEFAULT, ""} else said.replace("\\", "/")
    return os.path.normpath(os.path.join(folder, named)) if named else ""
