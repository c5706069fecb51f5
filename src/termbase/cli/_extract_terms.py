"""The work of ``termbase extract``: what may be terms, and what a translation says for them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from termbase.bootstrap import LocalFiles, terms_of
from termbase.cli._declare import (
    Given,
)
from termbase.cli._extract_view import print_candidates
from termbase.cli._languages import text_language
from termbase.cli._output import Output
from termbase.cli._segmentation import wishes_for
from termbase.cli._session import (
    STDIN,
    called,
    open_given_base,
    read_piped_text,
    refuse_two_pipes,
    settings_for,
)
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.ports import Record
from termbase.ports.terms import TermListing
from termbase.usecases.align_documents import SegmentedText, segment_file
from termbase.usecases.extract_terms import extract_terms

_USUAL = 30
"""Candidates shown where nobody says how many."""
_RANGE = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
_MOST = 10_000
"""So many candidates are taken up at once by a first and a last one."""


def run(given: Given) -> int:
    """Show what may be terms of the FILES, best first."""
    settings = settings_for(given)
    output = Output(given)
    translated = [one for one in (given["translations"] or "").split(",") if one]
    refuse_two_pipes([*given["files"], *translated])
    texts = [_text(path, text_language(path, settings), given, settings) for path in given["files"]]
    languages = sorted({one.language for one in texts})
    if len(languages) > 1:
        raise InputError(f"the texts are in {' and '.join(languages)}; give one language at a time")
    translations = _translations(translated, given, settings, texts)
    limit = settings.values["limit"]
    numbers = _numbers(given)
    answer = extract_terms(
        texts,
        translations,
        known=_known(given, settings),
        limit=limit.value if limit.origin == "command line" else _USUAL,
        numbers=numbers,
    )
    if numbers:
        return _accept(answer, numbers, given)
    print_candidates(answer, output)
    return 0 if answer["candidates"] else 1


def _numbers(given: Given) -> list[int]:
    """Return the numbers of the candidates to accept; none where that is not asked for."""
    if bool(given["accept"]) != bool(given["to"]):
        raise InputError("give both: --accept NUMBERS and --to FILE or GLOSSARY")
    numbers: list[int] = []
    for one in (given["accept"] or "").split(",") if given["accept"] else ():
        wish = _RANGE.fullmatch(one.strip())
        first, last = (int(wish[1]), int(wish[2] or wish[1])) if wish else (0, 0)
        if not 0 < first <= last < first + _MOST:
            problem = "give numbers of candidates, such as 2,3 or 5-9"
            raise InputError(f"--accept {given['accept']}: {problem}")
        numbers += range(first, last + 1)
    return numbers


def _accept(answer: Record, numbers: Sequence[int], given: Given) -> int:
    """Write the accepted candidates into a table or a glossary."""
    from termbase.cli._accept import accept

    shown = {one["number"] for one in answer["candidates"]}
    wrong = next((one for one in numbers if one not in shown), None)
    if wrong is not None:
        raise InputError(f"--accept {wrong}: there are only {answer['found']} candidates")
    return accept(answer, given)


def _text(path: str, language: str, given: Given, settings: Settings) -> SegmentedText:
    piped = read_piped_text() if path == STDIN else None
    rules = wishes_for(given, settings)
    return segment_file(called(path), language, LocalFiles(), rules=rules, text=piped)


def _translations(
    paths: Sequence[str], given: Given, settings: Settings, texts: Sequence[SegmentedText]
) -> list[SegmentedText]:
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


def _known(given: Given, settings: Settings) -> TermListing | None:
    """Return the concepts of the glossaries; nothing where there is no base."""
    if not os.path.exists(settings.value("base")):
        return None
    with open_given_base(settings) as base:
        return terms_of(base).listing(given["glossary"], lambda concept: concept)
