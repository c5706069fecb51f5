"""A query becomes all rows of an index that reach a raw score: none is missed, few are compared.

Why none is missed. Let the query have n tokens, a row m, and let L = max(n, m). Turning one text
into the other keeps at most o tokens in place, o being the size of the overlap of the two as
multisets, so the distance is at least L - o, and a raw score of T needs ``o * 100 >= T * L``.

1. Length window: ``o <= min(n, m)``, so m lies between n·T/100 and n·100/T (`length_window`).
2. Rarest tokens: as L >= n, a row needs an overlap of ``least = ceil(n * T / 100)``. Let P be any
   tokens of the query with the mass p (each counted as often as the query has it). What a row
   shares with the query outside of P is at most n - p, so it must share ``p - (n - least)`` within
   P. Where that is 1 or more, only the rows in the postings of P can be hits; the rarest tokens
   make the shortest postings. A row's share within P is at most the mass of the tokens of P that
   it has, which adds up from the postings without looking at the row.
3. Overlap count: the same bound with P = all tokens, first from the bits of the frequent tokens,
   then from the tokens of the row itself, and with the row's own L.

What is left is compared, token by token (Levenshtein), so every score is the true one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from termbase.memory.row_scores import scores_of_rows
from termbase.memory.similarity import length_window
from termbase.memory.text_index import TextIndex

Array = np.ndarray[Any, Any]
_FEW = 200
"""So many postings are added up without numpy."""
_CHEAP = 4000
"""Postings so short are added up in any case: it costs less than looking at the rows."""
_ROWS = 24
"""So few rows are compared and asked nothing before."""
_Token = tuple[int, int, int]
"""A token of the query that the index knows: in how many rows it is listed, 0 for a frequent token;
its number there; how often the query has it."""


class _Query(NamedTuple):
    """What is asked of one index.

    Attributes:
        size: The number of tokens.
        least: The overlap that is needed.
        first, last: The window.
        missing: How many of the tokens no row has.
        listed: Those with postings, the rarest first.
        frequent: Those with bits.
    """

    size: int
    least: int
    first: int
    last: int
    missing: int
    listed: list[_Token]
    frequent: list[_Token]


def near(index: TextIndex, tokens: Sequence[str], minimum: int) -> list[tuple[int, int]]:
    """Return unit and raw score of every row with at least that raw score.

    Args:
        index: Where to look.
        tokens: Of the query.
        minimum: The least raw score, 1 to 100.
    """
    if not tokens:
        return [(index.views["units"][row], 100) for row in index.exact(tokens)]
    query = _asked(index, tokens, minimum)
    if query is None:
        return []
    rows = _candidates(index, query)
    if not len(rows):
        return []
    known = [number for _, number, _ in (*query.listed, *query.frequent)]
    return scores_of_rows(index, tokens, known, minimum, rows)


def _asked(index: TextIndex, tokens: Sequence[str], minimum: int) -> _Query | None:
    """Return what is asked of an index; None where so little is known that nothing can be a hit."""
    size = len(tokens)
    first, last = index.window(*length_window(size, minimum))
    if first == last:
        return None
    least = -(-size * minimum // 100)
    missing, spare = 0, size - least
    listed: list[_Token] = []
    frequent: list[_Token] = []
    starts, bits = index.views["posting_starts"], index.bits_of_tokens()
    for token, mass in Counter(tokens).items():
        number = index.token_number(token)
        rows = starts[number + 1] - starts[number] if number >= 0 else 0
        if rows:
            listed.append((rows, number, mass))
        elif number in bits:
            frequent.append((0, number, mass))
        else:  # unknown, or in units alone that are gone
            missing += mass
            if missing > spare:
                return None
    listed.sort()
    return _Query(size, least, first, last, missing, listed, frequent)


def _candidates(index: TextIndex, query: _Query) -> Array | list[int]:
    """Return the rows that may share enough tokens, ascending."""
    spare, mass, total, taken = query.size - query.least, query.missing, 0, 0
    for size, _, own in query.listed:
        if total + size > _FEW:
            break
        mass, total, taken = mass + own, total + size, taken + 1
    if mass > spare:
        return _few(index, query, query.listed[:taken], mass - spare)
    return _many(index, query)


def _few(index: TextIndex, query: _Query, listed: list[_Token], needed: int) -> list[int]:
    """Return the rows whose share within some rare tokens is as much as needed."""
    postings, starts = index.views["postings"], index.views["posting_starts"]
    shares: dict[int, int] = {}
    for size, number, mass in listed:
        start = starts[number]
        for row in postings[start : start + size].tolist():
            shares[row] = shares.get(row, 0) + mass
    return sorted(
        row for row, own in shares.items() if own >= needed and query.first <= row < query.last
    )


def _many(index: TextIndex, query: _Query) -> Array:
    """Return the rows that may share enough, by the tokens that are worth to be added up."""
    spare, mass, total, taken = query.size - query.least, query.missing, 0, 0
    width = query.last - query.first
    lists: list[Array] = []
    for size, number, own in query.listed:
        if mass > spare and size > max(_CHEAP, 2 * total // taken if taken else 0):
            break
        found = _rows(index, query, size, number)
        lists += [found] * own  # its rows stand there as often as the query has it
        mass, total, taken = mass + own, total + len(found), taken + 1
    if mass <= spare or total * 2 > width:
        return _counted(index, query)
    rows, shares = _summed(lists, mass - spare)
    if len(rows) <= _ROWS or not query.frequent:
        return rows
    return _by_bits(index, query, rows, shares, sum(own for _, _, own in query.listed[taken:]))


def _rows(index: TextIndex, query: _Query, size: int, number: int) -> Array:
    """Return the rows inside of the window that have a token which is not frequent."""
    postings, start = index.views["postings"], index.views["posting_starts"][number]
    first = bisect_left(postings, query.first, start, start + size)
    last = bisect_left(postings, query.last, first, start + size)
    return index.array("postings")[first:last]


def _counted(index: TextIndex, query: _Query) -> Array:
    """Return the rows that share enough, by adding up all tokens over the whole window."""
    width = query.last - query.first
    counts: Array = np.zeros(width, np.uint8 if query.size < 256 else np.uint32)
    for size, number, mass in query.listed:
        rows = _rows(index, query, size, number)
        counts[rows - np.uint32(query.first)] += counts.dtype.type(mass)
    for _, number, mass in query.frequent:
        bits = _bits(index, number, query.first, query.last)
        counts += bits if mass == 1 else bits * counts.dtype.type(mass)
    return np.flatnonzero(counts >= query.least) + query.first


def _bits(index: TextIndex, number: int, first: int, last: int) -> Array:
    """Return 1 for each row of a window that has a frequent token, else 0."""
    line = _bitmaps(index)[index.bits_of_tokens()[number], first >> 3 : (last + 7) >> 3]
    return np.unpackbits(line)[first & 7 : (first & 7) + last - first]


def _bitmaps(index: TextIndex) -> Array:
    """Return the bits of the frequent tokens, a line each."""
    return index.array("bitmaps").reshape(-1, (index.rows + 7) >> 3)


def _summed(lists: list[Array], needed: int) -> tuple[Array, Array]:
    """Return the rows that stand in as many lists as needed, and in how many they do."""
    keys = np.concatenate(lists)
    keys.sort()
    firsts = keys[: max(0, len(keys) - needed + 1)]
    often = firsts[firsts == keys[needed - 1 :]] if needed > 1 else firsts
    new = np.ones(len(often), bool)
    np.not_equal(often[1:], often[:-1], out=new[1:])
    kept = new.nonzero()[0]
    # A row stands there once for being in so many lists, and once for each one more.
    shares = np.append(kept[1:], len(often)) - kept + (needed - 1)
    return often[kept].astype(np.int64), shares


def _by_bits(index: TextIndex, query: _Query, rows: Array, shares: Array, rest: int) -> Array:
    """Return the rows that still may share enough when their frequent tokens are known.

    Args:
        index: Where they are.
        query: What is asked.
        rows, shares: The rows, and what they share with tokens that were asked for.
        rest: How often the query has tokens that have not been asked for and are not frequent.
    """
    size, places = (index.rows + 7) >> 3, index.bits_of_tokens()
    kind = np.uint8 if query.size < 256 else np.uint32
    lines = np.array([places[number] * size for _, number, _ in query.frequent])
    masses = np.array([mass for _, _, mass in query.frequent], kind)
    bits = index.array("bitmaps").take(lines[:, None] + (rows >> 3))
    bits >>= (7 - (rows & 7)).astype(np.uint8)
    bits &= 1
    own = (bits * masses[:, None]).sum(axis=0, dtype=kind)
    kept: Array = rows[shares + own + rest >= query.least]
    return kept
