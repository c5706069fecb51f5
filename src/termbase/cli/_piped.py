"""What is piped in → the file that it would be, for readers that want one by its name."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from termbase.errors import InputError

_BEGINNING = 1 << 14
_ROOT = re.compile(r"<(?P<root>xliff|tmx)[\s>]")
_PO = re.compile(r'^msgid\s+"', re.MULTILINE)


def piped_bytes() -> bytes:
    """Return what is piped in."""
    return sys.stdin.buffer.read()


def as_text(data: bytes) -> str:
    """Return what was piped in as a text.

    Raises:
        InputError: If it is no text in UTF-8 or UTF-16.
    """
    from termbase.formats._encoding import decode

    return decode("stdin", data)


def bilingual_ending(data: bytes) -> str:
    r"""Return the ending that a bilingual file has by what stands in it; empty for a text.

    >>> bilingual_ending(b'<?xml version="1.0"?><tmx version="1.4">')
    '.tmx'
    >>> bilingual_ending(b"one\tun\ntwo\t\n"), bilingual_ending(b"\tone\n\ttwo\n")
    ('.tsv', '')
    """
    beginning = data[:_BEGINNING].replace(b"\0", b"").decode("utf-8", "ignore")
    if root := _ROOT.search(beginning):
        return f".{root['root']}"
    if _PO.search(beginning):
        return ".po"
    lines = [line for line in beginning.splitlines(keepends=True) if line.strip()]
    whole = [line for line in lines if line.endswith("\n")] or lines
    return ".tsv" if whole and all("\t" in line.strip(" \r\n").lstrip() for line in whole) else ""


@contextmanager
def as_file(data: bytes, ending: str) -> Iterator[str]:
    """Lend a file with what was piped in; what is said of it names stdin.

    Raises:
        InputError: If what is done with it does.
    """
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = os.path.join(folder, f"stdin{ending}")
        with open(path, "wb") as file:
            file.write(data)
        try:
            yield path
        except InputError as error:
            raise InputError(str(error).replace(path, "stdin")) from error
