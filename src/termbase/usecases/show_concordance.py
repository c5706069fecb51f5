"""A word or phrase becomes the units that hold it, marked in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from termbase.memory.concordance import Phrase, find_phrase, parse_phrase
from termbase.memory.token_phrase import phrase_tokens
from termbase.memory.unit_filter import UnitFilter
from termbase.model.language import speaks, speaks_any
from termbase.model.row import UnitRow
from termbase.model.unit_record import record_text
from termbase.ports import Record
from termbase.ports.units import UnitStore
from termbase.usecases.guess_renderings import guess_renderings

SCHEMA = "termbase.concordance/1"
READ = 2000
"""So many units of a language are read for their renderings; the rest is counted."""
Renderings = Callable[[str, str], list[tuple[int, int, str]]]
"""Takes a text and its language; returns where it renders the phrase, and by which term."""


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
        renderings: Marks the known renderings in the other languages; where it marks none, some
            are guessed.

    Returns:
        ``{"schema", "query", "count": units found, "read": units whose renderings are
        counted, "renderings": {language: {term: units}}, "guesses": {language: {text: units}},
        "hits": [{"memory", "path", "unit", "language", "text", "spans",
        "targets": {language: {"text", "spans", "terms": the known renderings, "guessed":
        spans}}}]}``, in the order of the memories.
    """
    phrase = parse_phrase(query)
    wanted = filter or UnitFilter()
    hits: list[Record] = []
    guesses: dict[str, Counter[str]] = {}
    seen: set[int] = set()
    for language in _asked(phrase, source, units):
        numbers = _holding(phrase, language, units)
        spoken = sorted(_wanted(numbers, units, targets, UnitFilter()))
        asked = sorted(_wanted(spoken, units, (), wanted))
        found = []
        for unit in units.unit_rows(one for one in asked[:READ] if one not in seen):
            hit = _hit(unit, phrase, language, targets, renderings)
            if hit is not None:
                seen.add(unit.id)
                found.append(hit)
        if renderings:
            guessed = guess_renderings(found, len(phrase.words), language, spoken, units)
            for name, ways in guessed.items():
                guesses.setdefault(name, Counter()).update(ways)
        hits += sorted(found, key=itemgetter("memory", "unit"))
        seen.update(asked[READ:])
    return {
        "schema": SCHEMA,
        "query": query,
        "source": source,
        "count": len(seen),
        "read": len(hits),
        "renderings": _most_common(_known(hits)),
        "guesses": _most_common(guesses),
        "hits": hits[:limit],
    }


def _asked(phrase: Phrase, source: str | None, units: UnitStore) -> Sequence[str]:
    if not phrase.words:
        return ()
    return [source] if source else units.languages()


def _holding(phrase: Phrase, language: str, units: UnitStore) -> list[int]:
    """Return the units with a text that holds a phrase; a few more may be among them."""
    first, *others = phrase_tokens(phrase, language)
    found = units.containing(language, first)
    for one in others if found else ():
        also = set(units.containing(language, one))
        found = [unit for unit in found if unit in also]
    return found


def _known(hits: Iterable[Record]) -> dict[str, Counter[str]]:
    """Count the known renderings of hits: each once a unit."""
    known: dict[str, Counter[str]] = {}
    for hit in hits:
        for language, one in hit["targets"].items():
            if one["terms"]:
                known.setdefault(language, Counter()).update(one["terms"])
    return known


def _most_common(said: Mapping[str, Counter[str]]) -> dict[str, dict[str, int]]:
    return {language: dict(ways.most_common()) for language, ways in said.items()}


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
    others: list[tuple[str, str]] = []
    for variant in unit.record["variants"]:
        text = record_text(variant.get("content", ()))
        spans = find_phrase(text, phrase, language) if speaks(variant["language"], language) else []
        if spans and hit["text"] is None:
            hit |= {"text": text, "spans": spans}
        elif not targets or speaks_any(variant["language"], targets):
            others.append((variant["language"], text))
    if hit["text"] is None or (targets and not others):
        return None
    for name, text in others:
        marked = renderings(text, name) if renderings else []
        target = {
            "text": text,
            "spans": [(start, end) for start, end, _ in marked],
            "terms": list(dict.fromkeys(term for *_, term in marked)),
            "guessed": [],
        }
        hit["targets"].setdefault(name, target)
    return hit
