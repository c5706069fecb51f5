"""Rows with a heading each → a table, or a block for each row where a terminal is too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from termbase.cli._output import BOLD, Output, cell_lines, column_widths, padded, text_width


def print_table(heads: Sequence[str], rows: Sequence[Sequence[str]], output: Output) -> None:
    """Print rows, two spaces between their columns."""
    widths = column_widths(heads, rows, output.width)
    if sum(widths) + 2 * (len(widths) - 1) > output.width or not _room(rows, widths):
        for row in rows:
            _print_block(heads, row, output)
        return
    line = "  ".join(padded(head, width) for head, width in zip(heads, widths, strict=True))
    output.print(output.paint(line.rstrip(), BOLD), "  ".join("─" * width for width in widths))
    for row in rows:
        cells = [cell_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
        for lines in zip_longest(*cells, fillvalue=""):
            output.print("  ".join(map(padded, lines, widths)).rstrip())


def _room(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> bool:
    """Say whether columns have room for each word of their cells, cut behind hyphens at most."""
    return all(
        text_width(word) <= width
        for row in rows
        for cell, width in zip(row, widths, strict=True)
        for word in cell.replace("-", "- ").split()
    )


def _print_block(heads: Sequence[str], row: Sequence[str], output: Output) -> None:
    """Print a row with its first cell above the others, each behind its heading."""
    margin = 2 + max(map(text_width, heads[1:])) + 2
    output.print(*(output.paint(line, BOLD) for line in cell_lines(row[0], output.width)))
    for head, cell in zip(heads[1:], row[1:], strict=True):
        lines = cell_lines(cell, max(1, output.width - margin)) if cell else []
        for at, line in enumerate(lines):
            output.print(f"{padded('' if at else '  ' + head, margin)}{line}")
