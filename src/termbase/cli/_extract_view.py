"""How the candidates of ``termbase extract`` look: as a table, a line, tab-separated or JSON."""

from __future__ import annotations

from termbase.cli._output import (
    BOLD,
    DIM,
    GREEN,
    Output,
    cell_lines,
    column_widths,
    counted,
    padded,
    text_width,
)
from termbase.ports import Record


def print_candidates(answer: Record, output: Output) -> None:
    """Print candidates in the format asked for."""
    found = answer["candidates"]
    if output.format == "json":
        output.json(answer)
        return
    if output.format == "tsv":
        for one in found:
            place = one["contexts"][0]["place"]
            cells = [one["number"], one["score"], one["term"], one["equivalent"], one["count"]]
            output.row([*cells, one["known"], place])
    elif output.format == "plain":
        for one in found:
            output.print(one["term"] + (f" → {one['equivalent']}" if one["equivalent"] else ""))
    elif found:
        _print_table(answer, output)
    output.note(f"{counted(answer['found'], 'candidate')}, {len(found)} shown")


def _print_table(answer: Record, output: Output) -> None:
    heads = ["#", "score", answer["source"]]
    heads += [answer["target"]] if answer["target"] else []
    heads += ["n", "known"]
    rows = [_cells(one, bool(answer["target"])) for one in answer["candidates"]]
    widths = column_widths(heads, rows, output.width)
    output.print(_line(heads, widths, output, BOLD))
    output.print("  ".join("─" * width for width in widths))
    for one, row in zip(answer["candidates"], rows, strict=True):
        split = [cell_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
        for at in range(max(map(len, split))):
            cells = [lines[at] if at < len(lines) else "" for lines in split]
            output.print(_line(cells, widths, output, GREEN if one["known"] else ""))
        if output.verbose:
            for context in one["contexts"]:
                output.print(output.paint(_marked(context, output.width), DIM))


def _cells(one: Record, translated: bool) -> list[str]:
    cells = [str(one["number"]), f"{one['score']:.1f}", one["term"]]
    cells += [one["equivalent"] or "–"] if translated else []
    return [*cells, str(one["count"]), "✓" if one["known"] else "–"]


def _line(cells: list[str], widths: list[int], output: Output, colour: str) -> str:
    shown = "  ".join(
        padded(cell, width) if text_width(cell) < width else cell
        for cell, width in zip(cells, widths, strict=True)
    )
    return output.paint(shown.rstrip(), colour) if colour else shown.rstrip()


def _marked(context: Record, width: int) -> str:
    """Return a context as one line with its candidate marked, as much of it as fits."""
    text, start, end = context["text"], context["start"], context["end"]
    head = f"   {context['place']}: "
    spare = max(10, (width - len(head) - (end - start) - 4) // 2)
    before = text[:start] if start <= spare else f"…{text[start - spare : start]}"
    after = text[end:] if len(text) - end <= spare else f"{text[end : end + spare]}…"
    return f"{head}{before}‹{text[start:end]}›{after}"
