"""A table for revisers into a spreadsheet or tab-separated text, and either back into rows.

The one fact to remember: every cell is text. Nothing that a text says becomes a formula, a number
or a date, and what a spreadsheet made a number of is read as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import dropwhile
from operator import attrgetter
from typing import Any

from termbase.errors import FormatError
from termbase.formats._encoding import WESTERN, decode, probable_encoding
from termbase.formats._files import read_bytes
from termbase.formats._table import delimiter_of, line_of_cells, rows
from termbase.formats._xlsx import steady, text_cell, xlsx_rows
from termbase.model.repair import Repair, Report

_WIDE, _NARROW = 60, 14
_TEXTS = ("source", "target")
_DOUBT = "FFF2CC"
_OTHER_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How .ods and .xls begin."""


def tsv_bytes(table: Iterable[Sequence[str]]) -> bytes:
    """Return rows as tab-separated text; line breaks within a cell become spaces."""
    lines = (line_of_cells((" ".join(cell.split()) for cell in row), "\t") for row in table)
    return "".join(lines).encode("utf-8", "replace")


def xlsx_bytes(
    table: Iterable[Sequence[str]], *, choices: Sequence[str], least: float, hint: str
) -> bytes:
    """Return rows as a spreadsheet; the same rows are the same bytes.

    Args:
        table: The heading first, with the columns ``confidence`` and ``decision``.
        choices: Offered for a decision; other words may be written too.
        least: A row with less confidence stands out, by its colour and by bold figures.
        hint: Shown beside a cell for a decision.
    """
    import openpyxl
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = iter(table)
    heading = list(next(listed))
    body = list(listed)
    book = openpyxl.Workbook(write_only=True)
    sheet: Any = book.create_sheet("alignment")
    sheet.freeze_panes = "A2"
    for number, name in enumerate(heading, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDE if name in _TEXTS else _NARROW
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heading))}{len(body) + 1}"
    offered = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    offered.showErrorMessage = False
    offered.promptTitle, offered.prompt, offered.showInputMessage = "decision", hint, True
    column = get_column_letter(heading.index("decision") + 1)
    offered.add(f"{column}2:{column}{max(2, len(body) + 1)}")
    sheet.data_validations.append(offered)
    models = _models(sheet)
    sheet.append([text_cell(sheet, cell, models["heading"]) for cell in heading])
    sure = heading.index("confidence")
    for row in body:
        model = models["doubtful" if float(row[sure]) < least else "plain"]
        sheet.append([text_cell(sheet, cell, model) for cell in row])
    stream = BytesIO()
    book.save(stream)
    return steady(stream.getvalue())


def read_table(
    path: str, columns: Sequence[str], report: Report | None = None
) -> list[tuple[int, dict[str, str]]]:
    """Read the rows of a spreadsheet, or of a table parted by tabs, semicolons or commas.

    Args:
        path: An ``.xlsx``, or text with any other ending.
        columns: The names that its columns may have.
        report: Takes other sheets of a spreadsheet, formulas that nothing has calculated, and
            another encoding than UTF-8 and UTF-16; without it such a table is refused.

    Returns:
        Each row that holds anything: its number in the file, from 1, and its cells by column.

    Raises:
        FormatError: If the file is broken or too large, or has none of the columns.
    """
    data, trusted = read_bytes(path), True
    if path.lower().removesuffix(".gz").endswith((".xlsx", ".xlsm")):
        listed = xlsx_rows(path, data, report)
    elif data.startswith(_OTHER_SPREADSHEETS):
        raise FormatError(path, "is no table of text", remedy="save it as .xlsx, .tsv or .csv")
    else:
        text, trusted = _decoded(path, data, report)
        delimiter = delimiter_of(text, columns, likely="\t")
        # Below the heading nothing is a comment: a text may begin with #, as headings do.
        body = dropwhile(attrgetter("is_comment"), rows(text, delimiter))
        listed = ((row.line, row.cells) for row in body)
    found = [(number, cells) for number, cells in listed if any(cells)]
    heading = [cell.strip().lower() for cell in found[0][1]] if found else []
    if not set(columns) & set(heading):
        remedy = f"expected {', '.join(columns)}"
        raise FormatError(path, "has no heading that termbase knows", line=1, remedy=remedy)
    named = [name if trusted or name not in _TEXTS else "" for name in heading]
    return [
        (number, {name: cell.strip() for name, cell in zip(named, cells, strict=False) if name})
        for number, cells in ((n, (*c, *[""] * (len(named) - len(c)))) for n, c in found[1:])
    ]


def _decoded(path: str, data: bytes, report: Report | None) -> tuple[str, bool]:
    """Return the text of a table, and whether its texts can be compared with others.

    Spreadsheets write old code pages too; ids and the words of decisions are the same in all of
    them, and of what else a code page lacks only question marks are left.
    """
    try:
        return decode(path, data), True
    except FormatError as refused:
        if report is None or refused.line is None or b"\0" in data:
            raise
        action = "its decisions are read, its texts are not compared"
        report(Repair(path, refused.line, refused.problem, action))
        return data.decode(probable_encoding(data) or WESTERN, "replace"), False


def _models(sheet: Any) -> dict[str, Any]:
    """Return a cell of each look, whose looks other cells take over at once."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill

    models = {name: WriteOnlyCell(sheet) for name in ("heading", "plain", "doubtful")}
    for one in models.values():
        one.alignment = Alignment(vertical="top", wrap_text=True)
        one.number_format = "@"
    for name in ("heading", "doubtful"):
        models[name].font = Font(bold=True)
    models["doubtful"].fill = PatternFill("solid", fgColor=_DOUBT)
    return models
