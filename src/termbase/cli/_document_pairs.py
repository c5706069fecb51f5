"""A folder → its texts, each with the translations beside it, by their names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termbase.cli._languages import language_mark
from termbase.cli._output import counted, listed
from termbase.cli._text_names import Naming, names_language, namings, stem_of
from termbase.errors import InputError, UnknownFormatError
from termbase.formats import document_format, format_of

_HIDDEN = (".", "~$")
"""How the names of lock files and of other files begin that nobody sees."""
_DECISIONS = ".align.json"


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

    Texts in a folder within it that is named as a language are in that language.

    Raises:
        InputError: If it is no folder, or has no such text.
    """
    if not os.path.isdir(folder):
        raise InputError(f"{folder}: is no folder; name one with texts such as article.fr.txt")
    languages = [source, *targets]
    namings_of = {file: namings(file, languages) for file in _files(folder, languages)}
    regional = [
        file for file, found in namings_of.items() if found and not _meant(found, languages)
    ]
    texts, remarks = _texts(folder, _chosen(namings_of, source, targets))
    documents: dict[str, list[tuple[str, str]]] = {}
    paired = set()
    for (key, language), (name, file) in texts.items():
        beside = [(texts[key, one][1], one) for one in targets if (key, one) in texts]
        if language == source and beside:
            paired.add(key)
            spoken = [(file, source), *beside]
            documents[name] = [(os.path.join(folder, one), tag) for one, tag in spoken]
    unseen = _folders_unseen(folder, languages)
    if not documents:
        example = f"such as article.{source}.txt and article.{targets[0]}.txt"
        example += f"; give its folders by themselves: {listed(unseen)}" if unseen else ""
        raise InputError(f"{folder}: has no text with a translation beside it, {example}")
    if regional:
        many = counted(len(regional), "text")
        remarks.append(
            f"{folder}: {many} left out, whose region -s and -t do not name: {listed(regional)}"
        )
    unnamed = [file for file, found in namings_of.items() if not found and _is_document(file)]
    if unnamed:
        many = counted(len(unnamed), "text")
        remarks.append(f"{folder}: {many} left out, named in no language: {listed(unnamed)}")
    if unseen:
        many = counted(len(unseen), "folder")
        each = "it" if len(unseen) == 1 else "each"
        remarks.append(f"{folder}: {many} not looked into; give {each} by itself: {listed(unseen)}")
    alone = [file for (key, _), (_, file) in texts.items() if key not in paired]
    if alone:
        remarks.append(f"{folder}: {counted(len(alone), 'text')} left out, {_alone(alone)}")
    return Pairing(documents, remarks)


def _files(folder: str, languages: Sequence[str]) -> Iterator[str]:
    """Yield the texts of a folder, and those below folders in it that are named as languages."""
    return filter(_is_text, _all_files(folder, languages))


def _is_text(file: str) -> bool:
    """Say whether a file may be a text: no memory, such as one made of such texts before."""
    try:
        document_format(file)
    except UnknownFormatError:
        return False
    return True


def _is_document(file: str) -> bool:
    """Say whether the ending of a file says that it is a text, and its name no other language."""
    try:
        format_of(file, "text")
    except UnknownFormatError:
        return False
    return language_mark(os.path.basename(file)) is None


def _all_files(folder: str, languages: Sequence[str]) -> Iterator[str]:
    for name in sorted(os.listdir(folder)):
        if name.startswith(_HIDDEN) or name.endswith(_DECISIONS):
            continue
        inside = os.path.join(folder, name)
        if not os.path.isdir(inside):
            yield name
        elif names_language(name, languages):
            for above, _, files in sorted(os.walk(inside)):
                paths = (os.path.join(above, one) for one in sorted(files))
                seen = (one for one in paths if not os.path.basename(one).startswith(_HIDDEN))
                yield from (os.path.relpath(one, folder).replace(os.sep, "/") for one in seen)


def _folders_unseen(folder: str, languages: Sequence[str]) -> list[str]:
    """Return the folders within a folder that are not named as languages and hold such texts."""
    within = [one for one in sorted(os.listdir(folder)) if not one.startswith(_HIDDEN)]
    return [
        one
        for one in within
        if os.path.isdir(inside := os.path.join(folder, one))
        and not names_language(one, languages)
        and any(namings(file, languages) and _is_text(file) for file in _files_of(inside))
    ]


def _files_of(folder: str) -> list[str]:
    """Return the names of the files of a folder; none of one that may not be read."""
    return next(os.walk(folder), ("", [], []))[2]


def _meant(found: Sequence[Naming], languages: Sequence[str]) -> list[Naming]:
    """Return the ways to read a name in which it names one of the languages, region and all."""
    return [one for one in found if one.language in languages]


def _chosen(
    namings_of: dict[str, list[Naming]], source: str, targets: Sequence[str]
) -> dict[str, Naming]:
    """Return how the name of each file is to be read: so that it has others beside it.

    What names no language, or none that another text stands beside, is the source text of
    translations that have none otherwise: «IT policy» beside «IT policy_FR» is not in Italian.
    """
    languages = [source, *targets]
    spoken: dict[str, set[str]] = {}
    for found in namings_of.values():
        for one in _meant(found, languages):
            spoken.setdefault(one.key, set()).add(one.language)
    for file, found in namings_of.items():
        if source not in (there := spoken.get(stem_of(file).casefold(), {source})):
            there.add(source)
            found.append(Naming(stem_of(file), source))
    chosen = {}
    for file, found in namings_of.items():
        meant = _meant(found, languages)
        paired = (one for one in meant if source in spoken[one.key] and len(spoken[one.key]) > 1)
        if meant:
            chosen[file] = next(paired, meant[0])
    return chosen


def _texts(
    folder: str, chosen: dict[str, Naming]
) -> tuple[dict[tuple[str, str], tuple[str, str]], list[str]]:
    """Return by key and language the name and the file of each text, and a line for each file
    whose place is taken.
    """
    texts: dict[tuple[str, str], tuple[str, str]] = {}
    remarks = []
    for file, naming in chosen.items():
        name = naming.name or stem_of(file)
        _, taken = texts.setdefault((naming.key, naming.language), (name, file))
        if taken != file:
            remarks.append(f"{os.path.join(folder, file)}: left out, {taken} is taken in its place")
    return texts, remarks


def _alone(files: Sequence[str]) -> str:
    beside = "it" if len(files) == 1 else "them"
    return f"with nothing beside {beside} to align with: {listed(files)}"
