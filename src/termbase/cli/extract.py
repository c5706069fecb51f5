"""``termbase extract``: what may be terms of a text, with what a translation says for them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from termbase.bootstrap import LocalFiles, terms_of
from termbase.cli._declare import (
    GLOSSARY,
    JSON,
    LIMIT,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Given,
    Option,
    format_option,
)
from termbase.cli._extract_view import print_candidates
from termbase.cli._languages import text_language
from termbase.cli._output import Output
from termbase.cli._segmentation import wishes_for
from termbase.cli._session import open_given_base, settings_for
from termbase.config import Settings
from termbase.errors import InputError
from termbase.model.concept import Concept
from termbase.usecases.align_documents import SegmentedText, segment_file
from termbase.usecases.extract_terms import extract_terms

_USUAL = 30
"""Candidates shown where nobody says how many."""


def run(given: Given) -> int:
    """Show what may be terms of the FILES, best first."""
    settings = settings_for(given)
    output = Output(given)
    texts = [_text(path, text_language(path, settings), given, settings) for path in given["files"]]
    languages = sorted({one.language for one in texts})
    if len(languages) > 1:
        raise InputError(f"the texts are in {' and '.join(languages)}; give one language at a time")
    translations = _translations(given, settings, texts)
    limit = settings.values["limit"]
    answer = extract_terms(
        texts,
        translations,
        known=_known(given, settings),
        limit=limit.value if limit.origin == "command line" else _USUAL,
    )
    print_candidates(answer, output)
    return 0 if answer["candidates"] else 1


def _text(path: str, language: str, given: Given, settings: Settings) -> SegmentedText:
    return segment_file(path, language, LocalFiles(), rules=wishes_for(given, settings))


def _translations(
    given: Given, settings: Settings, texts: Sequence[SegmentedText]
) -> list[SegmentedText]:
    paths = [one for one in (given["translations"] or "").split(",") if one]
    if paths and len(paths) != len(texts):
        raise InputError(
            f"--with names {len(paths)} translations of {len(texts)} texts; "
            "give one for each, parted by commas"
        )
    asked = settings.values["targets"]
    found = []
    for path in paths:
        if asked.origin == "command line" and asked.value:
            language = asked.value[0]
        else:
            language = _language_of_translation(path, texts[0].language, settings)
        if language == texts[0].language:
            raise InputError(f"{path}: is in {language} as the text is; name its language with -t")
        found.append(_text(path, language, given, settings))
    return found


def _language_of_translation(path: str, source: str, settings: Settings) -> str:
    from termbase.cli._languages import named_language

    others = [one for one in settings.value("targets") if one != source]
    language = named_language(path) or (others[0] if others else "")
    if not language:
        raise InputError(f"{path}: its language is not known; name it with -t")
    return language


def _known(given: Given, settings: Settings) -> list[Concept]:
    """Return the concepts of the glossaries; none where there is no base."""
    if not os.path.exists(settings.value("base")):
        return []
    with open_given_base(settings) as base:
        return [concept for _, concept in terms_of(base).all_concepts(given["glossary"])]


COMMAND = Command(
    name="extract",
    help="Show what may be terms of texts, best first, with what a translation says for them.",
    example="termbase extract article.fr.txt --with article.en.txt -n 10",
    arguments=(Argument("files", "FILE…", "texts of one language", many=True, required=True),),
    options=(
        Option(
            ("--with",),
            "the translation of each text, parted by commas",
            "FILES",
            name="translations",
        ),
        SOURCE,
        TARGET,
        LIMIT,
        GLOSSARY,
        format_option("table", "plain", "tsv", "json"),
        JSON,
    ),
    run=run,
)
