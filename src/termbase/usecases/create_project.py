"""A folder becomes a project: its ``termbase.toml`` and the places for sources and products."""

from __future__ import annotations

import os
from collections.abc import Sequence

from termbase.errors import InputError
from termbase.ports.files import Files

_TOML = """\
# What this project is made of; «termbase build» makes it, docs/reference/settings.md explains it.

[project]
name = {name}
source = "{source}"
targets = [{targets}]
date = {date}        # of all that is built; change it when the content changes
author = {author}

# [[memory]]
# name = {name}
# output = "tm/memory.tmx"
# documents = [
#     {{ path = "tm/sources/article.{{lang}}.txt", reviewed = false }},
# ]

# [[glossary]]
# name = {name}
# sources = ["glossary/sources/terms.tsv"]
# outputs = ["glossary/terms.tbx", "glossary/terms.csv"]
"""
_IGNORED = "termbase.db\ntermbase.db-*\n"


def create_project(
    root: str,
    files: Files,
    *,
    source: str,
    targets: Sequence[str],
    date: str,
    author: str = "",
    base: str = "termbase.db",
) -> list[str]:
    """Make a project of a folder; nothing that is there is changed.

    Args:
        root: The folder.
        files: Writes.
        source, targets: Its languages.
        date: ``YYYY-MM-DD``.
        author: Who answers for it.
        base: Name of its base, which git shall ignore.

    Returns:
        What was made, relative to the folder.

    Raises:
        InputError: If there is a project already, or no folder.
    """
    if not os.path.isdir(root):
        raise InputError(f"{root}: is no folder; make it first")
    if source in targets or len(set(targets)) < len(targets):
        raise InputError(f"a language is named twice: {source} → {','.join(targets)}")
    settings = os.path.join(root, "termbase.toml")
    if os.path.exists(settings):
        raise InputError(f"{settings}: is there already; edit it, or choose another folder")
    text = _TOML.format(
        name=_quoted(os.path.basename(os.path.abspath(root)) or "project"),
        source=source,
        targets=", ".join(f'"{one}"' for one in targets),
        date=date,
        author=_quoted(author),
    )
    made = []
    for folder in ("glossary/sources", "tm/sources"):
        if not os.path.isdir(os.path.join(root, folder)):
            os.makedirs(os.path.join(root, folder))
            made.append(folder.split("/")[0] + "/")
    ignore = os.path.join(root, ".gitignore")
    known = (files.read_bytes(ignore) or b"").decode("utf-8", "surrogateescape")
    if base not in known.splitlines():
        glue = "" if not known or known.endswith("\n") else "\n"
        data = (known + glue + _IGNORED).encode("utf-8", "surrogateescape")
        files.write_bytes(ignore, data)
        made.append(".gitignore")
    files.write_bytes(settings, text.encode())
    return ["termbase.toml", *made]


def _quoted(text: str) -> str:
    """Return a text as a TOML string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else " " for sign in escaped) + '"'
