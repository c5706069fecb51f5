"""A glossary into one HTML page to read and to print: entries, and an index for each language.

The one fact to remember: the page stands for itself (no script, no file beside it), and the same
glossary gives the same bytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from html import escape
from typing import BinaryIO

from termbase.model.concept import AdministrativeStatus, Concept, Glossary, Term, usable_terms
from termbase.model.language import primary
from termbase.model.repair import Report

_NAMES = {"de": "Deutsch", "en": "English", "es": "Español", "fr": "Français", "it": "Italiano",
          "nl": "Nederlands", "pl": "Polski", "pt": "Português", "ru": "Русский",
          "uk": "Українська"}  # fmt: skip
_STYLE = """
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page); } }
body { font: 10pt/1.4 Georgia, "PT Serif", "DejaVu Serif", serif; max-width: 52em; margin: 2em auto;
       padding: 0 1em; color: #111; background: #fff; }
h1 { font-size: 1.7em; } h2 { font-size: 1.25em; border-bottom: 1px solid #888; margin-top: 2em; }
nav a { margin-right: 1em; } a { color: #114a8b; text-decoration: none; }
article { break-inside: avoid; border-bottom: 1px solid #ddd; padding: .6em 0; }
article h3 { margin: 0; font-size: 1.05em; } .subject { color: #666; font-size: .85em; }
dl { display: grid; grid-template-columns: 2.2em 1fr; gap: .15em .6em; margin: .3em 0; }
dt { color: #666; } dd { margin: 0; } dd p { margin: .1em 0; }
.grammar, .note, .see { color: #555; font-size: .88em; }
.refused::before { content: "✗ "; } .refused { color: #a11; }
.index { columns: 3; column-gap: 1.6em; padding: 0; list-style: none; font-size: .92em; }
.index li { break-inside: avoid; padding-left: 1em; text-indent: -1em; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 9pt; }
  nav { display: none; }
  a { color: inherit; } section.part { break-before: page; } }
@media (max-width: 40em) { .index { columns: 1; } }
"""


def write_glossary(
    stream: BinaryIO,
    glossary: Glossary,
    *,
    report: Report | None = None,  # noqa: ARG001 — the signature that all writers share
) -> None:
    """Write a glossary as a page in UTF-8.

    Entries stand by subject, then by their first preferred term; an index leads to them from every
    term of each language, refused ones too.
    """
    stream.writelines(f"{line}\n".encode() for line in _lines(glossary))


def _lines(glossary: Glossary) -> Iterator[str]:
    title = escape(glossary.title or "Glossary")
    languages = list(dict.fromkeys(primary(t.language) for c in glossary.concepts for t in c.terms))
    names = {concept.id: _heading(concept) for concept in glossary.concepts}
    first = languages[0] if languages else "en"
    yield f'<!DOCTYPE html>\n<html lang="{first}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    links = [f'<a href="#index-{one}">{_NAMES.get(one, one)}</a>' for one in languages]
    yield f"<nav>{' '.join(links)}</nav>"
    by_subject: dict[str, list[Concept]] = {}
    for concept in glossary.concepts:
        by_subject.setdefault(concept.subject, []).append(concept)
    for subject in sorted(by_subject):
        yield f'<section class="part">\n<h2>{escape(subject or "…")}</h2>'
        for concept in sorted(by_subject[subject], key=lambda one: (_key(names[one.id]), one.id)):
            yield from _entry(concept, languages, names)
        yield "</section>"
    for language in languages:
        yield from _index(glossary, language)
    yield "</body>\n</html>"


def _heading(concept: Concept) -> str:
    usable = usable_terms(Glossary((concept,))).concepts
    return (usable[0] if usable else concept).terms[0].text


def _entry(concept: Concept, languages: list[str], names: dict[str, str]) -> Iterator[str]:
    yield f'<article id="c-{escape(concept.id)}">\n<h3>{escape(names[concept.id])}</h3>\n<dl>'
    definitions = {primary(one.language): one.text for one in concept.definitions if one.language}
    for language in languages:
        terms = concept.terms_in(language)
        if not terms:
            continue
        yield f'<dt>{language}</dt><dd lang="{language}">'
        for term in terms:
            yield _term(term)
        if language in definitions:
            yield f"<p>{escape(definitions[language])}</p>"
        yield "</dd>"
    yield "</dl>"
    related = [
        f'{escape(one.kind)} <a href="#c-{escape(one.target)}">{escape(names[one.target])}</a>'
        for one in concept.relations
        if one.target in names
    ]
    if related:
        yield f'<p class="see">{" · ".join(related)}</p>'
    yield "</article>"


def _term(term: Term) -> str:
    said = escape(term.text)
    if term.status is AdministrativeStatus.PREFERRED:
        said = f"<strong>{said}</strong>"
    elif not term.usable:
        said = f'<span class="refused">{said}</span>'
    grammar = [
        *(one for one in (term.gender, term.number, term.region) if one),
        *([term.status.word] if term.status and term.status.word != "preferred" else []),
    ]
    if grammar:
        said += f' <span class="grammar">{escape(", ".join(grammar))}</span>'
    if term.note:
        said += f' <span class="note">— {escape(term.note)}</span>'
    return f"<p>{said}</p>"


def _index(glossary: Glossary, language: str) -> Iterator[str]:
    yield f'<section class="part" id="index-{language}" lang="{language}">'
    yield f'<h2>{_NAMES.get(language, language)}</h2>\n<ul class="index">'
    found = [
        (_key(term.text), term.text, concept.id, term)
        for concept in glossary.concepts
        for term in concept.terms_in(language)
    ]
    for _, text, target, term in sorted(found, key=lambda one: one[:3]):
        mark = ' class="refused"' if not term.usable else ""
        yield f'<li><a{mark} href="#c-{escape(target)}">{escape(text)}</a></li>'
    yield "</ul>\n</section>"


def _key(text: str) -> str:
    """Return what a term is sorted by: its letters without accents and case, signs left out."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("œ", "oe"))
    return "".join(sign for sign in letters if sign.isalnum() or sign == " ")
