"""``termbase doctor``: whether base, sources and languages are as they should be."""

from __future__ import annotations

import platform
import sqlite3

from termbase.bootstrap import terms_of, units_of
from termbase.cli._declare import JSON, Command, Given, format_option
from termbase.cli._output import GREEN, RED, Output
from termbase.cli._session import open_given_base, settings_for
from termbase.config import Settings, project_of
from termbase.usecases.examine_base import (
    Diagnosis,
    examine_base,
    examine_languages,
    examine_sources,
)
from termbase.version import __version__


def run(given: Given) -> int:
    """Look at the base, the sources and the languages; exit 1 if something needs doing."""
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


def _examined(settings: Settings) -> list[Diagnosis]:
    def count() -> tuple[int, int]:
        with open_given_base(settings) as base:
            concepts = sum(terms_of(base).count_concepts().values())
            return sum(one.units for one in units_of(base).memories()), concepts

    versions = f"{__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    found = [Diagnosis("termbase", versions), examine_base(settings.value("base"), count)]
    if settings.root:
        project = project_of(settings)
        found += [*examine_sources(project), *examine_languages((project.source, *project.targets))]
    return found


COMMAND = Command(
    name="doctor",
    help="Check base, sources and languages; say what needs doing.",
    example="termbase doctor",
    arguments=(),
    options=(format_option("table", "tsv", "json"), JSON),
    run=run,
)
