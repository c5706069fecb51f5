"""A text that no unit is like becomes its longest parts that the memory knows, translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from termbase.memory.shared_parts import longest_parts, without_signs
from termbase.memory.similarity import tokens
from termbase.model.language import speaks
from termbase.model.row import UnitRow
from termbase.model.unit_record import record_text
from termbase.ports import Record
from termbase.ports.units import UnitStore
from termbase.usecases.search_memory import Terms, Wishes, texts_by_language

_TOKEN = re.compile(r"\w+|[^\w\s]")
_PARTS = 5
_READ, _MOST_READ = 50, 1000
"""Of so many units with a part the shortest is shown; so many are read to find any."""


def known_parts(
    query: str,
    units: UnitStore,
    *,
    source: str,
    targets: Sequence[str] = (),
    wishes: Wishes | None = None,
) -> list[Record]:
    """Return the longest parts of a text that the memories know, in its order.

    Args:
        query: The text to translate.
        units: The memories.
        source: Its language.
        targets: Languages wanted; all without any.
        wishes: Of these, what a unit must be.

    Returns:
        ``[{"text", "memory", "path", "unit", "in", "span", "targets":
        {language: text}}]``: the shortest unit with each part, ``in`` being its text and ``span``
        the place of the part there. A part has two words at least, one of six letters, and a unit
        that translates it.
    """
    asked = tokens(query)
    found = without_signs(units.parts(source, asked), asked)
    hits: dict[tuple[int, int], Record] = {}

    def helps(part: tuple[int, int]) -> bool:
        for rows in _some_rows(found[part], units, wishes):
            shown = [_hit(one, asked[slice(*part)], source, targets) for one in rows]
            known = [one for one in shown if one and one["targets"]]
            if known:
                shortest = min(known, key=lambda one: (len(one["in"]), one["memory"], one["unit"]))
                text = _piece(query, asked, part) or shortest["in"][slice(*shortest["span"])]
                hits[part] = {"text": text, **shortest}
                return True
        return False

    return [hits[part] for part in longest_parts(found, asked, _PARTS, helps)]


def _some_rows(
    numbers: Sequence[int], units: UnitStore, wishes: Wishes | None
) -> Iterator[list[UnitRow]]:
    """Yield units that are still there and wanted, some at a time."""
    read = 0
    for start in range(0, len(numbers), _READ):
        rows = units.unit_rows(numbers[start : start + _READ])
        yield [one for one in rows if _passes(one, wishes)]
        read += len(rows)  # those that are gone cost little
        if read >= _MOST_READ:
            break


def with_help(
    answer: Record,
    units: UnitStore,
    *,
    languages: Sequence[str],
    targets: Sequence[str] = (),
    wishes: Wishes | None = None,
    terms: Terms | None = None,
) -> Record:
    """Return the answer of a search with what helps where it found nothing.

    Args:
        answer: What `search` returned; one with hits stays as it is.
        units: The memories.
        languages: Those that the text may be in; the first that something is known in counts.
        targets, wishes, terms: As in `search`.

    Returns:
        The answer with ``parts``, as `known_parts` gives them, and ``terms``, those of the query.
    """
    if answer["hits"]:
        return answer
    query = answer["query"]
    for language in languages:
        others = [one for one in targets if not speaks(one, language)]
        parts = known_parts(query, units, source=language, targets=others, wishes=wishes)
        found = terms(query, language) if terms else []
        if parts or found:
            return {**answer, "source": language, "parts": parts, "terms": found}
    return {**answer, "parts": [], "terms": []}


def _passes(unit: UnitRow, wishes: Wishes | None) -> bool:
    only = wishes.filter if wishes else None
    return only is None or only.accepts(unit.memory, unit.changed, unit.record)


def _hit(unit: UnitRow, part: list[str], source: str, targets: Sequence[str]) -> Record | None:
    for variant in unit.record["variants"]:
        if not speaks(variant["language"], source):
            continue
        text = record_text(variant.get("content", ()))
        found = tokens(text)
        for at in range(len(found) - len(part) + 1):
            if found[at : at + len(part)] == part:
                span = _span(text, found, at, at + len(part))
                if span is not None:
                    return {
                        "memory": unit.memory,
                        "path": unit.path,
                        "unit": unit.number,
                        "in": text,
                        "span": list(span),
                        "targets": texts_by_language(unit.record, targets, source),
                    }
    return None


def _piece(query: str, asked: list[str], part: tuple[int, int]) -> str:
    span = _span(query, asked, *part)
    return query[slice(*span)] if span else ""


def _span(text: str, found: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """Return where some tokens of a text stand in it; None where folding has moved them."""
    written = list(_TOKEN.finditer(text))
    if len(written) != len(found):
        composed = normalize("NFC", text)
        return None if composed == text else (0, len(text))
    return written[first].start(), written[last - 1].end()
