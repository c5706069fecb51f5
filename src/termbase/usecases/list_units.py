"""A memory becomes the units of a bilingual file, for the formats that have no places of their own.

The one fact to remember: an id is the unit's own, made unique; without one it is its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.model.bilingual import BilingualFile, BilingualUnit, unit_id
from termbase.model.unit import MemoryHeader, TranslationUnit, Variant


def bilingual_file(
    header: MemoryHeader,
    units: Iterable[TranslationUnit],
    *,
    source: str | None = None,
    target: str | None = None,
) -> BilingualFile:
    """Return the units of a memory as pairs of texts.

    Args:
        source: The language of the sources; without it that of the header, else of each first text.
        target: Of the targets; without it that of the next text of each unit.
    """
    spoken = source or ("" if header.source == "*all*" else header.source)
    found: list[BilingualUnit] = []
    languages = spoken, target or ""
    names: dict[str, int] = {}
    for number, unit in enumerate(units, 1):
        first, second = _pair(unit, spoken, target)
        if first is None:
            continue
        languages = (
            languages[0] or first.language,
            languages[1] or (second.language if second else ""),
        )
        found.append(
            BilingualUnit(
                unit_id(unit.id or str(number), names),
                first.text,
                second.text if second else None,
                next(_values(unit, "x-state", "x-flag"), ""),
                tuple(note.text for note in unit.notes),
                next(_values(unit, "x-context"), ""),
                line=unit.line,
                source_content=first.content,
                target_content=second.content if second else (),
            )
        )
    return BilingualFile(*languages, tuple(found))


def _pair(
    unit: TranslationUnit, source: str, target: str | None
) -> tuple[Variant | None, Variant | None]:
    first = unit.variant(source) if source else next(iter(unit.variants), None)
    others = (one for one in unit.variants if one is not first)
    return first, unit.variant(target) if target else next(others, None)


def _values(unit: TranslationUnit, *types: str) -> Iterator[str]:
    return (value for kind in types for value in unit.values(kind))
