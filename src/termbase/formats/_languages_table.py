"""Rows with one column per language into concepts: glossaries of CAT tools and of spreadsheets.

The one fact to remember: whatever a column holds is kept; what names no language and no remark
stays with the concept under the name of its column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Self

from termbase.errors import FormatError
from termbase.formats._headings import NUMBERING, language_of_heading
from termbase.formats._ids import FreeNames, content_id
from termbase.formats._table import Row
from termbase.model.concept import Concept, DataCategory, Definition, Glossary, Term
from termbase.model.language import primary
from termbase.model.repair import Repair, Report

_SOURCE = {"source", "src", "source term", "source text", "term"}
_TARGET = {"target", "tgt", "trg", "target term", "target text", "translation"}
_SOURCE |= {"quelle", "wort", "begriff", "ausgangstext", "terme", "mot", "término", "termine"}
_SOURCE |= {"термин", "слово", "источник", "оригинал", "исходный текст"}
_SOURCE |= {"source language", "langue source", "terme source", "исходный термин"}
_TARGET |= {"target language", "langue cible", "terme cible", "целевой термин"}
_TARGET |= {"übersetzung", "ziel", "zieltext", "traduction", "cible", "traducción", "traduzione"}
_TARGET |= {"перевод"}
_SPOKEN = "language:"
_SEVERAL = re.compile(r"\w\s*(?:[;|]|\s/\s)\s*\w")
"""How terms are parted that share a cell."""
_MOST_TITLES = 6
"""A heading stands among so many first rows."""
_KNOWN = {"note", "definition"}
_NOTE = {"comment", "comments", "note", "notes", "remark", "remarks"}
_NOTE |= {"remarque", "remarques", "commentaire", "commentaires", "bemerkung", "anmerkung"}
_NOTE |= {"примечание", "примечания", "комментарий"}
_DEFINITION = {"definition", "définition", "определение"}


def heading_words() -> set[str]:
    """Return the words that name columns of such tables, lower case."""
    return _SOURCE | _TARGET | _NOTE


@dataclass(frozen=True, slots=True)
class LanguageTable:
    """What each column of a table holds.

    Attributes:
        columns: For each column ``language:fr``, ``note``, ``definition``, or a name of its own.
        names: What its first row calls them; empty where that row is no heading.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, path: str, rows: list[Row], source: str | None, target: str | None) -> Self:
        """Return the layout of a table from its first row and the languages that a caller names.

        A column «id» or «no» with codes in its cells holds no Indonesian and no Norwegian.

        Raises:
            FormatError: If neither says which languages the columns have.
        """
        width = max(len(row.cells) for row in rows)
        heading = _heading(rows, source, target)
        if heading:
            return cls(_distinct(heading, width), rows[0].cells)
        if not source or not target:
            raise FormatError(
                path,
                "the table does not say which languages its columns have",
                line=rows[0].line,
                remedy="name them, such as: -s fr -t en",
            )
        plain = [_SPOKEN + source, _SPOKEN + target, "note"]
        return cls(_distinct(plain[: max(width, 2)], width))

    @staticmethod
    def titles(rows: list[Row], source: str | None, target: str | None) -> int:
        """Return how many rows stand above the heading: titles, none of which is a whole entry.

        Zero where no row that is near the top is a heading.
        """
        for number in range(min(_MOST_TITLES, len(rows))):
            heading = _heading(rows[number:], source, target)
            spoken = [at for at, role in enumerate(heading) if role.startswith(_SPOKEN)]
            if heading:
                return 0 if any(_is_filled(row, spoken) for row in rows[:number]) else number
        return 0

    @classmethod
    def described(cls, glossary: Glossary) -> Self | None:
        """Return the layout that a glossary came in; None where it came in none of these."""
        table = next((one for one in glossary.header if one.element == "table"), None)
        if table is None:
            return None
        names = tuple(one.value for one in table.companions)
        return cls(tuple(one.type for one in table.companions), names if any(names) else ())

    @property
    def description(self) -> DataCategory:
        """What a glossary keeps of the layout, to be written in it again."""
        names = self.names + ("",) * (len(self.columns) - len(self.names))
        columns = (
            DataCategory("column", role, name)
            for role, name in zip(self.columns, names, strict=True)
        )
        return DataCategory("table", "", "", companions=tuple(columns))

    def concepts(self, path: str, rows: list[Row], report: Report | None) -> tuple[Concept, ...]:
        """Return the concepts, one per row that has a term."""
        found: list[Concept] = []
        several: list[tuple[Row, str]] = []
        free = FreeNames("-")
        if self.names and report:
            self._tell_unknown_columns(path, rows[0], report)
        for row in rows[1:] if self.names else rows:
            concept = self._concept(row.cells, free, f"{path}:{row.line}")
            if concept:
                found.append(concept)
                texts = (one.text for one in concept.terms)
                several += [(row, text) for text in texts if _SEVERAL.search(text)]
                if self.names and report:
                    self._tell_what_is_more(path, row, report)
            elif report:
                problem = "a row without any term"
                record = "\t".join(row.raw)
                report(Repair(path, row.line, problem, "left out", rejected=True, record=record))
        if several and report:
            row, text = several[0]
            problem = f"«{text}» looks like several terms, as {len(several)} cells do"
            report(Repair(path, row.line, problem, "each is kept as one term"))
        return tuple(found)

    def cells(self, concept: Concept) -> list[str] | None:
        """Return the row of a concept; None where the layout would lose something of it."""
        waiting: dict[str, list[str]] = {"note": list(concept.notes)}
        for term in concept.terms:
            waiting.setdefault(_SPOKEN + term.language, []).append(term.text)
        waiting["definition"] = [one.text for one in concept.definitions]
        for extra in concept.extras:
            waiting.setdefault(extra.type, []).append(extra.value)
        row = [waiting[role].pop(0) if waiting.get(role) else "" for role in self.columns]
        again = self._concept(tuple(row), FreeNames("-"), concept.place)
        said = again and replace(again, id=concept.id)
        return row if said == concept else None

    def _tell_unknown_columns(self, path: str, heading: Row, report: Report) -> None:
        for number, name in enumerate(self.names):
            role = self.columns[number]
            if name.strip() and role not in _KNOWN and not role.startswith(_SPOKEN):
                problem = f"column {number + 1} «{name.strip()}» names no language"
                report(Repair(path, heading.line, problem, "kept as it is"))

    def _tell_what_is_more(self, path: str, row: Row, report: Report) -> None:
        width = len(self.names)
        if any(cell.strip() for cell in row.cells[width:]):
            problem = f"the row has {len(row.cells)} cells, the heading {width}"
            report(Repair(path, row.line, problem, "what is more is kept as it is"))

    def _concept(self, cells: tuple[str, ...], free: FreeNames, place: str) -> Concept | None:
        terms: list[Term] = []
        definitions: list[Definition] = []
        notes: list[str] = []
        extras: list[DataCategory] = []
        for role, cell in zip(self.columns, cells, strict=False):
            if role.startswith(_SPOKEN) and cell.strip():
                terms.append(Term(cell, role.removeprefix(_SPOKEN)))
            elif cell and role == "note":
                notes.append(cell)
            elif cell and role == "definition":
                definitions.append(Definition("", cell))
            elif cell:
                extras.append(DataCategory("column", role, cell))
        if not terms:
            return None
        # Equal rows are concepts of their own.
        key = content_id(*(f"{one.language}\0{one.text}" for one in terms))
        return Concept(
            free.take(key),
            tuple(terms),
            definitions=tuple(definitions),
            notes=tuple(notes),
            extras=tuple(extras),
            place=place,
        )


def _heading(rows: list[Row], source: str | None, target: str | None) -> list[str]:
    """Return what the first row says that its columns are; nothing where it is no heading."""
    names = rows[0].cells
    spoken = {"source": source, "target": target}
    roles = [_role(name.strip().lower(), spoken) for name in names]
    for number, name in enumerate(names):
        if name.strip().lower() in NUMBERING and _are_codes(rows[1:], number):
            roles[number] = name.strip().lower()
    languages = {primary(role[len(_SPOKEN) :]) for role in roles if role.startswith(_SPOKEN)}
    named = {primary(one) for one in (source, target) if one}
    return roles if len(languages) > 1 and named <= languages else []


def _is_filled(row: Row, columns: list[int]) -> bool:
    """Say whether a row has a text in all of some columns."""
    return all(number < len(row.cells) and row.cells[number].strip() for number in columns)


def _are_codes(rows: list[Row], number: int) -> bool:
    """Say whether the cells of a column are words with a digit, such as ``T-12``, or empty."""
    cells = [row.cells[number].strip() for row in rows if number < len(row.cells)]
    return all(" " not in cell and any(map(str.isdigit, cell)) for cell in cells if cell)


def _distinct(roles: list[str], width: int) -> tuple[str, ...]:
    """Return one role per column; only a language may have several columns."""
    found: list[str] = []
    for number in range(width):
        role = roles[number] if number < len(roles) else ""
        taken = not role or (role in found and not role.startswith(_SPOKEN))
        found.append(str(number + 1) if taken else role)
    return tuple(found)


def _role(name: str, spoken: dict[str, str | None]) -> str:
    for word, language in spoken.items():
        if language and name in (_SOURCE if word == "source" else _TARGET):
            return f"{_SPOKEN}{language}"
    if name in _NOTE:
        return "note"
    if name in _DEFINITION:
        return "definition"
    tag = language_of_heading(name)
    return f"{_SPOKEN}{tag}" if tag else name
