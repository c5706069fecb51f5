"""Tables of terms (TSV, CSV, glossaries of CAT tools) into concepts, and concepts into tables.

The one fact to remember: a table with the columns ``language`` and ``term`` has one row per term;
every other table has one row per concept, and its columns are languages.
"""

from __future__ import annotations

from typing import BinaryIO

from termbase.errors import FormatError
from termbase.formats._columns import COLUMNS, MORE, cells, concepts, heading
from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes
from termbase.formats._languages_table import LanguageTable, heading_words
from termbase.formats._table import Row, delimiter_of, line_of_cells, rows
from termbase.model.concept import DataCategory, Glossary
from termbase.model.repair import Report

__all__ = ["COLUMNS", "read_glossary", "write_glossary"]


def read_glossary(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,
    report: Report | None = None,
) -> Glossary:
    """Read a table of terms, parted by tabs, commas or semicolons.

    Args:
        source, target: Languages of the first two columns where the table does not name them.
        report: Takes each row that is wrong and left out; without it the first one is an error.

    Raises:
        FormatError: If the file is no text, names no languages or, without report, has a wrong
            row; with line and column.
    """
    text = decode(path, read_bytes(path))
    delimiter = delimiter_of(text, {*COLUMNS, *heading_words()})
    table = list(rows(text, delimiter))
    comments = tuple(
        DataCategory("comment", "", delimiter.join(row.raw)) for row in table if row.is_comment
    )
    filled = [row for row in table if not row.is_comment and not row.is_blank]
    if not filled:
        return Glossary((), header=comments)
    names = _names(path, filled[0])
    if {"term", "language"} <= set(names):
        return Glossary(concepts(path, names, filled[1:], report), header=comments)
    layout = LanguageTable.of(path, filled[0], source, target)
    return Glossary(layout.concepts(filled, report), header=comments)


def write_glossary(stream: BinaryIO, glossary: Glossary, *, delimiter: str = "\t") -> None:
    """Write a glossary as a table with one row per term, in UTF-8.

    Args:
        stream: Takes the bytes.
        delimiter: What parts the cells; a tab for TSV, a comma for CSV.
    """
    names = heading(glossary.concepts)
    for comment in glossary.header:
        if comment.element == "comment":
            stream.write(f"{comment.value}\n".encode())
    stream.write(line_of_cells(names, delimiter).encode())
    for concept in glossary.concepts:
        text = "".join(line_of_cells(row, delimiter) for row in cells(concept, names))
        stream.write(text.encode())


def _names(path: str, row: Row) -> tuple[str, ...]:
    names = tuple(cell.strip().lower() for cell in row.cells)
    for number, name in enumerate(names):
        if name in (*COLUMNS, MORE) and name in names[:number]:
            line, column = row.place(number)
            problem = f"the column «{name}» stands there twice"
            raise FormatError(path, problem, line=line, column=column, remedy="rename one")
    return names
