"""``termbase doctor``: whether base, sources and languages are as they should be."""

from __future__ import annotations

import os
import platform
import sqlite3
from typing import Any

from termbase.bootstrap import LocalFiles, terms_of, units_of
from termbase.cli._declare import (
    EXIT_ZERO,
    JSON,
    Argument,
    Command,
    Given,
    Option,
    format_option,
)
from termbase.cli._output import GREEN, RED, Output, counted
from termbase.cli._session import open_given_base, refuse_folder, settings_for
from termbase.config.plans import project_of
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.formats import format_of
from termbase.model.repair import Repair
from termbase.usecases.examine_base import (
    Diagnosis,
    examine_base,
    examine_languages,
    examine_sources,
)
from termbase.usecases.examine_file import examine_file, mend_file
from termbase.version import __version__


def run(given: Given) -> int:
    """Look at FILE, or at the base, the sources and the languages; exit 1 if anything is wrong."""
    if given["file"]:
        return _file(given)
    if given["fix"]:
        raise InputError("--fix mends a file; name it: termbase doctor FILE --fix")
    settings = settings_for(given)
    output = Output(given)
    found = [*_examined(settings)]
    if output.format == "json":
        checks = [one._asdict() for one in found]
        output.json({"schema": "termbase.doctor/1", "checks": checks})
    elif output.format == "tsv":
        for one in found:
            output.row(["ok" if one.well else "wrong", one.what, one.said, one.remedy])
    else:
        for one in found:
            sign = output.paint("✓", GREEN) if one.well else output.paint("✗", RED)
            remedy = f"; {one.remedy}" if one.remedy else ""
            output.print(f"{sign} {one.what}: {one.said}{remedy}")
    return 0 if all(one.well for one in found) else 1


def _file(given: Given) -> int:
    """Say what is wrong with a file; with ``--fix``, mend what is safe to mend."""
    path, files, output = given["file"], LocalFiles(), Output(given)
    refuse_folder(path)
    found = examine_file(path, files)
    if output.format == "json":
        faults = [_record(one) for one in found]
        output.json({"schema": "termbase.doctor-file/1", "faults": faults})
    else:
        for one in found:
            place = path if one.line is None else f"{path}:{one.line}"
            sign = "warning: " if one.doubtful else ""
            action = f"; {one.action}" if one.action else ""
            output.print(f"{place}: {sign}{one.problem}{action}")
    faulty = sum(not one.doubtful for one in found)
    doubts = f", {counted(len(found) - faulty, 'warning')}" if faulty < len(found) else ""
    output.note(f"{path}: {counted(faulty, 'fault') if faulty else 'nothing is wrong'}{doubts}")
    if not faulty or not given["fix"]:
        return 1 if faulty else 0
    form = format_of(path, files.holds(path).replace("text", "concepts"))
    if form.patches or not form.writes:
        raise InputError(f"{path}: {form.name} files are not written anew; mend it by hand")
    kept = _beside(path)
    mends: list[Repair] = []
    mend_file(path, files, kept=kept, report=mends.append)
    output.note(f"wrote {path}; what it was is in {kept}")
    left = [one for one in examine_file(path, files) if not one.doubtful]
    output.note(*(f"  left: {one}" for one in left))
    return 1 if left else 0


def _record(one: Repair) -> dict[str, Any]:
    record: dict[str, Any] = {"path": one.path, "line": one.line, "problem": one.problem}
    return record | ({"warning": True} if one.doubtful else {})


def _beside(path: str) -> str:
    """Return a name for the old file that is known by its ending, too."""
    packed = ".gz" if path.endswith(".gz") else ""
    root, ending = os.path.splitext(path.removesuffix(packed))
    return f"{root}.orig{ending}{packed}"


def _examined(settings: Settings) -> list[Diagnosis]:
    spoken: list[str] = []

    def count() -> tuple[int, int]:
        with open_given_base(settings) as base:
            spoken.extend(sorted({*terms_of(base).term_languages(), *units_of(base).languages()}))
            units_of(base).index.check()
            concepts = sum(terms_of(base).count_concepts().values())
            return sum(one.units for one in units_of(base).memories()), concepts

    versions = f"{__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    found = [Diagnosis("termbase", versions), examine_base(settings.value("base"), count)]
    if settings.root:
        project = project_of(settings)
        found += examine_sources(project)
        spoken = [project.source, *project.targets, *spoken]
    return [*found, *examine_languages(spoken)]


COMMAND = Command(
    name="doctor",
    help="Check a file of another tool, or base, sources and languages; say what needs doing.",
    example="termbase doctor client.tmx",
    arguments=(
        Argument("file", "FILE", "a file to check; without it the base is checked", required=False),
    ),
    options=(
        Option(("--fix",), "mend what is safe to mend in FILE, and keep the old one beside it"),
        format_option("table", "tsv", "json"),
        JSON,
        EXIT_ZERO,
    ),
    run=run,
)
