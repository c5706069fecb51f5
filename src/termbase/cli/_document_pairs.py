"""A folder → its texts, each with the translations beside it, by their names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from termbase.cli._languages import named_language
from termbase.cli._output import counted
from termbase.errors import InputError
from termbase.model.language import primary

_HIDDEN = (".", "~$")
"""How the names of lock files and of other files begin that nobody sees."""

_MOST_NAMED = 5


class Pairing(NamedTuple):
    """The texts of a folder.

    Attributes:
        documents: By name (``article`` for ``article.fr.txt``), sorted: (path, language) of the
            source text and of each translation that is there.
        remarks: A line for each kind of text that is left out.
    """

    documents: dict[str, list[tuple[str, str]]]
    remarks: list[str]


def documents_in(folder: str, source: str, targets: Sequence[str]) -> Pairing:
    """Find the texts of a folder that have translations beside them.

    Raises:
        InputError: If it is no folder, or has no such text.
    """
    if not os.path.isdir(folder):
        raise InputError(f"{folder}: is no folder; name one with texts such as article.fr.txt")
    texts, remarks = _texts(folder, {source, *targets})
    found = {}
    for name, language in texts:
        beside = [(name, one) for one in targets if (name, one) in texts]
        if language == source and beside:
            spoken = [(name, source), *beside]
            found[name] = [(os.path.join(folder, texts[one]), one[1]) for one in spoken]
    if not found:
        example = f"article.{source}.txt and article.{targets[0]}.txt"
        raise InputError(f"{folder}: has no text with a translation beside it, such as {example}")
    alone = [file for (name, _), file in texts.items() if name not in found]
    if alone:
        remarks.append(f"{folder}: {counted(len(alone), 'text')} left out, {_alone(alone)}")
    return Pairing(found, remarks)


def _texts(folder: str, languages: set[str]) -> tuple[dict[tuple[str, str], str], list[str]]:
    """Return the file of each name and language, and a line for each that has one already."""
    texts: dict[tuple[str, str], str] = {}
    remarks, regional = [], []
    for file in sorted(os.listdir(folder)):
        language = named_language(file)
        if language is None or file.startswith(_HIDDEN):
            continue
        if language not in languages:
            regional += [file] if primary(language) in map(primary, languages) else []
            continue
        name = file.removesuffix(".gz").rsplit(".", 2)[0]
        taken = texts.setdefault((name, language), file)
        if taken != file:
            remarks.append(f"{os.path.join(folder, file)}: left out, {taken} is taken in its place")
    if regional:
        many = counted(len(regional), "text")
        remarks.append(
            f"{folder}: {many} left out, whose region -s and -t do not name: {_listed(regional)}"
        )
    return texts, remarks


def _alone(files: Sequence[str]) -> str:
    beside = "it" if len(files) == 1 else "them"
    return f"with nothing beside {beside} to align with: {_listed(files)}"


def _listed(files: Sequence[str]) -> str:
    more = len(files) - _MOST_NAMED
    return ", ".join(files[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
