"""The text of an XML file into elements that know where they stand in it, fit to be patched.

The one fact to remember: nothing is expanded, nothing is fetched and nothing is rewritten; an
element is a stretch of the text, and whoever changes something replaces such a stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

from termbase.errors import FormatError

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
    """Finds the line of an offset."""

    def __init__(self, text: str) -> None:
        self._starts = [found.end() for found in re.finditer("\r\n|\n|\r", text)]

    def of(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self._starts, offset) + 1


def elements(path: str, text: str, root: str, wanted: Collection[str]) -> Iterator[Element]:
    """Yield the root when it opens, then each wanted element, with what is in it, when it closes.

    Args:
        path: For messages.
        text: All of the file.
        root: The local name that its root must have.
        wanted: Names of elements.

    Raises:
        FormatError: If it is not well-formed where that counts, or has another root.
    """
    scan, at = _Scan(path, text, root, wanted), 0
    while (at := text.find("<", at)) >= 0:
        token = _TOKEN.match(text, at)
        if token is None:
            raise _fault(path, text, at, f"«{_shown(text, at)}» is no tag, or nothing closes it")
        at = token.end()
        if token["start"]:
            yield from scan.opened(token)
        elif token["end"]:
            yield from scan.closed(token)
    scan.finish()


class _Scan:
    """Where the scan of one file is: what is open, and whether that is to be kept."""

    def __init__(self, path: str, text: str, root: str, wanted: Collection[str]) -> None:
        self.path = path
        self.text = text
        self.root = root
        self.wanted = wanted
        self.prefix: str | None = None
        self.open: list[Element] = []
        self.kept = 0

    def opened(self, token: re.Match[str]) -> Iterator[Element]:
        if self.prefix is None:
            self.prefix = _prefix(self.path, self.text, token, self.root)
        elif not self.open:
            raise _fault(self.path, self.text, token.start(), "there is a second root")
        above = self.open[-1] if self.open else None
        name = token["start"].removeprefix(self.prefix)
        element = Element(name, token.start(), token.end(), token["given"], above)
        if above is None:
            yield element
        elif self.kept:
            above.children.append(element)
        if not token["empty"]:
            if len(self.open) == _DEEPEST:
                raise _fault(self.path, self.text, token.start(), f"more than {_DEEPEST} levels")
            self.open.append(element)
            self.kept += bool(self.kept) or name in self.wanted
        elif name in self.wanted and not self.kept:
            yield element

    def closed(self, token: re.Match[str]) -> Iterator[Element]:
        name = token["end"].removeprefix(self.prefix or "")
        if not self.open or self.open[-1].name != name:
            wrong = f", where <{self.open[-1].name}> is open" if self.open else ""
            problem = f"</{name}> closes nothing{wrong}"
            raise _fault(self.path, self.text, token.start(), problem)
        element = self.open.pop()
        element.inner_end, element.end = token.start(), token.end()
        self.kept -= bool(self.kept)
        if name in self.wanted and not self.kept:
            yield element

    def finish(self) -> None:
        if self.open or self.prefix is None:
            missing = f"</{self.open[-1].name}> is missing" if self.open else "it has no element"
            remedy = "the file is cut off or damaged; fetch it again"
            raise _fault(self.path, self.text, len(self.text), missing, remedy)


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


def _prefix(path: str, text: str, token: re.Match[str], root: str) -> str:
    before, colon, name = token["start"].rpartition(":")
    if name != root:
        raise _fault(path, text, token.start(), f"its root is <{token['start']}>, not <{root}>")
    return before + colon


def _shown(text: str, at: int) -> str:
    return " ".join(text[at : at + 30].split())


def _fault(path: str, text: str, at: int, problem: str, remedy: str = "") -> FormatError:
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return FormatError(
        path, f"is not well-formed XML: {problem}", line=line, column=column, remedy=remedy
    )
