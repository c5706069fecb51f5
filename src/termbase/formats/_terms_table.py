"""Rows of cells into a glossary, and back, whatever kind of file holds them.

The one fact to remember: a table with the columns ``language`` and ``term`` has one row per term;
every other table has one row per concept, and its columns are languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from termbase.errors import FormatError, InputError, UnknownLanguageError
from termbase.formats._columns import COLUMNS, MORE, cells, concepts, heading
from termbase.formats._languages_table import LanguageTable
from termbase.formats._memoq_marks import without_marks
from termbase.formats._table import Row
from termbase.model.concept import DataCategory, Glossary
from termbase.model.language import language_tag
from termbase.model.repair import Repair, Report

IATE = {
    "e_id": "concept",
    "e_domains": "subject",
    "l_code": "language",
    "t_term": "term",
    "t_type": "type",
    "t_reliability": "reliability",
    "t_evaluation": "status",
}
"""Our names for the columns of a table of IATE, the terminology of the European Union."""


def glossary_of(
    path: str,
    filled: list[Row],
    *,
    source: str | None,
    target: str | None,
    columns: str | None = None,
    whole: bool = False,
    comments: tuple[DataCategory, ...] = (),
    report: Report | None = None,
) -> Glossary:
    """Return the glossary that rows hold.

    Args:
        path: Their file, for messages.
        filled: The rows that are neither blank nor comments.
        source, target: Languages of the first two columns where the table does not name them.
        columns: What columns are, where their headings do not say it: ``fr=2,en=Anglais``.
        whole: Whether each cell is one text, not several terms.
        comments: What stands beside the rows.
        report: Takes each row that is wrong and left out; without it the first one is an error.

    Raises:
        FormatError: If they name no languages or, without report, a row is wrong.
    """
    if not filled:
        empty = (LanguageTable(()).description,) if comments else ()
        return Glossary((), header=comments + empty)
    if columns:
        filled = [_renamed(path, filled[0], columns), *filled[1:]]
    names = _names(path, filled[0])
    if {"term", "language"} <= set(names):
        return Glossary(concepts(path, names, filled[1:], report), header=comments)
    above = LanguageTable.titles(filled, source, target)
    for row in filled[:above]:
        if report:
            problem, record = "a row above the heading", "\t".join(row.raw)
            report(Repair(path, row.line, problem, "left out", record=record))
    filled = without_marks(path, filled[above:], report)
    layout = LanguageTable.of(path, filled, source, target)
    found = layout.concepts(path, filled, report, whole=whole)
    return Glossary(found, header=(*comments, layout.description))


def rows_of(glossary: Glossary) -> Iterator[list[str]]:
    """Yield the rows of a glossary: in the layout it came in, where that loses nothing of it; else
    one row per term.
    """
    return (row for _, row in keyed_rows(glossary))


def keyed_rows(glossary: Glossary) -> Iterator[tuple[str | None, list[str]]]:
    """Yield the rows, each with the id of its concept, a heading with an empty one.

    None stands for the id where the layout is not the one that the glossary came in.
    """
    came = _as_it_came(glossary)
    yield from ((None, row) for row in _one_row_per_term(glossary)) if came is None else came


def _as_it_came(glossary: Glossary) -> list[tuple[str | None, list[str]]] | None:
    layout = LanguageTable.described(glossary)
    if layout is None:
        return None
    table: list[tuple[str | None, list[str]]] = [("", list(layout.names))] if layout.names else []
    for concept in glossary.concepts:
        row = layout.cells(concept)
        if row is None:
            return None
        table.append((concept.id, row))
    return table


def _one_row_per_term(glossary: Glossary) -> Iterator[list[str]]:
    names = heading(glossary.concepts)
    yield list(names)
    for concept in glossary.concepts:
        yield from cells(concept, names)


def _names(path: str, row: Row) -> tuple[str, ...]:
    """Return the names of the columns, each once: ours may not repeat, others are numbered."""
    names: list[str] = []
    for number, cell in enumerate(row.cells):
        name = cell.strip().lower()
        if name in names and name in (*COLUMNS, MORE):
            line, column = row.place(number)
            problem = f"the column «{name}» stands there twice"
            raise FormatError(path, problem, line=line, column=column, remedy="rename one")
        names.append(f"{name} {number + 1}".strip() if not name or name in names else name)
    ours = [IATE.get(name, name) for name in names]
    return tuple(ours if len({*ours}) == len(ours) else names)


def _renamed(path: str, row: Row, columns: str) -> Row:
    """Return the heading of a table with the names that a caller gives to its columns."""
    named = list(row.cells)
    for one in filter(None, (part.strip() for part in columns.split(","))):
        role, sign, column = (part.strip() for part in one.partition("="))
        if not sign or not role or not column:
            raise InputError(f"--columns {one}: write ROLE=COLUMN, such as fr=2 or note=Remarks")
        named[_column(path, row, column)] = _role(role)
    return replace(row, cells=tuple(named))


def _column(path: str, row: Row, column: str) -> int:
    headings = [cell.strip().casefold() for cell in row.cells]
    if column.casefold() in headings:
        return headings.index(column.casefold())
    if column.isascii() and column.isdigit() and 1 <= int(column) <= len(row.cells):
        return int(column) - 1
    known = ", ".join(cell.strip() for cell in row.cells if cell.strip())
    problem = f"there is no column «{column}»"
    raise FormatError(path, problem, line=row.line, remedy=f"it has {known}, or give a number")


def _role(role: str) -> str:
    if role.lower() in (*COLUMNS, "definition", "note"):
        return role.lower()
    try:
        return language_tag(role)
    except UnknownLanguageError as error:
        known = ", ".join(COLUMNS)
        raise InputError(f"--columns {role}: is no language and none of {known}") from error
