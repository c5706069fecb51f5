"""Blank segments, which a file of one segment a line may hold: set aside, and put back.

A blank line says nothing that could be aligned, and goes with any other; so the rest is aligned
without them, and those between two beads are paired as they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from termbase.model.bead import Bead


def numbers_of_said(texts: Sequence[str]) -> list[int]:
    """Return the numbers of the segments that are not blank."""
    return [number for number, text in enumerate(texts) if text.strip()]


def without_blanks(pins: Sequence[Bead], source: list[int], target: list[int]) -> list[Bead] | None:
    """Return beads of all segments as beads of those said; None where one holds a blank one."""
    ours, theirs = ({number: at for at, number in enumerate(said)} for said in (source, target))
    if any(not (ours.keys() >= set(one.source) and theirs.keys() >= {*one.target}) for one in pins):
        return None
    return [
        Bead(tuple(ours[n] for n in one.source), tuple(theirs[n] for n in one.target))
        for one in pins
    ]


def with_blanks(
    beads: Sequence[Bead], source: list[int], target: list[int], sizes: tuple[int, int]
) -> Iterator[Bead]:
    """Yield beads of the segments said as beads of all segments, and those of blank ones.

    Args:
        beads: In order.
        source, target: The numbers of the segments said.
        sizes: How many segments there are on each side.

    >>> [(one.source, one.target) for one in with_blanks([Bead((0, 1), (0,))], [1, 3], [1], (4, 2))]
    [((0,), (0,)), ((1, 2, 3), (1,))]
    """
    at = [0, 0]
    sure = beads[0].confidence if beads else 0.0
    for bead in beads:
        stretches = []
        for side, (own, said) in enumerate(((bead.source, source), (bead.target, target))):
            first = said[own[0]] if own else at[side]
            stretches.append((at[side], first, said[own[-1]] + 1 if own else first))
        sure = bead.confidence
        (begin, ours, end), (start, theirs, stop) = stretches
        yield from _blank(range(begin, ours), range(start, theirs), sure)
        yield replace(bead, source=tuple(range(ours, end)), target=tuple(range(theirs, stop)))
        at = [end, stop]
    yield from _blank(range(at[0], sizes[0]), range(at[1], sizes[1]), sure)


def _blank(source: Sequence[int], target: Sequence[int], confidence: float) -> Iterator[Bead]:
    for one, other in zip_longest(source, target):
        ours, theirs = (() if number is None else (number,) for number in (one, other))
        yield Bead(ours, theirs, confidence)
