"""Tables of memoQ, whose words may have a mark where their endings begin → the words alone.

«engin|s» is one term there; in every other table a stroke parts two.
"""

from __future__ import annotations

import re
from dataclasses import replace

from termbase.formats._table import Row
from termbase.model.repair import Repair, Report

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
    marked = [(row, cell) for row in rows[1:] for cell in row.cells if _MARK.search(cell)]
    if not marked:
        return rows
    if report:
        row, cell = marked[0]
        many = f", as {len(marked)} cells do" if len(marked) > 1 else ""
        problem = f"«{cell}» says where endings begin{many}"
        report(Repair(path, row.line, problem, "read without the marks"))
    return [replace(row, cells=tuple(_MARK.sub("", cell) for cell in row.cells)) for row in rows]
