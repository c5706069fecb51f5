"""A text becomes the units that are like it, best first, each with what its score is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from termbase.memory.penalties import Penalty, final_score, penalties
from termbase.memory.similarity import length_window, raw_score, tokens
from termbase.model.language import speaks

if TYPE_CHECKING:
    from termbase.model.row import UnitRow, VariantRow
    from termbase.ports import Record, UnitStore

SCHEMA = "termbase.search/1"
Terms = Callable[[str, str], "list[Record]"]
"""Takes a text and its language; returns the known terms in it, as records."""


class _Scored(NamedTuple):
    score: int
    raw: int
    taken_off: tuple[Penalty, ...]
    unit: UnitRow
    source: Record


def search(
    query: str,
    units: UnitStore,
    *,
    source: str,
    targets: Sequence[str] = (),
    minimum: int | None = None,
    limit: int = 5,
    memory: str = "",
    terms: Terms | None = None,
) -> Record:
    """Search the memories for a text.

    Args:
        query: The text to translate.
        units: The memories.
        source: Its language.
        targets: Languages wanted; all without any.
        minimum: The least score, 1 to 100, after penalties. Without one, an exact match is
            answered alone, and near ones from 70 where there is none.
        limit: At most so many units.
        memory: Only the memory of this name.
        terms: Finds the known terms of a near match; without it none are shown.

    Returns:
        ``{"schema", "query", "source", "hits": [{"score", "raw", "penalties", "memory", "path",
        "unit", "text", "targets": {language: text}, "differences", …}]}``. Ranking is
        total: score, then newest, then memory, then place in it.
    """
    asked = tokens(query)
    equal = [(row, 100) for row in units.exact(source, " ".join(asked))]
    found = _scored(query, equal, units, source, memory)
    if minimum is not None or not found:
        least = minimum or 70
        near = _near(asked, units, source, least)
        found = [one for one in _scored(query, near, units, source, memory) if one.score >= least]
    found.sort(key=lambda one: (one.unit.memory, one.unit.number))
    found.sort(key=lambda one: one.unit.changed, reverse=True)
    found.sort(key=lambda one: one.score, reverse=True)
    hits = [_hit(query, one, source, targets, terms) for one in found[:limit]]
    return {"schema": SCHEMA, "query": query, "source": source, "hits": hits}


def record_text(content: Sequence[Any]) -> str:
    """Return the text that a reader sees in the content of a variant's record."""
    return "".join(
        part
        if isinstance(part, str)
        else record_text(part.get("content", ()))
        if part["kind"] == "hi"
        else ""
        for part in content
    )


def texts_by_language(record: Record, wanted: Sequence[str], source: str) -> dict[str, str]:
    """Return the texts of a unit's record in the languages wanted, or in all but the source."""
    texts: dict[str, str] = {}
    for variant in record["variants"]:
        language, text = variant["language"], record_text(variant.get("content", ()))
        names = [one for one in wanted if speaks(language, one)]
        if not wanted and not speaks(language, source):
            names = [language]
        for name in names:
            texts.setdefault(name, text)
    return texts


def _near(
    asked: list[str], units: UnitStore, source: str, least: int
) -> list[tuple[VariantRow, int]]:
    """Return the texts with at least so high a raw score; penalties only lower it."""
    shortest, longest = length_window(len(asked), least)
    scored = (
        (row, raw_score(asked, row.tokens.split()))
        for row in units.candidates(source, shortest, longest)
    )
    return [(row, raw) for row, raw in scored if raw >= least]


def _scored(
    query: str,
    rows: Sequence[tuple[VariantRow, int]],
    units: UnitStore,
    source: str,
    memory: str,
) -> list[_Scored]:
    """Return each unit once, with the better of its variants."""
    best: dict[int, _Scored] = {}
    stored = units.unit_rows([row.unit for row, _ in rows])
    for (row, raw), unit in zip(rows, stored, strict=True):
        if memory and unit.memory != memory:
            continue
        variant = _variant(unit.record, source, row.tokens)
        if variant is None:
            continue
        named = {one["type"]: one["value"] for one in unit.record.get("properties", ())}
        text = record_text(variant.get("content", ()))
        taken_off = penalties(query, text, raw, named)
        one = _Scored(final_score(raw, taken_off), raw, taken_off, unit, variant)
        if unit.id not in best or one.score > best[unit.id].score:
            best[unit.id] = one
    return list(best.values())


def _variant(record: Record, source: str, joined: str) -> Record | None:
    """Return the variant that was found, None where it is of another region than was asked for."""
    for variant in record["variants"]:
        text = record_text(variant.get("content", ()))
        if speaks(variant["language"], source) and " ".join(tokens(text)) == joined:
            return dict(variant)
    return None


def _hit(
    query: str, one: _Scored, source: str, targets: Sequence[str], terms: Terms | None
) -> Record:
    text = record_text(one.source.get("content", ()))
    hit: Record = {
        "score": one.score,
        "raw": one.raw,
        "penalties": [{"name": item.name, "points": item.points} for item in one.taken_off],
        "memory": one.unit.memory,
        "path": one.unit.path,
        "unit": one.unit.number,
        "id": one.unit.record.get("id", ""),
        "changed": one.unit.changed,
        "language": one.source["language"],
        "text": text,
        "targets": texts_by_language(one.unit.record, targets, source),
    }
    if one.raw < 100:
        from termbase.memory.difference import differences

        hit["differences"] = [list(piece) for piece in differences(text, query)]
        hit["terms"] = terms(text, source) if terms else []
    return hit
