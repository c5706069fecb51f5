"""A file of one format becomes a file of another, without a base between them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from termbase.errors import InputError
from termbase.model.language import speaks_any
from termbase.model.repair import Repair, Report
from termbase.model.unit import TranslationUnit
from termbase.model.wishes import Wishes
from termbase.ports.files import Files


class Converted(NamedTuple):
    """What was written: the kind, ``unit`` or ``concept``, and how many."""

    kind: str
    number: int


def convert_file(
    path: str,
    out: str,
    files: Files,
    *,
    source: str | None = None,
    target: str | None = None,
    wishes: Wishes,
    report: Report,
) -> Converted:
    """Write what a file holds in the format of another's ending.

    Args:
        path: What is read.
        out: What is written, whole or not at all.
        source, target: Languages, where the file does not name them; both together also choose
            two of a memory that has more.
        wishes: How it is written.
        report: Takes what was mended or cannot be said.

    Raises:
        InputError: If one holds units and the other terms.
    """
    holds, wanted = files.holds(path), files.holds(out)
    holds, wanted = ("concepts" if one == "text" else one for one in (holds, wanted))
    if holds != wanted:
        raise InputError(f"{path} holds {holds}, {out} would hold {wanted}; choose another ending")
    if holds == "units":
        header, found = files.read_memory(path, source=source, target=target, report=report)
        if source and target:
            found = _in_two(found, (source, target), path, report)
        count = 0

        def counted() -> Iterator[TranslationUnit]:
            nonlocal count
            for unit in found:
                count += 1
                yield unit

        def told(repair: Repair) -> None:
            nonlocal count
            count -= repair.rejected
            report(repair)

        files.write_memory(out, header, counted(), wishes=wishes, report=told)
        return Converted("unit", count)
    glossary = files.read_glossary(path, source=source, target=target, report=report)
    wishes = replace(wishes, alike=_ending(path) == _ending(out))
    files.write_glossary(out, glossary, wishes=wishes, report=report)
    return Converted("concept", len(glossary.concepts))


def _ending(path: str) -> str:
    return os.path.splitext(path.lower().removesuffix(".gz"))[1]


def _in_two(
    units: Iterable[TranslationUnit], wanted: tuple[str, str], path: str, report: Report
) -> Iterator[TranslationUnit]:
    """Yield units with their texts in two languages alone, and tell what that leaves out."""
    left: dict[str, int] = {}
    for unit in units:
        kept = []
        for one in unit.variants:
            if speaks_any(one.language, wanted):
                kept.append(one)
            else:
                left[one.language] = left.get(one.language, 0) + 1
        if kept:
            yield unit if len(kept) == len(unit.variants) else replace(unit, variants=tuple(kept))
    for language, number in left.items():
        report(Repair(path, None, f"texts in {language}, {number} of them", "left out"))
