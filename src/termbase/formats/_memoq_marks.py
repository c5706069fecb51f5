"""Tables of memoQ, whose words may have a mark where their endings begin → the words alone.

«engin|s» is one term there; in every other table a stroke parts two.
Definitions and notes have no such marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from termbase.formats._headings import language_of_heading
from termbase.formats._table import Row, tell_cells
from termbase.model.repair import Report

_INFO = "term_info"
"""The column that tells of each term how it is found; no other tool has one of that name."""
_MARK = re.compile(r"(?<=\w)\|(?=\w)")


def without_marks(path: str, rows: list[Row], report: Report | None) -> list[Row]:
    """Return the rows of a table, those of memoQ without marks of endings.

    Args:
        path: Their file, for messages.
        rows: The heading and all below it.
        report: Told of the first mark, and how many cells have one.
    """
    if _INFO not in (name.strip().lower() for name in rows[0].cells):
        return rows
    spoken = {at for at, name in enumerate(rows[0].cells) if language_of_heading(name)}
    marked = [
        (row, cell)
        for row in rows[1:]
        for at, cell in enumerate(row.cells)
        if at in spoken and _MARK.search(cell)
    ]
    if not marked:
        return rows
    if report:
        action = "read without the marks"
        tell_cells(path, marked, "says where endings begin", action, report)
    return [rows[0], *(replace(row, cells=tuple(_bare(row, spoken))) for row in rows[1:])]


def _bare(row: Row, spoken: set[int]) -> Iterator[str]:
    for at, cell in enumerate(row.cells):
        yield _MARK.sub("", cell) if at in spoken else cell
