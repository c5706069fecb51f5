"""The work of ``termbase import``: memories and glossaries of other tools into the base."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

from termbase.bootstrap import LocalFiles, PendingFiles, units_of
from termbase.cli._declare import Given
from termbase.cli._import_concepts import ConceptDesk
from termbase.cli._import_report import write_reports
from termbase.cli._output import Output, counted
from termbase.cli._progress import counter, done
from termbase.cli._session import (
    changing_base,
    refuse_folder,
    refuse_input,
    refuse_place,
    settings_for,
)
from termbase.errors import InputError
from termbase.model.language import language_tag
from termbase.ports.units import UnitStore
from termbase.usecases.import_files import ImportReport, import_units

_MUCH = 1_000_000
"""Files of so many bytes may give more than the base keeps in memory before it is written."""


class _OnlyTriedError(Exception):
    """Ends a transaction that was only tried."""


@contextmanager
def _without_collector() -> Iterator[None]:
    """Look for no cycles: what is read has none, and looking takes an eighth of the time."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


@_without_collector()
def run(given: Given) -> int:
    """Import every FILE into the base, all of them or none."""
    settings = settings_for(given)
    output = Output(given)
    for option in ("report", "rejected"):
        if given[option]:
            refuse_place(given[option])
            refuse_input(given[option], (*given["files"], settings.value("base")), f"--{option}")
    kinds = [(file, _kind(file)) for file in given["files"]]
    fresh = not os.path.exists(settings.value("base"))
    path = ":memory:" if given["dry_run"] and fresh else settings.value("base")
    reports: list[ImportReport] = []
    settled: list[str] = []
    files = PendingFiles()
    try:
        much = sum(os.path.getsize(one) for one, _ in kinds if os.path.isfile(one)) > _MUCH
        with changing_base(path, much=much) as base:
            desk = ConceptDesk(given, settings, base, files, settled)
            for file, kind in kinds:
                if kind == "units":
                    reports.append(_units(file, given, units_of(base)))
                else:
                    reports.append(desk.import_file(file))
            if given["dry_run"]:
                raise _OnlyTriedError
            # Before the commit, so that a base that refuses leaves the tables as they were.
            settled += [f"wrote {os.path.relpath(one)}" for one in files.flush()]
    except _OnlyTriedError:
        output.note("nothing was written (--dry-run)")
    for report in reports:
        _tell(report, output)
    write_reports(reports, given, output)
    output.note(*settled)
    output.detail(f"base: {settings.value('base')}")
    return 0


def _kind(file: str) -> str:
    refuse_folder(file)
    if os.path.isfile(file) and not os.path.getsize(file):
        raise InputError(f"{file}: the file is empty; nothing was imported")
    holds = LocalFiles().holds(file)
    return "concepts" if holds == "text" else holds


def _units(file: str, given: Given, units: UnitStore) -> ImportReport:
    report = import_units(
        file,
        LocalFiles(),
        units,
        into=given["into"] or "",
        source=_tag(given["source"]),
        target=_tag(given["target"]),
        merge=given["merge"] or "add",
        watch=counter(file, given),
    )
    done()
    return report


def _tag(language: str | None) -> str | None:
    return language_tag(language) if language else None


def _tell(report: ImportReport, output: Output) -> None:
    """Say what became of a file: the figures on stdout, each repair and conflict on stderr."""
    what = "memory" if report.kind == "units" else "glossary"
    figures = [f"+ {report.new} new", f"~ {report.changed} changed", f"= {report.equal} same"]
    figures += [f"! {counted(len(report.conflicts), 'conflict')}"] if report.conflicts else []
    figures += [f"{report.skipped} skipped"] if report.skipped else []
    mended = len(report.repairs) - report.rejected
    figures += [f"{mended} repaired"] if mended else []
    figures += [f"– {report.rejected} rejected"] if report.rejected else []
    kind = report.kind
    output.print(f"{report.path}: {kind} → {what} «{report.name}»: {'   '.join(figures)}")
    output.tell(report.repairs)
