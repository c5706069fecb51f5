"""Where word lists are kept unpacked between runs; nothing is loaded before one is asked for.

It is the one thing in the core that can be set, since what it changes is how long an answer takes
and never the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.ports.words import Shelf

_makers: list[Callable[[], Shelf]] = []


def keep_words(make: Callable[[], Shelf]) -> None:
    """Say what makes the shelf from now on."""
    _makers[:] = [make]


def word_shelf() -> Shelf | None:
    """Return the shelf, None where lists are kept nowhere."""
    return _makers[0]() if _makers else None
