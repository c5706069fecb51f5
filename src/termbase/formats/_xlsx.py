"""Spreadsheets into rows of texts, and texts into their cells.

The one fact to remember: every cell is text. Nothing that a text says becomes a formula, a number
or a date, and what a spreadsheet made a number of is read as it was written.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

from termbase.errors import FormatError
from termbase.formats._markup import NO_XML
from termbase.formats._xlsx_merged import merged_rows, spread
from termbase.model.repair import Repair, Report

_LONGEST_CELL = 32_767
_LARGEST = 100 << 20
_MOST_COLUMNS = 1000
_DAY = (2000, 1, 1, 0, 0, 0)
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_TIMES = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>")


def xlsx_rows(
    path: str, data: bytes, report: Report | None = None, *, merged: bool = False
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of the first sheet that hold something: each with its number, from 1.

    Args:
        merged: Whether cells merged over several rows count for each of them.
        report: Takes what is not read: other sheets, and formulas that nothing has calculated.

    Raises:
        FormatError: If it is broken, unpacks to too much, or declares entities.
    """
    try:
        _check(path, data)
        if report:
            _tell_unread(path, data, report)
        first = _sheets(data)[0]
        places = merged_rows(data, first._worksheet_path.lstrip("/")) if merged else {}
        if places and report:
            line, column = min(places)
            problem = f"cells are merged over rows (the first in column {column + 1})"
            report(Repair(path, line, problem, "what they say counts for each of these rows"))
        for number, row in spread(_filled(first), places):
            yield number, tuple(map(_written, row))
    except FormatError:
        raise
    # Whatever zip, XML and openpyxl raise over a damaged file, it cannot be read.
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise FormatError(path, "cannot be read as a spreadsheet: its parts do not fit") from error
    except Exception as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise FormatError(path, f"cannot be read as a spreadsheet: {reason}") from error


def text_cell(sheet: Any, text: str, model: Any | None = None) -> Any:
    """Return a cell that holds a text; what is longer than a cell may be is cut with an ellipsis.

    Args:
        model: A cell whose looks it takes over.
    """
    from openpyxl.cell import WriteOnlyCell

    clean = NO_XML.sub("\ufffd", text)
    fitting = clean if len(clean) <= _LONGEST_CELL else f"{clean[: _LONGEST_CELL - 1]}…"
    cell: Any = WriteOnlyCell(sheet, value=fitting)
    cell.data_type = "s"  # never a formula, whatever it begins with
    if model is not None:
        cell._style = model._style
    return cell


def fits(text: str) -> bool:
    """Say whether a cell holds a text as it is."""
    return len(text) <= _LONGEST_CELL and not NO_XML.search(text)


def steady(data: bytes) -> bytes:
    """Return a spreadsheet without the times at which it was made."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as made, zipfile.ZipFile(stream, "w") as kept:
        for name in made.namelist():
            part = made.read(name)
            part = _TIMES.sub(b"", part) if name == "docProps/core.xml" else part
            kept.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _sheets(data: bytes, *, formulas: bool = False) -> Sequence[Any]:
    """Return the sheets of a spreadsheet: of a formula what it gave, or itself."""
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=not formulas)
    return book.worksheets


def _filled(sheet: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the rows that hold something, each up to its last cell that does."""
    gap = None
    rows = sheet.iter_rows(values_only=True, max_col=min(sheet.max_column or 0, _MOST_COLUMNS))
    for number, row in enumerate(rows, 1):
        if row is gap:  # openpyxl has one row for all that are missing; there may be a million
            continue
        width = max((at for at, one in enumerate(row, 1) if one is not None), default=0)
        if width:
            yield number, row[:width]
        else:
            gap = row


def _tell_unread(path: str, data: bytes, report: Report) -> None:
    """Report the sheets behind the first, and its formulas that have no value."""
    first, *others = _sheets(data, formulas=True)
    if others:
        names = ", ".join(f"«{one.title}»" for one in others)
        report(Repair(path, None, f"only the first sheet is read, not {names}", "left out"))
    if not _has_formulas(data):
        return
    values = dict(_filled(_sheets(data)[0]))
    formulas = [
        (number, at)
        for number, row in _filled(first)
        for at, one in enumerate(row)
        if isinstance(one, str) and one.startswith("=")
    ]
    empty = [
        (number, at)
        for number, at in formulas
        if (values.get(number, ())[at : at + 1] or (None,))[0] is None
    ]
    if empty and len(empty) == len(formulas):  # else some program has calculated: «» is a value
        many = "a formula has" if len(empty) == 1 else f"{len(empty)} formulas have"
        problem = f"{many} no value (the first in column {empty[0][1] + 1})"
        action = "read as empty; open it in a spreadsheet program and save it"
        report(Repair(path, empty[0][0], problem, action))


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        sheets = [one for one in packed.namelist() if one.startswith("xl/worksheets/")]
        return any(_FORMULA.search(packed.read(one)) for one in sheets)


def _check(path: str, data: bytes) -> None:
    """Refuse what would fill the memory, and what only an attack has."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        parts = packed.infolist()
        if sum(one.file_size for one in parts) > _LARGEST:
            raise FormatError(path, f"unpacks to more than {_LARGEST >> 20} MB", remedy="split it")
        for one in parts:
            if one.filename.startswith("/") or ".." in one.filename.split("/"):
                raise FormatError(path, f"holds «{one.filename}», a path out of the archive")
            if one.filename.endswith((".xml", ".rels")):
                with packed.open(one) as part:
                    if b"<!DOCTYPE" in part.read(4096):
                        raise FormatError(path, f"«{one.filename}» declares entities")


def _written(value: Any) -> str:
    """Return what a cell shows: 12 where a spreadsheet keeps 12.0, a day without midnight."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
