"""``align --apply``: the decisions of a reviser's table, kept beside the texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from termbase.bootstrap import LocalFiles
from termbase.cli._alignment_sources import Document
from termbase.cli._alignment_view import ALL, first_of, most_listed
from termbase.cli._output import Output, counted
from termbase.cli._piped import as_file, piped_bytes
from termbase.cli._session import STDIN, called
from termbase.formats.alignment_table import read_table
from termbase.model.decision import Decision, cleared, record
from termbase.model.repair import Repair
from termbase.usecases.apply_table import TableRow, apply_table
from termbase.usecases.review_table import COLUMNS

_PACKED = b"PK"


def apply_given_table(path: str, documents: Sequence[Document], output: Output) -> list[Document]:
    """Take over the decisions of a table, and return the documents with them.

    Raises:
        FormatError: If the table cannot be understood; nothing is kept then.
    """
    rows, path = _rows(path, output)
    texts = {document.name: document.read() for document in documents}
    applied = apply_table(path, rows, texts)
    changed = []
    for document in documents:
        new = applied.decisions.get(document.name, [])
        left = cleared(document.decisions, applied.cleared.get(document.name, []))
        taken_back = _beads(document.decisions) - _beads(left)
        decisions = record(left, new)
        if new or taken_back:
            LocalFiles().write_decisions(document.sidecar, decisions)
        if new:
            output.note(f"{path}: {counted(len(new), 'decision')} kept in {document.sidecar}")
        if taken_back:
            beads = counted(taken_back, "decided bead")
            output.note(f"{path}: {beads} cleared in {document.sidecar}")
        changed.append(document._replace(decisions=decisions))
    most = most_listed(1, list_all=output.verbose)
    output.note(*first_of(applied.remarks, most, f"{path}:", f"more rows left out; {ALL}"))
    output.note(*first_of(applied.edits, most, f"{path}:", f"more texts edited; {ALL}"))
    output.note(*first_of(applied.joined, most, f"{path}:", f"more of several rows; {ALL}"))
    if not applied.decisions and not applied.cleared:
        output.note(f"{path}: holds no new decision")
    return changed


def _beads(decisions: Sequence[Decision]) -> int:
    return sum(len(one.beads) for one in decisions)


def _rows(path: str, output: Output) -> tuple[list[TableRow], str]:
    """Return the rows of a table, and what to call it; say what of it is not read."""

    def tell(repair: Repair) -> None:
        output.tell([replace(repair, path=called(path))])

    if path != STDIN:
        return list[TableRow](read_table(path, COLUMNS, tell)), path
    data = piped_bytes()
    with as_file(data, ".xlsx" if data.startswith(_PACKED) else ".tsv") as file:
        return list[TableRow](read_table(file, COLUMNS, tell)), called(path)
