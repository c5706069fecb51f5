"""TMX files into a header and translation units, one unit at a time.

The one fact to remember: reading is lenient, and keeps what was written as it was written; what
had to be mended is reported with its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from termbase.formats._xml import Element, attributes, line_of, local, records, text_of
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
_LANGUAGES = ("xml:lang", "lang")
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

    def tell(self, element: Element | None, problem: str, action: str) -> None:
        if self.report:
            line = None if element is None else line_of(element)
            self.report(Repair(self.path, line, problem, action))

    def read(self) -> Iterator[MemoryHeader | TranslationUnit]:
        for element in records(self.path, {"tmx"}, {"header", "tu"}, self.report):
            name = local(element)
            if name == "tmx":
                self.version = element.get("version", "")
            else:
                yield self.header(element) if name == "header" else self.unit(element)

    def header(self, element: Element) -> MemoryHeader:
        written = attributes(element)
        names = {name for name, _ in written}
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            self.tell(element, f"<header> without {', '.join(missing)}", "left to the writer")
        return MemoryHeader(
            element.get("srclang", "*all*"),
            tuple(pair for pair in written if pair[0] != "srclang"),
            self.properties(element),
            self.notes(element),
            tuple(
                UserEncoding(attributes(ude), tuple(attributes(one) for one in ude))
                for ude in element.iterchildren("{*}ude")
            ),
        )

    def unit(self, element: Element) -> TranslationUnit:
        own, properties = _restored(attributes(element), self.properties(element))
        return TranslationUnit(
            tuple(one for tuv in element.iterchildren("{*}tuv") for one in self.variants(tuv)),
            dict(own).get("tuid", ""),
            tuple(pair for pair in own if pair[0] != "tuid"),
            properties,
            self.notes(element),
            line_of(element),
        )

    def variants(self, element: Element) -> Iterator[Variant]:
        """Yield the variant of a tuv; more than one where it has several texts."""
        own, properties = _restored(attributes(element), self.properties(element))
        language = self.language(element, dict(own))
        segments = list(element.iterchildren("{*}seg"))
        if len(segments) != 1:
            problem = "without <seg>" if not segments else "with several <seg>"
            action = "its text is empty" if not segments else "each is a text of its own"
            self.tell(element, f"<tuv> {problem}", action)
        rest = tuple(pair for pair in own if pair[0] not in _LANGUAGES)
        texts = [content(segment) for segment in segments] or [()]
        yield Variant(language, texts[0], rest, properties, self.notes(element))
        for text in texts[1:]:
            yield Variant(language, text, rest)

    def language(self, element: Element, own: dict[str, str]) -> str:
        for name in _LANGUAGES:
            if own.get(name, "").strip():
                if name == "lang" and self.version == "1.4":
                    self.tell(element, "<tuv> with lang, which became xml:lang", "read as that")
                return own[name].strip()
        self.tell(element, "<tuv> without xml:lang", f"kept as «{UNKNOWN_LANGUAGE}»")
        return UNKNOWN_LANGUAGE

    def properties(self, element: Element) -> tuple[Property, ...]:
        return tuple(
            Property(
                one.get("type", ""),
                text_of(one),
                tuple(pair for pair in attributes(one) if pair[0] != "type"),
            )
            for one in element.iterchildren("{*}prop")
        )

    def notes(self, element: Element) -> tuple[Note, ...]:
        return tuple(Note(text_of(one), attributes(one)) for one in element.iterchildren("{*}note"))


def content(element: Element) -> Content:
    """Return the text and the inline codes of an element."""
    parts: list[str | InlineCode] = [element.text] if element.text else []
    for child in element:
        parts.append(InlineCode(local(child), attributes(child), content(child)))
        if child.tail:
            parts.append(child.tail)
    return tuple(parts)


def _restored(
    own: Attributes, properties: tuple[Property, ...]
) -> tuple[Attributes, tuple[Property, ...]]:
    """Put back the attributes that the grammar of TMX forbids, which our writer kept as <prop>."""
    if not any(one.type.startswith(ATTRIBUTE) for one in properties):
        return own, properties
    kept = tuple(one for one in properties if not one.type.startswith(ATTRIBUTE))
    back = tuple(
        (one.type.removeprefix(ATTRIBUTE), one.value)
        for one in properties
        if one.type.startswith(ATTRIBUTE)
    )
    return own + back, kept
