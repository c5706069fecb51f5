"""Files that are checked together → what was found in them, whatever they are."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from termbase.bootstrap import LocalFiles
from termbase.cli._alignment_sources import encoder_for
from termbase.cli._check_inputs import Job
from termbase.cli._declare import Given
from termbase.cli._keyed_pairs import languages_of
from termbase.cli._languages import named_language, placed_language, text_language, text_languages
from termbase.cli._output import Output, counted, listed
from termbase.cli._piped import as_file, as_text, bilingual_ending, piped_bytes
from termbase.cli._progress import done, of_alignment
from termbase.cli._segmentation import wishes_for
from termbase.cli._session import STDIN, called, read_stdin, refuse_two_pipes
from termbase.config.settings import Settings
from termbase.errors import FormatError, InputError
from termbase.formats import format_of
from termbase.model.concept import Glossary
from termbase.model.language import language_tag, speaks
from termbase.model.repair import Repair, Report
from termbase.usecases.align_documents import align_texts, decisions_path, segment_file
from termbase.usecases.catalog_units import catalog_units
from termbase.usecases.check_report import CheckReport, Wishes
from termbase.usecases.check_translation import (
    check_bilingual,
    check_text,
    check_texts,
    check_units,
    rows_as_units,
    with_missing,
)
from termbase.usecases.pair_keys import keys_alone, pair_keys
from termbase.usecases.suspect_texts import suspicions


class _OtherLanguageError(InputError):
    """A file is in none of the languages that were asked for."""


def check_jobs(
    jobs: Sequence[Job], given: Given, settings: Settings, wishes: Wishes, output: Output
) -> tuple[CheckReport, list[InputError]]:
    """Return what was found, and why files among others could not be checked.

    What lies in a folder and is in none of the languages of ``-t`` is left out.

    Raises:
        InputError: If none could be.
    """
    report, refused, others = CheckReport(), list[InputError](), list[InputError]()
    for job in jobs:
        try:
            found = _checked(job, given, settings, wishes, output)
            _refuse_nothing(job, given, found)
            found.files.update(job.paths)
            report.add(found)
        except _OtherLanguageError as error:
            (others if job.found else refused).append(error)
        except InputError as error:
            refused.append(error)
    if len(others) == len(jobs):
        raise others[0]
    if others:
        output.note(f"{counted(len(others), 'file')} in other languages left out")
    if len(refused) + len(others) == len(jobs):
        for other in refused[:-1]:
            output.fail(other)
        raise refused[-1]
    return report, refused


def _refuse_nothing(job: Job, given: Given, found: CheckReport) -> None:
    """Refuse languages that a bilingual file has not: «0 errors» would pass for a good text."""
    asked = " and ".join(one for one in (given["source"], given["target"]) if one)
    asked = asked or ", ".join(found.without)
    read = found.segments or found.unchecked or found.unfinished
    if not asked or read or job.kind not in {"units", "table"}:
        return
    problem = f"{job.paths[0]}: there is nothing to check in {asked}"
    if found.alone:
        remedy = "each of its units has one text; give the source file and its translation"
        raise InputError(f"{problem}; {remedy}")
    raise _OtherLanguageError(f"{problem}; name two languages that it has")


def _checked(
    job: Job, given: Given, settings: Settings, wishes: Wishes, output: Output
) -> CheckReport:
    if job == Job("text", (STDIN,)):
        return _piped(given, settings, wishes)
    if job.kind == "text":
        return _text(job.paths[0], settings, wishes)
    if job.kind == "texts":
        return _texts(job, given, settings, wishes, output)
    if job.kind == "keys":
        return _keys(job, settings, wishes)
    if job.kind == "closed":
        problem = "is a folder that may not be entered"
        raise InputError(f"{job.paths[0]}: {problem}; check its permissions, or --exclude it")
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
    report.unexplained[:] = [replace(one, path="stdin") for one in report.unexplained]
    report.edits.clear()
    return report


def _texts(
    job: Job, given: Given, settings: Settings, wishes: Wishes, output: Output
) -> CheckReport:
    paths = job.paths
    refuse_two_pipes(paths)
    cut = wishes_for({}, settings)
    languages = [named_language(path) or "" for path in paths if job.found]
    languages = languages or text_languages(paths, settings)
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
    tell = of_alignment(given)
    aligned = align_texts(texts[0], texts[1:], decisions=decisions, encode=encode, tell=tell)
    done()
    for line in suspicions(aligned):
        output.note(line)
    return check_texts(aligned, wishes)


def _keys(job: Job, settings: Settings, wishes: Wishes) -> CheckReport:
    """Check a file of texts with keys beside its translation."""
    both = zip(languages_of(*job.paths), job.paths, strict=True)
    placed = [said or named_language(path) for said, path in both]
    source, target = job.languages or text_languages(job.paths, settings, placed)
    read = LocalFiles().read_memory
    ours = list(read(job.paths[0], source=source)[1])
    theirs = list(read(job.paths[1], source=target)[1])
    units = pair_keys(ours, theirs, (source, target))
    report = check_units(job.paths[1], units, source, (target,), wishes)
    if alone := keys_alone(ours, theirs):
        texts = counted(len(alone), "text")
        problem = f"{texts} of a key that {job.paths[0]} has not: {listed(alone)}"
        report.unread.append(Repair(job.paths[1], None, problem, ""))
    return report


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
    named = target if _is_certain(job, asked) else None
    files = LocalFiles()
    if job.kind == "table":
        glossary = _table(path, settings, told)
        spoken = dict.fromkeys(term.language for one in glossary.concepts for term in one.terms)
        if not given["source"] and not any(speaks(one, source) for one in spoken):
            source = next(iter(spoken), source)
        return check_units(path, rows_as_units(glossary), _source(path, source), asked, wishes)
    if files.patches(path):
        return _patchable(job, given, source, asked, wishes, told)
    try:  # what the file says of itself goes before the project
        said = source or None if given["source"] else None
        header, units = files.read_memory(path, source=said, target=named, report=told)
    except FormatError:
        header, units = files.read_memory(path, source=source or None, target=target, report=told)
    if not given["source"] and header.source not in ("", "*all*"):
        source = header.source
    if files.is_bilingual(path):
        units = with_missing(units)
    elif format_of(path, "units").multilingual:
        units = catalog_units(units, source)
    return check_units(path, units, _source(path, source), asked, wishes)


def _table(path: str, settings: Settings, told: Report) -> Glossary:
    """Read a table; what its own heading says of its languages goes before all else."""
    files = LocalFiles()
    with suppress(FormatError):
        return files.read_glossary(path, whole=True, report=told)
    wanted = next(iter(settings.value("targets")), None)
    source = settings.value("source") or None
    return files.read_glossary(path, source=source, target=wanted, whole=True, report=told)


def _patchable(
    job: Job, given: Given, source: str, asked: Sequence[str], wishes: Wishes, told: Report
) -> CheckReport:
    """Check a file whose units have places of their own, which ``--fix`` and ``--notes`` need."""
    files, [path] = LocalFiles(), job.paths
    try:
        spoken, named = source or None, asked[0] if _is_certain(job, asked) else None
        languages, units = files.stream_bilingual(path, source=spoken, target=named, report=told)
        other = named or _wanted(path, languages[1] or placed_language(path) or "", asked)
        named = languages[0] if not given["source"] else ""
        if named == other and source:  # a PO that names no source language is taken for English
            named = source
        tags = language_tag(_source(path, named or source)), language_tag(other)
        return check_bilingual(path, units, tags, wishes)
    except FormatError:
        target = asked[0] if asked else None
        files.read_memory(path, source=source or None, target=target)  # says it more plainly
        raise


def _is_certain(job: Job, asked: Sequence[str]) -> bool:
    """Say whether ``-t`` is of the one file that is named, whatever that says of itself."""
    return len(asked) == 1 and not job.found


def _wanted(path: str, said: str, asked: Sequence[str]) -> str:
    """Return the language of a translation: that of its file, which has to be one of those asked.

    Raises:
        InputError: If nobody names it, or the file is in another one.
    """
    if not said and len(asked) == 1:
        return asked[0]
    if not said:
        raise InputError(f"{path}: its target language is not known; name it with -t")
    if not asked:
        return said
    fits = next((one for one in asked if speaks(said, one)), None)
    if fits is None:
        wanted = " or ".join(asked)
        raise _OtherLanguageError(f"{path}: is in {said}, not in {wanted}; name it with -t")
    return max(said, fits, key=len)  # with its region, whoever names that


def _source(path: str, language: str) -> str:
    if not language:
        raise InputError(f"{path}: its source language is not known; name it with -s")
    return language
