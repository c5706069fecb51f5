"""Ids for what has none: from the content, so that they are the same every time."""

from __future__ import annotations


def content_id(*parts: str) -> str:
    """Return an id that is a name of XML too.

    >>> content_id("fr", "engin spatial")
    'c-b9c0446c9f'
    """
    # Start-up is felt at every lookup, and only a few files need this.
    from hashlib import blake2b

    signs = "\0".join(parts).encode("utf-8", "surrogatepass")  # a byte may be no character
    return "c-" + blake2b(signs, digest_size=5).hexdigest()


class FreeNames:
    """Gives out names that differ: the one wanted, or where that is taken it with a number behind.

    A name wanted ten thousand times costs no more than as many names.

    >>> free = FreeNames("-")
    >>> free.take("a"), free.take("a-2"), free.take("a"), free.take("a")
    ('a', 'a-2', 'a-3', 'a-4')
    """

    def __init__(self, sign: str) -> None:
        self._sign = sign
        self._taken: set[tuple[str, str]] = set()
        self._last: dict[tuple[str, str], int] = {}

    def take(self, wanted: str, among: str = "") -> str:
        """Return a free name, and have it taken. Among: what has names of its own."""
        name, number = wanted, self._last.get((wanted, among), 1)
        while (name, among) in self._taken:
            number += 1
            name = f"{wanted}{self._sign}{number}"
        self._last[wanted, among] = number
        self.keep(name, among)
        return name

    def keep(self, name: str, among: str = "") -> None:
        """Have a name taken that somebody else gave."""
        self._taken.add((name, among))

    def has(self, name: str) -> bool:
        """Say whether a name is taken."""
        return (name, "") in self._taken
