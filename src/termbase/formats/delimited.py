"""Tables of terms (TSV, CSV, glossaries of CAT tools) into concepts, and concepts into tables.

The one fact to remember: a table with the columns ``language`` and ``term`` has one row per term;
every other table has one row per concept, and its columns are languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from termbase.errors import FormatError
from termbase.formats._columns import COLUMNS, MORE, cells, concepts, heading
from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes
from termbase.formats._languages_table import LanguageTable, heading_words
from termbase.formats._omegat_table import omegat_lines
from termbase.formats._table import Row, delimiter_of, line_of_cells, rows
from termbase.model.concept import DataCategory, Glossary
from termbase.model.repair import Repair, Report
from termbase.model.wishes import NO_WISHES, Wishes

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
    likely = "," if path.lower().removesuffix(".gz").endswith(".csv") else "\t"
    delimiter = delimiter_of(text, {*COLUMNS, *heading_words()}, likely=likely)
    table = list(rows(text, delimiter))
    comments = tuple(
        DataCategory("comment", "", delimiter.join(row.raw)) for row in table if row.is_comment
    )
    filled = [row for row in table if not row.is_comment and not row.is_blank]
    if not filled:
        empty = (LanguageTable(()).description,) if comments else ()
        return Glossary((), header=comments + empty)
    for row in filled:
        if report and row.is_open:
            problem = "a quotation mark is not closed where its cell ends"
            report(Repair(path, row.line, problem, "read as it stands; close it"))
    names = _names(path, filled[0])
    if {"term", "language"} <= set(names):
        return Glossary(concepts(path, names, filled[1:], report), header=comments)
    layout = LanguageTable.of(path, filled, source, target)
    found = layout.concepts(path, filled, report)
    return Glossary(found, header=(*comments, layout.description))


def write_glossary(
    stream: BinaryIO,
    glossary: Glossary,
    *,
    delimiter: str = "\t",
    wishes: Wishes = NO_WISHES,
    report: Report | None = None,  # noqa: ARG001 — the signature that all writers share
) -> None:
    """Write a glossary as a table in UTF-8.

    Args:
        stream: Takes the bytes.
        glossary: Written in the layout it came in, where that loses nothing of it; else with one
            row per term.
        delimiter: What parts the cells; a tab for TSV, a comma for CSV.
        wishes: With the profile ``omegat``, the three columns that OmegaT reads, for its source
            and target, parted by tabs.
    """
    if wishes.profile == "omegat":
        stream.writelines(line.encode() for line in omegat_lines(glossary, wishes))
        return
    for comment in glossary.header:
        if comment.element == "comment":
            stream.write(f"{comment.value}\n".encode())
    came = _as_it_came(glossary)
    for row in _one_row_per_term(glossary) if came is None else came:
        stream.write(line_of_cells(row, delimiter).encode())


def _as_it_came(glossary: Glossary) -> list[list[str]] | None:
    layout = LanguageTable.described(glossary)
    if layout is None:
        return None
    table = [list(layout.names)] if layout.names else []
    for concept in glossary.concepts:
        row = layout.cells(concept)
        if row is None:
            return None
        table.append(row)
    return table


def _one_row_per_term(glossary: Glossary) -> Iterator[list[str]]:
    names = heading(glossary.concepts)
    yield list(names)
    for concept in glossary.concepts:
        yield from cells(concept, names)


def _names(path: str, row: Row) -> tuple[str, ...]:
    """Return the names of the columns, each once: ours may not repeat, others are numbered."""
    names: list[str] = []
    for number, cell in enumerate(row.cells):
        name = cell.strip().lower()
        if name in names and name in (*COLUMNS, MORE):
            line, column = row.place(number)
            problem = f"the column «{name}» stands there twice"
            raise FormatError(path, problem, line=line, column=column, remedy="rename one")
        names.append(f"{name} {number + 1}".strip() if not name or name in names else name)
    return tuple(names)
