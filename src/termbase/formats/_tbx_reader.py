"""TBX files of every edition and dialect into a glossary, one concept at a time.

The one fact to remember: martif (v2), DCA and DCT differ only in spelling; all become the same
data categories, and what has no attribute of ours is kept as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from termbase.errors import UnknownLanguageError
from termbase.formats import _tbx_min, _tbx_multiterm
from termbase.formats._ids import FreeNames, content_id
from termbase.formats._tbx_categories import OURS, term_of
from termbase.formats._tbx_dialects import from_note, has_term_note
from termbase.formats._tbx_entries import Entry, Section, concept_of
from termbase.formats._xml import Element, attributes, line_of, local, records
from termbase.formats._xml_asides import written
from termbase.model.concept import Concept, DataCategory, Glossary, Relation, Term
from termbase.model.repair import Repair, Report
from termbase.model.unit import Content, InlineCode, plain_text

PRESERVE = "termbase:space=preserve"
"""Said in the header where white space in the values counts; elsewhere it is only layout."""

_DCT = "{http://www.tbxinfo.net/ns/"
_ELEMENT_OF = {
    "customerSubset": "admin",
    "projectSubset": "admin",
    "source": "admin",
    "context": "descrip",
    "definition": "descrip",
    "subjectField": "descrip",
    "crossReference": "ref",
    "transactionType": "transac",
    "responsibility": "transacNote",
    "externalCrossReference": "xref",
    "xGraphic": "xref",
}
_GROUPS = {"descripGrp", "adminGrp", "termNoteGrp", "transacGrp", "termCompGrp", "itemGrp"}
_UNTYPED = "termNote without type"
_MARKUP = {"hi", "foreign", "bpt", "ept", "ph", "ec", "sc"}
_FOLD = re.compile(r"[ \t\r]*\n[ \t\r\n]*")
_MOST_SAID = 60
_HEADERS = {"martifHeader", "tbxHeader"}
_ENTRIES = {"termEntry", "conceptEntry"}
_ROOTS = {"martif", "tbx", _tbx_min.ROOT, _tbx_multiterm.ROOT}


def read_glossary(
    path: str,
    *,
    source: str | None = None,  # noqa: ARG001 — the signature that all readers share
    target: str | None = None,  # noqa: ARG001
    report: Report | None = None,
) -> Glossary:
    """Read TBX: v2 (martif) and 2019 (Core, Min, Basic and others; DCA and DCT), also packed; and
    the XML of MultiTerm.

    Args:
        source, target: Not needed: every term in TBX names its language.
        report: Takes each repair, and each term or concept that is left out.

    Raises:
        FormatError: If the file is not well-formed or no TBX.
    """
    return _Reader(path, report).read()


class _Reader:
    """Reads one file; knows how it treats white space and which ids it has met."""

    def __init__(self, path: str, report: Report | None) -> None:
        self.path = path
        self.report = report
        self.dialect = "v2"
        self.unknown: set[str] = set()
        self.fold = True
        self.ids: dict[str, str] = {}
        self.names = FreeNames("-")

    def tell(self, element: Element, problem: str, action: str, *, rejected: bool = False) -> None:
        if self.report:
            record = written(element) if rejected else ""
            self.report(Repair(self.path, line_of(element), problem, action, rejected, record))

    def tell_unkept(self, element: Element, *known: str) -> None:
        """Tell of what has no place to be kept: attributes, and texts between elements."""
        name = local(element)
        lost = [one for one, _ in attributes(element) if one not in known]
        if lost:
            self.tell(element, f"<{name}> with {', '.join(lost)}", "left out")
        for text in filter(None, (element.text, *(child.tail for child in element))):
            if text.strip():
                said = " ".join(text.split())[:_MOST_SAID]
                self.tell(element, f"text in <{name}>: «{said}»", "left out")

    def read(self) -> Glossary:
        wanted = {*_HEADERS, *_ENTRIES, "back", _tbx_min.HEADER, _tbx_min.ENTRY}
        wanted.add(_tbx_multiterm.ENTRY)
        concepts: list[Concept] = []
        glossary = Glossary(())
        for element in records(self.path, _ROOTS, wanted, self.report):
            name = local(element)
            if name in _ENTRIES:
                concepts += self.concept(element)
            elif name in _HEADERS:
                glossary = self.header(element, glossary)
            elif name == _tbx_min.ENTRY:
                concepts += self.concept(_tbx_min.entry_of_2019(element))
            elif name == _tbx_multiterm.ENTRY:
                concepts += self.concept(_tbx_multiterm.entry_of_tbx(element))
            elif name == _tbx_min.HEADER:
                glossary = self.header(_tbx_min.header_of_2019(element), glossary)
            elif name == "back":
                glossary = replace(glossary, back=tuple(map(self.tree, element)))
            else:
                glossary = self.opening(element)
                self.dialect = glossary.dialect
        return replace(glossary, concepts=tuple(map(self.with_own_targets, concepts)))

    def opening(self, root: Element) -> Glossary:
        given = dict(attributes(root))
        language = given.get("xml:lang", "")
        if local(root) == "martif":
            return Glossary((), dialect="v2", language=language)
        if local(root) == _tbx_min.ROOT:
            self.tell(root, "the first TBX-Min, of 2013", "read as that of 2019")
            return Glossary((), dialect="TBX-Min", style="dca", language=language)
        return Glossary(
            (), dialect=given.get("type", ""), style=given.get("style", ""), language=language
        )

    def header(self, element: Element, glossary: Glossary) -> Glossary:
        said = [one.text for one in element.iter("{*}p") if one.text]
        self.fold = PRESERVE not in said
        title = element.find(".//{*}title")
        kept = (one for one in element if (one.findtext("{*}p") or "") != PRESERVE)
        text = "" if title is None else self.value(content(title))
        return replace(glossary, title=text, header=tuple(map(self.tree, kept)))

    def concept(self, element: Element) -> Iterator[Concept]:
        """Yield the concept of an entry; none where it has no term."""
        entry = Entry(element.get("id", ""))
        self.tell_unkept(element, "id")
        for child in element:
            if local(child) in {"langSet", "langSec"}:
                section = self.section(child)
                entry.sections += [section] if section.terms else []
            else:
                entry.categories.append(self.category(child, "descrip"))
        own = next((one.value for one in entry.categories if _is_own(one, "id")), "")
        entry.categories = [one for one in entry.categories if not _is_own(one, "id")]
        if not entry.sections:
            self.tell(element, "a concept without any term", "left out", rejected=True)
            return
        given, entry.id = entry.id, self.free(element, own or entry.id, entry)
        self.ids.setdefault(given, entry.id)
        yield concept_of(entry, f"{self.path}:{line_of(element) or 0}")

    def free(self, element: Element, wanted: str, entry: Entry) -> str:
        """Return the id of an entry, one of our own where it has none or another has it."""
        if not wanted:
            texts = (f"{one.language}\0{one.text}" for part in entry.sections for one in part.terms)
            wanted = content_id(*texts)
        elif self.names.has(wanted):
            self.tell(element, f"the id «{wanted}» stands there twice", "numbered")
        return self.names.take(wanted)

    def section(self, element: Element) -> Section:
        section = Section(self.language(element))
        self.tell_unkept(element, "id", "xml:lang", "lang")
        for child in element:
            if local(child) not in {"tig", "ntig", "termSec"}:
                section.categories.append(self.category(child, "descrip"))
        own = next((one.value for one in section.categories if _is_own(one, "language")), "")
        section.language = own or section.language
        section.categories = [one for one in section.categories if not _is_own(one, "language")]
        if element.get("id"):
            section.categories.append(DataCategory("langSec", "id", element.get("id", "")))
        for child in element.iterchildren("{*}tig", "{*}ntig", "{*}termSec"):
            section.terms += self.term(child, section.language)
        if not section.terms:
            self.tell(element, f"no term in «{section.language}»", "left out", rejected=True)
        return section

    def language(self, element: Element) -> str:
        given = dict(attributes(element))
        if "xml:lang" not in given and "lang" in given:
            self.tell(element, f"<{local(element)}> with lang", "read as xml:lang")
        own = (given.get("xml:lang") or given.get("lang", "")).strip()
        return own or self.inherited(element)

    def inherited(self, element: Element) -> str:
        """Return the language of what is around an element, as XML hands it down."""
        around = (dict(attributes(one)).get("xml:lang", "") for one in element.iterancestors())
        language = next((one.strip() for one in around if one.strip()), "")
        if language:
            problem = f"<{local(element)}> without xml:lang"
            self.tell(element, problem, f"read as «{language}», as what is around it")
        return language

    def term(self, element: Element, language: str) -> Iterator[Term]:
        """Yield the term of a section; none where it has no text or no known language."""
        self.tell_unkept(element, "id")
        parts: list[Element] = []
        for child in element:
            if local(child) == "termGrp":
                self.tell_unkept(child)
                parts += child
            else:
                parts.append(child)
        text = next((one for one in parts if local(one) == "term"), None)
        said = [self.category(one, "termNote") for one in parts if local(one) != "term"]
        identity = element.get("id", "")
        if text is not None and text.get("id"):
            if identity:
                said.append(DataCategory("termSec", "id", identity))
            identity = text.get("id", "")
        word = DataCategory("term", "", "") if text is None else self.category(text, "term")
        identity = next((one.value for one in said if _is_own(one, "id")), identity)
        said = [one for one in said if not _is_own(one, "id")]
        inside = () if text is None else (local(one) for one in text.iterchildren("*"))
        for name in (one for one in inside if one not in _MARKUP):
            self.tell(element, f"<{name}> inside a <term>, which TBX forbids", "kept as markup")
        rest = tuple(pair for pair in word.attributes if pair[0] != "id")
        try:
            yield term_of(replace(word, attributes=rest), language, said, identity)
        except (UnknownLanguageError, ValueError) as error:
            self.tell(element, str(error), "term left out", rejected=True)

    def category(self, element: Element, unknown: str) -> DataCategory:
        """Return the category of an element or of a group of them.

        Args:
            element: As it stands in the file.
            unknown: What a DCT element is that we do not know.
        """
        name = local(element)
        if name in _GROUPS and len(element):
            self.tell_unkept(element)
            main, *others = element
            members = tuple(self.category(one, "descripNote") for one in others)
            one = self.category(main, name.removesuffix("Grp"))
            return replace(one, companions=members)
        if name == "termCompList":
            self.tell_unkept(element, "type")
            members = tuple(self.category(one, "termNote") for one in element)
            return DataCategory(name, element.get("type", ""), "", companions=members)
        own = dict(attributes(element))
        kind = own.pop("type", "")
        if str(element.tag).startswith(_DCT):
            meta = own.pop("metaType", "") or own.pop("metatype", "")
            kind, name = name, meta or _ELEMENT_OF.get(name) or unknown
        if name == "termNote" and not has_term_note(self.dialect, kind):
            self.tell_unknown(element, kind)
        target = own.pop("target", "")
        markup: Content = ()
        value = self.value(content(element))
        if len(element):
            inside = content(element)
            markup = _trimmed(_folded(inside)) if self.fold else inside
        return from_note(DataCategory(name, kind, value, target, tuple(own.items()), markup=markup))

    def tell_unknown(self, element: Element, kind: str) -> None:
        """Tell of the first place of each type of termNote that the dialect has not."""
        if kind not in self.unknown:
            self.unknown.add(kind)
            problem = f"{self.dialect} has no termNote «{kind}»" if kind else _UNTYPED
            self.tell(element, problem, "kept as written")

    def tree(self, element: Element) -> DataCategory:
        """Return an element of the header or the back matter with all that is in it."""
        if local(element) in _GROUPS or all(local(child) in _MARKUP for child in element):
            return self.category(element, "admin")
        own = dict(attributes(element))
        kind, target = own.pop("type", ""), own.pop("target", "")
        inside = tuple(map(self.tree, element))
        return DataCategory(local(element), kind, "", target, tuple(own.items()), inside)

    def value(self, inside: Content) -> str:
        simple = not inside or (len(inside) == 1 and isinstance(inside[0], str))
        text = str(*inside) if simple else plain_text(seen_through(inside))
        return folded(text) if self.fold else text

    def with_own_targets(self, concept: Concept) -> Concept:
        """Let relations name concepts as they are called, where a file had to call them else."""
        if all(self.ids.get(one.target, one.target) == one.target for one in concept.relations):
            return concept
        relations = tuple(
            Relation(one.kind, self.ids.get(one.target, one.target), one.text)
            for one in concept.relations
        )
        return replace(concept, relations=relations)


def folded(text: str) -> str:
    """Return a text without the white space of a layout: line breaks and what is around them."""
    return (_FOLD.sub(" ", text) if "\n" in text else text).strip(" \t\r\n")


def content(element: Element) -> Content:
    """Return the text and the inline elements of an element."""
    parts: list[str | InlineCode] = [element.text] if element.text else []
    for child in element:
        parts.append(InlineCode(local(child), attributes(child), content(child)))
        if child.tail:
            parts.append(child.tail)
    return tuple(parts)


def seen_through(inside: Content) -> Content:
    """Return a content whose inline elements all show their text, as TBX means them."""
    return tuple(
        part if isinstance(part, str) else InlineCode("hi", (), seen_through(part.content))
        for part in inside
    )


def _folded(inside: Content) -> Content:
    return tuple(
        _FOLD.sub(" ", part)
        if isinstance(part, str)
        else replace(part, content=_folded(part.content))
        for part in inside
    )


def _trimmed(inside: Content) -> Content:
    """Return a content without white space at its ends."""
    parts = list(inside)
    if isinstance(parts[0], str):
        parts[0] = parts[0].lstrip(" \t\r\n")
    if isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip(" \t\r\n")
    return tuple(part for part in parts if part != "")


def _is_own(one: DataCategory, name: str) -> bool:
    return one.element == OURS and one.type == name
