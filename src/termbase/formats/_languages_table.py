"""Rows with one column per language into concepts: glossaries of CAT tools and of spreadsheets.

The one fact to remember: whatever a column holds is kept; what names no language, definition,
subject or remark stays with the concept under the name of its column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from termbase.errors import FormatError
from termbase.formats._headings import is_numbering
from termbase.formats._ids import FreeNames, content_id
from termbase.formats._memoq_marks import info_said, is_info
from termbase.formats._status_columns import status_columns, statuses_said, unknown_statuses
from termbase.formats._synonyms import Part, acronyms_in, cell_texts, joint_of, parts_of
from termbase.formats._table import Row, tell_cells
from termbase.formats._table_roles import (
    OF_TERMS,
    SPOKEN,
    refuse_other_languages,
    roles_of_heading,
    spoken_in,
)
from termbase.model.concept import (
    Concept,
    DataCategory,
    Definition,
    Glossary,
    Term,
)
from termbase.model.repair import Repair, Report

_DEFINED = "definition:"
_PERHAPS_SEVERAL = re.compile(r"\w\s*(?:[;|]|\s/\s|,\s)\s*\w")
"""How terms may be parted that share a cell and are not parted here."""
_NOTHING = re.compile(r"[-–—_/\\;,.?|…\s]*|[nN](?:/[aAdD]|\.\s?[aAdD]\.)|[нН]/[дД]")
"""What people write where they have no term: a dash, a question mark, «n/a»."""
_MOST_TITLES = 6
"""A heading stands among so many first rows."""
_KNOWN = {"note", "definition", "subject", *OF_TERMS}


@dataclass(frozen=True, slots=True)
class LanguageTable:
    """What each column of a table holds.

    Attributes:
        columns: For each column ``language:fr``, ``language:fr:deprecated``, ``note``,
            ``definition``, ``definition:fr``, ``subject``, ``customer``, ``project``, or a name of
            its own.
        names: What its first row calls them; empty where that row is no heading.
        joints: For each column, what parts the terms that share a cell, such as ``; ``; empty where
            none do.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()

    @classmethod
    def of(cls, path: str, rows: list[Row], source: str | None, target: str | None) -> Self:
        """Return the layout of a table from its first row and the languages that a caller names.

        A column «id» or «no» with codes in its cells holds no Indonesian and no Norwegian.

        Raises:
            FormatError: If neither says which languages the columns have, or they contradict each
                other.
        """
        width = max(len(row.cells) for row in rows)
        heading = roles_of_heading(rows, source, target)
        if heading:
            columns = _distinct(heading, width)
            return cls(columns, rows[0].cells, _joints(columns, rows[1:]))
        refuse_other_languages(path, rows, source, target)
        only = source or target
        if only and width == 1 and not (source and target):
            return cls((SPOKEN + only,), joints=_joints((SPOKEN + only,), rows))
        if not source or not target:
            raise FormatError(
                path,
                "the table does not say which languages its columns have",
                line=rows[0].line,
                remedy="name them, such as: -s fr -t en",
            )
        plain = [SPOKEN + source, SPOKEN + target, "note"]
        if width > 2 and _are_numbered(rows):
            plain.insert(0, "")
        columns = _distinct(plain[: max(width, 2)], width)
        return cls(columns, joints=_joints(columns, rows))

    @staticmethod
    def titles(rows: list[Row], source: str | None, target: str | None) -> int:
        """Return how many rows stand above the heading: titles, none of which is a whole entry.

        Zero where no row that is near the top is a heading.
        """
        for number in range(min(_MOST_TITLES, len(rows))):
            heading = roles_of_heading(rows[number:], source, target)
            spoken = [at for at, role in enumerate(heading) if role.startswith(SPOKEN)]
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
        columns = tuple(one.type for one in table.companions)
        joints = tuple(dict(one.attributes).get("joint", "") for one in table.companions)
        return cls(columns, names if any(names) else (), joints)

    @property
    def description(self) -> DataCategory:
        """What a glossary keeps of the layout, to be written in it again."""
        width = len(self.columns)
        names = self.names + ("",) * (width - len(self.names))
        joints = self.joints or ("",) * width
        columns = (
            DataCategory("column", role, name, attributes=(("joint", joint),) if joint else ())
            for role, name, joint in zip(self.columns, names, joints, strict=True)
        )
        return DataCategory("table", "", "", companions=tuple(columns))

    def concepts(
        self, path: str, rows: list[Row], report: Report | None, *, whole: bool = False
    ) -> tuple[Concept, ...]:
        """Return the concepts, one per row that has a term; whole where a cell is one text."""
        parts = _as_one if whole else parts_of
        found: list[Concept] = []
        parted: list[tuple[Row, str]] = []
        unsaid: list[tuple[Row, str]] = []
        several: list[tuple[Row, str]] = []
        unknown: list[tuple[Row, str]] = []
        free = FreeNames("-")
        if self.names and report:
            self._tell_unknown_columns(path, rows[0], report)
        for row in rows[1:] if self.names else rows:
            unsaid += [(row, cell) for cell in self._unsaid(row.cells)]
            unknown += [(row, cell) for cell in unknown_statuses(self.columns, row.cells)]
            concept = self._concept(row.cells, free, f"{path}:{row.line}", parts)
            if concept:
                found.append(concept)
                spoken = self._spoken(row.cells)
                parted += [(row, cell) for *_, cell in spoken if len(parts(cell)) > 1]
                texts = (one.text for one in concept.terms)
                several += [
                    (row, text) for text in texts if not whole and _PERHAPS_SEVERAL.search(text)
                ]
                if self.names and report:
                    self._tell_what_is_more(path, row, report)
            elif report:
                problem = "a row without any term"
                record = "\t".join(row.raw)
                report(Repair(path, row.line, problem, "left out", rejected=True, record=record))
        if report:
            tell_cells(path, unknown, "is no status known here", "kept as it is", report)
            tell_cells(path, unsaid, "stands for no term", "kept as it is", report)
            tell_cells(path, parted, "holds several terms", "each is a term of its own", report)
            action = "each is kept as one term; a semicolon would part them"
            tell_cells(path, several, "looks like several terms", action, report)
        return tuple(found)

    def cells(self, concept: Concept) -> list[str] | None:
        """Return the row of a concept; None where the layout would lose something of it."""
        spoken: dict[str, list[tuple[str, str]]] = {}
        for term in concept.terms:
            role = SPOKEN + term.language
            own = f"{role}:{term.status.word}" if term.status else role
            role = own if own in self.columns else role
            spoken.setdefault(role, []).append((term.text, term.type))
        known = acronyms_in(text for terms in spoken.values() for text in cell_texts(terms))
        waiting = {role: cell_texts(terms, known) for role, terms in spoken.items()}
        waiting["note"] = list(concept.notes)
        for role, joint in zip(self.columns, self.joints, strict=False):
            if joint and role in waiting and self.columns.count(role) == 1:
                waiting[role] = [joint.join(waiting[role])]
        for one in concept.definitions:
            role = _DEFINED + one.language if one.language else "definition"
            waiting.setdefault(role, []).append(one.text)
        waiting["subject"] = [concept.subject]
        waiting |= {role: [getattr(concept.terms[0], role)] for role in OF_TERMS}
        for extra in concept.extras:
            waiting.setdefault(extra.type, []).append(extra.value)
        row = [waiting[role].pop(0) if waiting.get(role) else "" for role in self.columns]
        again = self._concept(tuple(row), FreeNames("-"), concept.place)
        said = again and replace(again, id=concept.id)
        return row if said == concept else None

    def _tell_unknown_columns(self, path: str, heading: Row, report: Report) -> None:
        for number, name in enumerate(self.names):
            role = self.columns[number]
            known = role in _KNOWN or role.startswith((SPOKEN, _DEFINED))
            known = known or number in status_columns(self.columns).values() or is_info(name)
            known = known or is_numbering(name)
            if name.strip() and not known:
                problem = f"column {number + 1} «{name.strip()}» names no language"
                report(Repair(path, heading.line, problem, "kept as it is"))

    def _tell_what_is_more(self, path: str, row: Row, report: Report) -> None:
        width = len(self.names)
        if any(cell.strip() for cell in row.cells[width:]):
            problem = f"the row has {len(row.cells)} cells, the heading {width}"
            report(Repair(path, row.line, problem, "what is more is kept as it is"))

    def _concept(
        self,
        cells: tuple[str, ...],
        free: FreeNames,
        place: str,
        parts: Callable[..., Sequence[Part]] = parts_of,
    ) -> Concept | None:
        said = dict(zip(self.columns, cells, strict=False))
        customer, project = (said.get(role, "").strip() for role in OF_TERMS)
        spoken = self._spoken(cells)
        known = acronyms_in(cell for *_, cell in spoken)
        terms = [
            Term(part.text, language, type=part.type, customer=customer, project=project, **said_of)
            for language, said_of, cell in spoken
            for part in parts(cell, known)
        ]
        if not terms:
            return None
        definitions: list[Definition] = []
        notes: list[str] = []
        extras: list[DataCategory] = []
        subject = ""
        for role, cell in zip(self.columns, cells, strict=False):
            if not cell or role in OF_TERMS or (role.startswith(SPOKEN) and _is_said(cell)):
                continue
            if role == "note":
                notes.append(cell)
            elif role == "definition" or role.startswith(_DEFINED):
                definitions.append(Definition(role.removeprefix("definition").lstrip(":"), cell))
            elif role == "subject":
                subject = cell
            else:
                extras.append(DataCategory("column", role, cell))
        # Equal rows are concepts of their own.
        key = content_id(*(f"{one.language}\0{one.text}" for one in terms))
        return Concept(
            free.take(key),
            tuple(terms),
            subject,
            tuple(definitions),
            notes=tuple(notes),
            extras=tuple(extras),
            place=place,
        )

    def _spoken(self, cells: tuple[str, ...]) -> list[tuple[str, dict[str, Any], str]]:
        """Return the cells that hold terms, each with its language and what is said of them."""
        told = statuses_said(self.columns, cells)
        found = []
        for number, (role, cell) in enumerate(zip(self.columns, cells, strict=False)):
            if role.startswith(SPOKEN) and _is_said(cell):
                tag, status = spoken_in(role)
                said = told.get(tag, {}) | info_said(self.names, cells, number)
                found.append((tag, said | ({"status": status} if status else {}), cell))
        return found

    def _unsaid(self, cells: tuple[str, ...]) -> list[str]:
        """Return the cells that hold something in place of a term."""
        both = zip(self.columns, cells, strict=False)
        spoken = (cell for role, cell in both if role.startswith(SPOKEN))
        return [cell for cell in spoken if cell.strip() and not _is_said(cell)]


def _as_one(cell: str, _: Collection[str] = ()) -> Sequence[Part]:
    """Return a cell as the one text that it is."""
    return (Part(cell),)


def _is_said(cell: str) -> bool:
    """Say whether a cell holds a term, not what stands for none."""
    return not _NOTHING.fullmatch(cell)


def _joints(columns: tuple[str, ...], rows: list[Row]) -> tuple[str, ...]:
    """Return what parts the terms of each column's cells."""
    found = (
        joint_of(row.cells[number] for row in rows if number < len(row.cells))
        if role.startswith(SPOKEN)
        else ""
        for number, role in enumerate(columns)
    )
    return tuple(found)


def _are_numbered(rows: list[Row]) -> bool:
    """Say whether each row begins with a number, such as ``12`` or ``12.``."""
    return all(row.cells[0].removesuffix(".").isdigit() for row in rows)


def _is_filled(row: Row, columns: list[int]) -> bool:
    """Say whether a row has a text in all of some columns."""
    return all(number < len(row.cells) and row.cells[number].strip() for number in columns)


def _distinct(roles: list[str], width: int) -> tuple[str, ...]:
    """Return one role per column; only a language may have several columns."""
    found: list[str] = []
    for number in range(width):
        role = roles[number] if number < len(roles) else ""
        taken = not role or (role in found and not role.startswith(SPOKEN))
        found.append(str(number + 1) if taken else role)
    return tuple(found)
