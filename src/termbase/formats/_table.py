"""Delimited text into rows of cells, and back: quotes, delimiters, comments, formulas.

The one fact to remember: a quotation mark that nobody closes is a character like any other, and a
cell that a spreadsheet would take for a formula is written with an apostrophe before it, which
reading takes away again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from termbase.formats._headings import language_of_heading
from termbase.model.repair import Repair, Report

DELIMITERS = ("\t", ";", ",")
_BAR = "|"
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"( *+)')
_ESCAPED = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"( *+)', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\])')
_TO_ESCAPE = re.compile(r'\\(?=["\\]|\Z)|"')
_LINE = re.compile(r"[^\r\n]*+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_PROTECTED = re.compile(r"'+[=+\-@\t\r]")
_SEPARATOR = re.compile(r'"?sep=(.)"?(?:\r\n|\n|\r)', re.IGNORECASE)
MOST_COLUMNS = 16_384
"""So many has the widest spreadsheet; what stands behind them in a row is one cell more."""
_SAMPLE = 30
_MOST_BEFORE = 10_000
"""So many rows are read for a sample, where comments and blank ones come first."""

Blanks = dict[int, tuple[str, str]]
"""What stands before and behind the text of the cells of a row, by their number."""


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
        """Whether it begins with ``#``, and this heads no numbers beside columns of languages."""
        return self.raw[0].startswith("#") and not _heads_numbers(self.raw)

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

    @property
    def blanks(self) -> Blanks:
        """What stands around the text of cells that are not quoted, where something does."""
        found = {}
        for number, cell in enumerate(self.raw):
            text = cell.strip(" \t")
            if text != cell and not cell.startswith('"'):
                before = cell[: len(cell) - len(cell.lstrip(" \t"))]
                found[number] = (before, cell[len(before) + len(text) :])
        return found

    def place(self, number: int) -> tuple[int, int]:
        """Return line and column of a cell, both from 1."""
        before = "".join(f"{cell}\t" for cell in self.raw[:number])
        last = before.rfind("\n")
        return self.line + before.count("\n"), len(before) - last


def tell_cells(
    path: str, cells: list[tuple[Row, str]], what: str, action: str, report: Report
) -> None:
    """Report the first of some cells, and how many there are."""
    if cells:
        row, text = cells[0]
        many = f", as {len(cells)} cells do" if len(cells) > 1 else ""
        report(Repair(path, row.line, f"«{text}» {what}{many}", action))


def opening_of(text: str) -> str:
    """Return the line with which Excel names the delimiter, such as ``sep=;``; mostly empty."""
    start = _SEPARATOR.match(text)
    return start[0] if start else ""


def is_escaped(text: str, delimiter: str) -> bool:
    r"""Say whether quotation marks inside of cells have a backslash before them, not a second mark.

    Only where the table reads well in that way, and does not in the other.

    >>> is_escaped(r'"a \"b\"",c', ","), is_escaped(r'"C:\",c', ",")
    (True, False)
    """
    if '\\"' not in text:
        return False
    return _is_clean(rows(text, delimiter, escaped=True), _ESCAPED) and not _is_clean(
        rows(text, delimiter), _QUOTED
    )


def _is_clean(table: Iterable[Row], quoted: re.Pattern[str]) -> bool:
    """Say whether every quotation mark that opens a cell is closed where the cell ends."""
    raw = (cell for row in table for cell in row.raw if cell.startswith('"'))
    return all(map(quoted.fullmatch, raw))


def rows(text: str, delimiter: str, *, escaped: bool = False) -> Iterator[Row]:
    """Yield the rows of a table, comments and blank rows included.

    Args:
        escaped: Whether quotation marks inside of cells have a backslash before them.
    """
    start = opening_of(text)
    at, line = len(start), 2 if start else 1
    plain = re.compile(f"[^{re.escape(delimiter)}\r\n]*+")
    while at < len(text):
        whole = _LINE.match(text, at)
        assert whole is not None
        if '"' in whole[0]:
            cells, raw, at = _quoted_row(text, at, delimiter, plain, escaped=escaped)
            yield Row(line, tuple([_unguarded(cell) for cell in cells]), tuple(raw))
            line += sum(one.count("\n") for one in raw)
        else:
            raw, at = whole[0].split(delimiter, MOST_COLUMNS), whole.end()
            cells = [one.strip(" \t") for one in raw]
            if "'" in whole[0]:
                cells = [_unguarded(cell) for cell in cells]
            yield Row(line, tuple(cells), tuple(raw))
        line += 1
        end = _LINE_END.match(text, at)
        at = end.end() if end else len(text)


def _quoted_row(
    text: str, at: int, delimiter: str, plain: re.Pattern[str], *, escaped: bool
) -> tuple[list[str], list[str], int]:
    """Return the cells of a row, as they are meant and as they stand, and where it ends."""
    cells, raw = [], []
    while True:
        cell, end = _cell(text, at, delimiter, plain, escaped=escaped)
        cells.append(cell)
        raw.append(text[at:end])
        if not text.startswith(delimiter, end):
            return cells, raw, end
        at = end + 1


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _PROTECTED.match(cell) else cell


def _cell(
    text: str, at: int, delimiter: str, plain: re.Pattern[str], *, escaped: bool
) -> tuple[str, int]:
    """Return the cell that begins at an offset, and the offset of its end."""
    pattern = _ESCAPED if escaped else _QUOTED
    quoted = pattern.match(text, at) if text.startswith('"', at) else None
    if quoted:
        inside, end = quoted[1], quoted.end()
        inside = _ESCAPE.sub(r"\1", inside) if escaped else inside.replace('""', '"')
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
    """Return what parts the cells of a table: tab, semicolon or comma; a bar only where it parts
    names of columns, since elsewhere it parts synonyms.

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
        first = islice(rows(text, delimiter), _MOST_BEFORE)
        sample = list(islice((row for row in first if _counts(row)), _SAMPLE))
        if not sample:
            return 0, 0.0, 0, delimiter == likely
        named = sum(cell.lower() in known for cell in sample[0].cells)
        width, often = Counter(len(row.cells) for row in sample).most_common(1)[0]
        steady = often / len(sample) if width > 1 else 0.0
        count = sum(len(row.cells) for row in sample)
        return named if named > 1 else 0, steady, count, delimiter == likely

    choices = (*DELIMITERS, _BAR) if merit(_BAR)[0] else DELIMITERS
    return max(choices, key=merit)


def line_of_cells(
    cells: Iterable[str],
    delimiter: str,
    *,
    escaped: bool = False,
    blanks: Blanks | None = None,
) -> str:
    """Return one row as a table writes it; `rows` reads the same cells from it.

    Args:
        escaped: Whether quotation marks inside of cells get a backslash before them.
        blanks: What stands before and behind cells, by their number.
    """
    blanks = blanks or {}
    written = []
    for number, cell in enumerate(map(_safe, cells)):
        said = _written(cell, delimiter, escaped=escaped and number not in blanks)
        if number in blanks and not said.startswith('"'):
            said = said.join(blanks[number])
        written.append(said)
    if written and written[0].startswith("#") and not _heads_numbers(written):
        written[0] = _quoted(written[0], escaped=escaped)
    return delimiter.join(written) + "\n"


def _heads_numbers(cells: Sequence[str]) -> bool:
    """Say whether a row is the heading of a table whose rows are numbered."""
    return cells[0] == "#" and sum(bool(language_of_heading(one)) for one in cells[1:]) > 1


def _counts(row: Row) -> bool:
    return not row.is_comment and not row.is_blank


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _written(cell: str, delimiter: str, *, escaped: bool) -> str:
    """Quote a cell where it must be; with tabs as little as can be, for tools that know none.

    Tools that escape by a backslash quote all but numbers.
    """
    must = cell != cell.strip(" \t") or any(mark in cell for mark in (delimiter, "\n", "\r"))
    marks = cell.startswith('"') or ('"' in cell and delimiter != "\t")
    if must or marks or (escaped and not cell.isdigit()):
        return _quoted(cell, escaped=escaped)
    return cell


def _quoted(cell: str, *, escaped: bool) -> str:
    inside = _TO_ESCAPE.sub(r"\\\g<0>", cell) if escaped else cell.replace('"', '""')
    return f'"{inside}"'
