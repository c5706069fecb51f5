"""The work of ``termbase check``: mistakes, each with its place, its rule and its remedy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial

from termbase.bootstrap import LocalFiles, terms_of, units_of
from termbase.checking import KnownTerms, read_plan
from termbase.cli._check_inputs import Job, State, jobs_of, state_of
from termbase.cli._check_jobs import check_jobs
from termbase.cli._check_view import print_report
from termbase.cli._declare import Given
from termbase.cli._fail_on import failing
from termbase.cli._names import refuse_unknown_filters, refuse_unknown_glossary
from termbase.cli._output import Output, counted
from termbase.cli._progress import counter, done
from termbase.cli._session import STDIN, called, open_given_base, refuse_input, settings_for
from termbase.cli._wish import wish_of
from termbase.config.settings import Settings
from termbase.errors import FormatError, InputError, StoreNotFoundError
from termbase.model.repair import Repair
from termbase.model.unit import TranslationUnit
from termbase.usecases.check_report import CheckReport, Wishes
from termbase.usecases.list_concepts import Wish, held_to

_NO_STATUS = (
    "no term of the glossary has a status, or all are candidates: none is demanded or refused"
    " (termbase explain T103)"
)


def run(given: Given) -> int:
    """Check translations against their sources, texts by themselves, and both by the glossaries."""
    client = wish_of(given)
    settings = settings_for(given)
    output = Output(given, table="table", pipe="plain")
    wishes = _wishes(given, settings, client, output)
    if given["fix"]:
        _refuse_to_mend(given, output)
    jobs = jobs_of(given["files"], settings, given["include"], given["exclude"])
    read = [path for job in jobs for path in job.paths]
    for written in ("notes", "baseline"):
        refuse_input(given[written], read, f"--{written}")
    seen = {path: state_of(path) for path in read} if given["fix"] else {}
    report, refused = check_jobs(jobs, given, settings, wishes, output)
    done()
    if refused and given["update_baseline"]:
        raise InputError(f"no baseline is written, for it would not know all files: {refused[0]}")
    report.refused = list(map(str, refused))
    code = _reported(jobs, report, given, output, seen)
    for error in refused:
        output.fail(error)
    return 2 if refused else code


def _refuse_to_mend(given: Given, output: Output) -> None:
    """Refuse ``--fix`` where there is no file to mend, or no diff to show."""
    if STDIN in given["files"]:
        raise InputError("--fix writes into files, and what is piped in is none; name a file")
    if output.format not in {"table", "plain"}:
        problem = f"--fix shows a diff, which is no {output.format}"
        raise InputError(f"{problem}; run check with -f {output.format} before or after it")


def _reported(
    jobs: list[Job], report: CheckReport, given: Given, output: Output, seen: dict[str, State]
) -> int:
    """Mend or print what was found; return the exit code."""
    if given["baseline"]:
        _leave_known(report, given, output)
    elif given["update_baseline"]:
        raise InputError("--update-baseline writes the file of --baseline; name it")
    if given["notes"]:
        _write_notes(jobs, report, given["notes"], output)
    if given["fix"]:
        from termbase.cli._check_fix import mend_files

        return mend_files(report, given, output, seen)
    levels = failing(given)
    print_report(report, output, levels, counts=given["output"] not in (None, "-"))
    _say_more(report, output)
    failed = any(one.severity.value in levels for one in report.findings)
    return 1 if failed else 0


def _say_more(report: CheckReport, output: Output) -> None:
    for name in sorted(report.unchecked):
        output.note(f"«{name}» names no language; its texts were not checked")
    for place in report.unexplained:
        output.note(f"{place}: «termbase: ignore» needs a reason behind it; it was not obeyed")
    output.note(*(f"not checked: {one}" for one in report.unread))
    if report.unfinished:
        output.note(f"not checked: {counted(report.unfinished, 'fuzzy translation')}")
    if report.ignored:
        output.note(f"{counted(report.ignored, 'finding')} ignored, as the project or a note says")


def _leave_known(report: CheckReport, given: Given, output: Output) -> None:
    """Take out of a report what its baseline knows, or write the baseline anew."""
    from termbase.checking.baseline import beyond, read_baseline, write_baseline

    files, path = LocalFiles(), given["baseline"]
    folder = os.path.dirname(os.path.abspath(path))
    from_here = partial(_path_from, folder)
    if given["update_baseline"]:
        checked = {from_here(called(one)) for one in report.files}
        others = _known_of_others(path, folder, checked)
        files.write_bytes(path, write_baseline(report.findings, from_here, others))
        stays = f"; {sum(others.values())} of files not checked here stay" if others else ""
        said = f"{counted(len(report.findings), 'finding')} known from now on{stays}"
        output.note(f"wrote {path}: {said}")
        report.findings.clear()
        report.edits.clear()
        return
    data = files.read_bytes(path)
    if data is None:
        raise InputError(f"{path}: there is no such baseline; write it with --update-baseline")
    fresh = beyond(report.findings, read_baseline(path, data), from_here)
    output.note(f"{counted(len(report.findings) - len(fresh), 'finding')} known from {path}")
    report.findings[:] = fresh
    unknown = set(map(id, fresh))
    report.edits[:] = [edit for edit in report.edits if id(edit.finding) in unknown]


def _known_of_others(path: str, folder: str, checked: set[str]) -> dict[str, int]:
    """Return what a baseline knows of files that are there, or were piped in, and not checked."""
    from termbase.checking.baseline import of_others, read_baseline

    data = LocalFiles().read_bytes(path)
    with suppress(FormatError):
        known = read_baseline(path, data) if data else {}
        piped = called(STDIN)  # lies nowhere, and is somebody's work all the same
        return of_others(
            known,
            lambda one: (
                one not in checked and (one == piped or os.path.exists(os.path.join(folder, one)))
            ),
        )
    return {}


def _path_from(folder: str, path: str) -> str:
    """Return the path from a folder to a file; as it is for stdin and on another drive."""
    if path == called(STDIN):
        return path
    with suppress(ValueError):
        path = os.path.relpath(path, folder)
    return path.replace(os.sep, "/")


def _write_notes(jobs: list[Job], report: CheckReport, path: str, output: Output) -> None:
    if len(jobs) != 1 or jobs[0].kind != "units":
        raise InputError("--notes writes a copy of one bilingual file; give that file alone")
    from termbase.usecases.mend_findings import with_notes

    repairs: list[Repair] = []
    data = with_notes(jobs[0].paths[0], report, LocalFiles(), repairs.append)
    LocalFiles().write_bytes(path, data)
    output.tell(repairs)
    output.note(f"wrote {path}: {counted(len(report.units), 'unit')} with notes")


def _wishes(given: Given, settings: Settings, client: Wish, output: Output) -> Wishes:
    below = _path_from(settings.root, ".") if settings.root else ""
    plan = replace(read_plan(settings.file.get("check", {})), below=below)
    presets = _listed(given["preset"])
    only = _listed(given["rule"]) if given["rule"] else None
    wishes = Wishes(KnownTerms(), plan, presets, only, counter("segments checked", given))
    wishes.choice("und")  # a wrong name is told before anything is read
    terms = _terms(given, settings, client, output)
    return replace(wishes, terms=terms, memory=lambda: _memory(settings))


def _memory(settings: Settings) -> Iterator[TranslationUnit]:
    with open_given_base(settings) as base:
        yield from units_of(base).all_units()


def _listed(written: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in (written or "").split(",") if one.strip())


def _terms(given: Given, settings: Settings, client: Wish, output: Output) -> KnownTerms:
    try:
        with open_given_base(settings) as base:
            refuse_unknown_glossary(given["glossary"], terms_of(base))
            if any(client):
                refuse_unknown_filters(given, client.project, terms_of(base))
            listing = terms_of(base).listing(given["glossary"], partial(held_to, wish=client))
    except StoreNotFoundError as error:
        if given["base"] or given["glossary"]:
            raise
        output.note(f"no glossary is used: {error}")
        return KnownTerms()
    known = KnownTerms(listing, listing.index)
    if known and not any(term.enforced for concept in listing for term in concept.terms):
        output.note(_NO_STATUS)
    return known
