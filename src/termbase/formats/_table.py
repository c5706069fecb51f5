"""Delimited text into rows of cells, and back: quotes, delimiters, comments, formulas.

The one fact to remember: a quotation mark that nobody closes is a character like any other, and a
cell that a spreadsheet would take for a formula is written with an apostrophe before it, which
reading takes away again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

DELIMITERS = ("\t", ";", ",")
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"( *+)')
_LINE = re.compile(r"[^\r\n]*+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_PROTECTED = re.compile(r"'+[=+\-@\t\r]")
_SEPARATOR = re.compile(r'"?sep=(.)"?(?:\r\n|\n|\r)', re.IGNORECASE)
_SAMPLE = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        line: Of its beginning, from 1.
        cells: Without quotes and without white space around what is not quoted.
        raw: The cells as they stand in the file.
    """

    line: int
    cells: tuple[str, ...]
    raw: tuple[str, ...]

    @property
    def is_comment(self) -> bool:
        """Whether it begins with ``#``."""
        return self.raw[0].startswith("#")

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(self.cells)

    @property
    def is_open(self) -> bool:
        """Whether a cell begins with a quotation mark that nobody closes where the cell ends."""
        return any(
            cell.startswith('"')
            and (not (mark := _QUOTED.match(cell)) or ("\n" in cell and mark[0] != cell))
            for cell in self.raw
        )

    def place(self, number: int) -> tuple[int, int]:
        """Return line and column of a cell, both from 1."""
        before = "".join(f"{cell}\t" for cell in self.raw[:number])
        last = before.rfind("\n")
        return self.line + before.count("\n"), len(before) - last


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a table, comments and blank rows included."""
    start = _SEPARATOR.match(text)
    at, line = (start.end(), 2) if start else (0, 1)
    plain = re.compile(f"[^{re.escape(delimiter)}\r\n]*+")
    while at < len(text):
        whole = _LINE.match(text, at)
        assert whole is not None
        if '"' in whole[0]:
            cells, raw, at = _quoted_row(text, at, delimiter, plain)
        else:
            raw, at = whole[0].split(delimiter), whole.end()
            cells = [one.strip(" \t") for one in raw]
        yield Row(line, tuple([_unguarded(cell) for cell in cells]), tuple(raw))
        line += 1 + sum(one.count("\n") for one in raw)
        end = _LINE_END.match(text, at)
        at = end.end() if end else len(text)


def _quoted_row(
    text: str, at: int, delimiter: str, plain: re.Pattern[str]
) -> tuple[list[str], list[str], int]:
    """Return the cells of a row, as they are meant and as they stand, and where it ends."""
    cells, raw = [], []
    while True:
        cell, end = _cell(text, at, delimiter, plain)
        cells.append(cell)
        raw.append(text[at:end])
        if not text.startswith(delimiter, end):
            return cells, raw, end
        at = end + 1


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _PROTECTED.match(cell) else cell


def _cell(text: str, at: int, delimiter: str, plain: re.Pattern[str]) -> tuple[str, int]:
    """Return the cell that begins at an offset, and the offset of its end."""
    quoted = _QUOTED.match(text, at) if text.startswith('"', at) else None
    if quoted:
        inside, end = quoted[1].replace('""', '"'), quoted.end()
        if end == len(text) or text[end] in f"{delimiter}\r\n":
            return inside, end
        if delimiter != "\t":
            # What follows the closing mark belongs to the cell, as spreadsheets have it.
            rest = plain.match(text, end - len(quoted[2]))
            assert rest is not None
            return inside + rest[0].rstrip(" \t"), rest.end()
    bare = plain.match(text, at)
    assert bare is not None
    return bare[0].strip(" \t"), bare.end()


def delimiter_of(text: str, headings: Iterable[str], *, likely: str) -> str:
    """Return what parts the cells of a table: tab, semicolon or comma.

    Args:
        text: The whole table.
        headings: Names that its columns may have, lower case.
        likely: What it is where the text does not tell.
    """
    start = _SEPARATOR.match(text)
    if start and start[1] in DELIMITERS:
        return start[1]
    known = set(headings)

    def merit(delimiter: str) -> tuple[int, float, int, bool]:
        sample = list(islice((row for row in rows(text, delimiter) if _counts(row)), _SAMPLE))
        if not sample:
            return 0, 0.0, 0, delimiter == likely
        named = sum(cell.lower() in known for cell in sample[0].cells)
        width, often = Counter(len(row.cells) for row in sample).most_common(1)[0]
        steady = often / len(sample) if width > 1 else 0.0
        count = sum(len(row.cells) for row in sample)
        return named if named > 1 else 0, steady, count, delimiter == likely

    return max(DELIMITERS, key=merit)


def line_of_cells(cells: Iterable[str], delimiter: str) -> str:
    """Return one row as a table writes it; `rows` reads the same cells from it."""
    written = [_written(_safe(cell), delimiter) for cell in cells]
    if written and written[0].startswith("#"):
        written[0] = _quoted(written[0])
    return delimiter.join(written) + "\n"


def _counts(row: Row) -> bool:
    return not row.is_comment and not row.is_blank


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _written(cell: str, delimiter: str) -> str:
    """Quote a cell where it must be; with tabs as little as can be, for tools that know none."""
    must = cell != cell.strip(" \t") or any(mark in cell for mark in (delimiter, "\n", "\r"))
    if must or cell.startswith('"') or (delimiter != "\t" and '"' in cell):
        return _quoted(cell)
    return cell


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'
