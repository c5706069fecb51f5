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

from termbase.memory.similarity import length_window
from termbase.memory.text_index import TextIndex

Array = np.ndarray[Any, Any]
_CHEAP = 4000
"""Postings so short are added up in any case: it costs less than looking at the rows."""
_TOKENS_AT_ONCE = 2_000_000
_SURROGATES = 0xD800


class _Token(NamedTuple):
    """A token of the query that the index knows.

    Attributes:
        number: Its number there.
        mass: How often the query has it.
        size: In how many rows it is; 0 of a frequent token.
        bits: Where its bits stand in the bitmaps; -1 for one with postings.
    """

    number: int
    mass: int
    size: int
    bits: int


class _Query(NamedTuple):
    """What is asked of one index. First, last: the window; least: the overlap that is needed."""

    tokens: Sequence[str]
    minimum: int
    first: int
    last: int
    least: int


def near(index: TextIndex, tokens: Sequence[str], minimum: int) -> list[tuple[int, int]]:
    """Return unit and raw score of every row with at least that raw score.

    Args:
        index: Where to look.
        tokens: Of the query.
        minimum: The least raw score, 1 to 100.
    """
    if not tokens:
        return [(index.views["units"][row], 100) for row in index.exact(tokens)]
    first, last = index.window(*length_window(len(tokens), minimum))
    least = -(-len(tokens) * minimum // 100)
    query = _Query(tokens, minimum, first, last, least)
    numbers = [(index.token_number(one), mass) for one, mass in Counter(tokens).items()]
    numbers = [one for one in numbers if one[0] >= 0]
    if first == last or sum(mass for _, mass in numbers) < least:
        return []
    known = _known(index, numbers)
    rows = _candidates(index, query, known)
    found: list[tuple[int, int]] = []
    step = max(1, _TOKENS_AT_ONCE // (len(tokens) * 100 // minimum + 1))
    for start in range(0, len(rows), step):
        found += _compared(index, query, known, rows[start : start + step])
    return found


def _known(index: TextIndex, numbers: list[tuple[int, int]]) -> list[_Token]:
    """Return the tokens of the query that the index has, by number and mass."""
    places, starts = index.bits_of_tokens(), index.views["posting_starts"]
    return [
        _Token(number, mass, starts[number + 1] - starts[number], places.get(number, -1))
        for number, mass in numbers
    ]


def _rows(index: TextIndex, query: _Query, token: _Token) -> Array:
    """Return the rows inside of the window that have a token which is not frequent."""
    postings, start = index.views["postings"], index.views["posting_starts"][token.number]
    first = bisect_left(postings, query.first, start, start + token.size)
    last = bisect_left(postings, query.last, first, start + token.size)
    return index.array("postings")[first:last]


def _candidates(index: TextIndex, query: _Query, known: list[_Token]) -> Array:
    """Return the rows that may share enough tokens, ascending."""
    width = query.last - query.first
    listed = sorted((one for one in known if one.bits < 0), key=lambda one: one.size)
    frequent = [one for one in known if one.bits >= 0]
    spare = len(query.tokens) - query.least
    mass = len(query.tokens) - sum(one.mass for one in known)
    total = 0
    taken: list[Array] = []
    for one in listed:
        if mass > spare and one.size > max(_CHEAP, 2 * total // len(taken) if taken else 0):
            break
        taken.append(_rows(index, query, one))
        mass, total = mass + one.mass, total + len(taken[-1])
    if mass <= spare or total * 4 > width:
        return _counted(index, query, listed, frequent)
    masses = [one.mass for one in listed[: len(taken)]]
    rows, shares = _summed(query, taken, masses, mass - spare)
    rest = sum(one.mass for one in listed[len(taken) :])
    return _by_bits(index, query, rows, shares, frequent, rest)


def _counted(
    index: TextIndex, query: _Query, listed: list[_Token], frequent: list[_Token]
) -> Array:
    """Return the rows that share enough, by adding up all tokens over the whole window."""
    width = query.last - query.first
    counts: Array = np.zeros(width, np.uint8 if len(query.tokens) < 256 else np.uint32)
    for one in listed:
        counts[_rows(index, query, one) - np.uint32(query.first)] += counts.dtype.type(one.mass)
    for one in frequent:
        bits = _bits(index, one, query.first, query.last)
        counts += bits if one.mass == 1 else bits * counts.dtype.type(one.mass)
    return np.flatnonzero(counts >= query.least) + query.first


def _bits(index: TextIndex, token: _Token, first: int, last: int) -> Array:
    """Return 1 for each row of a window that has a frequent token, else 0."""
    line = _bitmap(index, token)[first >> 3 : (last + 7) >> 3]
    return np.unpackbits(line)[first & 7 : (first & 7) + last - first]


def _bitmap(index: TextIndex, token: _Token) -> Array:
    size = (index.rows + 7) >> 3
    return index.array("bitmaps")[token.bits * size : (token.bits + 1) * size]


def _summed(
    query: _Query, lists: list[Array], masses: list[int], needed: int
) -> tuple[Array, Array]:
    """Return the rows whose share within some tokens is as much as needed, and that share.

    Args:
        query: What is asked.
        lists, masses: For each of these tokens its rows, and how often the query has it.
        needed: The least share.
    """
    width = query.last - query.first
    total = sum(len(rows) * mass for rows, mass in zip(lists, masses, strict=True))
    if total * 16 > width:
        counts = np.zeros(width, np.uint32)
        for rows, mass in zip(lists, masses, strict=True):
            counts[rows - np.uint32(query.first)] += np.uint32(mass)
        found = np.flatnonzero(counts >= needed)
        return found + query.first, counts[found]
    if total < needed:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing
    # A token that the query has twice counts twice: its rows stand in the list so often.
    keys = np.concatenate(
        [rows for rows, mass in zip(lists, masses, strict=True) for _ in range(mass)]
    )
    keys.sort()
    firsts = keys[: total - needed + 1]
    often = firsts[firsts == keys[needed - 1 :]]
    kept = np.concatenate((often[:1], often[1:][often[1:] != often[:-1]]))
    shares = np.searchsorted(keys, kept, side="right") - np.searchsorted(keys, kept)
    return kept.astype(np.int64), shares


def _by_bits(
    index: TextIndex,
    query: _Query,
    rows: Array,
    shares: Array,
    frequent: list[_Token],
    rest: int,
) -> Array:
    """Return the rows that still may share enough when their frequent tokens are known."""
    if len(rows) < 64:
        return rows
    shares = shares.astype(np.int64)
    bytes_, shifts = rows >> 3, 7 - (rows & 7)
    for one in frequent:
        shares += (_bitmap(index, one)[bytes_] >> shifts & 1) * one.mass
    kept: Array = rows[shares + rest >= query.least]
    return kept


def _compared(
    index: TextIndex, query: _Query, known: list[_Token], rows: Array
) -> list[tuple[int, int]]:
    """Return unit and raw score of the rows that reach the minimum."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    if not len(rows):
        return []
    size = len(query.tokens)
    codes, lengths, starts = _coded(index, known, rows)
    longest = np.maximum(lengths, size)
    overlap = np.add.reduceat((codes > 0).astype(np.int32), starts)
    kept = np.flatnonzero(overlap * 100 >= longest * query.minimum)
    if not len(kept):
        return []
    own = {index.spelling(one.number): at for at, one in enumerate(known, 1)}
    text = _text(np.array([own.get(one, len(own) + 1) for one in query.tokens]), len(own))
    whole = _text(codes, len(own))
    ends = (starts + lengths)[kept].tolist()
    texts = [whole[a:b] for a, b in zip(starts[kept].tolist(), ends, strict=True)]
    longest = longest[kept]
    most = int(longest.max()) * (100 - query.minimum) // 100
    distances = cdist([text], texts, scorer=Levenshtein.distance, score_cutoff=most)[0]
    scores = (longest - distances) * 100 // longest
    hits = np.flatnonzero(scores >= query.minimum)
    units = index.array("units")[rows[kept[hits]]]
    return list(zip(units.tolist(), scores[hits].tolist(), strict=True))


def _coded(index: TextIndex, known: list[_Token], rows: Array) -> tuple[Array, Array, Array]:
    """Return the tokens of rows, one after the other, as places in the query.

    Returns:
        For each token its place among the known ones, from 1, or 0; the length of each row; and
        where it starts.
    """
    places, lengths, starts = token_places(index, rows)
    kind = np.uint8 if len(known) < 255 else np.uint32
    table = np.zeros(len(index.views["spelling_starts"]) - 1, kind)
    table[[one.number for one in known]] = np.arange(1, len(known) + 1)
    return table[index.array("tokens")[places]], lengths, starts


def token_places(index: TextIndex, rows: Array) -> tuple[Array, Array, Array]:
    """Return where the tokens of rows stand in an index, one row after the other.

    Args:
        index: Where the rows are.
        rows: One or more.

    Returns:
        The places in its array ``tokens``; the length of each row; and where in these places it
        starts.
    """
    at = np.searchsorted(index.array("length_rows"), rows, side="right") - 1
    lengths = index.array("lengths")[at].astype(np.int64)
    firsts = index.array("length_tokens")[at].astype(np.int64)
    firsts += (rows - index.array("length_rows")[at]) * lengths
    ends = np.cumsum(lengths)
    starts = ends - lengths
    places: Array = np.arange(ends[-1]) + np.repeat(firsts - starts, lengths)
    return places, lengths, starts


def _text(codes: Array, known: int) -> str:
    """Return codes as a text, a sign each: the distance of such texts is that of the tokens."""
    if known < 255:
        return codes.astype(np.uint8).tobytes().decode("latin-1")
    signs = codes.astype(np.uint32)
    signs[signs >= _SURROGATES] += 0x800
    return signs.astype("<u4").tobytes().decode("utf-32-le")
