"""Translation units into TMX 1.4b, valid against its DTD, to the same bytes every time.

The one fact to remember: writing is strict. What the grammar of TMX forbids is mended in a way
that our reader undoes where it can, and each mend is reported.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import BinaryIO

from termbase.formats._files import write_pieces
from termbase.formats._markup import escape, sayable, tag_attributes
from termbase.formats._tmx_profiles import shaped
from termbase.formats._tmx_reader import (
    ATTRIBUTE,
    BEFORE,
    BEHIND,
    REQUIRED,
    UNKNOWN,
    UNKNOWN_LANGUAGE,
)
from termbase.formats._xml_asides import can_stand_anywhere, is_xml
from termbase.model.repair import Repair, Report
from termbase.model.unit import (
    Attributes,
    InlineCode,
    MemoryHeader,
    Note,
    Property,
    TranslationUnit,
    UserEncoding,
    Variant,
)
from termbase.model.wishes import NO_WISHES, Wishes

_HISTORY = {
    "o-encoding",
    "creationdate",
    "creationid",
    "changedate",
    "changeid",
    "creationtool",
    "creationtoolversion",
    "o-tmf",
    "datatype",
}
_USAGE = _HISTORY | {"usagecount", "lastusagedate"}
_ALLOWED = {
    "header": _HISTORY | {"segtype", "adminlang", "srclang"},
    "tu": _USAGE | {"segtype", "srclang", "tuid"},
    "tuv": _USAGE,
    "note": {"o-encoding", "xml:lang", "lang"},
    "prop": {"o-encoding", "xml:lang", "lang", "type"},
    "ude": {"name", "base"},
    "map": {"unicode", "code", "ent", "subst"},
    "bpt": {"i", "x", "type"},
    "ept": {"i"},
    "sub": {"datatype", "type"},
    "it": {"pos", "x", "type"},
    "ph": {"x", "assoc", "type"},
    "hi": {"x", "type"},
    "ut": {"x"},
}
_SEGTYPES = {"block", "paragraph", "sentence", "phrase"}
_CODES = {"bpt", "ept", "ph", "it", "hi", "ut"}
_NATIVE = _CODES - {"hi"}
_AROUND = (BEFORE, BEHIND)
_DEFAULTS = {
    "creationtool": "termbase",
    "creationtoolversion": "1",
    "segtype": "sentence",
    "o-tmf": "termbase",
    "adminlang": "en",
    "datatype": "plaintext",
}


def write_memory(
    stream: BinaryIO,
    header: MemoryHeader,
    units: Iterable[TranslationUnit],
    *,
    wishes: Wishes = NO_WISHES,
    report: Report | None = None,
) -> None:
    """Write a memory as TMX 1.4b in UTF-8.

    Args:
        stream: Takes the bytes.
        header: What the memory says of itself; attributes that TMX demands are filled in.
        units: In the order they are written.
        wishes: Its profile and level. The profile ``plain`` writes every unit as it is, even where
            the grammar of TMX forbids that.
        report: Takes each mend; its path names the unit.
    """
    header, units = shaped(header, units, wishes)
    writer = _PlainWriter(report) if wishes.profile == "plain" else _Writer(report)
    written = (writer.unit(unit, header.source) for unit in units)
    write_pieces(stream, chain([writer.opening(header)], written, ["  </body>\n</tmx>\n"]))


class _Writer:
    """Writes one memory; knows which unit it is at, so that a mend can name it."""

    def __init__(self, report: Report | None) -> None:
        self.report = report
        self.number = 0
        self.place = "header"

    def tell(self, problem: str, action: str) -> None:
        if self.report:
            self.report(Repair(self.place, None, problem, action))

    def opening(self, header: MemoryHeader) -> str:
        written, moved = self.allowed("header", header.attributes)
        given = {**_DEFAULTS, **dict(written), "srclang": header.source or "*all*"}
        kept = [(name, given.pop(name)) for name in REQUIRED] + list(given.items())
        before, known, _ = self.around(header.properties, "")
        inside = self.remarks(header.notes, (*known, *moved), "    ")
        inside += "".join(map(self.encoding, header.encodings))
        head = f"  <header{tag_attributes(kept)}" + (
            f">\n{inside}  </header>\n" if inside else "/>\n"
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
            f'{before}<tmx version="1.4">\n{head}  <body>\n'
        )

    def encoding(self, one: UserEncoding) -> str:
        """Write a user-defined encoding; nothing where it maps no character."""
        maps = [given for given in one.maps if "unicode" in dict(given)]
        if not maps or "name" not in dict(one.attributes):
            self.tell("<ude> that maps nothing or has no name", "left out")
            return ""
        inside = "".join(f"      <map{self.plain_attributes('map', given)}/>\n" for given in maps)
        return f"    <ude{self.plain_attributes('ude', one.attributes)}>\n{inside}    </ude>\n"

    def unit(self, unit: TranslationUnit, source: str) -> str:
        self.number += 1
        self.place = f"unit {unit.id or self.number}"
        own = (("tuid", unit.id), *unit.attributes) if unit.id else unit.attributes
        kept, moved = self.allowed("tu", own)
        before, known, behind = self.around(unit.properties, "    ")
        variants = unit.variants
        if not variants:
            self.tell("a unit without any text", "written with an empty one")
            variants = (Variant(source if source != "*all*" else UNKNOWN_LANGUAGE, ()),)
        return (
            f"{before}    <tu{tag_attributes(kept)}>\n"
            + self.remarks(unit.notes, (*known, *moved), "      ")
            + "".join(map(self.variant, variants))
            + f"    </tu>\n{behind}"
        )

    def variant(self, variant: Variant) -> str:
        kept, moved = self.allowed("tuv", variant.attributes) if variant.attributes else ((), ())
        own = _language(variant.language or UNKNOWN_LANGUAGE)
        counter = _Counter()
        text = "".join([self.part(one, "seg", counter) for one in variant.content])
        before, known, _ = self.around(variant.properties, "      ")
        return (
            f"{before}      <tuv{own}{tag_attributes(kept) if kept else ''}>\n"
            + self.remarks(variant.notes, (*known, *moved), "        ")
            + f"        <seg>{text}</seg>\n      </tuv>\n"
        )

    def remarks(
        self, notes: tuple[Note, ...], properties: tuple[Property, ...], indent: str
    ) -> str:
        if not notes and not properties:
            return ""
        lines = []
        for note in notes:
            given = self.plain_attributes("note", note.attributes)
            lines.append(f"{indent}<note{given}>{self.text(note.text)}</note>\n")
        for one in properties:
            if one.type == UNKNOWN and can_stand_anywhere(one.value):
                lines.append(f"{indent}{sayable(one.value)}\n")
                continue
            given = self.plain_attributes("prop", (("type", one.type), *one.attributes))
            lines.append(f"{indent}<prop{given}>{self.text(one.value)}</prop>\n")
        return "".join(lines)

    def around(
        self, properties: tuple[Property, ...], indent: str
    ) -> tuple[str, tuple[Property, ...], str]:
        """Part from the properties what is written before and behind an element."""
        if not any(one.type in _AROUND for one in properties):
            return "", properties, ""
        lines: dict[str, str] = dict.fromkeys(_AROUND, "")
        inside = []
        for one in properties:
            if one.type in _AROUND and self.may_stand(one.value):
                lines[one.type] += f"{indent}{sayable(one.value)}\n"
            else:
                inside.append(one)
        return lines[BEFORE], tuple(inside), lines[BEHIND]

    def may_stand(self, markup: str) -> bool:
        """Say whether a piece of XML may stand between elements."""
        return can_stand_anywhere(markup)

    def part(self, part: str | InlineCode, parent: str, counter: _Counter) -> str:
        """Write a piece of text or a code, under an element that allows it."""
        if isinstance(part, str):
            return self.text(part)
        kind, given = part.kind, part.attributes
        if parent in _NATIVE and kind != "sub":
            self.tell(f"<{kind}> inside <{parent}>", "put into a <sub>")
            return f"<sub>{self.part(part, 'sub', counter)}</sub>"
        if parent not in _NATIVE and kind not in _CODES:
            self.tell(f"<{kind}> inside <{parent}>", "written as <hi>")
            for name, _ in given:
                self.tell(f"<{kind}> with {name}", "left out")
            kind, given = "hi", (("type", f"x-{kind}"),)
        required = counter.required(kind, dict(given))
        if required:
            self.tell(f"<{kind}> without {required[0]}", "filled in")
            given = (*(pair for pair in given if pair[0] != required[0]), required)
        inside = "".join(self.part(one, kind, counter) for one in part.content)
        tag = f"{kind}{self.plain_attributes(kind, given)}"
        return f"<{tag}>{inside}</{kind}>" if inside else f"<{tag}/>"

    def text(self, text: str) -> str:
        clean = sayable(text)
        if len(clean) != len(text):
            self.tell("characters that XML forbids", "left out")
        return escape(clean)

    def plain_attributes(self, element: str, given: Attributes) -> str:
        """Write attributes; those that the grammar forbids are left out."""
        kept = tuple(pair for pair in given if pair[0] in _ALLOWED[element])
        for name, _ in given:
            if name not in _ALLOWED[element]:
                self.tell(f"<{element}> with {name}", "left out")
        return tag_attributes((name, sayable(value)) for name, value in kept)

    def allowed(self, element: str, given: Attributes) -> tuple[Attributes, tuple[Property, ...]]:
        """Part attributes into those that the grammar allows and those that become <prop>."""
        kept, moved = [], []
        for name, value in given:
            wrong = name not in _ALLOWED[element]
            if wrong or (name == "segtype" and value not in _SEGTYPES):
                self.tell(f"<{element}> with {name}", "written as <prop>")
                moved.append(Property(ATTRIBUTE + name, value))
            else:
                kept.append((name, sayable(value)))
        return tuple(kept), tuple(moved)


@lru_cache(maxsize=256)
def _language(language: str) -> str:
    return tag_attributes((("xml:lang", language),))


class _PlainWriter(_Writer):
    """Writes every unit as it is, valid or not; only what is no XML is left out."""

    def remarks(
        self, notes: tuple[Note, ...], properties: tuple[Property, ...], indent: str
    ) -> str:
        unknown = [one for one in properties if one.type == UNKNOWN and is_xml(one.value)]
        known = tuple(one for one in properties if one not in unknown)
        raw = (f"{indent}{one.value}\n" for one in unknown)
        return super().remarks(notes, known, indent) + "".join(raw)

    def may_stand(self, markup: str) -> bool:
        return is_xml(markup)

    def part(self, part: str | InlineCode, parent: str, counter: _Counter) -> str:  # noqa: ARG002
        if isinstance(part, str):
            return self.text(part)
        inside = "".join(self.part(one, part.kind, counter) for one in part.content)
        tag = f"{part.kind}{self.plain_attributes(part.kind, part.attributes)}"
        return f"<{tag}>{inside}</{part.kind}>" if inside else f"<{tag}/>"

    def plain_attributes(self, element: str, given: Attributes) -> str:  # noqa: ARG002
        return tag_attributes((name, sayable(value)) for name, value in given if name)

    def allowed(self, element: str, given: Attributes) -> tuple[Attributes, tuple[Property, ...]]:  # noqa: ARG002
        return tuple((name, sayable(value)) for name, value in given), ()


class _Counter:
    """Finds what a code of one text must say and does not: ``i`` of a pair, ``pos`` of a half."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def required(self, kind: str, given: dict[str, str]) -> tuple[str, str] | None:
        if kind == "it" and given.get("pos") not in {"begin", "end"}:
            return "pos", "begin"
        if kind == "bpt":
            number = given.get("i", str(len(self.opened) + 1))
            self.opened.append(number)
        elif kind == "ept":
            number = given.get("i", self.opened[-1] if self.opened else "1")
        else:
            return None
        return None if "i" in given else ("i", number)
