"""A query becomes its longest parts that texts of a memory have too, token by token.

The one fact to remember: a part is looked for from two tokens that follow each other in the query,
so only rows that have both are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from termbase.memory.text_index import TextIndex

if TYPE_CHECKING:
    import numpy as np

    from termbase.memory.fresh_texts import FreshTexts

Part = tuple[int, int]
"""First token of the query, and the one behind the last."""
MOST_ROWS = 4000
"""So many rows are read for two neighbours; what is in more is said all the time."""
_LETTERS = 6


def is_telling(tokens: Sequence[str]) -> bool:
    """Say whether some tokens are worth a translation of their own: two words, not «de la».

    >>> is_telling(["de", "la"]), is_telling(["engin", "spatial"])
    (False, True)
    """
    words = [one for one in tokens if one[0].isalnum()]
    return len(words) > 1 and max(map(len, words)) >= _LETTERS


def common_parts(text: Sequence[object], query: Sequence[object]) -> Iterator[Part]:
    """Yield where a text and a query have two tokens or more in common, each part as long as it is.

    >>> list(common_parts(list("xabcy"), list("zabcab")))
    [(1, 4), (4, 6)]
    """
    places: dict[object, list[int]] = {}
    for place, token in enumerate(query):
        places.setdefault(token, []).append(place)
    for at, token in enumerate(text):
        for place in places.get(token, ()):
            if at and place and text[at - 1] == query[place - 1]:
                continue  # a longer part begins before
            size = 1
            while (
                at + size < len(text)
                and place + size < len(query)
                and text[at + size] == query[place + size]
            ):
                size += 1
            if size > 1:
                yield place, place + size


def index_parts(index: TextIndex, tokens: Sequence[str]) -> dict[Part, list[int]]:
    """Return the parts of a query that rows of an index have, each with its units.

    Two frequent tokens that follow each other are no part by themselves.
    """
    import numpy

    numbers = [index.token_number(one) for one in tokens]
    query = numpy.array(numbers, dtype=numpy.int64)
    units = index.views["units"]
    listed = index.views["posting_starts"]
    found: dict[Part, set[int]] = {}
    for at, (one, two) in enumerate(pairwise(numbers)):
        if min(one, two) < 0 or not any(listed[n + 1] - listed[n] for n in (one, two)):
            continue
        rows = _rows(index, one, two)
        if len(rows):
            for part, row in _runs(index, rows, query, at):
                found.setdefault(part, set()).add(units[row])
    return {part: sorted(some) for part, some in found.items() if is_telling(tokens[slice(*part)])}


def fresh_parts(fresh: FreshTexts, tokens: Sequence[str]) -> dict[Part, list[int]]:
    """Return the parts of a query that texts outside of the index have, each with its units."""
    pairs = [" ".join(pair) for pair in pairwise(tokens) if is_telling(pair)]
    pairs += [" ".join(tokens[at : at + 3]) for at in range(len(tokens) - 2)]
    found: dict[Part, list[int]] = {}
    for text, unit in fresh.texts:
        if any(pair in text for pair in pairs):
            for part in set(common_parts(text.split(" "), tokens)):
                if is_telling(tokens[slice(*part)]):
                    found.setdefault(part, []).append(unit)
    return found


def longest_parts(found: Iterable[Part], tokens: Sequence[str], limit: int) -> list[Part]:
    """Return the longest parts that do not overlap, in the order of the query.

    Args:
        found: Parts of the query.
        tokens: The query; the length of a part is that of its tokens.
        limit: At most so many.
    """
    kept: list[Part] = []
    for start, end in sorted(found, key=lambda one: (-sum(map(len, tokens[slice(*one)])), one)):
        if len(kept) < limit and all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return sorted(kept)


def _rows(index: TextIndex, one: int, two: int) -> np.ndarray[Any, Any]:
    """Return rows that have two tokens."""
    import numpy

    first, second = sorted((one, two), key=lambda number: _size(index, number))
    rows: np.ndarray[Any, Any] = numpy.asarray(index.rows_with(first), dtype=numpy.int64)
    if first != second:
        rows = rows[_has(index, rows, second)]
    return rows[:MOST_ROWS]


def _runs(
    index: TextIndex, rows: np.ndarray[Any, Any], query: np.ndarray[Any, Any], at: int
) -> set[tuple[Part, int]]:
    """Return how far rows agree with a query around two of its tokens: each part with its row."""
    import numpy

    from termbase.memory.row_scores import token_places

    places, lengths, starts = token_places(index, rows)
    tokens = index.array("tokens")[places]
    row_of = numpy.repeat(numpy.arange(len(rows)), lengths)
    met = (tokens[:-1] == query[at]) & (tokens[1:] == query[at + 1]) & (row_of[:-1] == row_of[1:])
    hits = numpy.flatnonzero(met)
    low, high = starts[row_of[hits]], (starts + lengths)[row_of[hits]]
    before, after = numpy.zeros(len(hits), int), numpy.zeros(len(hits), int)
    going = numpy.ones(len(hits), bool)
    for away in range(1, at + 1):
        going &= hits - away >= low
        going &= tokens[numpy.maximum(hits - away, 0)] == query[at - away]
        before += going
    going[:] = True
    for away in range(2, len(query) - at):
        going &= hits + away < high
        going &= tokens[numpy.minimum(hits + away, len(tokens) - 1)] == query[at + away]
        after += going
    first, last = (at - before).tolist(), (at + 2 + after).tolist()
    return set(zip(zip(first, last, strict=True), rows[row_of[hits]].tolist(), strict=True))


def _size(index: TextIndex, number: int) -> int:
    starts = index.views["posting_starts"]
    size: int = starts[number + 1] - starts[number]
    return size or index.rows


def _has(index: TextIndex, rows: np.ndarray[Any, Any], number: int) -> np.ndarray[Any, Any]:
    """Say of each row whether it has a token."""
    import numpy

    at = index.bits_of_tokens().get(number)
    if at is None:
        return numpy.isin(rows, numpy.asarray(index.rows_with(number)), assume_unique=True)
    size = (index.rows + 7) >> 3
    bits = index.array("bitmaps")[at * size : (at + 1) * size]
    found: np.ndarray[Any, Any] = (bits[rows >> 3] >> (7 - (rows & 7)) & 1).astype(bool)
    return found
