"""Two texts with the same numbers → those that changed places: «5 pumps, 7 valves», «7 pompes».

Only what stands beside a number and is the same in both texts tells: a word that both have, such as
a name, or a term of the glossary. Where neither stands there, the order of numbers says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from termbase.checking.numbers import Kind, Number
from termbase.model.occurrence import Occurrence

_BEFORE = re.compile(r"(?P<word>[^\W\d_]{3,})[ \u00a0\u202f:=]{1,2}$")
_PARTING = frozenset(" \u00a0\u202f:=\n")
"""One of these stands before a number wherever `_BEFORE` is met; a line may end behind the word."""
_BEHIND = re.compile(r"[ \u00a0\u202f]?(?P<word>[^\W\d_]{2,})\b")
_LONGEST = 40
"""How far before a number the word at it may begin."""
_GAP = 1
"""Signs between a number and a term that it counts."""
Spans = tuple[tuple[int, int], tuple[int, int]]
"""Where a number stands in the source, and where the other one stands in its place."""


class Counted(NamedTuple):
    """A text with its numbers and its known terms."""

    text: str
    numbers: Sequence[Number]
    terms: Sequence[Occurrence]


def swapped(source: Counted, target: Counted) -> Iterator[Spans]:
    """Yield two numbers that have each other's places in the target.

    >>> from termbase.checking.numbers import read_numbers
    >>> texts = ("Vulkan 7, Metal 5", "en"), ("Metal 7, Vulkan 5", "fr")
    >>> list(swapped(*(Counted(text, read_numbers(text, tag), ()) for text, tag in texts)))
    [((7, 8), (16, 17)), ((16, 17), (6, 7))]
    """
    values = [[one.value for one in side.numbers if _counts(one)] for side in (source, target)]
    if len(set(values[0])) < 2 or sorted(values[0]) != sorted(values[1]):
        return
    ours, theirs = _beside(source), _beside(target)
    shared = [one for one in ours if one in theirs and ours[one].value != theirs[one].value]
    for one, other in combinations(shared, 2):
        had, has = ours[one], theirs[one]
        if (had.value, has.value) == (theirs[other].value, ours[other].value):
            yield (had.start, had.end), (has.start, has.end)
            had, has = ours[other], theirs[other]
            yield (had.start, had.end), (has.start, has.end)
            return


def _counts(number: Number) -> bool:
    return number.kind is Kind.QUANTITY


def _beside(side: Counted) -> Mapping[str, Number]:
    """Return the numbers of a text by what stands at each, and at no other one."""
    found: dict[str, Number] = {}
    twice: set[str] = set()
    for number in filter(_counts, side.numbers):
        for name in _names(side, number):
            if name in found and found[name] is not number:
                twice.add(name)
            found[name] = number
    return {name: number for name, number in found.items() if name not in twice}


def _names(side: Counted, number: Number) -> Collection[str]:
    """Return what tells a number from others: the words at it, and the concept that it counts."""
    before = None
    if side.text[number.start - 1 : number.start] in _PARTING:
        before = _BEFORE.search(side.text, max(0, number.start - _LONGEST), number.start)
    behind = _BEHIND.match(side.text, number.end)
    names = {f"<{before['word']}"} if before else set()
    if behind:
        names.add(f">{behind['word']}")
    counted = (one for one in side.terms if 0 <= one.start - number.end <= _GAP)
    return names | {f"concept {id(one.concept)}" for one in counted}
