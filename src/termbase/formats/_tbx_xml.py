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

_LETTERS = "A-Za-zÀ-ÖØ-öø-ıĴ-ľŁ-ňŊ-žΈ-ΊΌΎ-ΡΣ-ώЁ-ЌЎ-яё-ќў-ҁא-תء-غف-يぁ-ゔァ-ヺ一-龥가-힣"
"""Those of the great scripts that every edition of XML takes in names."""
_NAME = re.compile(rf"[{_LETTERS}_][{_LETTERS}0-9_.\-]*")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
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
_OWN_ATTRIBUTES |= {name: {"id"} for name in ("fileDesc", "publicationStmt", "encodingDesc")}
_OWN_ATTRIBUTES |= {name: {"id"} for name in ("refObject", "refObjectList", "refObjectSec")}
_OWN_ATTRIBUTES |= {name: {"id"} for name in ("itemSet", "termCompList")}
_OWN_ATTRIBUTES |= {name: {"id", "xml:lang"} for name in ("titleStmt", "sourceDesc", "title")}
_OWN_ATTRIBUTES |= {name: {"id", "xml:lang"} for name in ("revisionDesc", "change")}
_META = {"id", "xml:lang", "datatype"}
_TYPED = {
    "descrip",
    "admin",
    "termNote",
    "transac",
    "ref",
    "adminNote",
    "descripNote",
    "transacNote",
}
_TYPED_TREES = {"refObjectList", "refObjectSec", "itemSet", "termCompList"}
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


def is_language(written: str) -> bool:
    """Say whether TBX 2019 takes a language as it is written.

    >>> is_language("fr-CA"), is_language("fr_CA")
    (True, False)
    """
    return bool(_LANGUAGE.fullmatch(written))


class Ids:
    """The ids of one file: each a name of XML, each once."""

    def __init__(self) -> None:
        self.name_of: dict[str, str] = {}
        self.taken: set[str] = set()
        self.unclaimed: set[str] = set()

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

    def announce(self, wanted: str) -> None:
        """Keep a name for an id that some element may claim."""
        if wanted not in self.name_of:
            self.declare(wanted)
            self.unclaimed.add(wanted)

    def claim(self, wanted: str) -> str:
        """Return the name that was kept for an id, once; then nothing."""
        if wanted not in self.unclaimed:
            return ""
        self.unclaimed.remove(wanted)
        return self.name_of[wanted]

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
        given = (("type", one.type),) if one.type and one.element in _TYPED_TREES else ()
        name = one.element
        return (
            f"{indent}<{name}{tag_attributes((*given, *self._meta(one)))}>\n"
            f"{inside}{indent}</{name}>\n"
        )

    def category(self, one: DataCategory, indent: str) -> str:
        """Write a category, in a group where it has companions or must stand in one."""
        if one.element == "termCompList" and one.companions:
            return self.tree(one, indent)
        if one.element not in _GROUPED or (not one.companions and one.element != "transac"):
            members = "".join(self.category(member, indent) for member in one.companions)
            return self.element(one, indent) + members
        inner = indent + "  "
        name = f"{one.element}Grp"
        inside = "".join(self.category(member, inner) for member in one.companions)
        return f"{indent}<{name}>\n{self.element(one, inner)}{inside}{indent}</{name}>\n"

    def element(self, one: DataCategory, indent: str, identity: str = "") -> str:
        """Write a category alone, under an id that was declared for it."""
        typed = one.type or (self.edition == "v2" and one.element in _TYPED)
        name, given = one.element, ((("type", one.type),) if typed else ())
        if self.by_tag and one.type and name not in {"p", "item"}:
            name, given = f"{'min' if one.type in _IN_MIN else 'basic'}:{one.type}", ()
        if identity:
            given = (("id", identity), *given)
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
        written = self._inline(markup)
        return written if "<" in written else self._characters(value)

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
            written = self._value(name, value)
            wrong = name not in allowed or not written or (name == "type" and self.by_tag)
            if wrong or (kind == "hi" and name == "type" and self._no_type(value)):
                self.tell(f"<{kind}> with {name}", "left out")
            else:
                kept.append((name, written))
        return tuple(kept)

    def _no_type(self, value: str) -> bool:
        return self.edition == "v3" and value not in _HI

    def _value(self, name: str, value: str) -> str:
        """Return the value of an attribute as it may stand; empty where it may not."""
        if name == "id":
            return self.ids.claim(value)
        if name in {"target", "startRef"}:
            return self.ids.name_of.get(value, "")
        if name == "xml:lang" and self.edition == "v3" and not is_language(value):
            return ""
        return sayable(value)

    def _meta(self, one: DataCategory) -> Iterable[tuple[str, str]]:
        allowed = _OWN_ATTRIBUTES.get(one.element, _META)
        bare = self.by_tag and (one.element in {*_TYPED, "xref"})
        for name, value in one.attributes:
            kept = self._value(name, value)
            if name not in allowed or bare or not kept:
                self.tell(f"<{one.element}> with {name}", "left out")
            else:
                yield name, kept

    def _target(self, one: DataCategory) -> Iterable[tuple[str, str]]:
        if not one.target:
            return
        if one.element == "xref":
            yield "target", sayable(one.target)
        elif not self.ids.resolves(one.target):
            self.tell(f"«{one.target}» is pointed to and does not exist", "pointer left out")
        elif one.element not in _OWN_ATTRIBUTES:
            yield "target", self.ids.name_of[one.target]
