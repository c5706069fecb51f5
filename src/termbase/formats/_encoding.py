"""Bytes into text: UTF-8 and UTF-16 with or without a mark; everything else is refused, by name.

The one fact to remember: an encoding is never guessed silently, since a wrong guess turns every
accent into nonsense that nobody sees until it is delivered. A guess goes into a message: into the
refusal here, and into the report where the files of memories, and tables, are read leniently.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import pairwise

from termbase.errors import FormatError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARIES = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "binary"),
)
_HEAD = 4096
_REMEDY = "save it as plain text or as one of the formats that termbase reads"
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
WESTERN = "WINDOWS-1252"
NOT_WESTERN = frozenset(
    {"ar", "bs", "cs", "el", "et", "fa", "he", "hr", "hu", "lt", "lv", "mk", "pl", "ro", "sk", "sl"}
    | {"sq", "sr", "tr", "vi"}
)
"""Languages whose old files have other code pages."""
RUSSIAN = frozenset({"ru", "rus", "be", "bel", "bg", "bul", "uk", "ukr"})
CYRILLIC = ("WINDOWS-1251", "KOI8-R", "CP866", "ISO-8859-5")
# The letters of Russian from the most frequent; read in a wrong encoding they are rare ones.
_WEIGHTS = {letter: 33 - rank for rank, letter in enumerate("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё")}
_RARE = 10
"""Of so many bytes of a text one may be wrong, and it is text still."""
_LEAST = 18
"""Mean weight below which it is no Cyrillic: Chinese and Japanese are runs of high bytes too."""


def marked_encoding(head: bytes) -> str:
    """Return the encoding that the first bytes give away by a mark or by zeros; else empty.

    >>> marked_encoding("<".encode("utf-16-le")), marked_encoding(b"a")
    ('utf-16-le', '')
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    head = head[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    # A stray NUL is none. In UTF-16 every Latin letter, space and full stop has one, on the same
    # side, and other letters are or hold bytes that plain text has not.
    if even + odd < len(head) / 50 or (even and odd):
        return ""
    found = "utf-16-le" if odd else "utf-16-be" if even else ""
    one_script = len(set(head[1 if odd else 0 :: 2])) <= min(len(head) / 10, 4)
    if (even + odd) * 4 >= len(head) or (one_script and _is_text(head, found)):
        return found
    return "" if _is_plain(head) or not _is_text(head, found) else found


def _is_plain(head: bytes) -> bool:
    """Say whether bytes are text in UTF-8, NULs and some broken letters aside."""
    if _CONTROL.search(head):
        return False
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(head)
    return text.count("\ufffd") * _RARE < len(head)


def _is_text(head: bytes, encoding: str) -> bool:
    """Say whether bytes are text in an encoding: characters that there are, but for some."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head) if encoding else ""
    none = sum(unicodedata.category(one) in {"Cn", "Co", "Cs"} for one in text)
    return (none + text.count("\ufffd")) * _RARE < len(text)


def decode(path: str, data: bytes) -> str:
    """Return the text of a file.

    Raises:
        FormatError: If it is no text, or in an encoding other than UTF-8 or UTF-16; names the
            place of the first wrong byte, the probable encoding and the command that converts.
    """
    kind = _binary(data)
    encoding = marked_encoding(data)
    if kind or (not encoding and b"\0" in data and _CONTROL.search(data)):
        raise FormatError(path, f"is {kind or 'binary'}, not text", remedy=_REMEDY)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise refusal(path, data, error.start, encoding or "utf-8") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise FormatError(path, "holds a NUL character, so it is not text", line=line)
    return text


def refusal(
    path: str, data: bytes, offset: int, encoding: str, *, before: int = 0, line: int = 1
) -> FormatError:
    """Return the error for a byte that the encoding does not allow.

    Args:
        data: The bytes around it.
        offset: Of the wrong byte in them, from 0.
        encoding: In which the file was read.
        before, line: Where these bytes stand: how many come before them, and on which line.
    """
    kind = "" if before else _binary(data)
    if kind:
        return FormatError(path, f"is {kind}, not text", remedy=_REMEDY)
    start = data.rfind(b"\n", 0, offset) + 1
    probably = probable_encoding(data) if encoding == "utf-8" else ""
    column = len(data[start:offset].decode(encoding, "replace")) + 1
    return FormatError(
        path,
        f"byte 0x{data[offset]:02x} at offset {before + offset} is not {encoding.upper()}"
        + (f", the file is probably {probably}" if probably else ""),
        line=line + data.count(b"\n", 0, offset),
        column=column if encoding == "utf-8" else None,
        remedy="save it as UTF-8" + (f", or: iconv -f {probably} -t UTF-8" if probably else ""),
    )


def _binary(data: bytes) -> str:
    """Return what a file is that is no text, by its first bytes; empty where they do not tell."""
    return next((kind for magic, kind in _BINARIES if data.startswith(magic)), "")


def probable_encoding(data: bytes) -> str:
    """Guess the encoding; empty where most of it is good UTF-8, or where nothing is likely."""
    high = bytes(byte for byte in data if byte >= 0x80)
    if data.decode("utf-8", "replace").count("\ufffd") * 2 < len(high):
        return ""
    # Words of Cyrillic are runs of high bytes; accents stand alone.
    if sum(a >= 0x80 and b >= 0x80 for a, b in pairwise(data)) * 2 > len(high):
        sample = high[:_HEAD]
        best = max(CYRILLIC, key=lambda encoding: _russianness(sample, encoding))
        return best if _russianness(sample, best) > _LEAST * len(sample) else ""
    return WESTERN if any(byte >= 0xC0 for byte in high) else ""


def _russianness(sample: bytes, encoding: str) -> int:
    """Weigh how Russian the high bytes of a text look: frequent letters, rather small ones."""
    signs = [sign for sign in sample.decode(encoding, "replace") if not sign.isspace()]
    return sum(_WEIGHTS.get(sign.lower(), -10) + 4 * sign.islower() for sign in signs)
