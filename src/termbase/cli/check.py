"""``termbase check``: mistakes in a translation, each with its place, its rule and its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from termbase.bootstrap import LocalFiles, terms_of, units_of
from termbase.checking import read_plan
from termbase.checking.baseline import beyond, read_baseline, write_baseline
from termbase.cli._alignment_sources import encoder_for
from termbase.cli._check_fix import mend_files
from termbase.cli._check_inputs import Job, jobs_of
from termbase.cli._check_view import print_report
from termbase.cli._declare import (
    CUSTOMER,
    DOMAIN,
    EXIT_ZERO,
    GLOSSARY,
    JSON,
    PROCESS,
    REGION,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Given,
    Option,
    format_option,
)
from termbase.cli._languages import text_language, text_languages
from termbase.cli._names import refuse_unknown_filters, refuse_unknown_glossary
from termbase.cli._output import Output, counted
from termbase.cli._piped import as_file, as_text, bilingual_ending, piped_bytes
from termbase.cli._progress import counter, done
from termbase.cli._segmentation import wishes_for
from termbase.cli._session import (
    STDIN,
    called,
    open_given_base,
    read_stdin,
    refuse_two_pipes,
    settings_for,
)
from termbase.cli._wish import wish_of
from termbase.config.settings import Settings
from termbase.errors import FormatError, InputError, StoreNotFoundError
from termbase.model.concept import Concept, Glossary
from termbase.model.finding import Severity
from termbase.model.language import language_tag, speaks
from termbase.model.repair import Repair, Report
from termbase.model.unit import TranslationUnit
from termbase.usecases.align_documents import align_texts, decisions_path, segment_file
from termbase.usecases.check_report import CheckReport, Wishes
from termbase.usecases.check_translation import (
    check_bilingual,
    check_text,
    check_texts,
    check_units,
    rows_as_units,
)
from termbase.usecases.list_concepts import Wish, held_to
from termbase.usecases.mend_findings import with_notes
from termbase.usecases.suspect_texts import suspicions

_LEVELS = [one.value for one in Severity]


def run(given: Given) -> int:
    """Check translations against their sources, texts by themselves, and both by the glossaries."""
    client = wish_of(given)
    settings = settings_for(given)
    output = Output(given, table="table", pipe="plain")
    wishes = _wishes(given, settings, client, output)
    if given["fix"] and STDIN in given["files"]:
        raise InputError("--fix writes into files, and what is piped in is none; name a file")
    jobs = jobs_of(given["files"], settings, given["include"], given["exclude"])
    report = CheckReport()
    for job in jobs:
        found = _checked(job, given, settings, wishes, output)
        _refuse_nothing(job, given, found)
        report.add(found)
    done()
    if given["baseline"]:
        _leave_known(report, given, output)
    elif given["update_baseline"]:
        raise InputError("--update-baseline writes the file of --baseline; name it")
    if given["notes"]:
        _write_notes(jobs, report, given["notes"], output)
    if given["fix"]:
        return mend_files(report, given, output)
    failing = _LEVELS[_LEVELS.index(given["fail_on"] or "warning") :]
    print_report(report, output, failing)
    _say_more(report, output)
    failed = any(one.severity.value in failing for one in report.findings)
    return 1 if failed and not given["exit_zero"] else 0


def _refuse_nothing(job: Job, given: Given, found: CheckReport) -> None:
    """Refuse languages that a bilingual file has not: «0 errors» would pass for a good text."""
    asked = " and ".join(one for one in (given["source"], given["target"]) if one)
    if asked and job.kind in {"units", "table"} and not found.segments and not found.unchecked:
        raise InputError(
            f"{job.paths[0]}: there is nothing to check in {asked}; name two languages that it has"
        )


def _say_more(report: CheckReport, output: Output) -> None:
    for name in sorted(report.unchecked):
        output.note(f"«{name}» names no language; its texts were not checked")
    for place in report.unexplained:
        output.note(f"{place}: «termbase: ignore» needs a reason behind it; it was not obeyed")
    output.note(*(f"not checked: {one}" for one in report.unread))
    if report.ignored:
        output.note(f"{counted(report.ignored, 'finding')} ignored, as the project says")


def _leave_known(report: CheckReport, given: Given, output: Output) -> None:
    """Take out of a report what its baseline knows, or write the baseline anew."""
    files, path = LocalFiles(), given["baseline"]
    if given["update_baseline"]:
        files.write_bytes(path, write_baseline(report.findings))
        output.note(f"wrote {path}: {counted(len(report.findings), 'finding')} known from now on")
        report.findings.clear()
        return
    data = files.read_bytes(path)
    if data is None:
        raise InputError(f"{path}: there is no such baseline; write it with --update-baseline")
    fresh = beyond(report.findings, read_baseline(path, data))
    output.note(f"{counted(len(report.findings) - len(fresh), 'finding')} known from {path}")
    report.findings[:] = fresh


def _write_notes(jobs: list[Job], report: CheckReport, path: str, output: Output) -> None:
    if len(jobs) != 1 or jobs[0].kind != "units":
        raise InputError("--notes writes a copy of one bilingual file; give that file alone")
    LocalFiles().write_bytes(path, with_notes(jobs[0].paths[0], report, LocalFiles()))
    output.note(f"wrote {path}: {counted(len(report.units), 'unit')} with notes")


def _wishes(given: Given, settings: Settings, client: Wish, output: Output) -> Wishes:
    plan = read_plan(settings.file.get("check", {}))
    presets = _listed(given["preset"])
    only = _listed(given["rule"]) if given["rule"] else None
    wishes = Wishes((), plan, presets, only, counter("segments checked", given))
    wishes.choice("und")  # a wrong name is told before anything is read
    concepts = _concepts(given, settings, client, output)
    return replace(wishes, concepts=concepts, memory=lambda: _memory(settings))


def _memory(settings: Settings) -> Iterator[TranslationUnit]:
    with open_given_base(settings) as base:
        yield from units_of(base).all_units()


def _listed(written: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in (written or "").split(",") if one.strip())


def _concepts(given: Given, settings: Settings, client: Wish, output: Output) -> list[Concept]:
    try:
        with open_given_base(settings) as base:
            refuse_unknown_glossary(given["glossary"], terms_of(base))
            if any(client):
                refuse_unknown_filters(given, client.project, terms_of(base))
            concepts = terms_of(base).all_concepts(given["glossary"])
            return [kept for _, one in concepts if (kept := held_to(one, client))]
    except StoreNotFoundError as error:
        if given["base"] or given["glossary"]:
            raise
        output.note(f"no glossary is used: {error}")
        return []


def _checked(
    job: Job, given: Given, settings: Settings, wishes: Wishes, output: Output
) -> CheckReport:
    if job == Job("text", (STDIN,)):
        return _piped(given, settings, wishes)
    if job.kind == "text":
        return _text(job.paths[0], settings, wishes)
    if job.kind == "texts":
        return _texts(job.paths, given, settings, wishes, output)
    if job.kind == "concepts":
        raise InputError(f"{job.paths[0]}: is a glossary; give a translation")
    return _units(job, given, settings, wishes)


def _text(path: str, settings: Settings, wishes: Wishes, text: str | None = None) -> CheckReport:
    language = text_language(path, settings)
    cut = wishes_for({}, settings)
    name = called(path)
    return check_text(segment_file(name, language, LocalFiles(), rules=cut, text=text), wishes)


def _piped(given: Given, settings: Settings, wishes: Wishes) -> CheckReport:
    """Check what is piped in: a bilingual file, or one text."""
    data = piped_bytes()
    if not data.strip():
        raise InputError("stdin is empty; pipe a text or a bilingual file into «termbase check -»")
    ending = bilingual_ending(data)
    if not ending:
        return _text(STDIN, settings, wishes, as_text(data))
    with as_file(data, ending) as path:
        kind = "table" if ending == ".tsv" else "units"
        report = _units(Job(kind, (path,)), given, settings, wishes)
    report.findings[:] = [
        replace(one, place=replace(one.place, path="stdin")) if one.place else one
        for one in report.findings
    ]
    report.unread[:] = [replace(one, path="stdin") for one in report.unread]
    report.edits.clear()
    return report


def _texts(
    paths: tuple[str, ...], given: Given, settings: Settings, wishes: Wishes, output: Output
) -> CheckReport:
    refuse_two_pipes(paths)
    cut = wishes_for({}, settings)
    languages = text_languages(paths, settings)
    texts = [
        segment_file(
            called(path),
            language,
            LocalFiles(),
            rules=cut,
            text=read_stdin() if path == STDIN else None,
        )
        for path, language in zip(paths, languages, strict=True)
    ]
    decisions = LocalFiles().read_decisions(decisions_path(paths[0], languages[0]))
    encode = encoder_for(settings, given)
    aligned = align_texts(texts[0], texts[1:], decisions=decisions, encode=encode)
    done()
    for line in suspicions(aligned):
        output.note(line)
    return check_texts(aligned, wishes)


def _units(job: Job, given: Given, settings: Settings, wishes: Wishes) -> CheckReport:
    repairs: list[Repair] = []
    report = _units_of(job, given, settings, wishes, repairs.append)
    report.unread += [one for one in dict.fromkeys(repairs) if one.rejected]
    return report


def _units_of(
    job: Job, given: Given, settings: Settings, wishes: Wishes, told: Report
) -> CheckReport:
    [path] = job.paths
    asked: Any = settings.value("targets") if given["target"] else ()
    source: str = settings.value("source")
    target = asked[0] if asked else None
    files = LocalFiles()
    if job.kind == "table":
        glossary = _table(path, settings, told)
        spoken = dict.fromkeys(term.language for one in glossary.concepts for term in one.terms)
        if not given["source"] and not any(speaks(one, source) for one in spoken):
            source = next(iter(spoken), source)
        return check_units(path, rows_as_units(glossary), _source(path, source), asked, wishes)
    if files.patches(path):
        return _patchable(path, given, source, target, wishes, told)
    header, units = files.read_memory(path, source=source or None, target=target, report=told)
    if not given["source"] and header.source not in ("", "*all*"):
        source = header.source
    return check_units(path, units, _source(path, source), asked, wishes)


def _table(path: str, settings: Settings, told: Report) -> Glossary:
    """Read a table; what its own heading says of its languages goes before all else."""
    files = LocalFiles()
    with suppress(FormatError):
        return files.read_glossary(path, report=told)
    wanted = next(iter(settings.value("targets")), None)
    source = settings.value("source") or None
    return files.read_glossary(path, source=source, target=wanted, report=told)


def _patchable(
    path: str, given: Given, source: str, target: str | None, wishes: Wishes, told: Report
) -> CheckReport:
    """Check a file whose units have places of their own, which ``--fix`` and ``--notes`` need."""
    files = LocalFiles()
    try:
        spoken = source or None
        languages, units = files.stream_bilingual(path, source=spoken, target=target, report=told)
        named = languages[0] if not given["source"] else ""
        other = target or languages[1]
        if not other:
            raise InputError(f"{path}: its target language is not known; name it with -t")
        tags = language_tag(_source(path, named or source)), language_tag(other)
        return check_bilingual(path, units, tags, wishes)
    except FormatError:
        files.read_memory(path, source=source or None, target=target)  # says it more plainly
        raise


def _source(path: str, language: str) -> str:
    if not language:
        raise InputError(f"{path}: its source language is not known; name it with -s")
    return language


COMMAND = Command(
    name="check",
    help="Check a translation: terms, numbers, what is left untranslated or empty.",
    example="termbase check article.fr.txt article.en.txt -s fr -t en",
    arguments=(
        Argument(
            "files",
            "FILE…",
            "a text and its translation, one text alone, bilingual files, folders, or - for stdin",
            many=True,
        ),
    ),
    options=(
        SOURCE,
        TARGET,
        GLOSSARY,
        DOMAIN,
        CUSTOMER,
        REGION,
        PROCESS,
        Option(("--preset",), "more rules: strict, typography, or both", "NAMES"),
        Option(("--rule",), "only these rules, such as T101,T201", "IDS"),
        Option(("--include",), "in folders only these files, such as *.po,*.xliff", "PATTERNS"),
        Option(("--exclude",), "in folders not these files", "PATTERNS"),
        Option(("--baseline",), "leave alone the findings that FILE knows", "FILE"),
        Option(("--update-baseline",), "write all findings to the file of --baseline"),
        Option(("--fix",), "show what can safely be mended, and ask before it is written"),
        Option(("--yes",), "write what --fix shows without asking"),
        Option(("--notes",), "write a copy of an XLIFF or PO with the findings as notes", "FILE"),
        Option(
            ("--fail-on",),
            "exit 1 from this severity on; warning without it",
            "LEVEL",
            choices=tuple(_LEVELS),
        ),
        format_option("table", "plain", "json", "sarif", "github", "junit", "html"),
        JSON,
        EXIT_ZERO,
    ),
    run=run,
)
