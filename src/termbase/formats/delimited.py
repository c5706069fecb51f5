"""Tables of terms (TSV, CSV, glossaries of CAT tools) into concepts, and concepts into tables.

The one fact to remember: a table with the columns ``language`` and ``term`` has one row per term;
every other table has one row per concept, and its columns are languages.
"""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from termbase.errors import FormatError
from termbase.formats._columns import COLUMNS
from termbase.formats._files import read_bytes, refuse_longer
from termbase.formats._omegat_table import omegat_lines
from termbase.formats._table import (
    MOST_COLUMNS,
    Row,
    delimiter_of,
    is_escaped,
    line_of_cells,
    rows,
)
from termbase.formats._table_bytes import TableText
from termbase.formats._table_form import Form, blanks_of, described_blanks
from termbase.formats._table_roles import heading_words
from termbase.formats._terms_table import IATE, glossary_of, keyed_rows
from termbase.model.concept import DataCategory, Glossary
from termbase.model.repair import Repair, Report
from termbase.model.wishes import NO_WISHES, Wishes

__all__ = ["COLUMNS", "read_glossary", "write_glossary"]


def read_glossary(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,
    columns: str | None = None,
    whole: bool = False,
    report: Report | None = None,
) -> Glossary:
    """Read a table of terms, parted by tabs, commas, semicolons or bars.

    Args:
        source, target: Languages of the first two columns where the table does not name them.
        columns: What columns are, where their headings do not say it: ``fr=2,en=Anglais``.
        whole: Whether each cell is one text, not several terms: a table of sentences.
        report: Takes each row that is wrong and left out; without it the first one is an error.

    Raises:
        FormatError: If the file is no text, names no languages or, without report, has a wrong
            row; with line and column.
    """
    data = read_bytes(path)
    name = path.lower().removesuffix(".gz")
    likely = "," if name.endswith(".csv") else "\t"
    # Spreadsheets write .csv and .txt in the code page of their machine, as do old glossaries of
    # OmegaT; other tables with tabs are tools'.
    by_machine = name.endswith((".csv", ".txt", ".tab"))
    read = TableText(path, data, lenient=report is not None and by_machine)
    text = read.text
    delimiter = delimiter_of(text, {*COLUMNS, *IATE, *heading_words()}, likely=likely)
    form = Form.of(data, text, delimiter)
    table = [row for row in rows(text, delimiter, escaped=form.escaped) if not row.is_blank]
    comments = tuple(
        DataCategory("comment", "", delimiter.join(row.raw)) for row in table if row.is_comment
    )
    filled = [row for row in table if not row.is_comment]
    for row in filled:
        refuse_longer(path, max(map(len, row.raw)), row.line)
        if len(row.raw) > MOST_COLUMNS:
            problem = f"a row has more than {MOST_COLUMNS} columns"
            raise FormatError(path, problem, line=row.line, remedy="is it a table of terms?")
        if report and row.is_open and not form.escaped:
            problem = "a quotation mark is not closed where its cell ends"
            report(Repair(path, row.line, problem, "read as it stands; close it"))
    if report and form.escaped:
        problem = "quotation marks in cells have a backslash before them, not a second mark"
        report(Repair(path, filled[0].line, problem, "read so, and written so again"))
    glossary = glossary_of(
        path,
        filled,
        source=source,
        target=target,
        columns=columns,
        whole=whole,
        comments=comments,
        report=report,
    )
    if report:
        read.judge((term.language for one in glossary.concepts for term in one.terms), report)
    kept = None
    if any(one.element == "table" for one in glossary.header):
        kept = blanks_of(filled, glossary.concepts)
    if report and not kept:
        _tell_of_blanks(path, filled, report)
    form_said = form.description(likely)
    return replace(glossary, header=(*glossary.header, *form_said, *((kept,) if kept else ())))


def _tell_of_blanks(path: str, filled: list[Row], report: Report) -> None:
    """Report once how many cells had blanks around them."""
    raw = [(row.line, cell) for row in filled for cell in row.raw if not cell.startswith('"')]
    lines = [line for line, cell in raw if cell.strip(" \t") not in ("", cell)]
    if lines:
        cells = "1 cell" if len(lines) == 1 else f"{len(lines)} cells"
        problem = f"{cells} with blanks around"
        report(Repair(path, lines[0], problem, "read without; quote what must keep them"))


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
    form = Form.described(glossary, delimiter, alike=wishes.alike)
    lines = _lines(glossary, form)
    if form.escaped and not is_escaped("\n".join(lines), form.delimiter):
        # Nothing is left that tells a reader of the backslashes.
        form = replace(form, escaped=False)
        lines = _lines(glossary, form)
    stream.write(form.encoded(lines))


def _lines(glossary: Glossary, form: Form) -> list[str]:
    """Return the lines of a table, comments first, without their ends."""
    around = described_blanks(glossary)
    lines = [one.value for one in glossary.header if one.element == "comment"]
    for key, row in keyed_rows(glossary):
        blanks = around.get(key) if key is not None else None
        line = line_of_cells(row, form.delimiter, escaped=form.escaped, blanks=blanks)
        lines.append(line.removesuffix("\n"))
    return lines
