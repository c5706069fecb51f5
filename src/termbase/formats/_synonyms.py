"""Cells that hold several terms, as people write synonyms: parted by semicolons or bars.

The one fact to remember: what stands in brackets is not parted, nor what has an entity in it, such
as «R&amp;D»; where a part would be empty the cell is one term.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_JOINT = re.compile(r"\s*[;|]\s*")
_ENTITY = re.compile(r"&#?\w+;")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def parts_of(cell: str) -> list[str]:
    """Return the terms of a cell; the cell itself where it holds one.

    >>> parts_of("launcher; launch vehicle"), parts_of("engine (rocket; turbojet)")
    (['launcher', 'launch vehicle'], ['engine (rocket; turbojet)'])
    >>> parts_of("R&amp;D"), parts_of("pump;")
    (['R&amp;D'], ['pump;'])
    """
    places = _joints(cell)
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), len(cell)]
    parts = [cell[start:end] for start, end in zip(starts, ends, strict=True)]
    return parts if all(any(map(str.isalnum, part)) for part in parts) else [cell]


def joint_of(cells: Iterable[str]) -> str:
    """Return what mostly parts the terms of cells, with the blanks around it; empty if none do."""
    found: Counter[str] = Counter()
    for cell in cells:
        if len(parts_of(cell)) > 1:
            found.update(cell[start:end] for start, end in _joints(cell))
    return found.most_common(1)[0][0] if found else ""


def _joints(cell: str) -> list[tuple[int, int]]:
    """Return where the terms of a cell are parted."""
    if not (";" in cell or "|" in cell) or _ENTITY.search(cell):
        return []
    bare = _IN_BRACKETS.sub(lambda inside: "x" * len(inside[0]), cell)
    return [joint.span() for joint in _JOINT.finditer(bare)]
