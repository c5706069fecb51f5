"""XML files into elements, one record at a time: the one parser, for files that nobody vouches for.

The one fact to remember: nothing is fetched, no external entity is read; expansion, depth and the
length of a text are bounded by libxml2, the length of a record by us, and nothing else is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from lxml import etree

from termbase.errors import FormatError
from termbase.formats._files import refuse_more
from termbase.formats._xml_asides import SKIPPED, first_kept
from termbase.formats._xml_refusals import not_well_formed
from termbase.formats._xml_text import xml_text
from termbase.model.repair import Repair, Report

Element = etree._Element
Value = TypeVar("Value")

_XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"
_LONGEST = 16 << 20
_LONGEST_ASIDES = 2 << 20
_MOST_BESIDE = 1000
_LAST_LINE = 0xFFFF
_BREAK = "\n"
_MANY = 100
"""Of attributes: no element has so many but to hang us."""


class Shortcut(Protocol[Value]):
    """Reads records out of the text itself, where they are so plain that no parser is needed.

    Attributes:
        name: Local name of the elements that it may read.
    """

    name: str

    def read(self, text: str, at: int, line: int) -> tuple[list[Value], int]:
        """Return the values of the records that stand there one after the other, and their end.

        Args:
            text: A piece of the file.
            at: A place in it between two records.
            line: That of this place.
        """
        ...


def records(
    path: str,
    roots: Collection[str],
    names: Collection[str],
    report: Report | None = None,
) -> Iterator[Element]:
    """Yield the root when it opens, then each wanted element when it closes.

    Args:
        path: An XML file, packed by gzip or not.
        roots: Local names that the root may have.
        names: Local names of the elements to yield; each is gone soon after its turn.
        report: Takes every mend.

    Raises:
        FormatError: If the file is missing, empty, not well-formed or has another root.
    """
    return mixed_records(path, xml_text(path, report), roots, names, report, None)


def mixed_records(
    path: str,
    texts: Iterable[str],
    roots: Collection[str],
    names: Collection[str],
    report: Report | None,
    shortcut: Shortcut[Value] | None,
    *,
    asides: bool = False,
) -> Iterator[Element | Value]:
    """Yield what `records` yields, and in the place of some records what a shortcut read.

    Args:
        texts: The file in pieces, as `xml_text` gives them.
        asides: Whether comments, instructions and elements of other names are left in the tree
            before the element that they stand before, and the root comes again when all is read.
    """
    source = _Source(path, roots, names, shortcut, report if asides else None, asides=asides)
    try:
        for text in texts:
            yield from source.read(text)
        yield from source.close()
    except etree.XMLSyntaxError as error:
        raise source.refusal(error) from error


class _Unseen(NamedTuple):
    """What the parser did not see of a line: how many columns, before which one as it counts."""

    line: int
    columns: int
    start: int


class _Source(Generic[Value]):
    """Reads one file; knows how far the parser is, and what it did not see."""

    def __init__(
        self,
        path: str,
        roots: Collection[str],
        names: Collection[str],
        shortcut: Shortcut[Value] | None,
        report: Report | None,
        *,
        asides: bool,
    ) -> None:
        self._path = path
        self._roots = roots
        self._names = names
        self._shortcut = shortcut
        self._report = report
        self._asides = asides
        self._lost = False
        self._parser: Any = None
        self._root: Element | None = None
        self._closed: Element | None = None
        self._length = self._tags = 0
        self._end = (1, 1)
        self._unseen = self._earlier = _Unseen(1, 0, 0)
        self._between = False

    def read(self, text: str) -> Iterator[Element | Value]:
        """Yield what the next piece of the file completes."""
        if self._parser is None:
            name = _check_root(self._path, text, self._roots)
            self._parser = pull_parser(name, *self._names, asides=self._asides)
        at = 0
        while at < len(text):
            if self._between and self._shortcut:
                values, stop = self._shortcut.read(text, at, self._end[0])
                yield from values
                self._skip(text[at:stop])
                at = stop
            stop = self._stop(text, at)
            yield from self._fed(text[at:stop])
            at = stop
        self._prune()

    def close(self) -> Iterator[Element]:
        """Yield what the end of the file completes."""
        if self._parser is None:
            remedy = f"expected <{min(self._roots)}>"
            raise FormatError(self._path, "the file is empty", remedy=remedy)
        self._parser.close()
        yield from _closed(self._parser, self._roots)
        if self._asides and self._root is not None:
            yield self._root

    def refusal(self, error: etree.XMLSyntaxError) -> FormatError:
        """Return what the parser says as an error of ours."""
        line, column = error.position
        # Of a name without its namespace the parser tells when it is fed again.
        for unseen in (self._unseen, self._earlier):
            if line == unseen.line and column >= unseen.start:
                column += unseen.columns
                break
        return not_well_formed(self._path, error, (line, column), self._end)

    def _stop(self, text: str, at: int) -> int:
        """Return how far the parser reads: to a place where the shortcut may go on."""
        if self._shortcut is None:
            return len(text)
        closing = f"</{self._shortcut.name}>"
        found = text.find(closing, at)
        return len(text) if found < 0 else found + len(closing)

    def _prune(self) -> None:
        """Let nothing pile up; what stands before a record to come may wait for it a while."""
        record = _last_record(self._root, self._names)
        is_open = record is not None and record is not self._closed
        if is_open:
            self._check_size()
        if self._asides and (is_open or self._length <= _LONGEST_ASIDES):
            if _keep_asides(self._root, self._names):
                self._lost = False
            else:
                self._tell_lost(f"more than {_MOST_BESIDE} comments or other elements")
            return
        if self._asides:
            self._tell_lost(f"more than {_LONGEST_ASIDES >> 20} MB of comments or other elements")
        _prune(self._root, self._names)

    def _check_size(self) -> None:
        """Refuse a record that would fill the memory."""
        line = self._end[0]
        if self._length > _LONGEST:
            problem = f"a record is longer than {_LONGEST >> 20} MB"
            raise FormatError(self._path, problem, line=line, remedy="is the file damaged?")
        refuse_more(self._path, self._tags, "tags", line)

    def _tell_lost(self, what: str) -> None:
        if self._report and not self._lost:
            action = "left out, the last ones aside"
            self._report(Repair(self._path, self._end[0], f"{what} between two units", action))
        self._lost = True

    def _fed(self, text: str) -> Iterator[Element]:
        self._end = _end(self._end, text)
        self._parser.feed(text)
        self._length += len(text)
        self._tags += text.count("<")
        self._between = False
        for element in _closed(self._parser, self._roots):
            parent = element.getparent()
            self._root = element if parent is None else self._root
            self._closed = element
            self._length = self._tags = 0
            yield element
            self._between = self._shortcut is not None and (
                local(element) == self._shortcut.name
                and parent is not None
                and parent.getparent() is self._root
            )

    def _skip(self, text: str) -> None:
        """Let the parser know of the lines that were read without it."""
        if not text:
            return
        instead = f"<?{SKIPPED} {text.count(_BREAK) * _BREAK}?>"
        before, self._end = self._end, _end(self._end, text)
        seen = _end((before[0], before[1] - self._unseen_at(before[0])), instead)
        self._earlier = self._unseen
        self._unseen = _Unseen(self._end[0], self._end[1] - seen[1], seen[1])
        self._parser.feed(instead)

    def _unseen_at(self, line: int) -> int:
        return self._unseen.columns if self._unseen.line == line else 0


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return _without_namespace(element.tag)


def attributes(element: Element) -> tuple[tuple[str, str], ...]:
    """Return its attributes in order; those of XML itself are called ``xml:lang`` and so on."""
    if len(element.attrib) > _MANY:  # lxml seeks each value from the first attribute on
        found: Any = element.xpath("@*")
        return tuple([(_plain_name(one.attrname), str(one)) for one in found])
    pairs: Any = element.items()
    return tuple([(_plain_name(name), value) for name, value in pairs])


@lru_cache(maxsize=1024)
def _without_namespace(tag: Any) -> str:
    return str(tag).rpartition("}")[2]


@lru_cache(maxsize=1024)
def _plain_name(name: str) -> str:
    return name.replace(_XML_NAMESPACE, "xml:")


def line_of(element: Element) -> int | None:
    """Return the line on which an element opens."""
    line = element.sourceline
    return line if isinstance(line, int) else None


def sure_line_of(element: Element) -> int | None:
    """Return the line on which an element opens; None where it is too far down to be known.

    libxml2 keeps 16 bits of a line, and gives for what is below only a line that is near.
    """
    line = line_of(element)
    return line if line is not None and line < _LAST_LINE else None


def text_of(element: Element) -> str:
    """Return all the text in an element."""
    if len(element):
        return "".join(str(part) for part in element.itertext())
    return element.text or ""


def pull_parser(*names: str, asides: bool = False) -> Any:
    """Return a parser that tells of some elements; of all where none is named.

    Args:
        asides: Whether comments and instructions come into the tree.
    """
    closed: dict[str, Any] = {
        "resolve_entities": "internal",
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": not asides,
        "remove_pis": not asides,
    }
    wanted = [f"{{*}}{name}" for name in names] or None
    return etree.XMLPullParser(events=("start", "end"), tag=wanted, **closed)


def _closed(parser: Any, roots: Collection[str]) -> Iterator[Element]:
    for event, element in parser.read_events():
        is_root = element.getparent() is None
        if event == "start":
            if is_root and local(element) in roots:
                yield element
        elif not is_root:
            yield element


def _keep_asides(root: Element | None, names: Collection[str]) -> bool:
    """Drop all that is closed but what stands before a record to come; say whether that is all."""
    if root is None or not len(root):
        return True
    del root[:-_MOST_BESIDE]
    body = next((one for one in root.iterchildren(reversed=True) if isinstance(one.tag, str)), None)
    if body is None or not len(body) or local(body) in names:
        return True
    first = first_kept(body, names)
    whole = len(body) - first <= _MOST_BESIDE
    del body[: max(first - 1, 0) if whole else -_MOST_BESIDE]  # the last record, for its tail
    return whole


def _last_record(root: Element | None, names: Collection[str]) -> Element | None:
    """Return the record at the end of what is read, if there is one."""
    element = root
    while element is not None and local(element) not in names:
        element = element[-1] if len(element) else None
    return element


def _prune(root: Element | None, names: Collection[str]) -> None:
    """Drop all that is closed, except a record at the end: nothing may pile up."""
    element = root
    while element is not None and len(element) and local(element) not in names:
        del element[:-1]
        element = element[-1]


def _check_root(path: str, text: str, roots: Collection[str]) -> str:
    scout = pull_parser()
    scout.feed(text)
    for _, element in scout.read_events():
        name = local(element)
        if name in roots:
            return name
        wanted = " or ".join(f"<{root}>" for root in sorted(roots))
        raise FormatError(path, f"its root is <{name}>, not {wanted}", line=element.sourceline)
    if "<!DOCTYPE" in text:
        problem = f"declares too much (<!DOCTYPE>) before its root <{min(roots)}>"
        raise FormatError(path, problem, remedy="no tool for translation writes that; look inside")
    raise FormatError(path, "no element in its beginning", remedy="it is no XML of this kind")


def _end(start: tuple[int, int], text: str) -> tuple[int, int]:
    """Return line and column after a text that starts at others."""
    lines = text.count("\n")
    return start[0] + lines, len(text) - text.rfind("\n") if lines else start[1] + len(text)
