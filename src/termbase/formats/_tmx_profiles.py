"""A memory into what one CAT tool reads best: its languages, its level, what it cannot read.

The one fact to remember: a profile changes how something is written, never what a text says.

Source: OmegaT 6 (no ``fr_FR``, no ``fra``); Trados Studio (a region in every language, a source
language that is one); memoQ (the same without regions).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from termbase.model.language import tag_or_written
from termbase.model.unit import MemoryHeader, TranslationUnit
from termbase.model.wishes import Wishes

_USUAL = """
ar-SA be-BY bg-BG cs-CZ da-DK de-DE el-GR en-GB es-ES et-EE fi-FI fr-FR he-IL hi-IN hr-HR hu-HU
id-ID it-IT ja-JP kk-KZ ko-KR lt-LT lv-LV nb-NO nl-NL pl-PL pt-PT ro-RO ru-RU sk-SK sl-SI sr-RS
sv-SE th-TH tr-TR uk-UA vi-VN zh-CN
"""
_REGIONS = {one.partition("-")[0]: one for one in _USUAL.split()}
_ANY = "*all*"


def shaped(
    header: MemoryHeader, units: Iterable[TranslationUnit], wishes: Wishes
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Return a memory as a profile and a level want it.

    Args:
        wishes: Its ``plain`` profile and level 2 change nothing.
    """
    found = iter(units)
    if wishes.profile in {"omegat", "trados", "memoq"}:
        names = _Names(wishes)
        first = list(islice(found, 1))
        header = replace(header, source=names.of(_source(header, first, wishes)))
        found = map(names.renamed, chain(first, found))
    if wishes.level == 1:
        found = map(without_codes, found)
    return header, found


def without_codes(unit: TranslationUnit) -> TranslationUnit:
    """Return a unit without inline codes: TMX level 1."""
    return replace(
        unit,
        variants=tuple(
            replace(one, content=(one.text,) if one.text else ()) for one in unit.variants
        ),
    )


def _source(header: MemoryHeader, first: list[TranslationUnit], wishes: Wishes) -> str:
    """Return the language of the sources: these tools want one, not ``*all*``."""
    if wishes.source:
        return wishes.source
    if header.source != _ANY:
        return header.source
    return next((one.language for unit in first for one in unit.variants), _ANY)


class _Names:
    """Names languages as a profile wants them."""

    def __init__(self, wishes: Wishes) -> None:
        self._regions = (_REGIONS if wishes.profile == "trados" else {}) | dict(wishes.regions)
        self._known: dict[str, str] = {_ANY: _ANY}

    def of(self, written: str) -> str:
        if written not in self._known:
            tag = tag_or_written(written)
            self._known[written] = self._regions.get(tag, tag)
        return self._known[written]

    def renamed(self, unit: TranslationUnit) -> TranslationUnit:
        same = all(self.of(one.language) == one.language for one in unit.variants)
        if same and unit.attribute("srclang") is None:
            return unit
        return replace(
            unit,
            variants=tuple(replace(one, language=self.of(one.language)) for one in unit.variants),
            attributes=tuple(
                (name, self.of(value) if name == "srclang" else value)
                for name, value in unit.attributes
            ),
        )
