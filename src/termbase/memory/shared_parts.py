"""A query becomes its longest parts that texts of a memory have too, token by token.

The one fact to remember: a part is looked for from two tokens that follow each other in the query,
so only rows that have both are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
MOST_ASKED = 40
_LETTERS = 6


def is_telling(tokens: Sequence[str]) -> bool:
    """Say whether some tokens are worth a translation of their own: two words, not «de la».

    >>> is_telling(["de", "la"]), is_telling(["engin", "spatial"])
    (False, True)
    """
    words = [one for one in tokens if one[0].isalnum()]
    return len(words) > 1 and any(map(_is_long, words))


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

    Whatever part is telling has a long word, which has a neighbour there: such pairs are enough.
    In large memories two frequent tokens that follow each other are no part by themselves.
    """
    import numpy

    from termbase.memory.build_index import FREQUENT

    all_read = index.rows <= MOST_ROWS * FREQUENT  # a frequent token may be in few rows
    numbers = [index.token_number(one) for one in tokens]
    query = numpy.array(numbers, dtype=numpy.int64)
    units = index.views["units"]
    listed = index.views["posting_starts"]
    found: dict[Part, set[int]] = {}
    for at, (one, two) in enumerate(pairwise(numbers)):
        if min(one, two) < 0 or not any(map(_is_long, tokens[at : at + 2])):
            continue
        if not (all_read or any(listed[n + 1] - listed[n] for n in (one, two))):
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


def without_signs(
    found: Mapping[Part, Iterable[int]], tokens: Sequence[str]
) -> dict[Part, list[int]]:
    """Return telling parts of a query from their first word to their last, with their units.

    >>> without_signs({(0, 4): [1], (1, 3): [2]}, [",", "engin", "spatial", "."])
    {(1, 3): [1, 2]}
    """
    kept: dict[Part, set[int]] = {}
    for (start, end), units in found.items():
        words = [at for at in range(start, end) if tokens[at][0].isalnum()]
        kept.setdefault((words[0], words[-1] + 1), set()).update(units)
    return {part: sorted(units) for part, units in kept.items()}


def longest_parts(
    found: Iterable[Part], tokens: Sequence[str], limit: int, helps: Callable[[Part], bool]
) -> list[Part]:
    """Return the longest parts that help and do not overlap, in the order of the query.

    Args:
        found: Parts of the query.
        tokens: The query; the length of a part is that of its tokens.
        limit: At most so many.
        helps: Says whether a part is of any use; it is asked of `MOST_ASKED` at most.
    """
    kept: list[Part] = []
    asked = 0
    for start, end in sorted(found, key=lambda one: (-sum(map(len, tokens[slice(*one)])), one)):
        if len(kept) == limit or asked == MOST_ASKED:
            break
        if all(end <= first or last <= start for first, last in kept):
            asked += 1
            if helps((start, end)):
                kept.append((start, end))
    return sorted(kept)


def _is_long(token: str) -> bool:
    return len(token) >= _LETTERS and token[0].isalnum()


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
    met = numpy.flatnonzero((tokens[:-1] == query[at]) & (tokens[1:] == query[at + 1]))
    row_of = numpy.searchsorted(starts, met, side="right") - 1
    ends = (starts + lengths)[row_of]
    inside = met + 1 < ends
    hits, row_of, ends = met[inside], row_of[inside], ends[inside]
    before = _agreeing(tokens, hits - 1, starts[row_of] - 1, query[:at][::-1], step=-1)
    after = _agreeing(tokens, hits + 2, ends, query[at + 2 :], step=1)
    first, last = (at - before).tolist(), (at + 2 + after).tolist()
    return set(zip(zip(first, last, strict=True), rows[row_of].tolist(), strict=True))


def _agreeing(
    tokens: np.ndarray[Any, Any],
    start: np.ndarray[Any, Any],
    end: np.ndarray[Any, Any],
    query: np.ndarray[Any, Any],
    *,
    step: int,
) -> np.ndarray[Any, Any]:
    """Return how many tokens agree with a query from each start on, up to where each ends."""
    import numpy

    agreed = numpy.zeros(len(start), int)
    going = numpy.arange(len(start))
    for away, wanted in enumerate(query.tolist()):
        here = start[going] + step * away
        inside = here != end[going]
        going, here = going[inside], here[inside]
        going = going[tokens[here] == wanted]
        if not len(going):
            break
        agreed[going] += 1
    return agreed


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
    bits = numpy.frombuffer(index.bitmap(at), numpy.uint8)
    found: np.ndarray[Any, Any] = (bits[rows >> 3] >> (7 - (rows & 7)) & 1).astype(bool)
    return found
