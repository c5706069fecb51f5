"""The files of a glossary, or glossaries of a project or base, become findings about themselves."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from termbase.checking.glossary_rules import check_glossary
from termbase.model.concept import Concept
from termbase.model.finding import Finding
from termbase.model.project import Project
from termbase.ports.files import Files
from termbase.ports.terms import TermStore


@dataclass(frozen=True, slots=True)
class GlossaryReport:
    """What was found, and in how many concepts and terms."""

    findings: tuple[Finding, ...]
    concepts: int
    terms: int


def check_glossary_files(
    paths: Sequence[str],
    files: Files,
    *,
    root: str = "",
    languages: Sequence[str] = (),
    rules: Collection[str] | None = None,
) -> GlossaryReport:
    """Check the glossary that some files make together.

    Args:
        paths: Its files; relations may lead from one to another.
        files: Reads them.
        root: Where the paths start; findings name them as given.
        languages: Those that every concept shall have; those that most have if empty.
        rules: Ids of the rules to follow; all where None.
    """
    concepts: list[Concept] = []
    for path in paths:
        whole = os.path.join(root, path)
        for concept in files.read_glossary(whole, source=None, target=None, report=None).concepts:
            concepts.append(replace(concept, place=concept.place.replace(whole, path, 1)))
    found = check_glossary(concepts, languages=languages, rules=rules)
    return GlossaryReport(tuple(found), len(concepts), sum(len(one.terms) for one in concepts))


def check_stored_glossaries(
    names: Sequence[str],
    terms: TermStore,
    *,
    languages: Sequence[str] = (),
    rules: Collection[str] | None = None,
) -> GlossaryReport:
    """Check glossaries of a base, each by itself.

    Args:
        names: Those to check, in the order of their findings.
        terms: The glossaries.
        languages: Those that every concept shall have; those that most have if empty.
        rules: Ids of the rules to follow; all where None.
    """
    found: list[Finding] = []
    concepts: list[Concept] = []
    for name in names:
        own = [concept for _, concept in terms.all_concepts(name)]
        found += check_glossary(own, languages=languages, rules=rules)
        concepts += own
    return GlossaryReport(tuple(found), len(concepts), sum(len(one.terms) for one in concepts))


def project_files(project: Project, name: str | None = None) -> tuple[str, ...]:
    """Return the sources of the glossaries of a project, or of one of them, relative to it."""
    wanted = [one for one in project.glossaries if name in (None, one.name)]
    return tuple(path for plan in wanted for path in plan.sources)
