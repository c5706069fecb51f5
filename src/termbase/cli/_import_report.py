"""What became of the files of an import, as files of their own: a report, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.bootstrap import LocalFiles
from termbase.cli._declare import Given
from termbase.cli._output import Output, counted
from termbase.usecases.import_files import ImportReport

_HEADS = ("path", "line", "what", "problem", "action")


def write_reports(reports: Sequence[ImportReport], given: Given, output: Output) -> None:
    """Write the report and the rejected records to the files that the command line names."""
    rejected = [one for report in reports for one in report.repairs if one.rejected]
    if given["report"]:
        _write(given["report"], ["\t".join(_line(row)) for row in (_HEADS, *_rows(reports))])
        output.note(f"wrote {given['report']}: the report")
    if given["rejected"]:
        _write(given["rejected"], [one.record for one in rejected if one.record])
        output.note(f"wrote {given['rejected']}: {counted(len(rejected), 'rejected record')}")
    elif rejected:
        output.note("to keep what was rejected in a file of its own: --rejected FILE")


def _rows(reports: Sequence[ImportReport]) -> Iterator[tuple[object, ...]]:
    for report in reports:
        for what in ("new", "changed", "equal", "skipped"):
            yield report.path, "", what, getattr(report, what), f"into {report.name}"
        for fate in report.fates:
            line = fate.place.rpartition(":")[2]
            what = f"concept {fate.concept}"
            yield report.path, line, fate.what, f"{what}: {fate.reason}".rstrip(": "), ""
        for one in report.repairs:
            what = "rejected" if one.rejected else "repaired"
            yield one.path, one.line or "", what, one.problem, one.action


def _line(cells: Sequence[object]) -> list[str]:
    return [" ".join(str(cell).split()) for cell in cells]


def _write(path: str, lines: Sequence[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    LocalFiles().write_bytes(path, text.encode("utf-8", "replace"))
