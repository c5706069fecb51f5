"""XML files into elements, one record at a time: the one parser, for files that nobody vouches for.

The one fact to remember: nothing is fetched, no external entity is read; expansion, depth and the
length of a text are bounded by libxml2, the length of a record by us, and nothing else is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from termbase.errors import FormatError
from termbase.formats._xml_text import xml_text
from termbase.model.repair import Report

Element = etree._Element

_XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"
_LONGEST = 16 << 20
_UNFINISHED = ("expected '>'", "Couldn't find end of Start Tag")
_LAST_LINE = 0xFFFF
_WHERE = re.compile(r",? ?line \d+, column \d+.*", re.DOTALL)


def records(
    path: str, roots: Collection[str], names: Collection[str], report: Report | None = None
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
    parser, root, length, end = None, None, 0, (1, 1)
    try:
        for text in xml_text(path, report):
            if parser is None:
                parser = pull_parser(_check_root(path, text, roots), *names)
            end = _end(end, text)
            parser.feed(text)
            length += len(text)
            for element in _closed(parser, roots):
                root = element if element.getparent() is None else root
                length = 0
                yield element
            if _prune(root, names) and length > _LONGEST:
                problem = f"a record is longer than {_LONGEST >> 20} MB"
                raise FormatError(path, problem, remedy="it is no file of this kind")
        if parser is None:
            raise FormatError(path, "the file is empty", remedy=f"expected <{min(roots)}>")
        parser.close()
        yield from _closed(parser, roots)
    except etree.XMLSyntaxError as error:
        raise not_well_formed(path, error, end) from error


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return _without_namespace(element.tag)


def attributes(element: Element) -> tuple[tuple[str, str], ...]:
    """Return its attributes in order; those of XML itself are called ``xml:lang`` and so on."""
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


def markup_of(element: Element) -> str:
    """Return an element as it is written, for what no reader understands."""
    return etree.tostring(element, encoding="unicode", with_tail=False)


def pull_parser(*names: str) -> Any:
    """Return a parser that tells of some elements; of all where none is named."""
    closed: dict[str, Any] = {
        "resolve_entities": "internal",
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
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


def _prune(root: Element | None, names: Collection[str]) -> bool:
    """Drop all that is closed and say whether a record is open: nothing may pile up."""
    element = root
    while element is not None and len(element):
        if local(element) in names:
            return True
        del element[:-1]
        element = element[-1]
    return element is not None and local(element) in names


def _check_root(path: str, text: str, roots: Collection[str]) -> str:
    scout = pull_parser()
    scout.feed(text)
    for _, element in scout.read_events():
        name = local(element)
        if name in roots:
            return name
        wanted = " or ".join(f"<{root}>" for root in sorted(roots))
        raise FormatError(path, f"its root is <{name}>, not {wanted}", line=element.sourceline)
    raise FormatError(path, "no element in its beginning", remedy="it is no XML of this kind")


def _end(start: tuple[int, int], text: str) -> tuple[int, int]:
    """Return line and column after a text that starts at others."""
    lines = text.count("\n")
    return start[0] + lines, len(text) - text.rfind("\n") if lines else start[1] + len(text)


def not_well_formed(path: str, error: etree.XMLSyntaxError, end: tuple[int, int]) -> FormatError:
    """Return what a parser says as an error of ours. End: line and column of the last text."""
    line, column = error.position
    problem = _WHERE.sub("", error.msg or "") or "not well-formed"
    broken = (line, column) == end or problem.startswith(_UNFINISHED)
    return FormatError(
        path,
        f"is not well-formed XML: {problem}",
        line=line,
        column=column,
        remedy="the file is cut off or damaged; fetch it again" if broken else "",
    )
