"""XML files into elements, one record at a time: the one parser, for files that nobody vouches for.

The one fact to remember: nothing is fetched, no external entity is read, and expansion, depth and
the length of a text are bounded by libxml2. What XML forbids in a text (control characters, names
of HTML characters) is mended before the parser sees it, and each mend is reported with its line.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from html.entities import name2codepoint
from typing import Any

from lxml import etree

from termbase.errors import FormatError
from termbase.formats._encoding import marked_encoding, refusal
from termbase.formats._files import read_chunks
from termbase.model.repair import Repair, Report

Element = etree._Element

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,9}|x[0-9A-Fa-f]{1,8})|([A-Za-z][A-Za-z0-9]*));")
_UNFINISHED = re.compile(r"&[#A-Za-z0-9]{0,40}\Z")
_OWN = {"lt", "gt", "amp", "quot", "apos"}
_ENTITY = re.compile(r"<!ENTITY\s+([\w.:-]+)\s")
_WHERE = re.compile(r",? ?line \d+, column \d+.*", re.DOTALL)


def records(
    path: str, roots: Collection[str], names: Collection[str], report: Report | None = None
) -> Iterator[Element]:
    """Yield the root when it opens, then each wanted element when it closes.

    Args:
        path: An XML file, packed by gzip or not.
        roots: Local names that the root may have.
        names: Local names of the elements to yield; each is emptied after its turn.
        report: Takes every mend.

    Raises:
        FormatError: If the file is missing, empty, not well-formed or has another root.
    """
    parser = None
    try:
        for text in _mended(path, report):
            if parser is None:
                root = _check_root(path, text, roots)
                parser = _pull_parser(root, *names)
            parser.feed(text)
            yield from _closed(parser, roots)
        if parser is None:
            raise FormatError(path, "the file is empty", remedy=f"expected <{min(roots)}>")
        parser.close()
        yield from _closed(parser, roots)
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(path, error) from error


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


def text_of(element: Element) -> str:
    """Return all the text in an element."""
    if len(element):
        return "".join(str(part) for part in element.itertext())
    return element.text or ""


def markup_of(element: Element) -> str:
    """Return an element as it is written, for what no reader understands."""
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _pull_parser(*names: str) -> Any:
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
            element.clear(keep_tail=True)
            parent = element.getparent()
            while element.getprevious() is not None:
                del parent[0]


def _check_root(path: str, text: str, roots: Collection[str]) -> str:
    scout = _pull_parser()
    scout.feed(text)
    for _, element in scout.read_events():
        name = local(element)
        if name in roots:
            return name
        wanted = " or ".join(f"<{root}>" for root in sorted(roots))
        raise FormatError(path, f"its root is <{name}>, not {wanted}", line=element.sourceline)
    raise FormatError(path, "no element in its beginning", remedy="it is no XML of this kind")


def _mended(path: str, report: Report | None) -> Iterator[str]:
    """Yield the text of the file in pieces that the parser can take."""
    line, kept = 1, ""
    known: set[str] | None = None
    for chunk in _decoded(path, report):
        text = kept + chunk
        unfinished = _UNFINISHED.search(text, max(0, len(text) - 42))
        kept = text[unfinished.start() :] if unfinished else ""
        text = text[: len(text) - len(kept)]
        if not text:
            continue
        if known is None:
            known = _OWN | set(_ENTITY.findall(text))
        yield _mend(text, known, path, line, report)
        line += text.count("\n")
    if kept:
        yield kept


def _mend(text: str, known: set[str], path: str, line: int, report: Report | None) -> str:
    def tell(at: int, problem: str, action: str) -> None:
        if report:
            report(Repair(path, line + text.count("\n", 0, at), problem, action))

    def reference(match: re.Match[str]) -> str:
        number, name = match.groups()
        if number:
            code = int(number[1:], 16) if number[0] == "x" else int(number)
            if code > 0x10FFFF or _FORBIDDEN.match(chr(code)):
                tell(match.start(), f"{match[0]} is no character of XML", "left out")
                return ""
        elif name not in known and name in name2codepoint:
            tell(match.start(), f"{match[0]} is not defined", "read as in HTML")
            return chr(name2codepoint[name])
        return match[0]

    def character(match: re.Match[str]) -> str:
        tell(match.start(), f"control character U+{ord(match[0]):04X}", "left out")
        return ""

    if "&" in text:
        text = _REFERENCE.sub(reference, text)
    return _FORBIDDEN.sub(character, text) if _FORBIDDEN.search(text) else text


def _decoded(path: str, report: Report | None) -> Iterator[str]:
    decoder: codecs.IncrementalDecoder | None = None
    offset, line = 0, 1
    for chunk in read_chunks(path):
        if decoder is None:
            encoding = _encoding(path, chunk, report)
            decoder = codecs.getincrementaldecoder(encoding)()
        pending = decoder.getstate()[0]
        try:
            text = decoder.decode(chunk)
        except UnicodeDecodeError as error:
            raise _bad_byte(path, pending + chunk, error, offset - len(pending), line) from error
        offset += len(chunk)
        line += text.count("\n")
        yield text.removeprefix("\ufeff") if offset == len(chunk) else text
    if decoder is not None:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise FormatError(path, "breaks off inside a character", line=line) from error


def _encoding(path: str, head: bytes, report: Report | None) -> str:
    """Return what the file is in: by mark or zeros, else as it declares, else UTF-8."""
    marked = marked_encoding(head)
    if marked:
        return marked
    declared = _DECLARED.match(head)
    if not declared:
        return "utf-8"
    name = declared[1].decode("ascii")
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        encoding = ""
    if not encoding or encoding.startswith(("utf-16", "utf-32")):
        if report:
            report(Repair(path, 1, f"the file is not in {name}, as it says", "read as UTF-8"))
        return "utf-8"
    return encoding


def _bad_byte(
    path: str, data: bytes, error: UnicodeDecodeError, offset: int, line: int
) -> FormatError:
    plain = refusal(path, data, error.start, error.encoding)
    problem = plain.problem.replace(f"offset {error.start}", f"offset {offset + error.start}")
    at = line + data.count(b"\n", 0, error.start)
    return FormatError(path, problem, line=at, column=plain.column, remedy=plain.remedy)


def _not_well_formed(path: str, error: etree.XMLSyntaxError) -> FormatError:
    line, column = error.position
    problem = _WHERE.sub("", error.msg or "") or "not well-formed"
    return FormatError(path, f"is not well-formed XML: {problem}", line=line, column=column)
