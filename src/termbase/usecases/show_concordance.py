"""A word or phrase becomes the units that hold it, marked in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from termbase.memory.concordance import Phrase, find_phrase, parse_phrase, phrase_patterns
from termbase.memory.unit_filter import UnitFilter
from termbase.model.language import speaks, speaks_any
from termbase.model.row import UnitRow
from termbase.model.unit_record import record_text
from termbase.ports import Record
from termbase.ports.units import UnitStore

SCHEMA = "termbase.concordance/1"
READ = 2000
"""So many units of a language are read for their renderings; the rest is counted."""
Renderings = Callable[[str, str], list[tuple[int, int]]]
"""Takes a text and its language; returns where it renders the phrase, as far as is known."""


def concordance(
    query: str,
    units: UnitStore,
    *,
    source: str | None = None,
    targets: Sequence[str] = (),
    limit: int = 10,
    filter: UnitFilter | None = None,
    renderings: Renderings | None = None,
) -> Record:
    """Show a word or phrase in its contexts.

    Args:
        query: Found in any form; in double quotes to the letter.
        units: The memories.
        source: Where to look; in every language without one.
        targets: Languages shown beside it, of which a unit must have one; all without any.
        limit: At most so many units.
        filter: What a unit must be.
        renderings: Marks the renderings in the other languages.

    Returns:
        ``{"schema", "query", "count": units found, "read": units whose renderings are
        counted, "renderings": {language: {text: units}},
        "hits": [{"memory", "path", "unit",
        "language", "text", "spans", "targets": {language: {"text", "spans"}}}]}``,
        in the order of the memories.
    """
    phrase = parse_phrase(query)
    wanted = filter or UnitFilter()
    hits: list[Record] = []
    said: dict[str, Counter[str]] = {}
    seen: set[int] = set()
    read = 0
    if phrase.words:
        for language in [source] if source else units.languages():
            numbers = units.containing(language, phrase_patterns(phrase, language))
            some = units.unit_rows(numbers[:READ])
            for unit in sorted(some, key=lambda one: (one.memory, one.number)):
                if unit.id in seen:
                    continue
                if not wanted.accepts(unit.memory, unit.changed, unit.record):
                    continue
                hit = _hit(unit, phrase, language, targets, renderings)
                if hit is None:
                    continue
                seen.add(unit.id)
                read += 1
                _count(hit, said)
                if len(hits) < limit:
                    hits.append(hit)
            seen.update(_wanted(numbers[READ:], units, targets, wanted))
    return {
        "schema": SCHEMA,
        "query": query,
        "source": source,
        "count": len(seen),
        "read": read,
        "renderings": {name: dict(one.most_common()) for name, one in said.items()},
        "hits": hits,
    }


def _wanted(
    numbers: Sequence[int], units: UnitStore, targets: Sequence[str], filter: UnitFilter
) -> Iterator[int]:
    """Yield those of some units that pass a filter and have one of the languages wanted."""
    if filter.reads:
        numbers = list(_accepted(numbers, units, filter))
    if not (targets or filter.memories):
        yield from numbers
        return
    known: dict[str, bool] = {}
    for number, memory, spoken in units.spoken(numbers):
        for one in spoken:
            if one not in known:
                known[one] = not targets or speaks_any(one, targets)
        there = not filter.memories or memory in filter.memories
        if there and any(map(known.__getitem__, spoken)):
            yield number


def _accepted(numbers: Sequence[int], units: UnitStore, filter: UnitFilter) -> Iterator[int]:
    for start in range(0, len(numbers), READ):
        for one in units.unit_rows(numbers[start : start + READ]):
            if filter.accepts(one.memory, one.changed, one.record):
                yield one.id


def _count(hit: Record, said: dict[str, Counter[str]]) -> None:
    """Count how a hit renders the phrase: each way once a unit."""
    for language, one in hit["targets"].items():
        ways = {one["text"][start:end].casefold() for start, end in one["spans"]}
        if ways:
            said.setdefault(language, Counter()).update(ways)


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
        elif not targets or speaks_any(variant["language"], targets):
            marked = renderings(text, variant["language"]) if renderings else []
            hit["targets"].setdefault(variant["language"], {"text": text, "spans": marked})
    shown = hit["text"] is not None and (hit["targets"] or not targets)
    return hit if shown else None
