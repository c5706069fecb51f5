"""Texts as token numbers become the arrays of a `TextIndex`, a part of them at a time.

The one fact to remember: while texts come in, memory is bounded by the vocabulary, and by the
tokens when all are there; the rest is made for one length, or one stretch of it, after the other.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import IO, Any
from zlib import crc32

import numpy as np

from termbase.memory.text_index import MASK, TextIndex, place_weight
from termbase.memory.token_stream import token_stream

Array = np.ndarray[Any, Any]
FREQUENT = 32
"""A token in one row of so many has a bit for every row: that is shorter than a list of rows."""
_AT_ONCE, _PARTS = 200_000, 16
"""So many tokens are sorted at once, or such a part of all: memory against passes over them."""


class _Numbers(dict[bytes, int]):
    """Gives each new token, in UTF-8, the next number."""

    def __missing__(self, token: bytes) -> int:
        number = self[token] = len(self)
        return number


class Texts:
    """Texts of one language on their way into an index.

    Args:
        tokens: An empty file for their tokens, which nobody needs before all are there.
    """

    def __init__(self, tokens: IO[bytes]) -> None:
        self._numbers = _Numbers()
        self._tokens = tokens
        self._lengths = array("I")
        self._units = array("I")

    def __len__(self) -> int:
        return len(self._lengths)

    @property
    def tokens(self) -> int:
        """How many tokens all of them have."""
        return self._tokens.tell() // 4

    def add(self, texts: Sequence[str], units: Iterable[int]) -> None:
        """Add texts as they are written, each with the number of its unit."""
        found, lengths = token_stream(texts)
        self._write(found)
        self._lengths.frombytes(lengths.astype(np.uint32).tobytes())
        self._units.extend(units)

    def add_tokens(self, texts: Iterable[str], units: Iterable[int]) -> None:
        """Add texts by their tokens, joined by a space."""
        found = [one.encode("utf-8", "surrogatepass").split() for one in texts]
        self._lengths.extend(map(len, found))
        self._write(chain.from_iterable(found))
        self._units.extend(units)

    def _write(self, tokens: Iterable[bytes]) -> None:
        self._tokens.write(array("I", map(self._numbers.__getitem__, tokens)))

    def add_index(self, index: TextIndex, living: Array | None = None) -> None:
        """Add the rows of another index.

        Args:
            index: Where they stand.
            living: The units that are still there; all without it.
        """
        if not index.rows:
            return
        numbers = self._numbers
        renumbered = np.array(
            [numbers[one] for one in index.all_spellings()] or [0], dtype=np.uint32
        )
        units = index.array("units")
        kept = np.ones(len(units), bool) if living is None else np.isin(units, living)
        ends = index.array("length_rows")
        for at, length in enumerate(index.array("lengths").tolist()):
            first, last = int(ends[at]), int(ends[at + 1])
            start = int(index.array("length_tokens")[at])
            table = index.array("tokens")[start : start + (last - first) * length]
            rows = kept[first:last]
            table = renumbered[table.reshape(last - first, length)[rows]]
            self._tokens.write(np.ascontiguousarray(table).data)
            count = int(rows.sum())
            self._lengths.extend(array("I", [length]) * count)
            self._units.frombytes(units[first:last][rows].tobytes())

    def arrays(self) -> dict[str, Array]:
        """Return the arrays of their index; these texts are used up by it."""
        spellings, order = _vocabulary(list(self._numbers))
        self._numbers.clear()
        renumbered = np.zeros(len(order), np.uint32)
        renumbered[order] = np.arange(len(order), dtype=np.uint32)
        made = _rows(self, renumbered, spellings.pop("hashes"))
        made |= _postings(made, len(order))
        return spellings | made


def _vocabulary(written: Sequence[bytes]) -> tuple[dict[str, Array], Array]:
    """Return the arrays of the vocabulary, and its tokens in the order of their buckets."""
    hashes = np.fromiter(map(crc32, written), np.uint32, len(written))  # as `token_hash` does
    size = 1 << max(1, len(written).bit_length() - 1)
    slots = hashes & np.uint32(size - 1)
    order = np.argsort(slots, kind="stable")
    buckets = np.searchsorted(slots[order], np.arange(size + 1))
    ordered = [written[at] for at in order.tolist()]
    starts = np.zeros(len(written) + 1, np.uint32)
    np.cumsum(np.fromiter(map(len, ordered), np.uint32, len(ordered)) + 1, out=starts[1:])
    blob = np.frombuffer(b"\n".join([*ordered, b""]), np.uint8)
    return {
        "spellings": blob,
        "spelling_starts": starts,
        "buckets": buckets.astype(np.uint32),
        "hashes": hashes[order],
    }, order


def _rows(texts: Texts, renumbered: Array, hashes: Array) -> dict[str, Array]:
    """Return the rows sorted by length and hash."""
    with texts._tokens as file:
        file.seek(0)
        tokens = np.frombuffer(file.read(), np.uint32)
    lengths = np.frombuffer(texts._lengths, np.uint32)
    units = np.frombuffer(texts._units, np.uint32)
    starts = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    by_length = np.argsort(lengths, kind="stable")
    values, counts = np.unique(lengths, return_counts=True)
    rows = np.zeros(len(values) + 1, np.uint32)
    np.cumsum(counts, out=rows[1:])
    firsts = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(counts.astype(np.uint64) * values, out=firsts[1:])
    made_tokens = np.empty(len(tokens), np.uint32)
    made_hashes, made_units = np.empty(len(lengths), np.uint32), np.empty(len(lengths), np.uint32)
    for at, length in enumerate(values.tolist()):
        members = by_length[rows[at] : rows[at + 1]]
        table = renumbered[tokens[starts[members][:, None] + np.arange(length)]]
        weights = np.array([place_weight(place) for place in range(length)], np.uint64)
        summed = (hashes[table] * weights & np.uint64(MASK)).sum(axis=1, dtype=np.uint64)
        found = (summed & np.uint64(MASK)).astype(np.uint32)
        order = np.argsort(found, kind="stable")
        made_tokens[int(firsts[at]) : int(firsts[at + 1])] = table[order].ravel()
        made_hashes[rows[at] : rows[at + 1]] = found[order]
        made_units[rows[at] : rows[at + 1]] = units[members[order]]
    return {
        "lengths": values.astype(np.uint32),
        "length_rows": rows,
        "length_tokens": firsts,
        "tokens": made_tokens,
        "hashes": made_hashes,
        "units": made_units,
    }


def _counts(tokens: Array, size: int) -> Array:
    """Return how often each token stands there; numpy makes a copy twice as large to count."""
    counts = np.zeros(size, np.int64)
    for start in range(0, len(tokens), _AT_ONCE):
        counts += np.bincount(tokens[start : start + _AT_ONCE], minlength=size)
    return counts


def _rows_of(places: Array, made: Mapping[str, Array]) -> Array:
    """Return the rows that stand at places, ascending, of all tokens."""
    firsts = np.searchsorted(places, made["length_tokens"])
    lengths = np.repeat(made["lengths"], np.diff(firsts))
    starts = np.repeat(made["length_tokens"][:-1], np.diff(firsts))
    rows = np.repeat(made["length_rows"][:-1], np.diff(firsts))
    found: Array = rows + (places - starts).astype(np.uint32) // lengths
    return found


def _postings(made: Mapping[str, Array], size: int) -> dict[str, Array]:
    """Return for each token the rows that have it, as a list or as bits."""
    tokens, total = made["tokens"], len(made["units"])
    ends = np.cumsum(_counts(tokens, size))
    lists: list[Array] = []
    sizes = np.zeros(size, np.uint32)
    frequent: list[int] = []
    bitmaps: list[Array] = []
    first, at_once = 0, max(_AT_ONCE, len(tokens) // _PARTS)
    while first < size:
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + at_once, side="right")))
        where = np.flatnonzero((tokens >= first) & (tokens < last)).astype(np.uint32)
        keys = tokens[where].astype(np.uint64) << np.uint64(32) | _rows_of(where, made)
        del where
        keys.sort()
        keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))] if len(keys) else keys
        found = (keys >> np.uint64(32)).astype(np.int64) - first
        listed = keys.astype(np.uint32)
        here = np.bincount(found, minlength=last - first)
        many = np.flatnonzero(here * FREQUENT > total)
        if total >= FREQUENT and len(many):
            edges = np.concatenate(([0], np.cumsum(here)))
            kept = np.ones(len(listed), bool)
            for one in many.tolist():
                bits = np.zeros(total, bool)
                bits[listed[edges[one] : edges[one + 1]]] = True
                bitmaps.append(np.packbits(bits))
                kept[edges[one] : edges[one + 1]] = False
                frequent.append(first + one)
            listed, here = listed[kept], here.copy()
            here[many] = 0
        sizes[first:last] = here
        lists.append(listed)
        first = last
    starts = np.zeros(size + 1, np.uint32)
    np.cumsum(sizes, out=starts[1:])
    nothing = np.zeros(0, np.uint32)
    return {
        "postings": np.concatenate([nothing, *lists]),
        "posting_starts": starts,
        "frequent": np.array(frequent, np.uint32),
        "bitmaps": np.concatenate([nothing.astype(np.uint8), *bitmaps]),
    }
