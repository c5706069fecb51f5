"""The work of ``termbase glossary check``: what is missing, doubled or wrong in a glossary."""

from __future__ import annotations

import json
from dataclasses import asdict

from termbase.bootstrap import LocalFiles
from termbase.cli._check_formats import as_github
from termbase.cli._declare import Given
from termbase.cli._fail_on import failing
from termbase.cli._output import BOLD, Output, counted, wrapped
from termbase.cli._session import settings_for
from termbase.config.plans import project_of
from termbase.errors import InputError
from termbase.usecases.check_glossary import GlossaryReport, check_glossary_files, project_files

_INDENT = "   "


def run(given: Given) -> int:
    """Check the files given, or the glossaries of the project."""
    settings = settings_for(given)
    output = Output(given, table="table", pipe="plain")
    languages = [settings.value("source"), *settings.value("targets")]
    root, paths = "", tuple(given["files"])
    if not paths:
        project = project_of(settings)
        root, paths = project.root, project_files(project, given["glossary"])
        if not paths:
            raise InputError("termbase.toml names no such [[glossary]]; give the files to check")
    elif not (given["source"] and given["target"]):
        languages = []
    rules = given["rule"].split(",") if given["rule"] else None
    report = check_glossary_files(
        paths, LocalFiles(), root=root, languages=[one for one in languages if one], rules=rules
    )
    _print(report, output)
    levels = failing(given)
    failed = any(one.severity.value in levels for one in report.findings)
    return 1 if failed and not given["exit_zero"] else 0


def _print(report: GlossaryReport, output: Output) -> None:
    if output.format == "json":
        findings = [asdict(one) | {"severity": one.severity.value} for one in report.findings]
        envelope = {
            "schema": "termbase.glossary-check/1",
            "concepts": report.concepts,
            "terms": report.terms,
            "findings": findings,
        }
        output.print(json.dumps(envelope, ensure_ascii=False, indent=1))
        return
    if output.format == "github":
        output.print(*([as_github(report.findings)] if report.findings else []))
        return
    for one in report.findings:
        if output.format == "plain":
            output.print(f"{one.place}: {one.rule} {one.message}; {one.remedy}")
            continue
        first, *rest = wrapped(f"{one.place}: {one.rule} {one.message}", output.width)
        output.print(first.replace(f" {one.rule}", f" {output.paint(one.rule, BOLD)}", 1), *rest)
        output.print(*(_INDENT + line for line in wrapped(one.remedy, output.width - len(_INDENT))))
    looked_at = f"{counted(report.concepts, 'concept')}, {counted(report.terms, 'term')} checked"
    more = f" · termbase explain {report.findings[0].rule}" if report.findings else ""
    output.note(f"{counted(len(report.findings), 'finding')} · {looked_at}{more}")
