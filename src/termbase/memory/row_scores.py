"""Rows of an index become scores: a few one by one, many at once.

The one fact to remember: tokens are told apart as signs, those of the query each by its own, so
that the distance of two texts of signs is that of their tokens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from termbase.memory.text_index import TextIndex

Array = np.ndarray[Any, Any]
_FEW = 24
_TOKENS_AT_ONCE = 2_000_000
_FIRST = 0xE000
"""The signs of tokens begin here, where there are a million in a row and no surrogates."""


def scores_of_rows(
    index: TextIndex,
    tokens: Sequence[str],
    known: Sequence[int],
    minimum: int,
    rows: Array | Sequence[int],
) -> list[tuple[int, int]]:
    """Return unit and raw score of the rows that reach a minimum.

    Args:
        index: Where the rows are.
        tokens: Of the query, at least one.
        known: The numbers of those that the index has, each once.
        minimum: The least raw score, 1 to 100.
        rows: Which of them to compare, ascending.
    """
    if len(rows) <= _FEW:
        return list(_one_by_one(index, tokens, known, minimum, rows))
    found: list[tuple[int, int]] = []
    step = max(1, _TOKENS_AT_ONCE // (len(tokens) * 100 // minimum + 1))
    for start in range(0, len(rows), step):
        found += _at_once(index, tokens, known, minimum, np.asarray(rows[start : start + step]))
    return found


def _one_by_one(
    index: TextIndex,
    tokens: Sequence[str],
    known: Sequence[int],
    minimum: int,
    rows: Array | Sequence[int],
) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance.Levenshtein import distance

    size = len(tokens)
    signs = {number: chr(_FIRST + at) for at, number in enumerate(known)}
    sign = signs.get
    text = "".join([sign(index.token_number(one), "\1") for one in tokens])
    units = index.views["units"]
    for row in map(int, rows):
        found = index.row_tokens(row).tolist()
        longest = max(size, len(found))
        most = longest * (100 - minimum) // 100
        other = "".join([sign(one, "\0") for one in found])
        away = distance(text, other, score_cutoff=most)
        if away <= most:
            yield units[row], (longest - away) * 100 // longest


def _at_once(
    index: TextIndex,
    tokens: Sequence[str],
    known: Sequence[int],
    minimum: int,
    rows: Array,
) -> list[tuple[int, int]]:
    """Compare many rows; those that share too few tokens are left out before."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    codes, lengths, starts = _coded(index, known, rows)
    longest = np.maximum(lengths, len(tokens))
    overlap = np.add.reduceat((codes > 0).astype(np.int32), starts)
    kept = np.flatnonzero(overlap * 100 >= longest * minimum)
    if not len(kept):
        return []
    own = {number: at for at, number in enumerate(known, 1)}
    asked = [own.get(index.token_number(one), len(own) + 1) for one in tokens]
    text, whole = _text(np.array(asked), len(own)), _text(codes, len(own))
    ends = (starts + lengths)[kept].tolist()
    texts = [whole[a:b] for a, b in zip(starts[kept].tolist(), ends, strict=True)]
    longest = longest[kept]
    most = int(longest.max()) * (100 - minimum) // 100
    distances = cdist([text], texts, scorer=Levenshtein.distance, score_cutoff=most)[0]
    scores = (longest - distances) * 100 // longest
    hits = np.flatnonzero(scores >= minimum)
    units = index.array("units")[rows[kept[hits]]]
    return list(zip(units.tolist(), scores[hits].tolist(), strict=True))


def _coded(index: TextIndex, known: Sequence[int], rows: Array) -> tuple[Array, Array, Array]:
    """Return the tokens of rows, one after the other, as places in the query.

    Returns:
        For each token its place among the known ones, from 1, or 0; the length of each row; and
        where it starts.
    """
    places, lengths, starts = token_places(index, rows)
    kind = np.uint8 if len(known) < 255 else np.uint32
    table = np.zeros(len(index.views["spelling_starts"]) - 1, kind)
    table[known] = np.arange(1, len(known) + 1)
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
    """Return codes as a text, a sign each."""
    if known < 255:
        return codes.astype(np.uint8).tobytes().decode("latin-1")
    return (codes.astype("<u4") + np.uint32(_FIRST)).tobytes().decode("utf-32-le")
