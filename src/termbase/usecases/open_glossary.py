"""A glossary opened to be changed: in the tables it is built from, or in the base alone.

In a project the tables are the truth and the base is made from them, so a change goes into the
table first; the base follows in the same transaction.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from termbase.errors import InputError
from termbase.model.change import Edit, Stamp
from termbase.model.concept import Concept, Glossary
from termbase.model.project import Project
from termbase.ports.files import Files
from termbase.ports.terms import ChangeStore, TermStore
from termbase.usecases.tables_by_content import TablesByContent


@dataclass(slots=True)
class OpenGlossary:
    """A glossary with its concepts, ready to be changed.

    Attributes:
        name: Of the glossary.
        concepts: By id, as its tables have them, or else the base.
        root: Folder of the project; empty where the glossary lives in the base alone.
        sources: Its tables, relative to the project; none where it lives in the base alone.
        into: The table that new concepts go to; empty for the one that has most like them.
    """

    name: str
    concepts: dict[str, Concept]
    root: str = ""
    sources: tuple[str, ...] = ()
    into: str = ""
    _content: TablesByContent | None = None

    def source_for(self, edit: Edit) -> str:
        """Return the table that an edit goes into: where its concept stands, or others like it."""
        if edit.old is not None and edit.concept in self.concepts:
            place = self.concepts[edit.concept].place
            return next(one for one in self.sources if place.startswith(f"{one}:"))
        place = edit.new.place if edit.new else ""
        if place.rpartition(":")[0] in self.sources:
            return place.rpartition(":")[0]
        if self.into or edit.new is None:
            return self.into or self.sources[0]
        return self._tables().best(edit.new, self.sources)

    def is_guessed(self, edit: Edit) -> bool:
        """Say whether the table of a new concept is one that nothing but its words speaks for."""
        if edit.old is not None or edit.new is None or len(self.sources) < 2:
            return False
        return not self.into and not edit.new.place and not self._tables().has_field(edit.new)

    def _tables(self) -> TablesByContent:
        self._content = self._content or TablesByContent(self.concepts.values())
        return self._content


def open_glossary(
    name: str, terms: TermStore, files: Files, project: Project | None
) -> OpenGlossary:
    """Open a glossary to change it.

    Args:
        name: Of the glossary; one that nobody knows is new and lives in the base.
        terms: The base.
        files: Read its tables.
        project: Around this folder; may be none.

    Raises:
        InputError: If a table cannot be read, or two tables have one concept.
    """
    plan = next((one for one in (project.glossaries if project else ()) if one.name == name), None)
    if plan is None or project is None:
        return OpenGlossary(name, {one.id: one for _, one in terms.all_concepts(name)})
    concepts: dict[str, Concept] = {}
    for source in plan.sources:
        path = os.path.join(project.root, source)
        read = files.read_glossary(path, source=None, target=None, report=None)
        for one in _placed(read.concepts, path, source):
            if one.id in concepts:
                there = concepts[one.id].place
                raise InputError(f"{one.place}: concept «{one.id}» stands in {there} already")
            concepts[one.id] = one
    return OpenGlossary(name, concepts, project.root, plan.sources)


def save(  # noqa: PLR0913, each is a thing that a caller knows
    glossary: OpenGlossary,
    edits: Sequence[Edit],
    action: str,
    stamp: Stamp,
    *,
    terms: TermStore,
    changes: ChangeStore | None,
    files: Files,
    undoes: int | None = None,
    about: Glossary | None = None,
    path: str = "",
) -> list[str]:
    """Make edits, in the tables and in the base; call it inside of one transaction.

    Args:
        glossary: As opened; each edit's old concept is the one that stands there.
        edits: In order, one for each concept.
        action: What the command is called.
        stamp: Who and when.
        terms, changes: The base; without changes no history is kept.
        files: Change the tables.
        undoes: The command that is taken back.
        about: What a new glossary says of itself.
        path: The file that a new glossary came from.

    Returns:
        The tables that were written, as paths.

    Raises:
        InputError: If a table cannot say what is wanted; nothing is changed then.
    """
    written = _edited_tables(glossary, edits, files)
    number = _numbered(glossary, terms, about, path)
    moved: dict[str, str] = {}
    for _, placed in written.values():
        for one in placed:
            if one.id in glossary.concepts and glossary.concepts[one.id].place != one.place:
                moved[one.id] = one.place
            glossary.concepts[one.id] = one
    changed: list[Concept] = []
    for edit in edits:
        moved.pop(edit.concept, None)
        if edit.new is None:
            terms.drop_concept(number, edit.concept)
            glossary.concepts.pop(edit.concept, None)
        else:
            if not glossary.sources:
                glossary.concepts[edit.concept] = edit.new
            changed.append(glossary.concepts[edit.concept])
    terms.put_concepts(number, changed)
    terms.place_concepts(number, moved)
    if changes is not None and edits:
        changes.record(glossary.name, edits, action, stamp, undoes=undoes)
    # Last, so that a base that refuses leaves the tables as they were.
    for table, (data, _) in written.items():
        files.write_bytes(table, data)
    return list(written)


def _edited_tables(
    glossary: OpenGlossary, edits: Sequence[Edit], files: Files
) -> dict[str, tuple[bytes, list[Concept]]]:
    """Return the new bytes of each table that changes, with all its concepts in place."""
    if not glossary.sources:
        return {}
    parts: dict[str, list[Edit]] = {}
    for edit in edits:
        source = glossary.source_for(edit)
        parts.setdefault(source, []).append(_returning(edit, source))
    written = {}
    for source, own in parts.items():
        path = os.path.join(glossary.root, source)
        data, concepts = files.edited_table(path, files.read_bytes(path) or b"", own)
        written[path] = data, list(_placed(concepts, path, source))
    return written


def _returning(edit: Edit, source: str) -> Edit:
    """Return an edit whose new concept comes back to its old place, if that is in the table."""
    if edit.old or not edit.new or edit.new.place.startswith(f"{source}:"):
        return edit
    return Edit(None, replace(edit.new, place=""))


def _numbered(glossary: OpenGlossary, terms: TermStore, about: Glossary | None, path: str) -> int:
    """Return the glossary's number in the base; one that is not there yet is put there whole."""
    known = {info.name: info for info in terms.glossaries()}
    if glossary.name in known:
        info = known[glossary.name]
        return terms.put_glossary(glossary.name, info.about, path=info.path)
    if about is None or glossary.sources:
        about = Glossary((), title=glossary.name)
    source = glossary.sources[0] if glossary.sources else path
    number = terms.put_glossary(glossary.name, about, path=source)
    terms.put_concepts(number, glossary.concepts.values())
    return number


def _placed(concepts: Iterable[Concept], path: str, source: str) -> Iterable[Concept]:
    return (replace(one, place=one.place.replace(path, source, 1)) for one in concepts)
