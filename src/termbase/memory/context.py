"""Where a text stands: a unit that stood between the same neighbours is worth one point more."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

EDGE = "-"
"""Stands for the neighbour that a document's first or last segment does not have."""


class Context:
    """Where the text of a query stands.

    Attributes:
        before, after: Its neighbours; empty at the edge of a document.
        id: A name that its file gives it; may be empty.
        known: Whether its neighbours are known at all.
    """

    __slots__ = ("after", "before", "id", "known")

    def __init__(self, before: str | None = None, after: str | None = None, id: str = "") -> None:
        self.known = before is not None and after is not None
        self.before = before or ""
        self.after = after or ""
        self.id = id

    def agrees(self, occurrences: Sequence[str], ids: Sequence[str]) -> bool:
        """Say whether a unit stood there.

        Args:
            occurrences: Its properties ``x-occurrence``: ``path:segments before after``.
            ids: The names that files gave its places.
        """
        if self.id and self.id in ids:
            return True
        if not self.known:
            return False
        wanted = [neighbour(self.before), neighbour(self.after)]
        return any(one.split(" ")[-2:] == wanted for one in occurrences)


def neighbour(text: str) -> str:
    """Return what a unit keeps of a neighbouring segment: a hash, or the sign for an edge.

    >>> neighbour("Un mot."), neighbour("")
    ('11bf6a36', '-')
    """
    if not text:
        return EDGE
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
