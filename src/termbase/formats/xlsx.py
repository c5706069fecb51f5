"""Spreadsheets (XLSX) into glossaries, and glossaries into spreadsheets.

The one fact to remember: the first sheet is a table of terms like any other; its cells are texts.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any, BinaryIO

from termbase.formats._files import read_bytes
from termbase.formats._table import Row
from termbase.formats._terms_table import glossary_of, rows_of
from termbase.formats._xlsx import fits, steady, text_cell, xlsx_rows
from termbase.model.concept import Glossary
from termbase.model.repair import Repair, Report


def read_glossary(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,
    columns: str | None = None,
    whole: bool = False,
    report: Report | None = None,
) -> Glossary:
    """Read the first sheet of a spreadsheet; a line in a message is the number of a row.

    Args:
        source, target: Languages of the first two columns where the table does not name them.
        columns: What columns are, where their headings do not say it: ``fr=2,en=Anglais``.
        whole: Whether each cell is one text, not several terms: a table of sentences.
        report: Takes each row that is wrong and left out, other sheets, merged cells, and formulas
            without a value; without it the first wrong row is an error.

    Raises:
        FormatError: If it is broken or too large, or as for a table of text.
    """
    listed = xlsx_rows(path, read_bytes(path), report, merged=True)
    filled = [
        Row(number, tuple(cell.strip() for cell in cells), cells)
        for number, cells in listed
        if any(cell.strip() for cell in cells)
    ]
    return glossary_of(
        path, filled, source=source, target=target, columns=columns, whole=whole, report=report
    )


def write_glossary(stream: BinaryIO, glossary: Glossary, *, report: Report | None = None) -> None:
    """Write a glossary as a spreadsheet with one sheet; the same glossary is the same bytes.

    Args:
        stream: Takes the bytes.
        glossary: As a table of text has it; its comments are left out.
        report: Takes what a cell cannot hold.
    """
    import openpyxl

    if report and any(one.element == "comment" for one in glossary.header):
        report(Repair("terms", None, "the comments of the table", "left out"))
    book = openpyxl.Workbook(write_only=True)
    sheet: Any = book.create_sheet("terms")
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows_of(glossary), 1):
        if report and not all(map(fits, row)):
            problem = "a text is too long for a cell, or has characters that it cannot hold"
            report(Repair(f"row {number}", None, problem, "written as far as it can be"))
        sheet.append([text_cell(sheet, cell) if cell else None for cell in row])
    made = BytesIO()
    book.save(made)
    stream.write(steady(made.getvalue()))
