"""Spreadsheets into rows of texts, and texts into their cells.

The one fact to remember: every cell is text. Nothing that a text says becomes a formula, a number
or a date, and what a spreadsheet made a number of is read as it was written.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from termbase.errors import FormatError

_LONGEST_CELL = 32_767
_LARGEST = 100 << 20
_MOST_COLUMNS = 1000
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY = (2000, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"<dcterms:(created|modified).*?</dcterms:\1>")


def xlsx_rows(path: str, data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of the first sheet: each with its number, from 1.

    Raises:
        FormatError: If it is broken, unpacks to too much, or declares entities.
    """
    import openpyxl

    try:
        _check(path, data)
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(values_only=True, max_col=min(sheet.max_column or 0, _MOST_COLUMNS))
        for number, row in enumerate(rows, 1):
            yield number, tuple(map(_written, row))
    except FormatError:
        raise
    # Whatever zip, XML and openpyxl raise over a damaged file, it cannot be read.
    except Exception as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise FormatError(path, f"cannot be read as a spreadsheet: {reason}") from error


def text_cell(sheet: Any, text: str, model: Any | None = None) -> Any:
    """Return a cell that holds a text; what is longer than a cell may be is cut with an ellipsis.

    Args:
        model: A cell whose looks it takes over.
    """
    from openpyxl.cell import WriteOnlyCell

    clean = _NOT_XML.sub("\ufffd", text)
    fitting = clean if len(clean) <= _LONGEST_CELL else f"{clean[: _LONGEST_CELL - 1]}…"
    cell: Any = WriteOnlyCell(sheet, value=fitting)
    cell.data_type = "s"  # never a formula, whatever it begins with
    if model is not None:
        cell._style = model._style
    return cell


def fits(text: str) -> bool:
    """Say whether a cell holds a text as it is."""
    return len(text) <= _LONGEST_CELL and not _NOT_XML.search(text)


def steady(data: bytes) -> bytes:
    """Return a spreadsheet without the times at which it was made."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as made, zipfile.ZipFile(stream, "w") as kept:
        for name in made.namelist():
            part = made.read(name)
            part = _TIMES.sub(b"", part) if name == "docProps/core.xml" else part
            kept.writestr(zipfile.ZipInfo(name, _DAY), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


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
    """Return what a cell shows: 12 where a spreadsheet keeps 12.0."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
