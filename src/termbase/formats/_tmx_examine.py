"""A TMX file into what is wrong with it, element by element, however large it is."""

from __future__ import annotations

from lxml import etree

from termbase.formats._files import refuse_more
from termbase.formats._tmx_capitals import tmx_text
from termbase.formats._tmx_grammar import VERSIONS, faults
from termbase.formats._tmx_values import Values
from termbase.formats._xml import Element, local, pull_parser, sure_line_of
from termbase.formats._xml_refusals import not_well_formed
from termbase.model.repair import Repair, Report


def examine(path: str, report: Report) -> None:
    """Report everything that a TMX file has against its grammar, and each value that is wrong.

    Args:
        report: Takes each fault; what had to be mended to read on is among them.

    Raises:
        FormatError: If it is not well-formed, or a unit has no end; nothing behind that place
            can be judged.
    """
    check = _Check(path, report)
    parser, end = pull_parser(), (1, 1)
    try:
        for text in tmx_text(path, report):
            lines = text.count("\n")
            end = (end[0] + lines, len(text) - text.rfind("\n") if lines else end[1] + len(text))
            parser.feed(text)
            check.tags += text.count("<")
            for event, element in parser.read_events():
                check.met(event, element)
            if check.is_within_record:
                refuse_more(path, check.tags, "tags", end[0])
        parser.close()
        for event, element in parser.read_events():
            check.met(event, element)
    except etree.XMLSyntaxError as error:
        raise not_well_formed(path, error, error.position, end) from error
    check.finish()


class _Check:
    """Where the check of one file is: what the root has had, and in which element it is."""

    def __init__(self, path: str, report: Report) -> None:
        self.path = path
        self.report = report
        self.depth = self.tags = 0
        self.version = "1.4"
        self.had: list[str] = []
        self.values = Values()
        self.is_tmx = True

    @property
    def is_within_record(self) -> bool:
        """Whether a header or a unit is open, which stays in memory until it closes."""
        return self.depth > 2 or (self.depth == 2 and self.had[-1:] != ["body"])

    def met(self, event: str, element: Element) -> None:
        self.depth += 1 if event == "start" else -1
        if event == "start":
            if self.depth == 1:
                self.root(element)
            elif self.depth == 2:
                self.had.append(local(element))
        elif self.depth == 1:
            self.tags = 0
            self.closed(element)
        elif self.depth == 2 and self.had[-1:] == ["body"]:
            self.unit(element)

    def root(self, element: Element) -> None:
        name = local(element)
        if name != "tmx":
            self.is_tmx = False
            self.tell(element, f"its root is <{name}>, not <tmx>")
        self.version = element.get("version", "")
        if self.version not in VERSIONS:
            said = f"version is «{self.version}»" if self.version else "<tmx> without version"
            self.tell(element, f"{said}; TMX has {', '.join(VERSIONS)}")
        for one in element.attrib:
            if one != "version":
                self.tell(element, f"<tmx> with {str(one).rpartition('}')[2]}")

    def closed(self, element: Element) -> None:
        """Judge a child of the root."""
        name = local(element)
        if name == "header":
            self.judge(element)
        elif name != "body":
            self.tell(element, f"<{name}> may not stand in <tmx>")
        for one in (element.text if name == "body" else None, element.tail):
            self.no_text(element, one, name)
        if name == "body" and element.attrib:
            self.tell(element, "<body> with attributes")

    def unit(self, element: Element) -> None:
        """Judge a child of the body, and let it go."""
        self.tags = 0
        if local(element) == "tu":
            self.judge(element)
        else:
            self.tell(element, f"<{local(element)}> may not stand in <body>")
        before = element.getprevious()
        parent = element.getparent()
        if before is not None and parent is not None:
            self.no_text(before, before.tail, "body")
            parent.remove(before)
        tail = element.tail
        element.clear()
        element.tail = tail

    def judge(self, element: Element) -> None:
        for where, problem in (*faults(element, self.version), *self.values.faults(element)):
            self.tell(where, problem)

    def no_text(self, element: Element, text: str | None, name: str) -> None:
        if text and text.strip():
            self.tell(element, f"text in <{name}>: «{' '.join(text.split())[:40]}»")

    def finish(self) -> None:
        if self.is_tmx and self.had != ["header", "body"]:
            had = " ".join(f"<{one}>" for one in self.had) or "nothing"
            self.report(Repair(self.path, None, f"<tmx> holds {had}, not <header> <body>", ""))

    def tell(self, element: Element, problem: str) -> None:
        self.report(Repair(self.path, sure_line_of(element), problem, ""))
