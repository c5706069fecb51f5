"""The text of an XML file into elements that know where they stand in it, fit to be patched.

The one fact to remember: nothing is expanded, nothing is fetched and nothing is rewritten; an
element is a stretch of the text, and whoever changes something replaces such a stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from termbase.errors import FormatError
from termbase.formats._files import MOST_PARTS, refuse_longer, refuse_more

_QUOTED = r""""[^"<]*+"|'[^'<]*+'"""
_TOKEN = re.compile(
    r"(?P<skip><!--(?:(?!-->)[\s\S])*+-->|<\?(?:(?!\?>)[\s\S])*+\?>)"
    r"|<!\[CDATA\[(?P<cdata>(?:(?!\]\]>)[\s\S])*+)\]\]>"
    r"|</(?P<end>[^\s<>/]+)\s*>"
    rf"|<(?P<start>[^\s<>/!?\"'=]+)(?P<given>(?:{_QUOTED}|[^\"'<>/]|/(?!>))*+)(?P<empty>/?)>"
    r"|(?P<type><!DOCTYPE(?:[^\[\]<>\"']|\"[^\"]*+\"|'[^']*+')*+"
    r"(?:\[(?:<!--(?:(?!-->)[\s\S])*+-->|[^\]\"'<]|<(?!!--)|\"[^\"]*+\"|'[^']*+')*+\]\s*)?>)"
)
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_DEEPEST = 250


class Element:
    """An element, by its offsets in the text of its file.

    Attributes:
        name: As written; without its prefix where that is the root's, so that ``source`` of
            ``<x:source>`` and ``sdl:seg`` are told apart.
        start, end: Of all of it.
        inner, inner_end: Of what stands between its tags; both `end` where it has no end tag.
        given: Its attributes as they stand.
        children: Its elements; only within what was asked for.
        above: The element around it; None for the root.
    """

    __slots__ = (
        "_read",
        "above",
        "children",
        "end",
        "given",
        "inner",
        "inner_end",
        "name",
        "start",
    )

    def __init__(
        self, name: str, start: int, inner: int, given: str, above: Element | None
    ) -> None:
        self.name = name
        self.start = start
        self.inner = self.inner_end = self.end = inner
        self.given = given
        self.above = above
        self.children: list[Element] = []
        self._read: dict[str, str] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it is one tag, such as ``<x/>``."""
        return self.inner == self.end

    def attributes(self) -> dict[str, str]:
        """Return its attributes, references read."""
        if self._read is None:
            self._read = {
                name: unescaped(double or single)
                for name, double, single in _ATTRIBUTE.findall(self.given)
            }
        return self._read

    def inherited(self, name: str) -> str | None:
        """Return an attribute of it, or of the nearest element around it that has one."""
        element: Element | None = self
        while element is not None:
            if name in element.given and name in (own := element.attributes()):
                return own[name]
            element = element.above
        return None

    def child(self, name: str) -> Element | None:
        """Return its first element of a name."""
        return next((one for one in self.children if one.name == name), None)

    def within(self, *names: str) -> Iterator[Element]:
        """Yield the elements of some names in it, at any depth, in order; not those in these."""
        for one in self.children:
            if one.name in names:
                yield one
            else:
                yield from one.within(*names)


class Lines:
    """Finds the line of an offset. Before: how many lines of the file the text comes after."""

    def __init__(self, text: str, before: int = 0) -> None:
        self._starts = [found.end() for found in re.finditer("\r\n|\n|\r", text)]
        self._first = before + 1

    def of(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self._starts, offset) + self._first


def elements(
    path: str, text: str, root: str, wanted: Collection[str], *, records: bool = True
) -> Iterator[Element]:
    """Yield the root when it opens, then each wanted element, with what is in it, when it closes.

    Args:
        path: For messages.
        text: All of the file.
        root: The local name that its root must have.
        wanted: Names of elements.
        records: Whether each wanted element is one record, which has no end of tags.

    Raises:
        FormatError: If it is not well-formed where that counts, or has another root.
    """
    scan, at = _Scan(path, text, root, wanted, records=records), 0
    while (at := text.find("<", at)) >= 0:
        token = scan.token(at)
        at = token.end()
        yield from scan.read(token)
    scan.finish()


class Window(NamedTuple):
    """A stretch of a file: its text, and how many lines of the file come before it."""

    text: str
    lines: int


def windows(
    path: str, pieces: Iterable[str], root: str, wanted: Collection[str]
) -> Iterator[tuple[Window, list[Element]]]:
    """Yield stretches of a file with what `elements` yields of each; nothing else is kept.

    Offsets count in the stretch; those of what is around a wanted element are of no use.

    Args:
        path: For messages.
        pieces: The text of the file, in order.
        root: The local name that its root must have.
        wanted: Names of elements; none is cut in two.

    Raises:
        FormatError: If it is not well-formed where that counts, has another root, or an element
            that is longer than a file of this kind may have.
    """
    scan, left = _Scan(path, "", root, wanted), 0
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size < left:  # an element that is not whole is not read at each piece
            continue
        scan.go_on("".join(waiting))
        waiting, size = [], 0
        found = list(scan.rest(last=False))
        left = len(scan.text) - scan.safe[0]
        refuse_longer(path, left, scan.lines + 1)
        yield Window(scan.text, scan.lines), found
    scan.go_on("".join(waiting))
    found = list(scan.rest(last=True))
    yield Window(scan.text, scan.lines), found
    scan.finish()


class _Scan:
    """Where the scan of one file is: what is open, and whether that is to be kept."""

    def __init__(
        self, path: str, text: str, root: str, wanted: Collection[str], *, records: bool = True
    ) -> None:
        self.path = path
        self.text = text
        self.root = root
        self.wanted = wanted
        self.records = records
        self.prefix: str | None = None
        self.open: list[Element] = []
        self.kept = 0
        self.held = 0
        self.lines = 0
        self.column = 0
        self.safe = (0, 0)

    def token(self, at: int) -> re.Match[str]:
        """Return the tag, comment or section at an offset."""
        token = _TOKEN.match(self.text, at)
        if token is None:
            raise self.fault(at, f"«{_shown(self.text, at)}» is no tag, or nothing closes it")
        return token

    def read(self, token: re.Match[str]) -> Iterator[Element]:
        """Take in what stands at an offset, and yield what it opens or closes."""
        self.held = self.held + 1 if self.kept and self.records else 0
        if self.held > MOST_PARTS:  # the line is counted where it is needed alone
            line = self.lines + self.text.count("\n", 0, token.start()) + 1
            refuse_more(self.path, self.held, "tags", line)
        if token["start"]:
            yield from self.opened(token)
        elif token["end"]:
            yield from self.closed(token)

    def go_on(self, piece: str) -> None:
        """Drop what is read of the text, but for an element that is not whole yet, and add more."""
        at, depth = self.safe
        read = self.text[:at]
        self.lines += read.count("\n")
        self.column = len(read) - read.rfind("\n") - 1 + (0 if "\n" in read else self.column)
        self.text = self.text[at:] + piece
        self.safe = (0, depth)
        self.kept = 0
        del self.open[depth:]

    def rest(self, *, last: bool) -> Iterator[Element]:
        """Yield the elements of the text as far as it goes; last: whether no more is to come."""
        at = self.safe[0]
        while (at := self.text.find("<", at)) >= 0:
            if not last and not _TOKEN.match(self.text, at):
                break
            token = self.token(at)
            at = token.end()
            yield from self.read(token)
            if not self.kept:
                self.safe = (at, len(self.open))

    def fault(self, at: int, problem: str, remedy: str = "") -> FormatError:
        """Return what is wrong at an offset."""
        lines = self.text.count("\n", 0, at)
        column = at - self.text.rfind("\n", 0, at) + (0 if lines else self.column)
        return FormatError(
            self.path,
            f"is not well-formed XML: {problem}",
            line=self.lines + lines + 1,
            column=column,
            remedy=remedy,
        )

    def opened(self, token: re.Match[str]) -> Iterator[Element]:
        if self.prefix is None:
            self.prefix = self._prefix(token)
        elif not self.open:
            raise self.fault(token.start(), "there is a second root")
        above = self.open[-1] if self.open else None
        name = token["start"].removeprefix(self.prefix)
        element = Element(name, token.start(), token.end(), token["given"], above)
        if above is None:
            yield element
        elif self.kept:
            above.children.append(element)
        if not token["empty"]:
            if len(self.open) == _DEEPEST:
                raise self.fault(token.start(), f"more than {_DEEPEST} levels")
            self.open.append(element)
            self.kept += bool(self.kept) or name in self.wanted
        elif name in self.wanted and not self.kept:
            yield element

    def closed(self, token: re.Match[str]) -> Iterator[Element]:
        name = token["end"].removeprefix(self.prefix or "")
        if not self.open or self.open[-1].name != name:
            wrong = f", where <{self.open[-1].name}> is open" if self.open else ""
            problem = f"</{name}> closes nothing{wrong}"
            raise self.fault(token.start(), problem)
        element = self.open.pop()
        element.inner_end, element.end = token.start(), token.end()
        self.kept -= bool(self.kept)
        if name in self.wanted and not self.kept:
            yield element

    def finish(self) -> None:
        if self.open or self.prefix is None:
            missing = f"</{self.open[-1].name}> is missing" if self.open else "it has no element"
            remedy = "the file is cut off or damaged; fetch it again"
            raise self.fault(len(self.text), missing, remedy)

    def _prefix(self, token: re.Match[str]) -> str:
        before, colon, name = token["start"].rpartition(":")
        if name != self.root:
            problem = f"its root is <{token['start']}>, not <{self.root}>"
            raise self.fault(token.start(), problem)
        return before + colon


def tokens(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield what stands between two offsets as (kind, start, end).

    Kinds are ``text``, ``cdata``, ``skip`` (a comment or an instruction), ``start``, ``end`` and
    ``empty`` (tags).
    """
    at = start
    while at < end:
        if text[at] != "<":
            stop = text.find("<", at, end)
            stop = end if stop < 0 else stop
            yield "text", at, stop
        else:
            token = _TOKEN.match(text, at, end)
            assert token is not None  # `elements` has read it already
            stop = token.end()
            kind = "empty" if token["empty"] else "start" if token["start"] else token.lastgroup
            yield str(kind), at, stop
        at = stop


def unescaped(text: str) -> str:
    """Return a text with the references of XML itself read; others stay.

    >>> unescaped("R&amp;D &#169;")
    'R&D ©'
    """
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else match[0]


def _shown(text: str, at: int) -> str:
    return " ".join(text[at : at + 30].split())
