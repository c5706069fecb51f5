"""Differences between two texts, token by token, as CAT tools show them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from termbase.memory.similarity import tokens

_PIECE = re.compile(r"(?:\w[\u0300-\u036f]*)+|[^\w\s]")

KEPT, GONE, NEW = "=", "-", "+"


class _Piece(NamedTuple):
    """A token as it compares, and where it stands."""

    key: str
    start: int
    end: int


def differences(found: str, query: str) -> list[tuple[str, str]]:
    """Return the found text as pieces kept, gone and new on the way to the query.

    Args:
        found: The text of the memory.
        query: The text asked for.

    Returns:
        Pairs of ``=``, ``-`` or ``+`` and a piece of text; the pieces kept and gone join to the
        found text, those kept and new read as the query.

    >>> differences("a small craft", "a big craft")
    [('=', 'a '), ('-', 'small'), ('+', 'big'), ('=', ' craft')]
    """
    from rapidfuzz.distance import Levenshtein

    query = query.strip()
    old, new = _pieces(found), _pieces(query)
    codes = Levenshtein.opcodes([one.key for one in old], [one.key for one in new])
    pieces: list[tuple[str, str]] = []
    old_end = new_end = 0
    for same in codes.as_matching_blocks():
        old_start = old[same.a].start if same.a < len(old) else len(found)
        new_start = new[same.b].start if same.b < len(new) else len(query)
        pieces += _change(found[old_end:old_start], query[new_end:new_start])
        if same.size:
            old_end, new_end = old[same.a + same.size - 1].end, new[same.b + same.size - 1].end
            pieces.append((KEPT, found[old_start:old_end]))
    return _joined(pieces)


def _pieces(text: str) -> list[_Piece]:
    """Return the tokens of a text; accents that stand apart belong to their letters."""
    return [
        _Piece("".join(tokens(one.group())), one.start(), one.end())
        for one in _PIECE.finditer(text)
    ]


def _change(gone: str, new: str) -> list[tuple[str, str]]:
    """Return what stands between two kept tokens; white space that both have there is kept."""
    if not gone.strip() and not new.strip():
        return [(KEPT, gone)]
    before = after = ""
    if gone[:1].isspace() and new[:1].isspace():
        rest = gone.lstrip()
        before, gone, new = gone[: len(gone) - len(rest)], rest, new.lstrip()
    if gone[-1:].isspace() and new[-1:].isspace():
        rest = gone.rstrip()
        after, gone, new = gone[len(rest) :], rest, new.rstrip()
    return [(KEPT, before), (GONE, gone), (NEW, new), (KEPT, after)]


def _joined(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join neighbours of one kind; drop empty pieces."""
    filled = [piece for piece in pieces if piece[1]]
    return [
        (kind, "".join(text for _, text in same))
        for kind, same in groupby(filled, key=lambda piece: piece[0])
    ]
