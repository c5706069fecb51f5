"""A word or phrase becomes the units that hold it, marked in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from termbase.memory.concordance import Phrase, find_phrase, parse_phrase, phrase_patterns
from termbase.model.language import speaks
from termbase.model.row import UnitRow
from termbase.model.unit_record import record_text
from termbase.ports import Record, UnitStore

SCHEMA = "termbase.concordance/1"
Renderings = Callable[[str, str], list[tuple[int, int]]]
"""Takes a text and its language; returns where it renders the phrase, as far as is known."""


def concordance(
    query: str,
    units: UnitStore,
    *,
    source: str | None = None,
    targets: Sequence[str] = (),
    limit: int = 10,
    memory: str = "",
    renderings: Renderings | None = None,
) -> Record:
    """Show a word or phrase in its contexts.

    Args:
        query: Found in any form; in double quotes to the letter.
        units: The memories.
        source: Where to look; in every language without one.
        targets: Languages shown beside it, of which a unit must have one; all without any.
        limit: At most so many units.
        memory: Only the memory of this name.
        renderings: Marks the renderings in the other languages.

    Returns:
        ``{"schema", "query", "count": units found, "hits": [{"memory", "path", "unit",
        "language", "text", "spans", "targets": {language: {"text", "spans"}}}]}``,
        in the order of the memories.
    """
    phrase = parse_phrase(query)
    hits: list[Record] = []
    count = 0
    if phrase.words:
        seen: set[int] = set()
        for language in [source] if source else units.languages():
            for unit in _units(phrase, language, units):
                if unit.id in seen or (memory and unit.memory != memory):
                    continue
                hit = _hit(unit, phrase, language, targets, renderings)
                if hit is None:
                    continue
                seen.add(unit.id)
                count += 1
                if len(hits) < limit:
                    hits.append(hit)
    return {"schema": SCHEMA, "query": query, "source": source, "count": count, "hits": hits}


def _units(phrase: Phrase, language: str, units: UnitStore) -> list[UnitRow]:
    found = units.unit_rows(units.containing(language, phrase_patterns(phrase, language)))
    return sorted(found, key=lambda unit: (unit.memory, unit.number))


def _hit(
    unit: UnitRow,
    phrase: Phrase,
    language: str,
    targets: Sequence[str],
    renderings: Renderings | None,
) -> Record | None:
    hit: Record = {
        "memory": unit.memory,
        "path": unit.path,
        "unit": unit.number,
        "id": unit.record.get("id", ""),
        "language": language,
        "text": None,
        "spans": [],
        "targets": {},
    }
    for variant in unit.record["variants"]:
        text = record_text(variant.get("content", ()))
        spans = find_phrase(text, phrase, language) if speaks(variant["language"], language) else []
        if spans and hit["text"] is None:
            hit |= {"text": text, "spans": spans}
        elif not targets or any(speaks(variant["language"], one) for one in targets):
            marked = renderings(text, variant["language"]) if renderings else []
            hit["targets"].setdefault(variant["language"], {"text": text, "spans": marked})
    shown = hit["text"] is not None and (hit["targets"] or not targets)
    return hit if shown else None
