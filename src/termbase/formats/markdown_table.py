"""Glossaries into tables of Markdown, for pages that people read.

The one fact to remember: this is writing only, one row per concept and one column per language;
what a status means is said in words.
"""

from __future__ import annotations

import re
from typing import BinaryIO

from termbase.model.concept import AdministrativeStatus, Concept, Glossary, Term
from termbase.model.repair import Report

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_UNREMARKABLE = (None, AdministrativeStatus.PREFERRED)


def write_glossary(
    stream: BinaryIO,
    glossary: Glossary,
    *,
    report: Report | None = None,  # noqa: ARG001 — the signature that all writers share
) -> None:
    """Write a glossary as a table of GitHub's Markdown.

    Args:
        stream: Takes the bytes.
        glossary: Its definitions go into a last column, where there are any.
    """
    spoken = dict.fromkeys(term.language for one in glossary.concepts for term in one.terms)
    defined = any(one.definitions for one in glossary.concepts)
    heads = [*spoken, *(["definition"] if defined else [])]
    lines = [f"# {_plain(glossary.title)}", ""] if glossary.title else []
    lines += [_row(heads), _row(["---"] * len(heads))]
    for concept in glossary.concepts:
        cells = [_terms(concept, language) for language in spoken]
        if defined:
            cells.append("<br>".join(_plain(one.text) for one in concept.definitions))
        lines.append(_row(cells))
    stream.write("".join(f"{line}\n" for line in lines).encode())


def _terms(concept: Concept, language: str) -> str:
    own = [one for one in concept.terms if one.language == language]
    return "<br>".join(map(_term, own))


def _term(term: Term) -> str:
    if term.status in _UNREMARKABLE:
        return _plain(term.text)
    said = "forbidden" if term.forbidden else term.status.word if term.status else ""
    text = f"~~{_plain(term.text)}~~" if term.forbidden else _plain(term.text)
    return f"{text} ({said})"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    return " ".join(_SPECIAL.sub(r"\\\1", text).split())
