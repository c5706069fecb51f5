"""The bytes of an XML file into text that a parser takes, piece by piece.

The one fact to remember: what XML forbids in a text (control characters, names of HTML characters,
a wrong declaration) is mended before the parser sees it, and reported once for each line.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from html.entities import name2codepoint
from itertools import chain

from termbase.errors import FormatError
from termbase.formats._encoding import marked_encoding, refusal
from termbase.formats._files import read_chunks, refuse_longer
from termbase.formats._markup import NO_XML
from termbase.formats._unreadable import decode_all
from termbase.formats._xml_bytes import decoded
from termbase.formats._xml_stretches import UNFINISHED, Stretches
from termbase.model.repair import Repair, Report

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_LATE_DECLARATION = re.compile(r"\A(\s++)<\?xml\s[^>]*>")
_FORBIDDEN = re.compile(f"{NO_XML.pattern}+")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])
_REFERENCE = re.compile(
    r"&(?!(?:lt|gt|amp|quot|apos);)"
    r"(?:#(?:0*([0-9]{1,9})|x0*([0-9A-Fa-f]{1,8}));|([^\W\d][\w.:-]*|:[\w.:-]*);|(?:&(?![#\w:]))*+)"
)
_LONGEST_REFERENCE = 200
_UNFINISHED = re.compile(rf"(?:&[\w.:#-]{{0,{_LONGEST_REFERENCE}}}|{UNFINISHED})\Z")
_HEAD = 4096
_ENTITY = re.compile(r"<!ENTITY\s+([\w.:-]+)\s")
# Codecs of Python that are no encodings of files, or that the bytes would have given away.
_NO_ENCODINGS = ("idna", "punycode", "undefined", "unicode", "raw-unicode", "utf-16", "utf-32")


def xml_text(path: str, report: Report | None) -> Iterator[str]:
    """Yield the text of an XML file in pieces; no reference is cut in two.

    Args:
        path: Packed by gzip or not.
        report: Takes each mend.

    Raises:
        FormatError: If the file cannot be read or has a byte that its encoding does not allow.
    """
    mender, kept, length = _Mender(path, report), "", 0
    for chunk in decoded(
        path, read_chunks(path), lambda head: _encoding(path, head, report), report
    ):
        text = kept + chunk
        unfinished = _UNFINISHED.search(text, max(0, len(text) - _LONGEST_REFERENCE - 1))
        kept = text[unfinished.start() :] if unfinished else ""
        text = text[: len(text) - len(kept)]
        opened = text.rfind("<")
        length = len(text) - opened if opened >= 0 else length + len(text)
        refuse_longer(path, length, mender.line)
        if text:
            yield mender.mend(text)
    if kept:
        yield kept


def whole_text(
    path: str, data: bytes, report: Report | None, *, strict: bool = False
) -> tuple[str, str]:
    """Return the text of an XML file as it stands, and its encoding; its mark is left out.

    Nothing is mended: encoding the text again gives the bytes behind the mark.

    Args:
        strict: Whether a byte that is none of the encoding is refused.

    Raises:
        FormatError: If it is empty, or its encoding has several ways to write what stands in it.
    """
    if not data.strip():
        raise FormatError(path, "the file is empty", remedy="name a file that has texts")
    encoding = _encoding(path, data[:_HEAD], report)
    if encoding in {"utf-16", "utf-32"}:
        encoding += "-le" if data[:2] == codecs.BOM_UTF16_LE else "-be"
    plain = encoding.removesuffix("-sig")
    text = decode_all(path, data, plain, report, strict=strict).removeprefix("\ufeff")
    if not data.endswith(text.encode(plain, "surrogateescape")):
        remedy = "convert it to UTF-8 first"
        raise FormatError(path, f"its encoding {plain} is ambiguous", remedy=remedy)
    return text, plain


def plain_pieces(path: str) -> Iterator[str]:
    """Yield the text of an XML file in pieces as it stands, as `whole_text` returns it at once.

    Raises:
        FormatError: If it cannot be read, or has bytes that are none of its encoding and that
            nothing can stand for.
    """
    decoder: codecs.IncrementalDecoder | None = None
    encoding, pending = "", b""
    for chunk in chain(read_chunks(path), (b"",)):
        first = decoder is None
        if decoder is None:
            encoding = _encoding(path, chunk, None)
            decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            raise refusal(path, pending + chunk, error.start, encoding) from error
        pending = decoder.getstate()[0]
        yield text.removeprefix("\ufeff") if first else text


class _Mender:
    """Mends one file; knows at which line it is and what it told last."""

    def __init__(self, path: str, report: Report | None) -> None:
        self.path = path
        self.report = report
        self.known: set[str] | None = None
        self.line = 1
        self.told: dict[str, int] = {}
        self.stretches = Stretches()
        self.text = ""
        self.at = 0

    def mend(self, text: str) -> str:
        """Return the next piece of the file as XML allows it."""
        if self.known is None:
            self.known = set(_ENTITY.findall(text))
            text = _LATE_DECLARATION.sub(self._late, text, count=1) if text[:1].isspace() else text
        lines = text.count("\n")
        text = self._references(text)
        if _may_be_forbidden(text):
            text = self._each(_FORBIDDEN, self._character, text)
        self.line += lines
        return text

    def _each(
        self, pattern: re.Pattern[str], mended: Callable[[re.Match[str]], str], text: str
    ) -> str:
        self.text, self.at = text, 0
        before = self.line
        text = pattern.sub(mended, text)
        self.line = before
        return text

    def _tell(self, at: int, kind: str, problem: str, action: str) -> None:
        self.line += self.text.count("\n", self.at, at)
        self.at = at
        if self.report and self.told.get(kind) != self.line:
            self.told[kind] = self.line
            self.report(Repair(self.path, self.line, problem, action))

    def _late(self, match: re.Match[str]) -> str:
        self._tell(0, "declaration", "white space before the XML declaration", "read without it")
        return match[1]

    def _references(self, text: str) -> str:
        """Mend references, but none in what is taken as it stands."""
        before, mended = self.line, []
        for stretch, as_it_stands in self.stretches.of(text):
            if "&" in stretch and not as_it_stands:
                mended.append(self._each(_REFERENCE, self._reference, stretch))
            else:
                mended.append(stretch)
            self.line += stretch.count("\n")
        self.line = before
        return "".join(mended)

    def _reference(self, match: re.Match[str]) -> str:
        number, hexadecimal, name = match.groups()
        if number or hexadecimal:
            code = int(number) if number else int(hexadecimal, 16)
            if code > 0x10FFFF or _FORBIDDEN.match(chr(code)):
                problem = f"{match[0]} is no character of XML"
                self._tell(match.start(), "reference", problem, "left out")
                return ""
        elif not name:
            self._tell(match.start(), "ampersand", "a bare «&»", "read as &amp;")
            return "&amp;" * len(match[0])
        elif name not in (self.known or ()) and name in name2codepoint:
            self._tell(match.start(), "name", f"{match[0]} is not defined", "read as in HTML")
            return chr(name2codepoint[name])
        return match[0]

    def _character(self, match: re.Match[str]) -> str:
        problem = f"control character U+{ord(match[0][0]):04X}"
        self._tell(match.start(), "character", problem, "left out")
        return ""


def _may_be_forbidden(text: str) -> bool:
    """Say whether `_FORBIDDEN` may find something; its bytes tell much sooner than it does."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:  # half a pair of surrogates
        return True
    return len(data.translate(None, _CONTROLS)) < len(data) or b"\xef\xbf" in data


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
        b"a".decode(name)
        encoding = codecs.lookup(name).name
    except (LookupError, UnicodeError):
        encoding = ""
    if not encoding or encoding.startswith(_NO_ENCODINGS):
        if report:
            report(Repair(path, 1, f"the file is not in {name}, as it says", "read as UTF-8"))
        return "utf-8"
    return encoding
