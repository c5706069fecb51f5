"""Rows with one column per language into concepts: glossaries of CAT tools and of spreadsheets.

The one fact to remember: whatever a column holds is kept; what names no language and no remark
stays with the concept under the name of its column.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from itertools import count

from termbase.errors import FormatError, UnknownLanguageError
from termbase.formats._ids import content_id
from termbase.formats._table import Row
from termbase.model.concept import Concept, DataCategory, Definition, Term
from termbase.model.language import language_named, language_tag, primary
from termbase.model.repair import Repair, Report

_SOURCE = {"source", "src", "source term", "source text", "term"}
_TARGET = {"target", "tgt", "trg", "target term", "target text", "translation"}
_NOTE = {"comment", "comments", "note", "notes", "remark", "remarks"}
_PLACES = ("source", "target", "note")


def heading_words() -> set[str]:
    """Return the words that name columns of such tables, lower case."""
    return _SOURCE | _TARGET | _NOTE


@dataclass(frozen=True, slots=True)
class LanguageTable:
    """What each column of a table holds.

    Attributes:
        path: The file, for messages.
        columns: For each column ``language:fr``, ``note``, ``definition``, or its own name.
        headed: Whether the first row names the columns.
    """

    path: str
    columns: tuple[str, ...]
    headed: bool

    @classmethod
    def of(cls, path: str, first: Row, source: str | None, target: str | None) -> LanguageTable:
        """Return the layout of a table from its first row and the languages that a caller names.

        Raises:
            FormatError: If neither says which languages the columns have.
        """
        names = tuple(cell.strip().lower() for cell in first.cells)
        spoken = {"source": source, "target": target}
        roles = tuple(_role(name, spoken) for name in names)
        languages = [role for role in roles if role.startswith("language:")]
        wanted = {primary(one) for one in (source, target) if one}
        named = {primary(role.partition(":")[2]) for role in languages}
        if len(languages) > 1 and wanted <= named:
            return cls(path, roles, headed=True)
        if not source or not target:
            raise FormatError(
                path,
                "the table does not say which languages its columns have",
                line=first.line,
                remedy="name them, such as: -s fr -t en",
            )
        plain = (f"language:{source}", f"language:{target}", "note")
        width = len(first.cells)
        return cls(path, (*plain, *(str(n) for n in range(4, width + 1)))[: max(width, 2)], False)

    def concepts(self, rows: list[Row], report: Report | None) -> tuple[Concept, ...]:
        """Return the concepts, one per row that has a term."""
        found: dict[str, Concept] = {}
        for row in rows[1:] if self.headed else rows:
            concept = self._concept(row, found)
            if concept:
                found[concept.id] = concept
            elif report:
                problem = "a row without any term"
                report(Repair(self.path, row.line, problem, "left out", rejected=True))
        return tuple(found.values())

    def _concept(self, row: Row, taken: Container[str]) -> Concept | None:
        terms: list[Term] = []
        definitions: list[Definition] = []
        notes: list[str] = []
        extras: list[DataCategory] = []
        for number, cell in enumerate(row.cells):
            role = self.columns[number] if number < len(self.columns) else str(number + 1)
            kind, _, language = role.partition(":")
            if not cell:
                continue
            if kind == "language" and cell.strip():
                terms.append(Term(cell, language))
            elif kind == "note":
                notes.append(cell)
            elif kind == "definition":
                definitions.append(Definition("", cell))
            else:
                extras.append(DataCategory("column", role, cell))
        if not terms:
            return None
        key = content_id(*(f"{one.language}\0{one.text}" for one in terms))
        return Concept(
            _free(key, taken),
            tuple(terms),
            definitions=tuple(definitions),
            notes=tuple(notes),
            extras=tuple(extras),
            place=f"{self.path}:{row.line}",
        )


def _role(name: str, spoken: dict[str, str | None]) -> str:
    for word, language in spoken.items():
        if language and name in (_SOURCE if word == "source" else _TARGET):
            return f"language:{language}"
    if name in _NOTE:
        return "note"
    if name == "definition":
        return name
    try:
        tag = language_named(name) or language_tag(name)
    except UnknownLanguageError:
        return name
    # Any three letters may be a language of ISO 639-3; a column «key» or «ref» is none.
    return f"language:{tag}" if len(tag.split("-")[0]) == 2 else name


def _free(key: str, taken: Container[str]) -> str:
    """Return an id that is not taken: equal rows are concepts of their own."""
    if key not in taken:
        return key
    return next(f"{key}-{number}" for number in count(2) if f"{key}-{number}" not in taken)
