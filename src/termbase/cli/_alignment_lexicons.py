"""What a user's own table, glossary and memory know of two languages, for ``align`` to lean on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress

from termbase.bootstrap import LocalFiles, terms_of, units_of
from termbase.cli._declare import Given
from termbase.cli._names import refuse_unknown_glossary, refuse_unknown_memory
from termbase.cli._output import Output
from termbase.cli._session import open_given_base
from termbase.config.settings import Settings
from termbase.errors import FormatError, InputError, UnknownFormatError
from termbase.usecases.lexicons import (
    Pair,
    file_pairs,
    glossary_pairs,
    memory_pairs,
    read_pairs,
)

_OPTIONS = {"units": "--memory", "concepts": "--glossary"}
"""Which option takes a file, by what it holds."""

_OR_A_FILE = "or name a file"

_TABLES = (".tsv", ".tab", ".utf8")
"""What may be a lexicon as well as a glossary; which of them, its reader finds out."""


def known_pairs(
    given: Given, settings: Settings, source: str, targets: Sequence[str], output: Output
) -> dict[str, list[Pair]]:
    """Return what is known of two languages, by the second; say where a source knows nothing.

    Raises:
        InputError: If one is named that is not there, or a file that another option takes.
    """
    found: dict[str, list[Pair]] = {one: [] for one in targets}
    for option, known in _sources(given, settings, source, targets):
        for target, pairs in known.items():
            found[target] += pairs
            if not pairs:
                languages = f"{source} and {target}"
                output.note(f"{option}: has no pair in {languages}; it was not used")
    return found


def _sources(
    given: Given, settings: Settings, source: str, targets: Sequence[str]
) -> Iterator[tuple[str, dict[str, list[Pair]]]]:
    """Yield each option that was given with its name, and the pairs behind it by language."""
    name = given["lexicon"]
    if name:
        _refuse_other(name, "--lexicon")
        pairs = read_pairs(name, LocalFiles().read_text(name))
        yield f"--lexicon {name}", dict.fromkeys(targets, pairs)
    name = given["glossary"]
    if name:
        known = {one: _term_pairs(name, settings, (source, one)) for one in targets}
        yield f"--glossary {name}", known
    name = given["memory"]
    if name:
        known = _unit_pairs(name, settings, source, targets, given["source"])
        yield f"--memory {name}", known


def _term_pairs(name: str, settings: Settings, languages: tuple[str, str]) -> list[Pair]:
    """Return what a glossary of the base, or of a file, knows of two languages."""
    if _is_file(name):
        _refuse_other(name, "--glossary")
        files = LocalFiles()
        try:
            read = files.read_glossary(name)
        except FormatError:  # a table without heading, perhaps, and the texts tell its languages
            source, target = languages
            read = files.read_glossary(name, source=source, target=target)
        return list(glossary_pairs(read.concepts, *languages))
    _refuse_missing(name, "--glossary")
    with open_given_base(settings) as base:
        terms = terms_of(base)
        refuse_unknown_glossary(name, terms, _OR_A_FILE)
        return list(terms.term_pairs(name, *languages))


def _unit_pairs(
    name: str, settings: Settings, source: str, targets: Sequence[str], messages: str | None
) -> dict[str, list[Pair]]:
    """Return what a memory of the base, or of a file, says in the source's language and others."""
    if _is_file(name):
        _refuse_other(name, "--memory")
        return file_pairs(name, LocalFiles(), source, targets, messages)
    _refuse_missing(name, "--memory")
    with open_given_base(settings) as base:
        units = units_of(base)
        refuse_unknown_memory(name, units, _OR_A_FILE)
        return memory_pairs(units.all_units(name), source, targets)


def _is_file(name: str) -> bool:
    """Say whether a name is that of a file; a folder may be called as a glossary of the base is."""
    return os.path.exists(name) and not os.path.isdir(name)


def _refuse_missing(name: str, option: str) -> None:
    """Raise an error for the name of a file that is not there: a base has no such names."""
    with suppress(UnknownFormatError):
        LocalFiles().holds(name)
        raise InputError(f"{option} {name}: there is no such file; check the name")


def _refuse_other(path: str, option: str) -> None:
    """Raise an error for a file that another option takes."""
    try:
        holds = LocalFiles().holds(path)
    except UnknownFormatError:
        return
    wanted = _OPTIONS.get(holds, option)
    table = option == "--lexicon" and path.lower().removesuffix(".gz").endswith(_TABLES)
    if wanted != option and not table:
        raise InputError(f"{option} {path}: holds {holds}; give it with {wanted}")
