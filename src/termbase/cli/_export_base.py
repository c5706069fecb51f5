"""The work of ``termbase export``: memories and glossaries as files for other tools."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import chain, islice
from typing import TypeVar

from termbase.bootstrap import LocalFiles, terms_of, units_of
from termbase.cli._declare import (
    Given,
)
from termbase.cli._export_to_omegat import export_to_omegat
from termbase.cli._names import (
    refuse_unknown_filters,
    refuse_unknown_glossary,
    refuse_unknown_memory,
)
from termbase.cli._output import Output, counted
from termbase.cli._session import languages_of, open_given_base, refuse_place, settings_for
from termbase.cli._wish import wish_of
from termbase.cli._writing import wishes_of
from termbase.config.plans import regions_of
from termbase.errors import InputError
from termbase.formats import format_of
from termbase.model.repair import Repair
from termbase.model.unit import TranslationUnit
from termbase.model.wishes import Wishes
from termbase.ports.terms import GlossaryInfo, TermStore
from termbase.ports.units import MemoryInfo, UnitStore
from termbase.usecases.export_base import (
    chosen_glossary,
    chosen_units,
    concept_languages,
    joint_header,
    unit_languages,
)
from termbase.usecases.list_concepts import Wish

Info = TypeVar("Info", GlossaryInfo, MemoryInfo)


def run(given: Given) -> int:
    """Write memories or glossaries to a file, in the format of its ending."""
    if given["to_omegat"]:
        return export_to_omegat(given)
    if given["place"]:
        raise InputError("--place: says where in a project of OmegaT; give --to-omegat DIR")
    if given["output"] == "-":
        raise InputError("-o -: stdout has no ending, and the ending is the format; name a file")
    if not given["output"]:
        raise InputError("say where to: -o FILE; its ending (.tmx, .tbx, .csv, …) is the format")
    refuse_place(given["output"])
    wish = wish_of(given)
    settings = settings_for(given)
    output = Output(given)
    languages = tuple(dict.fromkeys(languages_of(given["langs"] or "")))
    wishes = wishes_of(given, languages, regions_of(settings))
    holds = LocalFiles().holds(given["output"])
    _refuse_without_effect(given, holds, languages)
    if holds == "text" and not given["glossary"]:
        _refuse_text(given["output"])
    with open_given_base(settings) as base:
        if holds == "units":
            said = _memories(given, languages, units_of(base), wishes)
        else:
            said = _glossaries(given, languages, terms_of(base), wishes, wish)
    output.note(*said)
    return 0


def _refuse_without_effect(given: Given, holds: str, languages: tuple[str, ...]) -> None:
    """Raise an error if an option says nothing of such a file."""
    path = given["output"]
    if holds == "units" and any(wish_of(given)):
        raise InputError(f"{path} becomes a memory; --domain and its like choose terms")
    if holds == "units" and given["glossary"]:
        raise InputError(f"{path} becomes a memory; name one with --memory, not with --glossary")
    if len(languages) > 2 and format_of(path).bilingual:
        raise InputError(f"{path}: holds two languages; name two, such as --langs fr,en")
    if holds != "units" and given["memory"]:
        raise InputError(f"{path} becomes a glossary; name one with --glossary, not with --memory")
    if path.lower().removesuffix(".gz").endswith(".tbx"):
        return
    for name in ("dialect", "style"):
        if given[name]:
            raise InputError(f"--{name} {given[name]}: is for TBX alone; {path} is none")


def _refuse_text(path: str) -> None:
    """Raise an error if there is a text at a path where a table of terms would be written."""
    lines = [line.strip(b"\0 \r") for line in (LocalFiles().read_bytes(path) or b"").split(b"\n")]
    if any(line and b"\t" not in line and not line.startswith((b"#", b"|")) for line in lines):
        raise InputError(
            f"{path}: is a text and no glossary; write elsewhere, or replace it with --glossary"
        )


def _refuse_style(style: str | None, dialect: str) -> None:
    """Raise an error if a dialect of TBX has no such style."""
    edition = dialect.removeprefix("TBX-").lower()
    if style and edition == "v2":
        raise InputError(f"--style {style}: TBX v2 has no styles; leave it out")
    if style == "dct" and edition == "core":
        raise InputError("--style dct: TBX-Core has only dca; use --dialect min or basic")


def _memories(
    given: Given, languages: tuple[str, ...], units: UnitStore, wishes: Wishes
) -> list[str]:
    refuse_unknown_memory(given["memory"], units)
    chosen = _chosen(units.memories(), given["memory"], "memory")
    if len(languages) == 1:
        there = ", ".join(unit_languages(units, chosen))
        raise InputError(f"a memory needs two languages; it has {there}")
    count = 0
    mended: list[Repair] = []
    # Closed before the base is, also where the file cannot be written.
    with closing(chosen_units(units, chosen, languages)) as found:
        first = list(islice(found, 1))
        if languages and not first:
            raise _nothing_in("unit", languages, unit_languages(units, chosen))

        def watched() -> Iterator[TranslationUnit]:
            nonlocal count
            for unit in chain(first, found):
                count += 1
                yield unit

        LocalFiles().write_memory(
            given["output"],
            joint_header(chosen),
            watched(),
            wishes=wishes,
            report=mended.append,
        )
    spoken = f" {'–'.join(languages)}" if languages else ""
    count -= sum(one.rejected for one in mended)
    figures = f"{counted(count, 'unit')}{spoken}"
    return [f"wrote {given['output']}: {figures}", *(f"  ~ {one}" for one in mended)]


def _glossaries(
    given: Given, languages: tuple[str, ...], terms: TermStore, wishes: Wishes, wish: Wish
) -> list[str]:
    refuse_unknown_glossary(given["glossary"], terms)
    chosen = _chosen(terms.glossaries(), given["glossary"], "glossary")
    glossary = chosen_glossary(terms, chosen, languages, wish)
    if not glossary.concepts and any(wish):
        refuse_unknown_filters(given, wish.project, terms)
        raise InputError("no concept has what --domain, --customer, --region or --process ask for")
    if languages and not glossary.concepts:
        raise _nothing_in("concept", languages, concept_languages(terms, chosen))
    _refuse_style(given["style"], given["dialect"] or glossary.dialect)
    unsaid: list[Repair] = []
    LocalFiles().write_glossary(
        given["output"],
        glossary,
        wishes=wishes,
        report=unsaid.append,
    )
    count = sum(len(concept.terms) for concept in glossary.concepts)
    figures = f"{counted(len(glossary.concepts), 'concept')}, {counted(count, 'term')}"
    return [f"wrote {given['output']}: {figures}", *(f"  – {one}" for one in unsaid)]


def _nothing_in(what: str, languages: tuple[str, ...], known: list[str]) -> InputError:
    wanted, there = "–".join(languages), ", ".join(known)
    return InputError(f"there is no {what} in {wanted}, nothing was written; there is {there}")


def _chosen(known: list[Info], name: str | None, what: str) -> list[Info]:
    """Return the one that is named, or all; an error if there is none."""
    found = [one for one in known if name in (None, one.name)]
    if not found:
        raise InputError(f"the base has no {what} to export; run «termbase import FILE» first")
    return found
