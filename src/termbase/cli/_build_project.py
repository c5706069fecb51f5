"""The work of ``termbase build``: all that a ``termbase.toml`` names, made from its sources."""

from __future__ import annotations

import os

from termbase.bootstrap import LocalFiles, terms_of, units_of
from termbase.cli._alignment_sources import encoder_for
from termbase.cli._alignment_view import alignment_lines, most_listed
from termbase.cli._declare import Given
from termbase.cli._output import Output, counted
from termbase.cli._progress import counter, done, of_alignment
from termbase.cli._segmentation import wishes_for
from termbase.cli._session import changing_base, settings_for
from termbase.config.plans import project_of
from termbase.usecases.align_documents import SegmentedText, document_name
from termbase.usecases.build_project import Build, build_project, differing_files
from termbase.usecases.fill_base import fill_base


def run(given: Given) -> int:
    """Build the outputs and the base; with --check only compare the outputs on disk."""
    output = Output(given)
    settings = settings_for(given)
    project = project_of(settings)
    files = LocalFiles()
    encode = encoder_for(settings, given)
    progress = _Progress(given, sum(len(one.documents) for one in project.memories))
    build = build_project(project, files, wishes_for(given, settings), encode, progress)
    done()
    differing = differing_files(build, project, files)
    if given["check"]:
        for path in differing:
            output.print(f"{path}: differs from its sources; run «termbase build»")
        output.note(
            f"{len(build.files) - len(differing)} of {len(build.files)} outputs are current"
        )
        return 1 if differing else 0
    with changing_base(settings.value("base")) as base:
        fill_base(build, terms_of(base), units_of(base))
        # Before the commit, so that a base that refuses leaves the files as they were.
        for path in differing:
            files.write_bytes(os.path.join(project.root, path), build.files[path])
    _tell(build, differing, project.root, output)
    return 0


class _Progress:
    """Says how many of the documents are built, and how far a long one is."""

    def __init__(self, given: Given, total: int) -> None:
        self._given = given
        self._documents = counter("documents", given, every=1, total=total)
        self._number = 0
        self.aligned = of_alignment(self._given)

    def built(self) -> None:
        """Count one more."""
        self._number += 1
        self._documents(self._number)
        self.aligned = of_alignment(self._given)


def _tell(build: Build, differing: list[str], root: str, output: Output) -> None:
    documents = [one for memory in build.memories for one in memory.documents]
    most = most_listed(len(documents), list_all=output.verbose)
    for aligned in documents:
        name = _name(aligned.source, root) if len(documents) > 1 else ""
        output.note(*alignment_lines(aligned, name, most=most))
    for path in build.files:
        output.print(f"{'wrote' if path in differing else 'unchanged'} {path}")
    units = sum(len(memory.units) for memory in build.memories)
    concepts = sum(len(glossary.glossary.concepts) for glossary in build.glossaries)
    output.note(f"{counted(units, 'unit')} and {counted(concepts, 'concept')} in the base")


def _name(text: SegmentedText, root: str) -> str:
    """Return what a document is called in a project: ``tm/sources/article``."""
    path = os.path.relpath(text.path, root)
    return document_name(path, text.language).replace(os.sep, "/")
