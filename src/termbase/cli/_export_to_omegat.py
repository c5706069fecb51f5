"""``termbase export --to-omegat``: a base into the folders of an OmegaT project."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from termbase.bootstrap import LocalFiles, terms_of, units_of
from termbase.cli._declare import Given
from termbase.cli._names import refuse_unknown_glossary, refuse_unknown_memory
from termbase.cli._output import Output, counted
from termbase.cli._session import languages_of, open_given_base, settings_for
from termbase.cli._writing import wishes_of
from termbase.errors import InputError
from termbase.formats.omegat_laid import LaidFiles
from termbase.formats.omegat_project import OmegatProject, read_project
from termbase.model.concept import Glossary
from termbase.model.language import language_tag
from termbase.model.repair import Repair
from termbase.model.unit import TranslationUnit
from termbase.model.wishes import Wishes
from termbase.ports.terms import TermStore
from termbase.ports.units import UnitStore
from termbase.usecases.export_base import chosen_glossary
from termbase.usecases.lay_omegat import Laid, lay_memories, read_places, safe_name

_THEIRS = "somebody made or changed it"


def export_to_omegat(given: Given) -> int:
    """Write memories and glossaries where a project of OmegaT looks for them."""
    folder = given["to_omegat"]
    if given["output"]:
        raise InputError("--to-omegat names the files itself; leave -o out")
    if not os.path.isdir(folder):
        raise InputError(f"{folder}: there is no such folder; name that of a project")
    project = read_project(folder)
    source, target = _languages(given, project)
    wishes = replace(wishes_of(given, (source, target)), profile="omegat")
    output = Output(given)
    laid = _Project(folder)
    with open_given_base(settings_for(given)) as base:
        said = [
            *_memories(given, project, units_of(base), wishes, laid),
            *_glossaries(given, project, terms_of(base), wishes, output, laid),
        ]
    if not said and not laid.refused:
        raise InputError(f"there is nothing in {source} and {target}; nothing was written")
    output.note(f"wrote into {folder} ({source} → {target}):", *said)
    output.note(*(f"  {path}: not written; {_THEIRS}, move it away" for path in laid.refused))
    return 1 if laid.refused else 0


class _Project:
    """Writes files into a project, but over none that a person made, and says which these are.

    Attributes:
        refused: Those that somebody made or changed.
        mended: What the last memory could not hold.
    """

    def __init__(self, folder: str) -> None:
        self.files = LaidFiles(folder)
        self.refused: list[str] = []
        self.mended: list[Repair] = []

    def write(self, path: str, write: Callable[[], None]) -> bool:
        """Let a file be written; return False where that would lose the work of somebody."""
        if not self.files.may_write(path):
            self.refused.append(path)
            return False
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write()
        self.files.add(path)
        return True


def _languages(given: Given, project: OmegatProject) -> tuple[str, str]:
    wanted = languages_of(given["langs"] or "") or tuple(
        language_tag(one) for one in (project.source, project.target) if one
    )
    if len(wanted) != 2:
        raise InputError("a project of OmegaT has one source and one target; give --langs fr,en")
    return wanted[0], wanted[1]


def _memories(
    given: Given, project: OmegatProject, units: UnitStore, wishes: Wishes, files: _Project
) -> Iterator[str]:
    refuse_unknown_memory(given["memory"], units)
    places = read_places(given["place"] or "")
    known = units.memories()
    for name in places:
        if name not in [one.name for one in known]:
            refuse_unknown_memory(name, units)
    chosen = [one for one in known if given["memory"] in (None, one.name)]
    there = sorted(os.listdir(project.memories)) if os.path.isdir(project.memories) else []
    for laid in lay_memories(units, chosen, (wishes.source, wishes.target), places, there):
        path = os.path.join(project.memories, laid.path)
        if laid.outdated:
            yield from _emptied(path, laid, wishes, files)
            continue
        count = _written(path, laid, wishes, files)
        if count:
            yield f"  {path}: {counted(count, 'unit')}"
        if files.mended:
            many = f", the first of {len(files.mended)}" if len(files.mended) > 1 else ""
            yield f"  ~ {files.mended[0]}{many}"


def _emptied(path: str, laid: Laid, wishes: Wishes, files: _Project) -> Iterator[str]:
    """Empty a file that we laid and whose units are laid elsewhere now; say so."""
    if not os.path.exists(path):
        return
    if not files.files.may_write(path):
        yield f"  {path}: {_THEIRS}; left as it is"
    elif next(LocalFiles().read_memory(path)[1], None):
        _written(path, laid._replace(units=lambda: iter(())), wishes, files)
        yield f"  {path}: emptied; what it held is laid elsewhere now"


def _written(path: str, laid: Laid, wishes: Wishes, files: _Project) -> int:
    """Write a memory and return how many units it has; without any, only over an older file."""
    units = laid.units()
    first = next(units, None)
    if first is None and not os.path.exists(path):
        return 0
    count = 0

    def all_units() -> Iterator[TranslationUnit]:
        nonlocal count
        for unit in chain((first,) if first else (), units):
            count += 1
            yield unit

    header = laid.memory.header
    files.mended.clear()
    report = files.mended.append
    files.write(
        path,
        lambda: LocalFiles().write_memory(path, header, all_units(), wishes=wishes, report=report),
    )
    return count


def _glossaries(
    given: Given,
    project: OmegatProject,
    terms: TermStore,
    wishes: Wishes,
    output: Output,
    files: _Project,
) -> Iterator[str]:
    refuse_unknown_glossary(given["glossary"], terms)
    for info in terms.glossaries():
        if given["glossary"] not in (None, info.name):
            continue
        glossary = chosen_glossary(terms, [info], (wishes.source, wishes.target))
        # OmegaT reads .utf8 as what it is; what .txt is depends on its release and its machine.
        path = os.path.join(project.glossaries, f"{safe_name(info.name)}.utf8")
        if os.path.abspath(path) == os.path.abspath(project.writable):
            path = f"{path.removesuffix('.utf8')}-termbase.utf8"
        paired = _has_pair(glossary, wishes)
        if not paired and given["glossary"]:
            both = f"{wishes.source} and {wishes.target}"
            problem = f"no concept has a term in both {both}; not written"
            output.note(f"glossary {info.name}: {problem}")
        if not paired and not os.path.exists(path):
            continue
        count = _table(path, glossary, wishes, files)
        if count:
            yield f"  {path}: {counted(count, 'entry')}"


def _table(path: str, glossary: Glossary, wishes: Wishes, files: _Project) -> int:
    """Write a glossary and return how many entries it has."""
    if not files.write(path, lambda: LocalFiles().write_glossary(path, glossary, wishes=wishes)):
        return 0
    with open(path, "rb") as file:
        return sum(1 for _ in file)


def _has_pair(glossary: Glossary, wishes: Wishes) -> bool:
    return any(
        one.terms_in(wishes.source) and one.terms_in(wishes.target) for one in glossary.concepts
    )
