"""Data categories as elements of TBX: groups, attributes, markup and ids, in one edition and style.

The one fact to remember: an id is declared before anything points to it, so a pointer that would
lead nowhere is seen in time and left out, with a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from termbase.formats._ids import content_id
from termbase.formats._markup import escape, sayable, tag_attributes
from termbase.formats._tbx_reader import folded, seen_through
from termbase.model.concept import DataCategory
from termbase.model.repair import Repair, Report
from termbase.model.unit import Attributes, Content, plain_text

_NAME = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿА-я_][A-Za-zÀ-ÖØ-öø-ÿА-я0-9_.\-]*")
_GROUPED = {"descrip", "admin", "termNote", "transac", "termComp", "item"}
_OWN_ATTRIBUTES = {
    "term": {"id"},
    "note": {"id", "xml:lang"},
    "p": {"id", "xml:lang"},
    "termComp": {"id", "xml:lang"},
    "xref": {"id"},
    "date": {"id"},
    "item": {"id"},
}
_META = {"id", "xml:lang", "datatype"}
_TEXT_ONLY = {"adminNote", "descripNote", "ref", "transac", "transacNote", "xref", "title", "date"}
_HI = {"entailedTerm", "hotkey", "italics", "bold", "superscript", "subscript", "math"}
_INLINE = {
    "v2": {
        "hi": {"type", "target", "xml:lang"},
        "foreign": {"id", "xml:lang"},
        "bpt": {"i", "type"},
        "ept": {"i"},
        "ph": {"type"},
    },
    "v3": {
        "hi": {"type", "target"},
        "foreign": {"id", "xml:lang"},
        "ph": {"type"},
        "sc": {"id", "isolated"},
        "ec": {"startRef", "isolated", "disp", "equiv", "id", "type", "subtype", "target"},
    },
}
_IN_MIN = {
    "customerSubset",
    "subjectField",
    "administrativeStatus",
    "partOfSpeech",
    "externalCrossReference",
}


class Ids:
    """The ids of one file: each a name of XML, each once."""

    def __init__(self) -> None:
        self.name_of: dict[str, str] = {}
        self.taken: set[str] = set()

    def declare(self, wanted: str) -> str:
        """Return the id that stands in the file for one that is wanted there."""
        name = wanted if _NAME.fullmatch(wanted) else content_id(wanted)
        number, free = 1, name
        while free in self.taken:
            number += 1
            free = f"{name}-{number}"
        self.taken.add(free)
        self.name_of.setdefault(wanted, free)
        return free

    def resolves(self, target: str) -> bool:
        """Say whether something in the file has this id."""
        return target in self.name_of


class Pen:
    """Writes categories as elements.

    Args:
        edition: ``v2`` or ``v3``.
        by_tag: Whether the style is DCT: categories are elements of their own.
        ids: Of the file; all are declared before the first element is written.
        report: Takes what must be left out.
    """

    def __init__(self, edition: str, ids: Ids, report: Report | None, *, by_tag: bool) -> None:
        self.edition = edition
        self.by_tag = by_tag
        self.ids = ids
        self.report = report
        self.place = "header"
        self.space_counts = False

    def tell(self, problem: str, action: str) -> None:
        if self.report:
            self.report(Repair(self.place, None, problem, action))

    def tree(self, one: DataCategory, indent: str) -> str:
        """Write an element with what is in it: header, back matter, parts of a term."""
        if not one.companions or one.element in _GROUPED:
            return self.category(one, indent)
        inside = "".join(self.tree(child, indent + "  ") for child in one.companions)
        given = (("type", one.type),) if one.type else ()
        name = self._tree_name(one.element)
        return (
            f"{indent}<{name}{tag_attributes((*given, *self._meta(one)))}>\n"
            f"{inside}{indent}</{name}>\n"
        )

    def category(self, one: DataCategory, indent: str) -> str:
        """Write a category, in a group where it has companions or must stand in one."""
        if one.element == "termCompList":
            return self.tree(one, indent)
        if not one.companions and one.element != "transac":
            return self.element(one, indent)
        inner = indent + "  "
        name = f"{one.element}Grp"
        inside = "".join(self.category(member, inner) for member in one.companions)
        return f"{indent}<{name}>\n{self.element(one, inner)}{inside}{indent}</{name}>\n"

    def element(self, one: DataCategory, indent: str) -> str:
        """Write a category alone."""
        name, given = one.element, ((("type", one.type),) if one.type else ())
        if self.by_tag and one.type and name not in {"p", "item"}:
            name, given = f"{'min' if one.type in _IN_MIN else 'basic'}:{one.type}", ()
        given = (*given, *self._meta(one), *self._target(one))
        text_only = one.element in _TEXT_ONLY or ":" in name
        text = self.text(one.value, () if text_only else one.markup)
        tag = f"{name}{tag_attributes(given)}"
        return f"{indent}<{tag}>{text}</{name}>\n" if text else f"{indent}<{tag}/>\n"

    def text(self, value: str, markup: Content) -> str:
        """Write a text with its inline elements."""
        if folded(value) != value:
            self.space_counts = True
        if not markup or plain_text(seen_through(markup)).strip() != value.strip():
            return self._characters(value)
        return self._inline(markup)

    def _characters(self, value: str) -> str:
        clean = sayable(value)
        if len(clean) != len(value):
            self.tell("characters that XML forbids", "left out")
        return escape(clean)

    def _inline(self, markup: Content) -> str:
        allowed = _INLINE[self.edition]
        written = []
        for part in markup:
            if isinstance(part, str):
                written.append(self._characters(part))
            elif part.kind not in allowed:
                self.tell(f"<{part.kind}> in a text", "only its text is kept")
                written.append(self._inline(part.content))
            else:
                given = self._inline_attributes(part.kind, part.attributes, allowed[part.kind])
                inside = plain_text(seen_through(part.content))
                inner = (
                    self._characters(inside) if part.kind == "hi" else self._inline(part.content)
                )
                written.append(f"<{part.kind}{tag_attributes(given)}>{inner}</{part.kind}>")
        return "".join(written)

    def _inline_attributes(self, kind: str, given: Attributes, allowed: set[str]) -> Attributes:
        kept = []
        for name, value in given:
            wrong = name not in allowed
            wrong |= kind == "hi" and name == "type" and self.edition == "v3" and value not in _HI
            wrong |= name == "type" and self.by_tag
            wrong |= name == "target" and not self.ids.resolves(value)
            if wrong:
                self.tell(f"<{kind}> with {name}", "left out")
            else:
                kept.append((name, self.ids.name_of.get(value, value) if name == "id" else value))
        return tuple(kept)

    def _meta(self, one: DataCategory) -> Iterable[tuple[str, str]]:
        allowed = _OWN_ATTRIBUTES.get(one.element, _META)
        for name, value in one.attributes:
            if name not in allowed or self.by_tag:
                self.tell(f"<{one.element}> with {name}", "left out")
            else:
                clean = sayable(value)
                yield name, self.ids.name_of.get(clean, clean) if name == "id" else clean

    def _target(self, one: DataCategory) -> Iterable[tuple[str, str]]:
        if not one.target:
            return
        if one.element == "xref":
            yield "target", sayable(one.target)
        elif not self.ids.resolves(one.target):
            self.tell(f"«{one.target}» is pointed to and does not exist", "pointer left out")
        elif one.element not in _OWN_ATTRIBUTES:
            yield "target", self.ids.name_of[one.target]

    def _tree_name(self, name: str) -> str:
        if name in {"refObjectList", "refObjectSec"}:
            return "refObjectList" if self.edition == "v2" else "refObjectSec"
        return name
