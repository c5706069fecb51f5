"""Glossaries into TBX: 2019 in any dialect, or v2 for the tools that read nothing newer.

The one fact to remember: the output is valid against the grammar of its dialect, and what the
dialect cannot say is said in notes that our reader understands; the same glossary gives the same
bytes, whatever the day.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termbase.errors import InputError, UnknownLanguageError
from termbase.formats._markup import tag_attributes
from termbase.formats._tbx_categories import OURS, term_fields, text_category
from termbase.formats._tbx_dialects import BY_NAME, Dialect, as_note
from termbase.formats._tbx_entries import Entry, Section, entry_of
from termbase.formats._tbx_frame import back, header
from termbase.formats._tbx_reader import PRESERVE
from termbase.formats._tbx_xml import Ids, Pen, is_language
from termbase.model.concept import DataCategory, Glossary, Term, usable_terms
from termbase.model.language import language_tag
from termbase.model.repair import Report
from termbase.model.wishes import NO_WISHES, Wishes

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
    wishes: Wishes = NO_WISHES,
    report: Report | None = None,
) -> None:
    """Write a glossary as TBX in UTF-8.

    Args:
        stream: Takes the bytes.
        wishes: Its dialect and style; without them, those the glossary came in, else Basic in
            DCA. The profile ``omegat`` is v2, without the terms that must not be used.
        report: Takes what had to be left out; its path names the concept.

    Raises:
        InputError: If there is no such dialect or style.
    """
    dialect, style = wishes.dialect, wishes.style
    if wishes.profile == "omegat":
        dialect, glossary = dialect or "v2", usable_terms(glossary)
    if dialect and dialect not in BY_NAME:
        raise InputError(f"«{dialect}» is no dialect of TBX; use {', '.join(BY_NAME)}")
    if style and style not in _STYLES:
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
        terms = [term for entry in entries for section in entry.sections for term in section.terms]
        self.term_names.extend(self.ids.declare(term.id) for term in terms if term.id)
        for one in self.everything(entries):
            self.announce(one)
        written = [self.entry(entry, name) for entry, name in zip(entries, names, strict=True)]
        parts = back(self.glossary, self.edition, self.pen.tell)
        behind = "".join(self.pen.tree(one, "      ") for one in parts)
        root, *_ = _NAMES[self.edition]
        yield self.opening()
        yield "  <text>\n"
        if written or self.edition == "v2":
            if not written:
                self.pen.tell("no concept, where TBX of 2008 demands one", "not valid without")
            yield "    <body>\n"
            yield from written
            yield "    </body>\n"
        if behind:
            yield f"    <back>\n{behind}    </back>\n"
        yield f"  </text>\n</{root}>\n"

    def everything(self, entries: list[Entry]) -> Iterator[DataCategory]:
        """Yield all that may have an id, beside the concepts and terms themselves."""
        for entry in entries:
            yield from entry.categories
            for section in entry.sections:
                yield from section.categories
                for term in section.terms:
                    yield from term.extras
        yield from self.glossary.header
        yield from self.glossary.back

    def announce(self, one: DataCategory) -> None:
        identity = one.value if one.type == "id" else dict(one.attributes).get("id")
        if identity:
            self.ids.announce(identity)
        for companion in one.companions:
            self.announce(companion)

    def opening(self) -> str:
        language = tag_attributes((("xml:lang", self.language(self.glossary.language or "en")),))
        modules = _MODULES.get(self.name, "") if self.by_tag else ""
        style = _STYLES[self.by_tag]
        root = _OPENING[self.edition].format(
            dialect=self.name, style=style, language=language, modules=modules
        )
        name = _NAMES[self.edition][1]
        added = (PRESERVE,) if self.pen.space_counts else ()
        parts = header(self.glossary, self.edition, added, self.pen.tell)
        inside = "".join(self.pen.tree(one, "    ") for one in parts)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}  <{name}>\n{inside}  </{name}>\n'

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
        if self.edition == "v2":
            given += self.identity(section.categories, "langSec")
        said = [one for one in section.categories if one.element != "langSec"]
        if language != section.language:
            said.append(DataCategory(OURS, "language", section.language))
        above = self.level(said, "language", "          ")
        terms = "".join(map(self.term, section.terms))
        return f"        <{tag}{tag_attributes(given)}>\n{above}{terms}        </{tag}>\n"

    def term(self, term: Term) -> str:
        _, _, _, _, tag = _NAMES[self.edition]
        given = self.identity(term.extras, "termSec")
        extras = [one for one in term.extras if one.element not in {"group", "termSec"}]
        said = [one for x in term_fields(term) for one in self.dialect.say(x, "term", field=True)]
        said += [one for x in extras for one in self.dialect.say(x, "term")]
        name = self.term_names.popleft() if term.id else ""
        if name != term.id:
            said.append(as_note(DataCategory(OURS, "id", term.id)))
        grouped = [one for one in said if one.element == "termNote" and one.companions]
        parts = [one for one in said if one.element == "termCompList"]
        notes = [one for one in said if one.element == "termNote"]
        rest = [one for one in said if one not in notes and one not in parts]
        nested = self.edition == "v2" and bool(grouped or parts)
        indent = "              " if nested else "            "
        inside = self.pen.element(text_category(term), indent, name)
        inside += "".join(self.pen.category(one, indent) for one in (*notes, *parts))
        if nested:
            tag, inside = "ntig", f"            <termGrp>\n{inside}            </termGrp>\n"
        inside += "".join(self.pen.category(one, "            ") for one in rest)
        return f"          <{tag}{tag_attributes(given)}>\n{inside}          </{tag}>\n"

    def identity(self, said: Iterable[DataCategory], element: str) -> list[tuple[str, str]]:
        """Return the id of a section, where it has one that nothing else in the file has."""
        wanted = (one.value for one in said if one.element == element)
        return [("id", name) for one in wanted if (name := self.ids.claim(one))]

    def level(self, said: list[DataCategory], level: str, indent: str) -> str:
        return "".join(
            self.pen.category(one, indent) for x in said for one in self.dialect.say(x, level)
        )

    def language(self, written: str) -> str:
        """Return a language as the edition may write it: 2019 takes BCP 47 only."""
        if self.edition == "v2" or is_language(written):
            return written
        try:
            return language_tag(written)
        except UnknownLanguageError:
            return "und"
