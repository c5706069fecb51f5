"""The concepts of ``termbase import``: where they go, and who settles what contradicts ours."""

from __future__ import annotations

import re
import sys

from termbase.bootstrap import PendingFiles, changes_of, terms_of
from termbase.cli._declare import Given
from termbase.cli._term_session import project_around, stamp_now
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.model.concept import Concept
from termbase.model.language import language_tag
from termbase.stores.sqlite import SqliteBase
from termbase.usecases.import_concepts import (
    KEEP_BOTH,
    KEEP_OURS,
    TAKE_THEIRS,
    Decide,
    Ledger,
    import_concepts,
)
from termbase.usecases.import_files import ImportReport, name_of
from termbase.usecases.open_glossary import OpenGlossary, open_glossary

_WAYS = {KEEP_OURS: "ours is kept", TAKE_THEIRS: "theirs is taken", KEEP_BOTH: "both are kept"}
_LETTERS = {"o": KEEP_OURS, "t": TAKE_THEIRS, "b": KEEP_BOTH}
_MADE_ID = re.compile(r"c-[0-9a-f]{10}(?:-\d+)?")
_NOBODY = f"nobody to ask: --on-conflict ask becomes {KEEP_OURS}"


class ConceptDesk:
    """Where the concepts of files go: glossaries of the base, or tables of the project.

    Args:
        given: The command line.
        settings: In force.
        base: Open, within the one transaction of the command.
        files: Written at the end of it.
        settled: Gets a line for each conflict.
    """

    def __init__(
        self,
        given: Given,
        settings: Settings,
        base: SqliteBase,
        files: PendingFiles,
        settled: list[str],
    ) -> None:
        self._given = given
        self._project = project_around(settings) if settings.file.get("glossary") else None
        self._base = base
        self._files = files
        self._settled = settled
        self._for_all = ""
        self._glossaries: dict[str, OpenGlossary] = {}

    def import_file(self, path: str) -> ImportReport:
        """Import the concepts of a file."""
        name = self._given["into"] or name_of(path)
        terms = terms_of(self._base)
        if name not in self._glossaries:
            self._glossaries[name] = open_glossary(name, terms, self._files, self._project)
        return import_concepts(
            path,
            self._files,
            terms,
            into=name,
            source=_tag(self._given["source"]),
            target=_tag(self._given["target"]),
            columns=self._given["columns"],
            decide=self._told,
            ledger=Ledger(changes_of(self._base), stamp_now()),
            glossary=self._glossaries[name],
        )

    def _told(self, ours: Concept, theirs: Concept, against: tuple[str, ...]) -> str:
        """Settle a conflict and say how."""
        way = self._decide()(ours, theirs, against)
        said = f"  ! {_named(ours, theirs)}: {'; '.join(against)}; {_WAYS[way]}"
        self._settled.append(said)
        return way

    def _decide(self) -> Decide:
        """Return what settles a conflict: as told, by asking on a terminal, else ours is kept."""
        way = self._given["on_conflict"] or "ask"
        if way != "ask":
            return lambda _ours, _theirs, _against: way
        if sys.stdin.isatty() and sys.stderr.isatty():
            return self._ask
        if _NOBODY not in self._settled:
            self._settled.append(_NOBODY)
        return lambda _ours, _theirs, _against: KEEP_OURS

    def _ask(self, ours: Concept, theirs: Concept, against: tuple[str, ...]) -> str:
        """Return what a person decides: for this conflict, or with a capital for the rest too."""
        answer = self._for_all or _answer(ours, theirs, against)
        if answer.isupper():
            self._for_all = answer
        return _LETTERS[answer.lower()]


def _named(ours: Concept, theirs: Concept) -> str:
    """Return what people call a concept of a file: its id, or where it has none a term and place.

    An id that was made for a row says nothing to whoever wrote the row.
    """
    if not _MADE_ID.fullmatch(theirs.id):
        return f"concept «{theirs.id}»"
    have = {one.text for one in ours.terms}
    term = next((one for one in theirs.terms if one.text in have), theirs.terms[0])
    return f"«{term.text}» ({theirs.place})" if theirs.place else f"«{term.text}»"


def _tag(language: str | None) -> str | None:
    return language_tag(language) if language else None


def _answer(ours: Concept, theirs: Concept, against: tuple[str, ...]) -> str:
    """Show two concepts and return the letter that a person answers."""
    sys.stderr.write(
        f"! {_named(ours, theirs)}: {'; '.join(against)}\n"
        f"  ours   {', '.join(one.text for one in ours.terms)}\n"
        f"  theirs {', '.join(one.text for one in theirs.terms)}\n"
    )
    while True:
        choice = "keep [o]urs, take [t]heirs or keep [b]oth (in capitals: for all that follow)"
        sys.stderr.write(f"  {choice}? ")
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer:
            raise InputError("the answer is missing; give --on-conflict keep-ours")
        if answer.strip().lower() in _LETTERS:
            return answer.strip()
        sys.stderr.write("  o, t or b; O, T or B for all that follow; Ctrl-C imports nothing\n")
