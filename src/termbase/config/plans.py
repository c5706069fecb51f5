"""What a project file plans: memories, glossaries, segmentation, regions, an encoder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from termbase.config.settings import Settings
from termbase.config.tables import (
    PROJECT_FILE,
    list_of,
    needed,
    refuse_others,
    tables_of,
    wrong,
)
from termbase.errors import ConfigError, UnknownLanguageError
from termbase.model.language import language_tag

if TYPE_CHECKING:
    from termbase.model.project import GlossaryPlan, MemoryPlan, Project, SegmentationPlan

_SEGMENTATION_CHOICES = {"newline": ("wrap", "break"), "quotes": ("split", "keep")}


def segmentation_of(settings: Settings) -> SegmentationPlan:
    """Return how the project of these settings cuts its texts; paths are those of its files.

    Raises:
        ConfigError: If the table has a key or a value that it cannot have.
    """
    from termbase.model.project import SegmentationPlan

    table = settings.file.get("segmentation", {})
    if not isinstance(table, dict):
        raise wrong("[segmentation]", "is no table", "write [segmentation] on a line of its own")
    for name in sorted(table.keys() - set(SegmentationPlan._fields)):
        known = ", ".join(SegmentationPlan._fields)
        raise wrong("[segmentation]", f"knows no «{name}»", f"it knows {known}")
    for name, choices in _SEGMENTATION_CHOICES.items():
        if table.get(name, choices[0]) not in choices:
            raise wrong(
                "[segmentation]", f"{name} is «{table[name]}»", f"use {' or '.join(choices)}"
            )
    lists = table.get("abbreviations", [])
    if not isinstance(lists, list) or not all(isinstance(one, str) for one in lists):
        raise wrong("[segmentation]", "abbreviations is no list", 'write ["my.txt"]')
    if not isinstance(table.get("srx", ""), str):
        raise wrong("[segmentation]", "srx is no file name", 'write srx = "my.srx"')
    root = settings.root or ""
    srx = table.get("srx") and os.path.join(root, table["srx"])
    files = tuple(os.path.join(root, one) for one in lists)
    return SegmentationPlan(
        table.get("newline", "wrap"), table.get("quotes", "split"), srx or "", files
    )


def regions_of(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the tag with a region that the project gives to a language: ``[regions]``.

    Raises:
        ConfigError: If the table holds something that is no language.
    """
    table = settings.file.get("regions", {})
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise wrong("[regions]", "is no table of languages", 'write fr = "fr-CA"')
    try:
        return tuple((language_tag(name), language_tag(tag)) for name, tag in table.items())
    except UnknownLanguageError as error:
        raise ConfigError(f"{PROJECT_FILE}: [regions] {error}") from error


def encoder_of(settings: Settings) -> str:
    """Return the name of the encoder that the project of these settings aligns with, or nothing.

    Raises:
        ConfigError: If ``[alignment]`` has a key or a value that it cannot have.
    """
    table = settings.file.get("alignment", {})
    if not isinstance(table, dict):
        raise wrong("[alignment]", "is no table", "write [alignment] on a line of its own")
    refuse_others(table, ("encoder",), "[alignment]")
    name = table.get("encoder", "")
    if not isinstance(name, str):
        raise wrong("[alignment]", f"encoder is «{name}»", 'write encoder = "name"')
    return name


def project_of(settings: Settings) -> Project:
    """Return what the project of these settings builds.

    Raises:
        ConfigError: If there is no project, or its file does not say enough.
    """
    from termbase.model.project import Project

    if settings.root is None:
        raise ConfigError(f"there is no {PROJECT_FILE} here or above; run «termbase init»")
    if not settings.value("source") or not settings.value("targets"):
        raise wrong("[project]", "names no source and targets", 'write source = "fr"')
    return Project(
        root=settings.root,
        source=settings.value("source"),
        targets=tuple(settings.value("targets")),
        date=settings.value("date"),
        author=settings.value("author"),
        memories=tuple(_memory_plan(one) for one in tables_of(settings.file, "memory")),
        glossaries=tuple(
            _glossary_plan(one, settings.root) for one in tables_of(settings.file, "glossary")
        ),
    )


def _memory_plan(table: dict[str, Any]) -> MemoryPlan:
    from termbase.model.project import DocumentPlan, MemoryPlan

    refuse_others(table, ("name", "output", "documents"), "[[memory]]")
    documents = []
    for one in list_of(table, "documents", "[[memory]]"):
        path = needed(one, "path", "documents")
        refuse_others(one, ("path", "reviewed"), "documents")
        reviewed = one.get("reviewed", False)
        if not isinstance(reviewed, bool):
            raise wrong("documents", f"reviewed is «{reviewed}»", "write true or false")
        documents.append(DocumentPlan(path, reviewed))
    name, output = (needed(table, key, "[[memory]]") for key in ("name", "output"))
    return MemoryPlan(name, output, tuple(documents))


def _glossary_plan(table: dict[str, Any], root: str) -> GlossaryPlan:
    from termbase.model.project import GlossaryPlan

    refuse_others(table, ("name", "sources", "outputs"), "[[glossary]]")
    needed(table, "sources", "[[glossary]]")
    return GlossaryPlan(
        name=needed(table, "name", "[[glossary]]"),
        sources=tuple(_files(list_of(table, "sources", "[[glossary]]"), root)),
        outputs=tuple(list_of(table, "outputs", "[[glossary]]")),
    )


def _files(patterns: list[str], root: str) -> Iterator[str]:
    """Yield the files that names and patterns mean; what names none stays, to be missed by name."""
    from glob import glob

    for pattern in patterns:
        found = sorted(glob(pattern, root_dir=root)) if "*" in pattern else []
        yield from (one.replace(os.sep, "/") for one in found or [pattern])
