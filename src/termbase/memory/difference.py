"""Differences between two texts, token by token, as CAT tools show them."""

from __future__ import annotations

import re

from termbase.memory.similarity import tokens

_PIECE = re.compile(r"\w+|[^\w\s]")

KEPT, GONE, NEW = "=", "-", "+"


def differences(found: str, query: str) -> list[tuple[str, str]]:
    """Return the found text as pieces kept, gone and new on the way to the query.

    Args:
        found: The text of the memory.
        query: The text asked for.

    Returns:
        Pairs of ``=``, ``-`` or ``+`` and a piece of text; the pieces kept and gone join to the
        found text.

    >>> differences("a small craft", "a big craft")
    [('=', 'a '), ('-', 'small'), ('+', 'big'), ('=', ' craft')]
    """
    from rapidfuzz.distance import Levenshtein

    old, new = _pieces(found), _pieces(query)
    pieces: list[tuple[str, str]] = []
    at = 0
    for code in Levenshtein.opcodes([key for key, _, _ in old], [key for key, _, _ in new]):
        if code.tag == "equal":
            continue
        start = old[code.src_start][1] if code.src_start < len(old) else len(found)
        end = old[code.src_end - 1][2] if code.src_end > code.src_start else start
        inserted = ""
        if code.dest_end > code.dest_start:
            inserted = query[new[code.dest_start][1] : new[code.dest_end - 1][2]]
            if end == start:
                inserted = _spaced(inserted, query, new[code.dest_end - 1][2])
        pieces += [(KEPT, found[at:start]), (GONE, found[start:end]), (NEW, inserted)]
        at = end
    pieces.append((KEPT, found[at:]))
    return _joined(pieces)


def _pieces(text: str) -> list[tuple[str, int, int]]:
    """Return the tokens of a text as they compare, with their offsets."""
    return [("".join(tokens(one.group())), one.start(), one.end()) for one in _PIECE.finditer(text)]


def _spaced(inserted: str, query: str, end: int) -> str:
    """Return a pure insertion with the space that follows it in the query."""
    return inserted + " " if query[end : end + 1].isspace() else inserted


def _joined(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join neighbours of one kind, and changes that only a space parts; drop empty pieces."""
    joined: list[list[str]] = [["", "", ""]]
    for at, (kind, text) in enumerate(pieces):
        if kind != KEPT:
            joined[-1][1 if kind == GONE else 2] += text
        elif not text.strip() and joined[-1][1] and 0 < at < len(pieces) - 1:
            joined[-1][1] += text
            joined[-1][2] += text if joined[-1][2] and pieces[at + 2][1] else ""
        elif text:
            joined.append([text, "", ""])
    return [
        (kind, text)
        for one in joined
        for kind, text in zip((KEPT, GONE, NEW), one, strict=True)
        if text
    ]
