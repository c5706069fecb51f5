"""Cells of a spreadsheet that were merged over several rows → what they say in each of them.

A spreadsheet keeps what merged cells say in the first of them alone, while whoever reads the sheet
sees it beside every row. Cells merged over columns are headings, and stay as they are.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*\bref=["']([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)""")

Row = tuple[int, tuple[Any, ...]]
"""The number of a row, from 1, and its cells."""


def merged_rows(data: bytes, part: str) -> dict[tuple[int, int], int]:
    """Return where cells are merged over rows: the first row and the column of each, from 1 and 0,
    with the last row.

    Args:
        data: The spreadsheet.
        part: The name of the sheet's part in it.
    """
    from openpyxl.utils import column_index_from_string

    with zipfile.ZipFile(BytesIO(data)) as packed:
        found = _MERGED.finditer(packed.read(part))
    return {
        (int(one[2]), column_index_from_string(one[1].decode()) - 1): int(one[3])
        for one in found
        if int(one[2]) < int(one[3])
    }


def spread(rows: Iterable[Row], merged: Mapping[tuple[int, int], int]) -> Iterator[Row]:
    """Yield rows with what merged cells say in each row that they stand beside.

    >>> list(spread([(2, ("sol", "antenne")), (3, (None, "câble"))], {(2, 0): 3}))
    [(2, ('sol', 'antenne')), (3, ('sol', 'câble'))]
    """
    said: dict[int, tuple[int, Any]] = {}
    for number, row in rows:
        cells = list(row)
        for at, value in enumerate(row):
            if last := merged.get((number, at)):
                said[at] = last, value
        for at, (last, value) in said.items():
            if number <= last and cells[at : at + 1] in ([], [None]):
                cells += [None] * (at + 1 - len(cells))
                cells[at] = value
        yield number, tuple(cells)
