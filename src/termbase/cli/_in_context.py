"""A text becomes as much of it as fits on a line, around what is marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from termbase.cli._output import text_width

Span = tuple[int, int]


def in_context(text: str, spans: Sequence[Span], room: int) -> tuple[str, list[Span]]:
    """Return a text on one line, cut to a width around its first mark, and its marks there.

    Args:
        text: Any text.
        spans: What is marked, as (start, end); its beginning is shown where nothing is.
        room: Columns that there are; a mark takes two more, and is never cut itself.

    >>> in_context("The station and its crew are well.", [(16, 19)], 20)
    ('…and its crew are…', [(5, 8)])
    """
    line = "".join(" " if sign.isspace() else sign for sign in text)
    start, end = first, last = spans[0] if spans else (0, 0)
    edges = [*_words(line), first, last]
    while (wider := _wider(line, edges, start, end, spans, room, (first + last) // 2)) is not None:
        start, end = wider
    shown = line[start:end].rstrip()
    before = "…" if start else ""
    after = "…" if end < len(line.rstrip()) else ""
    offset = start - len(before)
    inside = [(a - offset, b - offset) for a, b in spans if start <= a and b <= end]
    return f"{before}{shown}{after}", inside


def _words(line: str) -> list[int]:
    """Return where words begin, and the end; between any two letters where there are no spaces."""
    if " " not in line.strip():
        return list(range(len(line) + 1))
    starts = [at + 1 for at, (one, next_) in enumerate(pairwise(line)) if one == " " != next_]
    return [0, *starts, len(line)]


def _wider(
    line: str,
    edges: list[int],
    start: int,
    end: int,
    spans: Sequence[Span],
    room: int,
    middle: int,
) -> Span | None:
    """Return the stretch with one word more, on the shorter side first; None if none fits."""
    left = max((edge for edge in edges if edge < start), default=None)
    right = min((edge for edge in edges if edge > end), default=None)
    wider = [(left, end)] if left is not None else []
    if right is not None:
        wider.insert(0 if end - middle < middle - start or left is None else 1, (start, right))
    for a, b in wider:
        marks = 2 * sum(a <= first and last <= b for first, last in spans)
        dots = (a > 0) + (b < len(line.rstrip()))
        if text_width(line[a:b].rstrip()) + marks + dots <= room:
            return a, b
    return None
