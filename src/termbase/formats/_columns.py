"""Rows with our columns into concepts, and back: one row per term.

The one fact to remember: a cell that says nothing we know is an error with its line and column,
never a guess. What the columns cannot say stands as JSON in a last column, ``more``, which is
written only where it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from termbase.errors import FormatError, UnknownLanguageError
from termbase.formats._ids import content_id
from termbase.formats._leftovers import from_json, to_json
from termbase.formats._status_words import process_of, status_of
from termbase.formats._table import Row
from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    DataCategory,
    Definition,
    ProcessStatus,
    Relation,
    Scope,
    Term,
)
from termbase.model.repair import Repair, Report

COLUMNS = (
    "concept",
    "language",
    "term",
    "status",
    "forbidden",
    "process",
    "part_of_speech",
    "gender",
    "number",
    "type",
    "match",
    "case",
    "subject",
    "customer",
    "project",
    "region",
    "definition",
    "context",
    "note",
    "source",
    "reliability",
    "relations",
)
MORE = "more"
_OF_CONCEPT = ("notes", "extras", "sections", "relations", "definitions")
_PLAIN = (
    "part_of_speech",
    "gender",
    "number",
    "type",
    "customer",
    "project",
    "region",
    "context",
    "note",
    "source",
    "reliability",
)
_STATUSES = {one.word: one for one in AdministrativeStatus}
_STATUSES |= {one.value.lower(): one for one in AdministrativeStatus}
_SCOPES = {one.value: one for one in Scope}
_PROCESSES = {one.value: one for one in ProcessStatus}
_MATCHES = {one: one for one in ("inflected", "exact", "stem", "regex")}
_TYPES = {"full form": "fullForm", "short form": "shortForm", "term": "fullForm"}
_TYPES |= {one: one for one in ("acronym", "abbreviation", "phrase", "variant")}
_CASES = {one: one for one in ("auto", "exact", "any")}

Value = TypeVar("Value")


def concepts(
    path: str, names: tuple[str, ...], rows: Iterable[Row], report: Report | None
) -> tuple[Concept, ...]:
    """Return the concepts of the rows under a heading.

    Args:
        path: The file, for messages.
        names: The heading.
        report: Takes every row that is wrong and left out; without it the first one is an error.

    Raises:
        FormatError: Names line, column, what is wrong and what would be right.
    """
    drafts: dict[str, _Draft] = {}
    numbers = {name: number for number, name in enumerate(names)}
    for row in rows:
        try:
            again = _add(drafts, _Cells(path, numbers, row))
            if again and report:
                problem = f"«{again}» stands in a row above that says the same"
                report(Repair(path, row.line, problem, "kept once"))
        except FormatError as error:
            if report is None:
                raise
            action = f"row left out; {error.remedy}" if error.remedy else "row left out"
            record = "\t".join(row.raw)
            report(Repair(path, error.line, error.problem, action, rejected=True, record=record))
    return tuple(draft.concept() for draft in drafts.values())


def heading(glossary: Iterable[Concept]) -> tuple[str, ...]:
    """Return the names of the columns that a glossary needs: ours, then its own, then ``more``."""
    own: dict[str, None] = {}
    more = False
    for concept in glossary:
        for number, term in enumerate(concept.terms):
            own |= dict.fromkeys(one.type for one in _own_columns(term))
            more = more or bool(_more(concept, term, first=number == 0))
    return (*COLUMNS, *own, *((MORE,) if more else ()))


def cells(concept: Concept, names: Iterable[str]) -> Iterator[list[str]]:
    """Yield the rows of a concept, one per term, under a heading."""
    names = tuple(names)
    for number, term in enumerate(concept.terms):
        first = number == 0
        row = {name: getattr(term, name) for name in (*_PLAIN, "language")}
        row |= {
            "concept": concept.id,
            "term": term.text,
            "status": term.status.word if term.status else "",
            "forbidden": term.forbidden.value if term.forbidden else "",
            "process": term.process.value if term.process else "",
            "match": "" if term.match == "inflected" else term.match,
            "case": "" if term.case == "auto" else term.case,
            "subject": concept.subject if first else "",
            "definition": _definition(concept, number),
            "relations": _written_relations(concept.relations) if first else "",
            MORE: _more(concept, term, first=first),
        }
        row |= {one.type: one.value for one in _own_columns(term)}
        yield [row.get(name, "") for name in names]


class _Cells:
    """The cells of one row by name; refuses wrong ones with their place."""

    def __init__(self, path: str, numbers: dict[str, int], row: Row) -> None:
        self.path = path
        self.numbers = numbers
        self.row = row

    @property
    def place(self) -> str:
        return f"{self.path}:{self.row.line}"

    def text(self, name: str) -> str:
        number = self.numbers.get(name, -1)
        return self.row.cells[number] if 0 <= number < len(self.row.cells) else ""

    def one_of(self, name: str, allowed: dict[str, Value]) -> Value | None:
        written = self.text(name)
        if not written:
            return None
        if written.lower() not in allowed:
            words = [word for word in allowed if not word.endswith("-admn-sts")]
            choice = f"{', '.join(words[:-1])} or {words[-1]}"
            raise self.refuse(name, f"«{written}» is not a {name}", f"use {choice}")
        return allowed[written.lower()]

    def refuse(self, name: str, problem: str, remedy: str = "") -> FormatError:
        line, column = self.row.place(self.numbers.get(name, 0))
        return FormatError(self.path, problem, line=line, column=column, remedy=remedy)

    def check_width(self) -> None:
        """Refuse a cell that stands under no heading."""
        width = len(self.numbers)
        for number, cell in enumerate(self.row.cells[width:], width):
            if cell:
                line, column = self.row.place(number)
                problem = f"«{cell[:40]}» stands in column {number + 1} of {width}"
                remedy = "quote cells that hold the delimiter, or name the column"
                raise FormatError(self.path, problem, line=line, column=column, remedy=remedy)

    def more(self) -> dict[str, Any]:
        text = self.text(MORE)
        try:
            return from_json(text) if text else {}
        except (ValueError, KeyError) as error:
            raise self.refuse(MORE, "this cell is not as termbase wrote it", "empty it") from error


@dataclass(slots=True)
class _Draft:
    """A concept while its rows are read."""

    id: str
    place: str
    subject: str = ""
    terms: list[Term] = field(default_factory=list)
    definitions: dict[Definition, None] = field(default_factory=dict)
    relations: dict[Relation, None] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)

    def concept(self) -> Concept:
        plain = Concept(
            self.id,
            tuple(self.terms),
            self.subject,
            tuple(self.definitions),
            tuple(self.relations),
            place=self.place,
        )
        return replace(plain, **self.more) if self.more else plain


def _add(drafts: dict[str, _Draft], row: _Cells) -> str:
    """Add a row to its concept.

    Returns:
        Its term, if it names no concept and a row before it said the same, which is kept once.
    """
    row.check_width()
    more = row.more()
    term = _term(row, more)
    relations = _read_relations(row)
    subject = row.text("subject")
    known = row.text("concept") or content_id(term.language, term.text)
    draft = drafts.get(known) or _Draft(known, row.place)
    if subject and draft.subject and subject != draft.subject:
        problem = f"«{subject}» is another subject than «{draft.subject}» above"
        raise row.refuse("subject", problem, "a concept has one subject")
    drafts[known] = draft
    draft.subject = draft.subject or subject
    again = not row.text("concept") and term in draft.terms
    draft.terms += [] if again else [term]
    draft.relations |= dict.fromkeys(relations)
    draft.more |= {name: value for name, value in more.items() if name in _OF_CONCEPT}
    if row.text("definition"):
        draft.definitions[Definition(term.language, row.text("definition"))] = None
    return term.text if again else ""


def _term(row: _Cells, more: dict[str, Any]) -> Term:
    for name in ("term", "language"):
        if not row.text(name).strip():
            raise row.refuse(name, f"the row has no {name}", "fill it in or remove the row")
    own = tuple(
        DataCategory("column", name, row.text(name))
        for name in row.numbers
        if name not in COLUMNS and name != MORE and row.text(name)
    )
    plain = {name: row.text(name) for name in _PLAIN}
    plain["type"] = _TYPES.get(plain["type"].lower(), plain["type"])
    process = row.one_of("process", _PROCESSES)
    work = process_of(row.text("status"))  # «proposed» says how far the work on a term has come
    try:
        return Term(
            row.text("term"),
            row.text("language"),
            None if work else status_of(row.text("status")) or row.one_of("status", _STATUSES),
            row.one_of("forbidden", _SCOPES),
            process or work,
            match=row.one_of("match", _MATCHES) or "inflected",
            case=row.one_of("case", _CASES) or "auto",
            extras=more.get("term_extras", own),
            id=more.get("term_id", ""),
            **plain,
        )
    except UnknownLanguageError as error:
        raise row.refuse("language", str(error)) from error
    except ValueError as error:
        raise row.refuse("forbidden", str(error)) from error


def _read_relations(row: _Cells) -> tuple[Relation, ...]:
    written = [part.strip() for part in row.text("relations").split(";") if part.strip()]
    pairs = [part.partition(":") for part in written]
    for part, (kind, _, target) in zip(written, pairs, strict=True):
        if not kind or not target:
            remedy = "write relations as broader:c12; see:c40"
            raise row.refuse("relations", f"«{part}» is not a relation", remedy)
    return tuple(Relation(kind.strip(), target.strip()) for kind, _, target in pairs)


def _written_relations(relations: Iterable[Relation]) -> str:
    return "; ".join(f"{one.kind}:{one.target}" for one in relations if _plain_relation(one))


def _plain_relation(one: Relation) -> bool:
    return bool(
        one.kind
        and one.target
        and not one.text
        and ";" not in one.kind + one.target
        and ":" not in one.kind
        and one.kind.strip() == one.kind
        and one.target.strip() == one.target
    )


def _definition(concept: Concept, number: int) -> str:
    """Return the definition that stands in the row of a term: each in a row of its language."""
    language = concept.terms[number].language
    before = sum(one.language == language for one in concept.terms[:number])
    own = [one.text for one in concept.definitions if one.language == language]
    return own[before] if before < len(own) else ""


def _own_columns(term: Term) -> tuple[DataCategory, ...]:
    """Return what cells of its own can hold: all the extras of a term, or none."""
    plain = all(
        one == DataCategory("column", one.type, one.value)
        and one.value
        and one.type not in {"", MORE, *COLUMNS}
        and one.type == one.type.strip().lower()
        for one in term.extras
    )
    distinct = len({one.type for one in term.extras}) == len(term.extras)
    return term.extras if plain and distinct else ()


def _more(concept: Concept, term: Term, *, first: bool) -> str:
    left: dict[str, Any] = {"term_id": term.id}
    if term.extras != _own_columns(term):
        left["term_extras"] = term.extras
    if first:
        left |= {"notes": concept.notes, "extras": concept.extras, "sections": concept.sections}
        if not all(map(_plain_relation, concept.relations)):
            left["relations"] = concept.relations
        said = tuple(
            Definition(one.language, _definition(concept, number))
            for number, one in enumerate(concept.terms)
        )
        if tuple(one for one in said if one.text) != concept.definitions:
            left["definitions"] = concept.definitions
    return to_json(left)
