"""The text of a PO catalogue into entries that know where each of their strings stands in it.

The one fact to remember: nothing is rewritten; a string is a stretch of the text, from its first
quotation mark to its last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from termbase.errors import FormatError
from termbase.formats._files import refuse_longer, refuse_more

_STRING = r'"(?:[^"\\\n\r]|\\[^\n\r])*+"'
_LINE = re.compile(
    r"[ \t]*+(?P<old>\#~[ \t]*+)?(?P<before>\#?\|[ \t]*+)?"
    r"(?:(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,2}\])?)(?=[ \t\"]))?[ \t]*+"
    rf"(?P<text>{_STRING}(?:[ \t]*+{_STRING})*+)[ \t]*+"
)
_PIECE = re.compile(_STRING)
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_COMMENTS = ("# ", "#.", "#:", "#,")
LINE_END = re.compile(r"\r*+\n|\r")
_LINE_ENDS = re.compile(r"\r++\n?|\n")
_FORMER = ("msgctxt", "msgid", "msgid_plural")


@dataclass(slots=True)
class PoString:
    """A string of an entry. Start, end: of its quoted lines in the text of the file."""

    start: int
    end: int
    lines: list[str]

    @property
    def text(self) -> str:
        """What it says."""
        return _text(self.lines)


@dataclass(slots=True)
class PoEntry:
    """An entry of a catalogue.

    Attributes:
        start: Offset of its first line, comments included.
        first: That line, from 1.
        line: Of its first string, from 1.
        strings: By keyword, such as ``msgid`` and ``msgstr[0]``.
        body: Offset of the line of its first string.
        comments: Each comment with the offset of its line, as written.
        obsolete: Whether it stands behind ``#~``.
    """

    start: int
    first: int = 0
    line: int = 0
    strings: dict[str, PoString] = field(default_factory=dict)
    body: int = 0
    comments: list[tuple[int, str]] = field(default_factory=list)
    obsolete: bool = False

    def said(self, keyword: str) -> str:
        """Return what a string says; empty where there is none."""
        found = self.strings.get(keyword)
        return found.text if found else ""

    def remarks(self, sign: str) -> list[str]:
        """Return the comments that begin with a sign, without it."""
        return [
            one[len(sign) :].strip()
            for _, one in self.comments
            if one.startswith(sign) and (sign != "#" or one[1:2] in {"", " ", "\t"})
        ]

    @property
    def is_header(self) -> bool:
        """Whether it is what a catalogue says of itself: a message without text and context."""
        strings = self.strings
        return not (self.obsolete or "msgctxt" in strings or self.said("msgid"))

    @property
    def end(self) -> int:
        """Offset of the end of its last string."""
        return max(one.end for one in self.strings.values())

    def former(self) -> list[tuple[str, str]]:
        """Return the texts behind ``#|`` that a fuzzy translation was of, with their keywords."""
        said: dict[str, list[str]] = {}
        key = ""
        for _, one in self.comments:
            found = _LINE.fullmatch(one) if one.startswith(("#|", "#~")) else None
            if found:
                key = found["key"] or key
                said.setdefault(key, []).extend(_strings(found["text"]))
        return [(one, _text(said[one])) for one in _FORMER if one in said]

    @property
    def flags(self) -> list[str]:
        """Its flags, such as ``fuzzy``."""
        joined = ",".join(self.remarks("#,"))
        return [one.strip() for one in joined.split(",") if one.strip()]


def entries(path: str, text: str) -> Iterator[PoEntry]:
    """Yield the entries of a catalogue, in order, the header with them.

    Raises:
        FormatError: If a line is none of PO, or an entry breaks off.
    """
    reading = _Reading(path)
    for number, at, line in lines(text):
        finished = reading.take(number, at, line)
        if finished:
            yield finished
    last = reading.finish()
    if last:
        yield last


class _Reading:
    """Where the reading of one catalogue is."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.entry = PoEntry(0)
        self.string: PoString | None = None
        self.held = 0
        self.ended = False
        """Whether the entry has its translation already."""

    def take(self, number: int, at: int, line: str) -> PoEntry | None:
        """Read a line; return the entry that it ends, if it does."""
        bare = line.strip()
        self.held += bool(bare)
        refuse_more(self.path, self.held, "lines", number)
        found = None if bare.startswith(_COMMENTS) else _LINE.fullmatch(line)
        if found and not found["before"]:
            return self.quoted(number, at, found)
        if bare and not bare.startswith("#"):
            problem = f"is not a PO catalogue: «{bare[:40]}» is no string and no comment"
            raise FormatError(self.path, problem, line=number)
        self.string = None
        if not bare:
            return None
        finished = self.next(at) if self.ended else None
        refuse_longer(self.path, len(bare), number)
        self.entry.first = self.entry.first or number
        self.entry.comments.append((at, bare))
        return finished

    def quoted(self, number: int, at: int, found: re.Match[str]) -> PoEntry | None:
        start, end = at + found.start("text"), at + found.end("text")
        refuse_longer(self.path, end - start, number)
        pieces = _strings(found["text"])
        key = found["key"]
        if not key:
            if self.string is None:
                problem = "is not a PO catalogue: a string without a keyword before it"
                raise FormatError(self.path, problem, line=number)
            self.string.lines += pieces
            self.string.end = end
            return None
        starts = key == "msgctxt" or (key == "msgid" and "msgid" in self.entry.strings)
        finished = self.next(at) if self.ended and (starts or key == "msgid") else None
        if not self.entry.strings:
            self.entry.first = self.entry.first or number
            self.entry.line, self.entry.body = number, at
            self.entry.obsolete = bool(found["old"])
        elif key in self.entry.strings:
            raise FormatError(self.path, f"is not a PO catalogue: a second {key}", line=number)
        self.ended = self.ended or key.startswith("msgstr")
        self.string = self.entry.strings[key] = PoString(start, end, pieces)
        return finished

    def next(self, at: int) -> PoEntry:
        finished, self.entry, self.ended, self.held = self.entry, PoEntry(at), False, 0
        return finished

    def finish(self) -> PoEntry | None:
        if self.entry.strings and not self.ended:
            problem = "is not a PO catalogue: the entry has no msgstr"
            raise FormatError(self.path, problem, line=self.entry.line, remedy="is it cut off?")
        return self.entry if self.entry.strings else None


def lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each line with its number and offset; of blank ones on end only one."""
    number, at = 1, 0
    for end in _LINE_ENDS.finditer(text):
        yield number, at, text[at : end.start()]
        at, signs = end.end(), end[0]
        number += 1
        if len(signs) > 1 and signs[-1] == "\r":  # several line ends, not one
            yield number, at - 1, ""
            number += len(signs) - 1
    if at < len(text):
        yield number, at, text[at:]


def _strings(quoted: str) -> list[str]:
    return [one[1:-1] for one in _PIECE.findall(quoted)]


def _text(lines: list[str]) -> str:
    text = "".join(lines)
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    octal, hexadecimal, sign = match.groups()
    if sign:
        return _ESCAPED.get(sign, sign)
    return chr(int(octal, 8) if octal else int(hexadecimal, 16))
