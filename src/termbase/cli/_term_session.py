"""What the commands of ``termbase term`` share: the glossary they mean, who asks, and words."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches

from termbase.bootstrap import LocalFiles, PendingFiles, changes_of, terms_of
from termbase.cli._declare import Given
from termbase.cli._names import refuse_unknown_glossary
from termbase.cli._output import Output
from termbase.cli._session import changing_base, settings_for
from termbase.config.person import author_of
from termbase.config.plans import project_of
from termbase.config.settings import Settings
from termbase.errors import InputError, SeveralConceptsError, UnknownConceptError
from termbase.model.change import Edit, Stamp
from termbase.model.concept import Concept
from termbase.model.language import language_tag
from termbase.model.project import Project
from termbase.ports.terms import ChangeStore, TermStore
from termbase.terms.difference import differences
from termbase.usecases.manage_terms import find_concept
from termbase.usecases.open_glossary import OpenGlossary, open_glossary, save


class _OnlyTriedError(Exception):
    """Ends a transaction that was only tried."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where terms are changed: the base, the project around it, and who changes them.

    Attributes:
        project: None outside of a project.
        done: What was changed, a line each, and files that were written: said once it holds.
    """

    given: Given
    settings: Settings
    output: Output
    project: Project | None
    terms: TermStore
    changes: ChangeStore
    done: tuple[list[str], list[str]]

    def glossary(self, name: str = "", *, fresh: bool | None = None) -> OpenGlossary:
        """Open the glossary that is named, or the only one.

        Args:
            name: As given; empty for the only one.
            fresh: Whether a name that nobody has is that of a new one; None where it cannot be.
                The first glossary of all is made without asking.
        """
        known = self.names()
        if not name and len(known) != 1:
            there = ", ".join(f"«{one}»" for one in known)
            new = "" if fresh is None else "; to make one: --glossary terms"
            said = f"which of {there}?" if known else f"there is none yet{new}"
            raise InputError(f"name the glossary with --glossary: {said}")
        name = name or known[0]
        if name not in known and not (fresh or (fresh is False and not known)):
            near = get_close_matches(name, known, n=1)
            there = f"did you mean «{near[0]}»?" if near else f"it has {_listed(known)}"
            new = "" if fresh is None else f"{'' if near else ';'} to make a new one: --new"
            raise InputError(f"the base has no glossary «{name}»; {there}{new}")
        return open_glossary(name, self.terms, LocalFiles(), self.project)

    def glossary_of_table(self, path: str) -> OpenGlossary | None:
        """Open the glossary of the project that is built from a table, to put concepts there."""
        for plan in self.project.glossaries if self.project else ():
            for source in plan.sources:
                if os.path.abspath(path) == os.path.abspath(self._in_project(source)):
                    glossary = self.glossary(plan.name)
                    glossary.into = source
                    return glossary
        return None

    def tables(self) -> list[str]:
        """Return the tables that the project builds its glossaries from, as seen from here."""
        plans = self.project.glossaries if self.project else ()
        return [os.path.relpath(self._in_project(one)) for plan in plans for one in plan.sources]

    def _in_project(self, path: str) -> str:
        return os.path.join(self.project.root if self.project else "", path)

    def names(self) -> list[str]:
        """Return the glossaries of the project, then those of the base besides."""
        built = [one.name for one in self.project.glossaries] if self.project else []
        stored = [one.name for one in self.terms.glossaries()]
        return list(dict.fromkeys([*built, *stored]))

    def concept(self, written: str, name: str = "") -> tuple[OpenGlossary, Concept]:
        """Return a concept that a person names, with its glossary, which may be left out."""
        names = [name] if name else self.names()
        if len(names) == 1 or not names:
            glossary = self.glossary(name)
            return glossary, find_concept(glossary, written)
        return _among([self.glossary(one) for one in names], written)

    def save(
        self,
        glossary: OpenGlossary,
        edits: Sequence[Edit],
        action: str,
        *,
        undoes: int | None = None,
    ) -> None:
        """Make edits, and have it said what was done; with ``--dry-run`` only that."""
        edits = [one for one in edits if one.old != one.new]
        if not edits:
            self.output.note("nothing to change")
            return
        files = save(
            glossary,
            edits,
            action,
            stamp_now(),
            terms=self.terms,
            changes=self.changes,
            files=PendingFiles() if self.given["dry_run"] else LocalFiles(),
            undoes=undoes,
        )
        lines, notes = self.done
        for edit in edits:
            lines += (f"{glossary.name}: {edit.concept}: {line}" for line in differences(edit))
        if self.given["dry_run"]:
            raise _OnlyTriedError
        shown = (os.path.relpath(one) for one in files)
        notes += (f"wrote {one}; «termbase build» makes the rest" for one in shown)


def stamp_now() -> Stamp:
    """Return who asks, and now."""
    return Stamp(author_of(os.environ), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def concept_in(terms: TermStore, written: str, name: str) -> tuple[str, Concept]:
    """Return a concept of the base that a person names, with the name of its glossary."""
    refuse_unknown_glossary(name, terms)
    names = [name] if name else [one.name for one in terms.glossaries()]
    found = _among([open_glossary(one, terms, LocalFiles(), None) for one in names], written)
    return found[0].name, found[1]


def _among(glossaries: Sequence[OpenGlossary], written: str) -> tuple[OpenGlossary, Concept]:
    """Return the one concept that a person names, from several glossaries."""
    found: list[tuple[OpenGlossary, Concept]] = []
    several: list[SeveralConceptsError] = []
    unknown: list[UnknownConceptError] = []
    for one in glossaries:
        try:
            found.append((one, find_concept(one, written)))
        except SeveralConceptsError as error:
            several.append(error)
        except UnknownConceptError as error:
            unknown.append(error)
    named = [one for one in found if one[1].id == written] or found  # an id comes before a term
    if len(named) == 1:
        return named[0]
    if found:
        there = ", ".join(glossary.name for glossary, _ in found)
        raise InputError(f"«{written}» stands in several glossaries; --glossary: {there}")
    if not glossaries:
        raise InputError("the base has no glossary yet; see «termbase term add -h»")
    helpful = [*several, *(one for one in unknown if one.near)]
    if helpful or len(unknown) == 1:
        raise [*helpful, *unknown][0]
    raise InputError(f"no glossary has a concept «{written}»; see «termbase term list»")


@contextmanager
def changing(given: Given) -> Iterator[Desk]:
    """Open the base to change terms in one transaction; with ``--dry-run`` nothing stays.

    What was done is printed when the transaction has ended: a reader that goes away, as ``head``
    does, takes nothing back.
    """
    settings = settings_for(given)
    output = Output(given)
    path = settings.value("base")
    if given["dry_run"] and not os.path.exists(path):
        path = ":memory:"
    done: tuple[list[str], list[str]] = ([], [])
    try:
        with changing_base(path) as base:
            project = project_around(settings)
            yield Desk(given, settings, output, project, terms_of(base), changes_of(base), done)
    except _OnlyTriedError:
        done[1].append("nothing was written (--dry-run)")
    output.print(*done[0])
    output.note(*done[1])


def project_around(settings: Settings) -> Project | None:
    """Return the project that the settings are of; None outside of one."""
    return project_of(settings) if settings.root else None


def spoken(written: str) -> tuple[str, str]:
    """Return language and text of what is given as ``fr=engin spatial``.

    Raises:
        InputError: If it is not written so, or the language is unknown, or the text is empty.
    """
    language, sign, text = written.partition("=")
    if not sign:
        raise InputError(f"«{written}»: write LANG=TERM, such as fr=télédétection")
    if not text.strip():
        raise InputError(f"«{written}»: the term is empty; write {language}=TERM")
    return language_tag(language.strip()), " ".join(text.split())


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"«{one}»" for one in names) or "none"
