"""A text becomes the units that are like it, best first, each with what its score is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from termbase.memory.penalties import (
    AMBIGUOUS,
    POINTS,
    Penalty,
    final_score,
    folder_penalty,
    penalties,
)
from termbase.memory.similarity import raw_score, tokens
from termbase.model.language import speaks
from termbase.model.unit_record import record_text, record_variants

if TYPE_CHECKING:
    from termbase.memory.context import Context
    from termbase.memory.unit_filter import UnitFilter
    from termbase.model.row import UnitRow
    from termbase.ports import Record
    from termbase.ports.units import UnitStore

SCHEMA = "termbase.search/1"
LEAST = 70
"""The least score of a near match where nobody gave one."""
Terms = Callable[[str, str], "list[Record]"]
"""Takes a text and its language; returns the known terms in it, as records."""


class Trust:
    """How far a memory is trusted.

    Attributes:
        priority: Of two matches of one score the one of the memory with the higher comes first.
        penalty: Taken off each of its matches.
    """

    __slots__ = ("penalty", "priority")

    def __init__(self, priority: int = 0, penalty: int = 0) -> None:
        self.priority = priority
        self.penalty = penalty


class Wishes:
    """How to rank, and what to leave out.

    Attributes:
        points: What each penalty costs, by name.
        trust: Of memories, by name.
        filter: What a unit must be; all pass without one.
        context: Where the text stands; without one nothing scores 101.
        codes: The kinds of its inline codes.
        brief: Whether to leave out what a near match has beside its score and texts: the scores
            on words and keys, differences, terms, numbers put in.
    """

    __slots__ = ("brief", "codes", "context", "filter", "points", "trust")

    def __init__(
        self,
        points: Mapping[str, int] = POINTS,
        trust: Mapping[str, Trust] | None = None,
        filter: UnitFilter | None = None,
        context: Context | None = None,
        codes: Sequence[str] = (),
        *,
        brief: bool = False,
    ) -> None:
        self.brief = brief
        self.points = points
        self.trust = trust or {}
        self.filter = filter
        self.context = context
        self.codes = codes


class _Scored:
    """A unit with its score. Source: the record of the variant that was compared."""

    __slots__ = ("raw", "score", "source", "taken_off", "text", "unit")

    def __init__(
        self, score: int, raw: int, taken_off: tuple[Penalty, ...], unit: UnitRow, source: Record
    ) -> None:
        self.score = score
        self.raw = raw
        self.taken_off = taken_off
        self.unit = unit
        self.source = source
        self.text = record_text(source.get("content", ()))


def search(
    query: str,
    units: UnitStore,
    *,
    source: str,
    targets: Sequence[str] = (),
    minimum: int | None = None,
    limit: int = 5,
    wishes: Wishes | None = None,
    terms: Terms | None = None,
) -> Record:
    """Search the memories for a text.

    Args:
        query: The text to translate.
        units: The memories.
        source: Its language.
        targets: Languages wanted; all without any.
        minimum: The least score, 1 to 100, after penalties. Without one, an exact match is
            answered alone, and near ones from `LEAST` where there is none.
        limit: At most so many units.
        wishes: How to rank, and what to leave out.
        terms: Finds the known terms of a near match; without it none are shown.

    Returns:
        ``{"schema", "query", "source", "hits": [{"score", "raw", "penalties",
        "memory", "path", "unit", "text", "targets": {language: text}, "words", "keys",
        "differences", …}]}``.
        Ranking is total: score, then priority of the memory, then newest, then memory, then
        place in it.
    """
    wishes = wishes or Wishes()
    if minimum is None:
        same = search_exact(
            query, units, source=source, targets=targets, limit=limit, wishes=wishes
        )
        if same["hits"]:
            return same
    asked, least = tokens(query), minimum or LEAST
    search = _Search(query, asked, units, source, wishes, targets)
    found = search.scored(units.near(source, asked, least), least, limit)
    hits = [_hit(one, source, targets) for one in found[:limit]]
    if not wishes.brief:
        hits = [_with_details(hit, query, asked, source, terms) for hit in hits]
    return {"schema": SCHEMA, "query": query, "source": source, "hits": hits}


def search_exact(
    query: str,
    units: UnitStore,
    *,
    source: str,
    targets: Sequence[str] = (),
    limit: int = 5,
    wishes: Wishes | None = None,
) -> Record:
    """Search the memories for a text itself, in one language; takes and returns as `search`."""
    asked = tokens(query)
    search = _Search(query, asked, units, source, wishes or Wishes(), targets)
    found = search.scored([(unit, 100) for unit in units.exact(source, asked)], 1, limit)
    hits = [{**_hit(one, source, targets), "words": 100, "keys": 100} for one in found[:limit]]
    return {"schema": SCHEMA, "query": query, "source": source, "hits": hits}


def texts_by_language(record: Record, wanted: Sequence[str], source: str) -> dict[str, str]:
    """Return the texts of a unit's record in the languages wanted, or in all but the source."""
    texts: dict[str, str] = {}
    for language, text in record_variants(record):
        names = [one for one in wanted if speaks(language, one)]
        if not wanted and not speaks(language, source):
            names = [language]
        for name in names:
            texts.setdefault(name, text)
    return texts


class _Search:
    """One query while its matches are scored."""

    def __init__(
        self,
        query: str,
        asked: list[str],
        units: UnitStore,
        source: str,
        wishes: Wishes,
        targets: Sequence[str],
    ) -> None:
        self.query = query
        self.asked = asked
        self.units = units
        self.source = source
        self.wishes = wishes
        self.targets = targets

    def scored(self, found: Iterable[tuple[int, int]], least: int, limit: int) -> list[_Scored]:
        """Return the best units, ranked; no more are read than may be among them.

        Args:
            found: Units with raw scores.
            least: The least score wanted.
            limit: How many units are wanted.
        """
        best: dict[int, int] = {}
        for unit, raw in found:
            best[unit] = max(raw, best.get(unit, 0))
        by_raw: dict[int, list[int]] = {}
        for unit, raw in best.items():
            by_raw.setdefault(raw, []).append(unit)
        kept: list[_Scored] = []
        for raw in sorted(by_raw, reverse=True):
            if len(kept) >= limit and kept[limit - 1].score > raw:
                break
            kept += self._rows(by_raw[raw], least)
            kept.sort(key=self._rank)
        return kept

    def _rows(self, numbers: list[int], least: int) -> list[_Scored]:
        """Return the units of one raw score that reach the least score."""
        found = []
        for unit in self.units.unit_rows(numbers):
            accepts = self.wishes.filter.accepts if self.wishes.filter else None
            if accepts and not accepts(unit.memory, unit.changed, unit.record):
                continue
            one = self._best(unit)
            if one is not None:
                found.append(one)
        self._mark_ambiguous(found)
        return [one for one in found if one.score >= least]

    def _rank(self, one: _Scored) -> tuple[int, int, _Newest, str, int]:
        trust = self.wishes.trust.get(one.unit.memory)
        priority = trust.priority if trust else 0
        newest = _Newest(one.unit.changed)
        return -one.score, -priority, newest, one.unit.memory, one.unit.number

    def _best(self, unit: UnitRow) -> _Scored | None:
        """Return a unit with the better of its variants in the language of the query."""
        best: _Scored | None = None
        for variant in unit.record["variants"]:
            if not speaks(variant["language"], self.source):
                continue
            text = record_text(variant.get("content", ()))
            raw = raw_score(self.asked, tokens(text))
            one = self._variant(unit, variant, text, raw)
            if best is None or one.score > best.score:
                best = one
        return best

    def _variant(self, unit: UnitRow, variant: Record, text: str, raw: int) -> _Scored:
        named = {one["type"]: one["value"] for one in unit.record.get("properties", ())}
        codes = [one["kind"] for one in variant.get("content", ()) if not isinstance(one, str)]
        trust = self.wishes.trust.get(unit.memory)
        taken_off = penalties(
            self.query,
            text,
            raw,
            named,
            points=self.wishes.points,
            codes=self.wishes.codes,
            own_codes=[one for one in codes if one != "hi"],
            memory=trust.penalty if trust else folder_penalty(unit.path),
        )
        score = final_score(raw, taken_off)
        if score == 100 and self._same_place(unit, variant):
            score = 101
        return _Scored(score, raw, taken_off, unit, variant)

    def _same_place(self, unit: UnitRow, variant: Record) -> bool:
        if self.wishes.context is None:
            return False
        values = [
            (one["type"], one["value"])
            for each in (unit.record, variant)
            for one in each.get("properties", ())
        ]
        return self.wishes.context.agrees(
            [value for kind, value in values if kind == "x-occurrence"],
            [value for kind, value in values if kind.casefold().endswith(("context", "contextid"))],
        )

    def _mark_ambiguous(self, found: list[_Scored]) -> None:
        """Take something off the units that translate one text in several ways."""
        points = self.wishes.points.get(AMBIGUOUS, 0)
        said: dict[tuple[str, str], set[str]] = {}
        for one in found:
            texts = texts_by_language(one.unit.record, self.targets, self.source)
            for language, text in texts.items():
                said.setdefault((one.text, language), set()).add(text)
        several = {text for (text, _), texts in said.items() if len(texts) > 1}
        for one in found:
            # A unit that stood in this very place is the one that is meant.
            if points and one.text in several and one.score <= 100:
                one.taken_off = (*one.taken_off, Penalty(AMBIGUOUS, points))
                one.score = final_score(one.raw, one.taken_off)


class _Newest(str):
    """A date of which the later one comes first."""

    __slots__ = ()

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)


def _hit(one: _Scored, source: str, targets: Sequence[str]) -> Record:
    return {
        "score": one.score,
        "raw": one.raw,
        "penalties": [{"name": item.name, "points": item.points} for item in one.taken_off],
        "memory": one.unit.memory,
        "path": one.unit.path,
        "unit": one.unit.number,
        "id": one.unit.record.get("id", ""),
        "changed": one.unit.changed,
        "language": one.source["language"],
        "text": one.text,
        "targets": texts_by_language(one.unit.record, targets, source),
    }


def _with_details(
    hit: Record, query: str, asked: list[str], source: str, terms: Terms | None
) -> Record:
    """Return a hit with what is said of a match that is not the very text."""
    if hit["raw"] == 100:
        return {**hit, "words": 100, "keys": 100}
    from termbase.memory.difference import differences
    from termbase.usecases.near_match import near_details

    text = hit["text"]
    return {
        **hit,
        **near_details(query, asked, text, source, hit["targets"]),
        "differences": [list(piece) for piece in differences(text, query)],
        "terms": terms(text, source) if terms else [],
    }
