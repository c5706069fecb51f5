"""Segments → their parts, cut after the marks between clauses; and places of parts ↔ of segments.

Translators move clauses from one sentence to the next. Whether two segments must go together
shows when their parts are aligned: where a part stands opposite parts of two segments, no bead
should end between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from termbase.alignment.band import Band, Track
from termbase.alignment.sides import Integers, spans
from termbase.alignment.tokens import letters

_CUT = re.compile(
    r"(?<=[.!?…;:,])[\"»”’')]*\s+(?=\S)|\s+(?=[—–])|(?<=[。！？；：，])(?=[^\d\"”’」』。！？])"
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


def corners_within(band: Band, source: Parts, target: Parts) -> tuple[Integers, Integers]:
    """Return all pairs of places between segments that a band of parts holds, in order.

    Returns:
        The source and the target place of each.
    """
    first, last = band.first[source.starts], band.last[source.starts]
    low = np.searchsorted(target.starts, first)
    many = np.searchsorted(target.starts, last, side="right") - low
    return np.repeat(np.arange(len(low)), many), spans(low, many)
