"""The bytes of an XML file into its text, where it is not in the encoding that it says, too.

The one fact to remember: what is not UTF-8, and nothing better can be told of, is read byte by byte
as Windows-1252, each line reported; what would become nonsense by that is refused.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator

from termbase.errors import FormatError
from termbase.formats._encoding import (
    CYRILLIC,
    NOT_WESTERN,
    RUSSIAN,
    WESTERN,
    probable_encoding,
    refusal,
)
from termbase.model.repair import Repair, Report

_BYTE = re.compile("[\udc80-\udcff]")
_OF_ANOTHER_SCRIPT = re.compile("[\udcc0-\udcff]{4}|[\udc80-\udcff]{6}")
"""Accents stand alone, with punctuation beside them at most; so long a run is no Latin text."""
_SPOKEN = re.compile(rb"""\blang\s*=\s*["']\s*([A-Za-z]{2,3})\b""")
_MOST_TOLD = 20
_SURE = 3
"""So many letters that are UTF-8 are no accident in a file that says to be something else."""
_ONE_BYTE_EACH = ("iso8859", "cp125", "cp8", "koi8", "latin", "mac")
_MIDST = bytes(range(0x80, 0xC0))


def decoded(
    path: str,
    chunks: Iterable[bytes],
    encoding_of: Callable[[bytes], str],
    report: Report | None,
) -> Iterator[str]:
    """Yield the text of a file in pieces.

    Args:
        chunks: Its bytes.
        encoding_of: Tells the encoding by mark and declaration from the first of them.
        report: Takes what is read in another way than the file says.

    Raises:
        FormatError: If it has bytes that can be read in no sensible way.
    """
    reader: _Reader | None = None
    for chunk in chunks:
        first = reader is None
        if reader is None:
            lenient = chunk.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<")
            reader = _Reader(path, encoding_of(chunk), report, lenient=lenient)
        text = reader.read(chunk)
        yield text.removeprefix("\ufeff") if first else text
    if reader is not None and reader.decoder.getstate()[0]:
        raise FormatError(path, "breaks off inside a character", line=reader.line)


class _Reader:
    """Decodes one file; knows how far it is, and what of it was another encoding.

    Attributes:
        decoder: For what comes next.
        line: That of what comes next.
    """

    def __init__(self, path: str, encoding: str, report: Report | None, *, lenient: bool) -> None:
        self._path = path
        self._report = report
        self._encoding = encoding
        self._lenient = lenient
        self._ascii = True
        self._guessed = False
        self._offset = 0
        self._told = 0
        self.line = 1
        self.decoder = codecs.getincrementaldecoder(encoding)()

    def read(self, chunk: bytes) -> str:
        """Return the text of the next piece."""
        data = self.decoder.getstate()[0] + chunk
        self._offset += len(chunk) - len(data)
        if self._ascii and not chunk.isascii():
            self._doubt_declaration(data)
        try:
            if self._guessed and _is_utf_8(data):
                raise self._refusal(data, _first_high(data))
            text = self.decoder.decode(chunk)
        except UnicodeDecodeError as error:
            text = self._read_otherwise(data, error)
        self._ascii = self._ascii and text.isascii()
        if self.decoder.errors == "surrogateescape":
            text = self._mended(text, data)
        self._offset += len(data)
        self.line += text.count("\n")
        return text

    def _doubt_declaration(self, data: bytes) -> None:
        """Read as UTF-8 what is UTF-8 and says to have one byte for each letter."""
        one_byte = self._encoding.startswith(_ONE_BYTE_EACH) and _is_utf_8(data, _SURE)
        if not one_byte and self._encoding != "ascii":
            return
        line = self.line + data.count(b"\n", 0, _first_high(data))
        self._tell(line, f"the file is not in {self._encoding}, as it says", "read as UTF-8")
        self._encoding = "utf-8"
        self.decoder = codecs.getincrementaldecoder("utf-8")()

    def _read_otherwise(self, data: bytes, error: UnicodeDecodeError) -> str:
        """Return the text of a piece that is not UTF-8, and go on likewise."""
        if not self._lenient or self._encoding not in {"utf-8", "utf-8-sig"}:
            raise self._refusal(data, error.start) from error
        probably = probable_encoding(data)
        spoken = {one.decode().lower() for one in _SPOKEN.findall(data)}
        first = self._encoding == "utf-8" and self._ascii and data[: error.start].isascii()
        if first and not spoken.isdisjoint(NOT_WESTERN):
            raise self._refusal(data, error.start) from error
        if first and probably in CYRILLIC and not spoken.isdisjoint(RUSSIAN):
            refused = self._refusal(data, error.start)
            self._tell(refused.line, refused.problem, f"read as {probably}")
            self._encoding, self._guessed = probably, True
            self.decoder = codecs.getincrementaldecoder(probably)()
            return self.decoder.decode(data)
        self.decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        return self.decoder.decode(data)

    def _mended(self, text: str, data: bytes) -> str:
        """Return a text with its single bytes as Windows-1252 has them."""
        wrong = _OF_ANOTHER_SCRIPT.search(text)
        if wrong:
            start = len(text[: wrong.start()].encode("utf-8", "surrogateescape"))
            raise self._refusal(data, start)
        lines = text.split("\n")
        for number, line in enumerate(lines):
            found = _BYTE.search(line)
            if found:
                lines[number] = _BYTE.sub(_western, line)
                self._tell_byte(self.line + number, found[0])
        return "\n".join(lines)

    def _tell_byte(self, line: int, found: str) -> None:
        self._told += 1
        if self._told <= _MOST_TOLD:
            byte = f"byte 0x{ord(found) - 0xDC00:02x} is not UTF-8"
            self._tell(line, byte, f"read as «{_western_of(found)}», as in {WESTERN}")
        elif self._told == _MOST_TOLD + 1:
            self._tell(line, "more bytes are not UTF-8", f"from here on read as in {WESTERN}")

    def _refusal(self, data: bytes, start: int) -> FormatError:
        return refusal(self._path, data, start, self._encoding, before=self._offset, line=self.line)

    def _tell(self, line: int | None, problem: str, action: str) -> None:
        if self._report:
            self._report(Repair(self._path, line, problem, action))


def _is_utf_8(data: bytes, least: int = 1) -> bool:
    """Say whether bytes, perhaps cut out of a text, have letters in UTF-8 and nothing else."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(data[:3].lstrip(_MIDST) + data[3:])
    except UnicodeDecodeError:
        return False
    return not text.isascii() and sum(one > "\x7f" for one in text) >= least


def _first_high(data: bytes) -> int:
    return next(at for at, byte in enumerate(data) if byte >= 0x80)


def _western(found: re.Match[str]) -> str:
    return _western_of(found[0])


def _western_of(found: str) -> str:
    return bytes([ord(found) - 0xDC00]).decode(WESTERN, "replace")
