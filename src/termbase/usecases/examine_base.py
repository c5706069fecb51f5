"""Settings, sources and a base become a list of what is well and what is not."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import NamedTuple

from termbase.model.language import primary
from termbase.model.project import Project
from termbase.text.forms import has_stemmer
from termbase.text.lexicons import has_lexicon
from termbase.text.pieces import UNSPACED


class Diagnosis(NamedTuple):
    """One thing that was looked at. Well: whether nothing needs doing; remedy: if not, what."""

    what: str
    said: str
    well: bool = True
    remedy: str = ""


def examine_sources(project: Project) -> Iterable[Diagnosis]:
    """Say of every source file of a project whether it is there."""
    paths = [
        document.path.replace("{lang}", language)
        for memory in project.memories
        for document in memory.documents
        for language in (project.source, *project.targets)
    ]
    paths += [source for glossary in project.glossaries for source in glossary.sources]
    for path in paths:
        there = os.path.isfile(os.path.join(project.root, path))
        remedy = "" if there else "put it there, or take it out of termbase.toml"
        yield Diagnosis(path, "is there" if there else "is missing", there, remedy)


def examine_languages(languages: Iterable[str]) -> Iterable[Diagnosis]:
    """Say of every language how its inflected forms are found."""
    for language in dict.fromkeys(languages):
        lexicon, stemmer = has_lexicon(primary(language)), has_stemmer(language)
        if primary(language) in UNSPACED:
            said = "written without spaces: terms are found sign by sign, as they are spelt"
        elif lexicon and stemmer:
            said = "inflected forms are found by a lexicon, those of unknown words by stems"
        elif lexicon:
            said = "inflected forms are found by a lexicon; unknown words have none"
        elif stemmer:
            said = "no lexicon: inflected forms are found by their stems"
        else:
            said = "no lexicon and no stemmer: only equal words are found, not their forms"
        yield Diagnosis(language, said)


def examine_base(path: str, count: Callable[[], tuple[int, int]]) -> Diagnosis:
    """Say whether a base can be read.

    Args:
        path: Where it lies.
        count: Opens it and returns how many units and concepts it holds, or raises.
    """
    from termbase.errors import StoreError

    try:
        units, concepts = count()
    except StoreError as error:
        said, _, remedy = str(error).partition("; ")
        return Diagnosis("base", said, False, remedy)
    return Diagnosis("base", f"{path}: {units} units, {concepts} concepts")
