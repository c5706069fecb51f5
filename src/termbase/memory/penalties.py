"""What is taken off a raw score, each with its name; 100 is left only to the identical text."""

from __future__ import annotations

from typing import NamedTuple


class Penalty(NamedTuple):
    """A reason to trust a match less. Points: how many per cent it costs."""

    name: str
    points: int


SPELLING = Penalty("spelling", 1)
"""The tokens are equal, the texts are not: case, spaces or the kind of a sign differ."""
UNREVIEWED = Penalty("unreviewed", 2)
"""The unit was made by alignment and nobody has confirmed it."""


def penalties(query: str, text: str, raw: int, properties: dict[str, str]) -> tuple[Penalty, ...]:
    """Return what is taken off the raw score of a match.

    Args:
        query, text: The text asked for and the text found, as written.
        raw: Their raw score.
        properties: Those of the unit found, by type.
    """
    found = []
    if raw == 100 and query.strip() != text.strip():
        found.append(SPELLING)
    if "x-confidence" in properties and properties.get("x-reviewed") != "yes":
        found.append(UNREVIEWED)
    return tuple(found)


def final_score(raw: int, taken_off: tuple[Penalty, ...]) -> int:
    """Return what penalties leave of a raw score, from 0.

    >>> final_score(100, (SPELLING,))
    99
    """
    return max(0, raw - sum(one.points for one in taken_off))
