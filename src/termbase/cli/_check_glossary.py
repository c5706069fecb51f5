"""The work of ``termbase glossary check``: what is missing, doubled or wrong in a glossary."""

from __future__ import annotations

import json
from dataclasses import asdict

from termbase.bootstrap import LocalFiles, terms_of
from termbase.cli._check_formats import as_github
from termbase.cli._declare import Given
from termbase.cli._fail_on import failing
from termbase.cli._names import refuse_unknown_glossary
from termbase.cli._output import BOLD, Output, counted, wrapped
from termbase.cli._session import open_given_base, settings_for
from termbase.config.plans import project_of
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.usecases.check_glossary import (
    GlossaryReport,
    check_glossary_files,
    check_stored_glossaries,
    project_files,
)

_INDENT = "   "


def run(given: Given) -> int:
    """Check the files given, else the glossaries of the project, else those of the base."""
    settings = settings_for(given)
    output = Output(given, table="table", pipe="plain")
    if not given["files"] and not settings.root:
        report = _of_base(given, settings)
    else:
        report = _of_files(given, settings)
    _print(report, output)
    levels = failing(given)
    failed = any(one.severity.value in levels for one in report.findings)
    return 1 if failed else 0


def _of_files(given: Given, settings: Settings) -> GlossaryReport:
    languages = _languages(settings)
    root, paths = "", tuple(given["files"])
    if not paths:
        project = project_of(settings)
        root, paths = project.root, project_files(project, given["glossary"])
        if not paths:
            raise InputError("termbase.toml names no such [[glossary]]; give the files to check")
    elif not (given["source"] and given["target"]):
        languages = []
    return check_glossary_files(
        paths, LocalFiles(), root=root, languages=languages, rules=_rules(given)
    )


def _of_base(given: Given, settings: Settings) -> GlossaryReport:
    languages = _languages(settings) if given["source"] and given["target"] else []
    with open_given_base(settings) as base:
        terms = terms_of(base)
        refuse_unknown_glossary(given["glossary"], terms)
        names = (
            [given["glossary"]] if given["glossary"] else [one.name for one in terms.glossaries()]
        )
        return check_stored_glossaries(names, terms, languages=languages, rules=_rules(given))


def _languages(settings: Settings) -> list[str]:
    every = settings.value("source"), *settings.value("targets")
    return [one for one in every if one]


def _rules(given: Given) -> list[str] | None:
    return given["rule"].split(",") if given["rule"] else None


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
