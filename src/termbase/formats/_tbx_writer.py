"""Glossaries into TBX: 2019 in any dialect, or v2 for the tools that read nothing newer.

The one fact to remember: the output is valid against the grammar of its dialect, and what the
dialect cannot say is said in notes that our reader understands; the same glossary gives the same
bytes, whatever the day.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from termbase.errors import InputError, UnknownLanguageError
from termbase.formats._markup import tag_attributes
from termbase.formats._tbx_categories import OURS, term_fields, text_category
from termbase.formats._tbx_dialects import BY_NAME, Dialect, as_note
from termbase.formats._tbx_entries import Entry, Section, entry_of
from termbase.formats._tbx_reader import PRESERVE
from termbase.formats._tbx_xml import Ids, Pen
from termbase.model.concept import DataCategory, Glossary, Term
from termbase.model.language import language_tag
from termbase.model.repair import Report

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_STYLES = ("dca", "dct")
_OPENING = {
    "v2": '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<martif type="TBX"{language}>\n',
    "v3": '<tbx type="{dialect}" style="{style}"{language} xmlns="urn:iso:std:iso:30042:ed-2"'
    "{modules}>\n",
}
_MODULES = {
    "TBX-Min": ' xmlns:min="http://www.tbxinfo.net/ns/min"',
    "TBX-Basic": ' xmlns:min="http://www.tbxinfo.net/ns/min"'
    ' xmlns:basic="http://www.tbxinfo.net/ns/basic"',
}
_NAMES = {
    "v2": ("martif", "martifHeader", "termEntry", "langSet", "tig"),
    "v3": ("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec"),
}


def write_glossary(
    stream: BinaryIO,
    glossary: Glossary,
    *,
    dialect: str | None = None,
    style: str | None = None,
    report: Report | None = None,
) -> None:
    """Write a glossary as TBX in UTF-8.

    Args:
        stream: Takes the bytes.
        dialect: ``v2``, ``core``, ``min`` or ``basic``; without it, the one the glossary came in,
            else Basic.
        style: ``dca`` or ``dct``; without it, the one the glossary came in, else DCA.
        report: Takes what had to be left out; its path names the concept.

    Raises:
        InputError: If there is no such dialect or style.
    """
    if dialect is not None and dialect not in BY_NAME:
        raise InputError(f"«{dialect}» is no dialect of TBX; use {', '.join(BY_NAME)}")
    if style is not None and style not in _STYLES:
        raise InputError(f"«{style}» is no style of TBX; use dca or dct")
    came = glossary.dialect if glossary.dialect.startswith(("TBX-", "v2")) else "TBX-Basic"
    name = BY_NAME[dialect] if dialect else came
    wanted = style or glossary.style or "dca"
    by_tag = wanted == "dct" and name in _MODULES
    for text in _Writer(glossary, name, report, by_tag=by_tag).parts():
        stream.write(text.encode())


class _Writer:
    """Writes one glossary in one dialect and style."""

    def __init__(
        self, glossary: Glossary, name: str, report: Report | None, *, by_tag: bool
    ) -> None:
        self.glossary = glossary
        self.name = name
        self.edition = "v2" if name == "v2" else "v3"
        self.by_tag = by_tag
        self.ids = Ids()
        self.dialect = Dialect(name, self.ids.name_of)
        self.term_names: deque[str] = deque()
        self.pen = Pen(self.edition, self.ids, report, by_tag=by_tag)

    def parts(self) -> Iterator[str]:
        entries = [entry_of(concept) for concept in self.glossary.concepts]
        names = [self.ids.declare(entry.id) for entry in entries]
        for entry in entries:
            self.declare(entry)
        for one in (*self.glossary.header, *self.glossary.back):
            self.declare_in(one)
        written = [self.entry(entry, name) for entry, name in zip(entries, names, strict=True)]
        back = "".join(self.pen.tree(one, "      ") for one in self.glossary.back)
        root, *_ = _NAMES[self.edition]
        yield self.opening()
        yield "  <text>\n"
        if written or self.edition == "v2":
            yield "    <body>\n"
            yield from written
            yield "    </body>\n"
        if back:
            yield f"    <back>\n{back}    </back>\n"
        yield f"  </text>\n</{root}>\n"

    def declare(self, entry: Entry) -> None:
        for section in entry.sections:
            for term in section.terms:
                if term.id:
                    self.term_names.append(self.ids.declare(term.id))
                for one in term.extras:
                    self.declare_in(one)
            for one in section.categories:
                self.declare_in(one)
        for one in entry.categories:
            self.declare_in(one)

    def declare_in(self, one: DataCategory) -> None:
        identity = dict(one.attributes).get("id")
        if identity:
            self.ids.declare(identity)
        for companion in one.companions:
            self.declare_in(companion)

    def opening(self) -> str:
        language = tag_attributes((("xml:lang", self.language(self.glossary.language or "en")),))
        modules = _MODULES.get(self.name, "") if self.by_tag else ""
        style = _STYLES[self.by_tag]
        root = _OPENING[self.edition].format(
            dialect=self.name, style=style, language=language, modules=modules
        )
        header = _NAMES[self.edition][1]
        inside = "".join(self.pen.tree(one, "    ") for one in self.header())
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n{root}  <{header}>\n{inside}  </{header}>\n'
        )

    def header(self) -> Iterator[DataCategory]:
        """Yield what the file says of itself, in the order of the edition."""
        said = {one.element: one for one in self.glossary.header}
        parts = said["fileDesc"].companions if "fileDesc" in said else ()
        titles = [one for one in parts if one.element == "titleStmt"]
        if self.glossary.title:
            notes = tuple(
                note for one in titles for note in one.companions if note.element == "note"
            )
            title = DataCategory("title", "", self.glossary.title)
            titles = [DataCategory("titleStmt", "", "", companions=(title, *notes))]
        published = [one for one in parts if one.element == "publicationStmt"]
        sources = [one for one in parts if one.element == "sourceDesc"]
        if not sources:
            paragraph = DataCategory("p", "", self.glossary.title or "written by termbase")
            sources = [DataCategory("sourceDesc", "", "", companions=(paragraph,))]
        if self.edition == "v3":
            paragraphs = tuple(one for source in sources for one in source.companions)
            sources = [replace(sources[0], companions=paragraphs)]
        order = [*titles, *published] if self.edition == "v2" else [*published, *titles]
        yield DataCategory("fileDesc", "", "", companions=(*order, *sources))
        encoding = said["encodingDesc"].companions if "encodingDesc" in said else ()
        if self.pen.space_counts:
            encoding += (DataCategory("p", "", PRESERVE),)
        if encoding:
            yield DataCategory("encodingDesc", "", "", companions=encoding)
        if "revisionDesc" in said:
            yield said["revisionDesc"]

    def entry(self, entry: Entry, name: str) -> str:
        self.pen.place = f"concept {entry.id}"
        _, _, tag, _, _ = _NAMES[self.edition]
        said = list(entry.categories)
        if name != entry.id:
            said.append(DataCategory(OURS, "id", entry.id))
        above = self.level(said, "concept", "        ")
        sections = "".join(map(self.section, entry.sections))
        return f'      <{tag} id="{name}">\n{above}{sections}      </{tag}>\n'

    def section(self, section: Section) -> str:
        _, _, _, tag, _ = _NAMES[self.edition]
        language = self.language(section.language)
        given = [("xml:lang", language)]
        said = [one for one in section.categories if one.element != "langSec"]
        if language != section.language:
            said.append(DataCategory(OURS, "language", section.language))
        above = self.level(said, "language", "          ")
        terms = "".join(map(self.term, section.terms))
        return f"        <{tag}{tag_attributes(given)}>\n{above}{terms}        </{tag}>\n"

    def term(self, term: Term) -> str:
        _, _, _, _, tag = _NAMES[self.edition]
        given = [(one.type, one.value) for one in term.extras if one.element == "termSec"]
        extras = [one for one in term.extras if one.element not in {"group", "termSec"}]
        said = [one for x in term_fields(term) for one in self.dialect.say(x, "term", field=True)]
        said += [one for x in extras for one in self.dialect.say(x, "term")]
        text = text_category(term)
        if term.id:
            name = self.term_names.popleft()
            text = replace(text, attributes=(("id", name), *text.attributes))
            if name != term.id:
                said.append(as_note(DataCategory(OURS, "id", term.id)))
        grouped = [one for one in said if one.element == "termNote" and one.companions]
        parts = [one for one in said if one.element == "termCompList"]
        notes = [one for one in said if one.element == "termNote"]
        rest = [one for one in said if one not in notes and one not in parts]
        nested = self.edition == "v2" and bool(grouped or parts)
        indent = "              " if nested else "            "
        inside = self.pen.element(text, indent)
        inside += "".join(self.pen.category(one, indent) for one in (*notes, *parts))
        if nested:
            tag, inside = "ntig", f"            <termGrp>\n{inside}            </termGrp>\n"
        inside += "".join(self.pen.category(one, "            ") for one in rest)
        return f"          <{tag}{tag_attributes(given)}>\n{inside}          </{tag}>\n"

    def level(self, said: list[DataCategory], level: str, indent: str) -> str:
        return "".join(
            self.pen.category(one, indent) for x in said for one in self.dialect.say(x, level)
        )

    def language(self, written: str) -> str:
        """Return a language as the edition may write it: 2019 takes BCP 47 only."""
        if self.edition == "v2" or _LANGUAGE.fullmatch(written):
            return written
        try:
            return language_tag(written)
        except UnknownLanguageError:
            return "und"
