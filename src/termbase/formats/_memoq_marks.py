"""Tables of memoQ: marks within words, and what a column says of the terms before it.

«engin|s» is one term there; in every other table a stroke parts two. Definitions and notes have
no such marks. «CaseSense;Exact;NonTerm» says how a term is found, and that it is not to be used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from termbase.formats._headings import language_of_heading
from termbase.formats._table import Row, tell_cells
from termbase.model.concept import AdministrativeStatus
from termbase.model.repair import Report

_INFO = "term_info"
"""The column that tells of each term how it is found; no other tool has one of that name."""
_SAID: dict[str, dict[str, Any]] = {
    "casesense": {"case": "exact"},
    "caseinsense": {"case": "any"},
    "exact": {"match": "exact"},
    "noprefix": {"match": "exact"},
    "nonterm": {"status": AdministrativeStatus.DEPRECATED},
    "forbidden": {"status": AdministrativeStatus.DEPRECATED},
}
"""Half a word that must agree is our rule for endings, and so is «CasePermissive»."""
_MARK = re.compile(r"(?<=\w)\|(?=\w)")


def is_info(name: str) -> bool:
    """Say whether a heading is that of the column which tells how the term before it is found."""
    return name.strip().lower() == _INFO


def info_said(names: Sequence[str], cells: Sequence[str], number: int) -> dict[str, Any]:
    """Return the attributes of the terms of a column that the one behind it tells.

    >>> info_said(("French", "Term_Info"), ("ESA", "CaseSense;HalfPrefix"), 0)
    {'case': 'exact'}
    """
    behind = number + 1
    if not (behind < len(names) and behind < len(cells) and is_info(names[behind])):
        return {}
    found: dict[str, Any] = {}
    for word in cells[behind].lower().split(";"):
        found |= _SAID.get(word.strip(), {})
    return found


def without_marks(path: str, rows: list[Row], report: Report | None) -> list[Row]:
    """Return the rows of a table, those of memoQ without marks of endings.

    Args:
        path: Their file, for messages.
        rows: The heading and all below it.
        report: Told of the first mark, and how many cells have one.
    """
    if not any(map(is_info, rows[0].cells)):
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
