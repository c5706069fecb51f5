"""TMX files into a header and translation units, one unit at a time.

The one fact to remember: reading is lenient, and keeps what was written as it was written; what
had to be mended is reported with its line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from termbase.errors import FormatError, UnknownLanguageError
from termbase.formats._tmx_capitals import tmx_text
from termbase.formats._tmx_plain import PlainUnits
from termbase.formats._xml import (
    Element,
    attributes,
    line_of,
    local,
    mixed_records,
    sure_line_of,
    text_of,
)
from termbase.formats._xml_asides import before, behind, is_aside, lifted, written
from termbase.model.language import language_tag
from termbase.model.repair import Repair, Report
from termbase.model.unit import (
    Attributes,
    Content,
    InlineCode,
    MemoryHeader,
    Note,
    Property,
    TranslationUnit,
    UserEncoding,
    Variant,
)

REQUIRED = (
    "creationtool",
    "creationtoolversion",
    "segtype",
    "o-tmf",
    "adminlang",
    "srclang",
    "datatype",
)
ATTRIBUTE = "x-termbase-attribute:"
UNKNOWN = "x-termbase-xml"
"""Type of the property that keeps an element that TMX does not know, or a comment."""
BEFORE = "x-termbase-xml-before"
"""Type of one that keeps what stands before a unit, a text in a unit, or the whole."""
BEHIND = "x-termbase-xml-behind"
"""Type of one that keeps what stands behind the last unit."""
SEG = "x-termbase-seg:"
"""How the type begins of a property that keeps an attribute of a <seg>, which TMX gives none."""
_KNOWN = {"header": "ude", "tu": "tuv", "tuv": "seg"}
"""What stands in an element beside notes and properties."""
_TEXTS = {"prop", "note", "seg", "ude"}
_INLINE = {"bpt", "ept", "it", "ph", "hi", "ut", "sub"}
_NAMES = {"header", "tu"}
_RECORDS = {"header", "body", "tu"}
_LANGUAGES = ("xml:lang", "lang")
_MOST_SAID = 60
UNKNOWN_LANGUAGE = "und"


def read_memory(
    path: str,
    *,
    source: str | None = None,  # noqa: ARG001 — the signature that all readers share
    target: str | None = None,  # noqa: ARG001
    report: Report | None = None,
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Read a TMX file of version 1.1 to 1.4b, packed by gzip or not.

    Args:
        source, target: Not needed: every text in a TMX names its language.
        report: Takes each repair.

    Returns:
        What the memory says of itself, and its units, read as they are asked for.

    Raises:
        FormatError: If the file is not well-formed or no TMX; for what stands after the header,
            while the units are read.
    """
    reader = _Reader(path, report)
    found = reader.read()
    first = next(found, None)
    if isinstance(first, MemoryHeader):
        return first, (one for one in found if isinstance(one, TranslationUnit))
    reader.tell(None, "the file has no <header>", "any language may be its source")
    units = chain(() if first is None else (first,), found)
    return MemoryHeader("*all*"), (one for one in units if isinstance(one, TranslationUnit))


class _Reader:
    """Reads one file; knows where it is, so that a repair can name its line."""

    def __init__(self, path: str, report: Report | None) -> None:
        self.path = path
        self.report = report
        self.version = ""
        self.languages = {UNKNOWN_LANGUAGE}
        self._of_seg: set[str] = set()
        self._around: set[str] = set()
        self._inline = set(_INLINE)

    def tell(self, element: Element | None, problem: str, action: str) -> None:
        if self.report:
            line = None if element is None else line_of(element)
            self.report(Repair(self.path, line, problem, action))

    def read(self, *, by_pattern: bool = True) -> Iterator[MemoryHeader | TranslationUnit]:
        """Yield the header and the units, each unit when it is known what stands behind it.

        Args:
            by_pattern: Whether plain units may be read without the parser.
        """
        plain = PlainUnits(self.languages, ATTRIBUTE) if by_pattern else None
        last: TranslationUnit | None = None
        try:
            for one in self.records(plain):
                if isinstance(one, MemoryHeader):
                    yield one
                    continue
                if last and isinstance(one, TranslationUnit):
                    yield last
                last = one if isinstance(one, TranslationUnit) else self.ended(one, last)
        except FormatError:
            if last:
                yield last
            raise
        if last:
            yield last

    def records(
        self, plain: PlainUnits | None
    ) -> Iterator[MemoryHeader | TranslationUnit | Element]:
        """Yield the header, the units, and the root when it closes."""
        version: str | None = None
        first = True
        texts = tmx_text(self.path, self.report)
        for element in mixed_records(
            self.path, texts, {"tmx"}, _NAMES, self.report, plain, asides=True
        ):
            if isinstance(element, TranslationUnit):
                yield element
            elif (name := local(element)) == "tu":
                yield self.unit(element, first=first)
                first = False
            elif name == "header":
                yield self.header(element)
            elif version is None:
                self.version = version = element.get("version", "")
                self.tell_of(element, {"version"})
            else:
                yield element

    def ended(self, root: Element, last: TranslationUnit | None) -> TranslationUnit | None:
        """Return the last unit with what stands behind it."""
        found = behind(root, _RECORDS)
        self.tell_loose(root, [root.text, *(one.tail for one in root)])
        self.tell_loose(root, [part[-1].tail for part in root if len(part)])
        if found and last:
            return replace(last, properties=last.properties + _kept(BEHIND, found))
        if found:
            problem = f"{len(found)} comments or other elements, and no unit to keep them"
            self.tell(None, problem, "left out")
        return last

    def header(self, element: Element) -> MemoryHeader:
        written = attributes(element)
        names = {name for name, _ in written}
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            self.tell(element, f"<header> without {', '.join(missing)}", "left to the writer")
        inside = self.inside(element)
        own, properties = inside.restored(written)
        return MemoryHeader(
            dict(own).get("srclang", "*all*"),
            tuple(pair for pair in own if pair[0] != "srclang"),
            _kept(BEFORE, before(element, _RECORDS, climb=True)) + properties,
            tuple(inside.notes),
            tuple(
                UserEncoding(attributes(ude), tuple(attributes(one) for one in ude))
                for ude in inside.others
            ),
        )

    def unit(self, element: Element, *, first: bool = False) -> TranslationUnit:
        aside = _kept(BEFORE, before(element, _RECORDS, climb=first))
        self.around(element)
        inside = self.inside(element)
        own, properties = inside.restored(attributes(element))
        variants: list[Variant] = []
        for child in inside.others:
            variants += self.variants(child, inside.before.get(child, ()))
        return TranslationUnit(
            tuple(variants),
            element.get("tuid", ""),
            tuple([pair for pair in own if pair[0] != "tuid"]),
            aside + properties if aside else properties,
            tuple(inside.notes),
            sure_line_of(element),
        )

    def variants(self, element: Element, aside: tuple[Property, ...]) -> Iterator[Variant]:
        """Yield the variant of a tuv; more than one where it has several texts.

        Args:
            aside: What stands before it.
        """
        inside = self.inside(element)
        own, properties = inside.restored(attributes(element))
        texts = [(self.content(child), self.of_seg(child)) for child in inside.others]
        if len(texts) != 1:
            problem = "with several <seg>" if texts else "without <seg>"
            action = "each is a text of its own" if texts else "its text is empty"
            self.tell(element, f"<tuv> {problem}", action)
        language = self.language(element, dict(own))
        rest = tuple([pair for pair in own if pair[0] not in _LANGUAGES])
        text, more = texts[0] if texts else ((), ())
        yield Variant(language, text, rest, aside + properties + more, tuple(inside.notes))
        for text, more in texts[1:]:
            yield Variant(language, text, rest, more)

    def inside(self, element: Element) -> _Inside:
        """Return what stands in an element; tell of what of it has no place to be kept."""
        found = _Inside(element)
        if found.loose:
            self.tell_loose(element, found.loose)
        for one in found.marked:
            self.tell(one, f"elements in <{local(one)}>", "read as their text")
        return found

    def around(self, unit: Element) -> None:
        """Tell of what stands around a unit and has no place to be kept."""
        previous, parent = unit.getprevious(), unit.getparent()
        if parent is None:
            return
        loose = parent.text if previous is None else previous.tail
        if loose and not loose.isspace():
            self.tell_loose(unit, [loose])
        name = local(parent)
        if name not in self._around:
            self._around.add(name)
            if name == "body":
                self.tell_of(parent, ())
            else:
                self.tell(parent, f"units in <{name}>", "read as if they stood in <body>")

    def tell_of(self, element: Element, known: Collection[str]) -> None:
        """Tell of attributes that have no place to be kept."""
        lost = [name for name, _ in attributes(element) if name not in known]
        if lost:
            self.tell(element, f"<{local(element)}> with {', '.join(lost)}", "left out")

    def tell_loose(self, element: Element, texts: Iterable[str | None]) -> None:
        """Tell of text that stands outside of every <seg>."""
        for text in filter(None, texts):
            if text.strip():
                said = " ".join(text.split())[:_MOST_SAID]
                self.tell(element, f"text outside of <seg>: «{said}»", "left out")

    def content(self, element: Element) -> Content:
        """Return the text and the inline codes of an element; tell of codes unknown to TMX."""
        parts: list[str | InlineCode] = [element.text] if element.text else []
        for child in element:
            name = local(child)
            if name not in self._inline:
                self._inline.add(name)
                problem = f"<{name}> inside <seg>, which TMX does not know"
                self.tell(child, problem, "kept as a code: its text is none of the unit's")
            parts.append(InlineCode(name, attributes(child), self.content(child)))
            if child.tail:
                parts.append(child.tail)
        return tuple(parts)

    def of_seg(self, element: Element) -> tuple[Property, ...]:
        """Return the attributes of a text as properties; tell of the first place of each."""
        own = attributes(element)
        new = [name for name, _ in own if name not in self._of_seg]
        if new:
            self._of_seg.update(new)
            self.tell(element, f"<seg> with {', '.join(new)}", "kept as <prop>")
        return tuple([Property(SEG + name, value) for name, value in own])

    def language(self, element: Element, own: dict[str, str]) -> str:
        for name in _LANGUAGES:
            if own.get(name, "").strip():
                if name == "lang" and self.version == "1.4":
                    self.tell(element, "<tuv> with lang, which became xml:lang", "read as that")
                return self.known(element, own[name].strip())
        self.tell(element, "<tuv> without xml:lang", f"kept as «{UNKNOWN_LANGUAGE}»")
        return UNKNOWN_LANGUAGE

    def known(self, element: Element, language: str) -> str:
        """Return a language as written; tell of the first place of each that is unknown."""
        if language not in self.languages:
            self.languages.add(language)
            try:
                language_tag(language)
            except UnknownLanguageError as error:
                problem, _, hint = str(error).rpartition("; ")
                self.tell(element, problem, f"kept as written; {hint}")
        return language


class _Inside:
    """What stands in a header, a unit or a variant: properties, notes, and the rest.

    Attributes:
        before: What stands before each variant but the first.
        loose: Texts between the elements.
        marked: Properties and notes that hold elements.
    """

    def __init__(self, element: Element) -> None:
        self.properties: list[Property] = []
        self.notes: list[Note] = []
        self.others: list[Element] = []
        self.before: dict[Element, tuple[Property, ...]] = {}
        self.loose = [element.text] if element.text and not element.text.isspace() else []
        self.marked: list[Element] = []
        self._known = _KNOWN[local(element)]
        waiting: list[str] = []
        for child in element:
            tail = child.tail
            if tail and not tail.isspace():
                self.loose.append(tail)
            if is_aside(child):
                waiting.append(written(child))
                continue
            name = local(child)
            if name == "tuv" and self.others:
                self.before[child] = _kept(BEFORE, waiting)
                waiting = []
            elif found := waiting + (lifted(child) if name in _TEXTS else []):
                self.properties += _kept(UNKNOWN, found)
                waiting = []
            self.take(child, name)
        self.properties += _kept(UNKNOWN, waiting)

    def take(self, child: Element, name: str) -> None:
        """Keep an element that stands inside."""
        if name in {"prop", "note"} and len(child):
            self.marked.append(child)
        if name == "prop":
            given = tuple([pair for pair in attributes(child) if pair[0] != "type"])
            self.properties.append(Property(child.get("type", ""), text_of(child), given))
        elif name == "note":
            self.notes.append(Note(text_of(child), attributes(child)))
        elif name == self._known:
            self.others.append(child)
        else:
            self.properties.append(Property(UNKNOWN, written(child)))

    def restored(self, own: Attributes) -> tuple[Attributes, tuple[Property, ...]]:
        """Put back the attributes that TMX forbids, which our writer kept as <prop>."""
        back = [one for one in self.properties if one.type.startswith(ATTRIBUTE)]
        if not back:
            return own, tuple(self.properties)
        given = tuple((one.type.removeprefix(ATTRIBUTE), one.value) for one in back)
        return own + given, tuple(one for one in self.properties if one not in back)


def _kept(kind: str, asides: list[str]) -> tuple[Property, ...]:
    return tuple([Property(kind, one) for one in asides])
