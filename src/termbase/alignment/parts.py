"""Segments → their parts, cut after every mark that ends a clause; and paths of parts → places.

Translators move clauses from one sentence to the next. Whether two segments must go together
shows when their parts are aligned: where a part stands opposite parts of two segments, no bead
may end between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from termbase.alignment.band import Track
from termbase.alignment.sides import Integers
from termbase.alignment.tokens import letters

_CUT = re.compile(
    r"(?<=[.!?…;:])[\"»”’')]*\s+(?=\S)|\s+(?=[—–])|(?<=[。！？；：])(?=[^\d\"”’」』。！？])"
)
_LEAST_LETTERS = 25
"""Letters of a part; what is shorter stays with what follows."""


@dataclass(frozen=True, slots=True)
class Parts:
    """One text in parts.

    Attributes:
        texts: The parts, in order.
        owner: The segment of each part; one more entry names the end.
        starts: The first part of each segment; one more entry names the end.
    """

    texts: list[str]
    owner: Integers
    starts: Integers

    def of(self, segments: Sequence[int]) -> tuple[int, ...]:
        """Return all parts of some neighbouring segments."""
        if not segments:
            return ()
        return tuple(range(int(self.starts[segments[0]]), int(self.starts[segments[-1] + 1])))

    def inherit(self, numbers: Sequence[int]) -> list[int]:
        """Return for each part what is said of its segment."""
        inherited: list[int] = np.asarray(numbers)[self.owner[:-1]].tolist()
        return inherited

    def places(self, of_parts: Integers) -> Integers:
        """Return which places between segments places between parts are, -1 within a segment."""
        place = self.owner[of_parts]
        return np.where(self.starts[place] == of_parts, place, -1)


def cut_into_parts(segments: Sequence[str]) -> Parts:
    """Cut the segments of a text.

    >>> text = "Il était là depuis avant-hier soir ; personne ne l'avait entendu. Si !"
    >>> cut_into_parts([text]).texts
    ['Il était là depuis avant-hier soir ; ', "personne ne l'avait entendu. Si !"]
    """
    cut = [_parts(segment) for segment in segments]
    many = np.array([len(one) for one in cut], dtype=np.int64)
    owner = np.repeat(np.arange(len(cut) + 1), [*many.tolist(), 1])
    starts = np.concatenate([[0], np.cumsum(many)])
    return Parts([part for one in cut for part in one], owner, starts)


def _parts(segment: str) -> list[str]:
    parts, start = [], 0
    for found in _CUT.finditer(segment):
        part = segment[start : found.end()]
        if letters(part) >= _LEAST_LETTERS <= letters(segment[found.end() :]):
            parts.append(part)
            start = found.end()
    return [*parts, segment[start:]]


def spread(track: Track, source: Parts, target: Parts) -> Track:
    """Return the way of a path of segments as a way of parts; within a segment it is all of it."""
    before = source.owner
    behind = np.minimum(before + (source.starts[before] != np.arange(len(before))), before[-1])
    return Track(target.starts[track.low[before]], target.starts[track.high[behind]])


def shared_corners(path: Integers, source: Parts, target: Parts) -> tuple[Integers, Integers]:
    """Return the corners of a path of parts that are places between segments of both texts.

    Returns:
        A source and a target place each, those inside beads of whole segments too, of which parts
        know no more than segments; and the ones among them where two beads meet that have two
        sides each. Parts know where sentences meet, but not so well what is left out.
    """
    here, there = source.places(path[:, 0]), target.places(path[:, 1])
    both = (here >= 0) & (there >= 0)
    paired = (path[:, 2] > 0) & (path[:, 3] > 0)
    firm = both & paired & np.concatenate([[True], paired[:-1]])
    corners = np.column_stack([here, there])
    known = np.concatenate([corners[both], _inside_whole(path, source, target)])
    return known[np.lexsort((known[:, 1], known[:, 0]))], corners[firm]


def _inside_whole(path: Integers, source: Parts, target: Parts) -> Integers:
    """Return all pairs of places of beads that have whole segments, but their two corners."""
    i, j = source.places(path[:, 0]), target.places(path[:, 1])
    k, m = (side.places(path[:, at] + path[:, at + 2]) for side, at in ((source, 0), (target, 1)))
    whole = (np.minimum(i, j) >= 0) & (k - i == path[:, 2]) & (m - j == path[:, 3])
    many = whole & (path[:, 2] + path[:, 3] > 2)
    inside = [
        (a, b)
        for i, j, k, m in zip(i[many], j[many], k[many], m[many], strict=True)
        for a in range(i, k + 1)
        for b in range(j, m + 1)
        if (a, b) not in {(i, j), (k, m)}
    ]
    return np.array(inside, dtype=np.int64).reshape(-1, 2)
