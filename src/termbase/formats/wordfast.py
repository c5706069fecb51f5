"""Memories of Wordfast (tab-separated text) into translation units.

The one fact to remember: the first line is the heading, ``%``-signed, and says the languages; a
field ``&'XX;`` is a character of its own, and ``&tA;`` is a native code.

Source: Wordfast Classic manual, «The translation memory format».
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress

from termbase.errors import FormatError, UnknownLanguageError
from termbase.formats._encoding import marked_encoding
from termbase.formats._files import read_bytes
from termbase.formats._table_bytes import TableText
from termbase.model.language import language_tag
from termbase.model.repair import Repair, Report
from termbase.model.unit import InlineCode, MemoryHeader, Property, TranslationUnit, Variant

_CHARACTER = re.compile(r"&'([0-9A-F]{2});")
_CODE = re.compile(r"(&t[A-Z];)")
_DATE = re.compile(r"(\d{8})~(\d{6})")
_FIELDS = 7
_HEAD = 4096
_OWN = ("x-subject", "x-client", "x-attribute-3", "x-attribute-4", "x-attribute-5")


def is_wordfast(head: str) -> bool:
    r"""Say whether a text begins as a memory of Wordfast does.

    >>> is_wordfast("%20260101~101010\t%User ID\t%TU=00000001\t%EN-US\t%Wordfast TM")
    True
    """
    first = head.split("\n", 1)[0]
    return first.startswith("%") and first.count("\t%") > 3 and "Wordfast TM" in first


def is_wordfast_file(path: str) -> bool:
    """Say whether a text is a memory of Wordfast, whose files end like any other text."""
    head = b""
    with suppress(OSError):  # whoever reads it says so
        if os.path.isfile(path):
            with open(path, "rb") as file:
                head = file.read(_HEAD)
    return is_wordfast(head.decode(marked_encoding(head) or "utf-8", "ignore"))


def read_memory(
    path: str,
    *,
    source: str | None = None,  # noqa: ARG001 — the signature that all readers share
    target: str | None = None,  # noqa: ARG001
    report: Report | None = None,
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Read a memory of Wordfast.

    Args:
        report: Takes each line that is no unit.

    Raises:
        FormatError: If it has no heading of Wordfast.
    """
    read = TableText(path, read_bytes(path), lenient=report is not None)
    lines = read.text.replace("\r\n", "\n").split("\n")
    fields = lines[0].split("\t")
    if not is_wordfast(lines[0]) or len(fields) < 6:
        problem = "is no memory of Wordfast: its first line has no %Wordfast TM"
        raise FormatError(path, problem, line=1)
    spoken = _language(path, fields[3].lstrip("%"), 1)
    if report:
        try:
            read.judge((spoken, fields[5].lstrip("%").strip()), report)
        except UnknownLanguageError as error:
            raise FormatError(path, str(error), line=1) from error
    header = MemoryHeader(spoken, (("datatype", "plaintext"), ("o-tmf", "Wordfast")))
    return header, _units(path, lines, report)


def _units(path: str, lines: list[str], report: Report | None) -> Iterator[TranslationUnit]:
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        fields = line.split("\t")
        if len(fields) < _FIELDS:
            if report:
                problem = f"the line has {len(fields)} fields of {_FIELDS}"
                report(Repair(path, number, problem, "left out", rejected=True, record=line))
            continue
        try:
            unit = _unit(path, fields, number)
        except FormatError as error:
            if report is None:
                raise
            report(Repair(path, number, error.problem, "left out", rejected=True, record=line))
        else:
            yield unit


def _language(path: str, said: str, line: int) -> str:
    try:
        return language_tag(said)
    except UnknownLanguageError as error:
        raise FormatError(path, str(error), line=line) from error


def _unit(path: str, fields: list[str], line: int) -> TranslationUnit:
    date, user, count, first, text, second, translation, *own = fields
    when = _DATE.fullmatch(date)
    said = {
        "creationdate": f"{when[1]}T{when[2]}Z" if when else "",
        "creationid": user,
        "usagecount": count,
    }
    return TranslationUnit(
        (
            Variant(_language(path, first, line), _content(text)),
            Variant(_language(path, second, line), _content(translation)),
        ),
        attributes=tuple((name, value) for name, value in said.items() if value),
        properties=tuple(
            Property(name, value) for name, value in zip(_OWN, own, strict=False) if value
        ),
        line=line,
    )


def _content(text: str) -> tuple[str | InlineCode, ...]:
    plain = _CHARACTER.sub(lambda found: bytes.fromhex(found[1]).decode("cp1252", "replace"), text)
    parts = _CODE.split(plain)
    return tuple(
        InlineCode("ph", (), (part,)) if number % 2 else part
        for number, part in enumerate(parts)
        if part
    )
