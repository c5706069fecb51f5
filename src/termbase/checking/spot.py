"""A spot of a text that a language writes otherwise."""

from __future__ import annotations

from typing import NamedTuple


class Spot(NamedTuple):
    """What stands somewhere and should not.

    Attributes:
        start, end: Its span.
        message, remedy: What is wrong, and what to write.
        replacement: What may safely stand there instead; None where a person decides.
    """

    start: int
    end: int
    message: str
    remedy: str
    replacement: str | None = None
