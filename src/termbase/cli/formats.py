"""``termbase formats``: which files are read, written and patched."""

from __future__ import annotations

from termbase.cli._declare import JSON, Command, Given, format_option
from termbase.cli._output import Output, column_widths, padded
from termbase.formats import Format, known_formats

_HEADS = ("format", "endings", "holds", "read", "written", "in place")


def run(given: Given) -> int:
    """Print the table of formats, those that others have added with it."""
    output = Output(given)
    found = known_formats()
    if output.format == "json":
        output.json({"schema": "termbase.formats/1", "formats": [_record(one) for one in found]})
        return 0
    rows = [_row(one) for one in found]
    if output.format == "tsv":
        for row in rows:
            output.row(row)
        return 0
    widths = column_widths(_HEADS, rows, output.width)
    for row in [_HEADS, *rows]:
        cells = (padded(cell, width) for cell, width in zip(row, widths, strict=True))
        output.print("  ".join(cells).rstrip())
    return 0


def _row(one: Format) -> tuple[str, ...]:
    said = ["yes" if can else "" for can in (one.reads, one.writes, one.patches)]
    return (one.name, " ".join(one.extensions), one.holds, *said)


def _record(one: Format) -> dict[str, object]:
    return {
        "name": one.name,
        "extensions": list(one.extensions),
        "holds": one.holds,
        "reads": one.reads,
        "writes": one.writes,
        "patches": one.patches,
    }


COMMAND = Command(
    name="formats",
    help="Show which files are read, written and patched in place.",
    example="termbase formats",
    arguments=(),
    options=(format_option("table", "tsv", "json"), JSON),
    run=run,
)
