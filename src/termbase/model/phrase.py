"""Phrases as a search asks for them: what each of their words may look like."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class WordPattern(NamedTuple):
    """What a word of a phrase may look like.

    Attributes:
        starts: It begins with the first two letters of one of these, accents aside; with any
            where there are none.
        fits: Takes a folded word.
    """

    starts: tuple[str, ...]
    fits: Callable[[str], bool]
