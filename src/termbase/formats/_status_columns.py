"""Columns that say how the terms of another one may be used: «English Status», «Statut (FR)», and
«Status» where there is one language.

The one fact to remember: what such a column says is kept as it stands, too, so that its table comes
back as it was; a word that is no status says nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from termbase.formats._headings import status_of_heading
from termbase.formats._status_words import process_of, status_of
from termbase.formats._table_roles import SPOKEN, spoken_in


@lru_cache(maxsize=64)
def status_columns(columns: tuple[str, ...]) -> dict[str, int]:
    """Return the column of the status of each language that has one column of terms.

    Of a list in one language «Status» says it, too.

    Args:
        columns: What each holds (`termbase.formats._languages_table.LanguageTable`).
    """
    spoken = [spoken_in(role)[0] for role in columns if role.startswith(SPOKEN)]
    told = {status_of_heading(role): number for number, role in enumerate(columns)}
    bare = ["status"] if len(spoken) == 1 else []
    return {
        tag: told[said]
        for tag in spoken
        for said in (*bare, f"status:{tag.partition('-')[0]}", f"status:{tag}")  # the last counts
        if said in told and spoken.count(tag) == 1
    }


def unknown_statuses(columns: tuple[str, ...], cells: tuple[str, ...]) -> list[str]:
    """Return the cells of a row that should say a status and say something else."""
    said = [cells[at] for at in set(status_columns(columns).values()) if at < len(cells)]
    return [cell for cell in said if cell.strip() and not attributes_of(cell)]


def statuses_said(columns: tuple[str, ...], cells: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Return what a row says of the use of its terms, by language, where a column says it."""
    return {
        tag: attributes_of(cells[number])
        for tag, number in status_columns(columns).items()
        if number < len(cells)
    }


def attributes_of(cell: str) -> dict[str, Any]:
    """Return the attribute of a term that a word for its status says: how it may be used, or how
    far the work on it has come.

    >>> attributes_of("preferred"), attributes_of("proposed"), attributes_of("often")
    ({'status': <AdministrativeStatus.PREFERRED: 'preferredTerm-admn-sts'>}, \
{'process': <ProcessStatus.CANDIDATE: 'candidate'>}, {})
    """
    if status := status_of(cell):
        return {"status": status}
    process = process_of(cell)
    return {"process": process} if process else {}
