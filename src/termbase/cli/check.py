"""``termbase check``: mistakes in a translation, each with its place, its rule and its remedy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from termbase.bootstrap import LocalFiles, terms_of
from termbase.checking import read_plan
from termbase.cli._alignment_sources import encoder_for
from termbase.cli._check_view import print_report
from termbase.cli._declare import (
    EXIT_ZERO,
    GLOSSARY,
    JSON,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Given,
    Option,
    format_option,
)
from termbase.cli._languages import text_language, text_languages
from termbase.cli._names import refuse_unknown_glossary
from termbase.cli._output import Output
from termbase.cli._progress import counter, done
from termbase.cli._segmentation import wishes_for
from termbase.cli._session import open_given_base, settings_for
from termbase.config import Settings
from termbase.errors import InputError, StoreNotFoundError
from termbase.model.concept import Concept
from termbase.model.finding import Severity
from termbase.usecases.align_documents import align_texts, decisions_path, segment_file
from termbase.usecases.check_translation import (
    CheckReport,
    Wishes,
    check_text,
    check_texts,
    check_units,
)

_LEVELS = [one.value for one in Severity]


def run(given: Given) -> int:
    """Check translations against their sources, texts by themselves, and both by the glossaries."""
    settings = settings_for(given)
    output = Output(given, table="table", pipe="plain")
    wishes = _wishes(given, settings, output)
    report = _checked(given, settings, wishes)
    done(given)
    print_report(report, output)
    for name in sorted(report.unchecked):
        output.note(f"«{name}» names no language; its texts were not checked")
    for place in report.unexplained:
        output.note(f"{place}: «termbase: ignore» needs a reason behind it; it was not obeyed")
    level = _LEVELS.index(given["fail_on"] or "warning")
    failed = any(_LEVELS.index(one.severity.value) >= level for one in report.findings)
    return 1 if failed and not given["exit_zero"] else 0


def _wishes(given: Given, settings: Settings, output: Output) -> Wishes:
    plan = read_plan(settings.file.get("check", {}))
    presets = _listed(given["preset"])
    only = _listed(given["rule"]) if given["rule"] else None
    wishes = Wishes((), plan, presets, only, counter("segments checked", given))
    wishes.choice("und")  # a wrong name is told before anything is read
    return replace(wishes, concepts=_concepts(given, settings, output))


def _listed(written: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in (written or "").split(",") if one.strip())


def _concepts(given: Given, settings: Settings, output: Output) -> list[Concept]:
    try:
        with open_given_base(settings) as base:
            refuse_unknown_glossary(given["glossary"], terms_of(base))
            return [one for _, one in terms_of(base).all_concepts(given["glossary"])]
    except StoreNotFoundError as error:
        if given["base"] or given["glossary"]:
            raise
        output.note(f"no glossary is used: {error}")
        return []


def _checked(given: Given, settings: Settings, wishes: Wishes) -> CheckReport:
    files = LocalFiles()
    paths: list[str] = given["files"]
    holds = {files.holds(path) for path in paths}
    if holds == {"text"}:
        return _texts(paths, settings, wishes)
    if holds != {"units"}:
        raise InputError("give a text and its translation, or bilingual files such as .tmx or .po")
    report = CheckReport()
    for path in paths:
        report.add(_units(path, given, settings, wishes))
    return report


def _texts(paths: list[str], settings: Settings, wishes: Wishes) -> CheckReport:
    if len(paths) > 2:
        raise InputError("give one text, or two: the source and its translation")
    cut = wishes_for({}, settings)
    if len(paths) == 1:
        language = text_language(paths[0], settings)
        return check_text(segment_file(paths[0], language, LocalFiles(), rules=cut), wishes)
    languages = text_languages(paths, settings)
    texts = [
        segment_file(*one, LocalFiles(), rules=cut) for one in zip(paths, languages, strict=True)
    ]
    decisions = LocalFiles().read_decisions(decisions_path(paths[0], languages[0]))
    return check_texts(
        align_texts(texts[0], texts[1:], decisions=decisions, encode=encoder_for(settings)), wishes
    )


def _units(path: str, given: Given, settings: Settings, wishes: Wishes) -> CheckReport:
    asked: Any = settings.value("targets") if given["target"] else ()
    source = settings.value("source")
    header, units = LocalFiles().read_memory(
        path, source=source or None, target=asked[0] if asked else None
    )
    if not given["source"] and header.source not in ("", "*all*"):
        source = header.source
    if not source:
        raise InputError(f"{path}: its source language is not known; name it with -s")
    return check_units(path, units, source, asked, wishes)


COMMAND = Command(
    name="check",
    help="Check a translation: terms, numbers, what is left untranslated or empty.",
    example="termbase check article.fr.txt article.en.txt -s fr -t en",
    arguments=(
        Argument("files", "FILE…", "a text and its translation, or bilingual files", many=True),
    ),
    options=(
        SOURCE,
        TARGET,
        GLOSSARY,
        Option(("--preset",), "more rules: strict, typography, or both", "NAMES"),
        Option(("--rule",), "only these rules, such as T101,T201", "IDS"),
        Option(
            ("--fail-on",),
            "exit 1 from this severity on; warning without it",
            "LEVEL",
            choices=tuple(_LEVELS),
        ),
        format_option("table", "plain", "json", "sarif", "github", "junit"),
        JSON,
        EXIT_ZERO,
    ),
    run=run,
)
