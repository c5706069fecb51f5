"""The terms of an index as a tree of words that grows as texts ask for it."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termbase.ports.terms import TermIndex


class Node:
    """A place in the tree of terms: the words that may follow, and the terms that end here."""

    __slots__ = ("after", "terms")

    def __init__(self) -> None:
        self.after: dict[int, Node] = {}
        self.terms: list[int] = []


class TermTree(dict[int, Node]):
    """The terms by their first word; only those that begin with a word that was asked for.

    Args:
        index: Where the terms are.
    """

    def __init__(self, index: TermIndex) -> None:
        super().__init__()
        self._index = index
        self._heads: set[int] = set()

    def grow(self, words: Set[int]) -> None:
        """Read the branches that begin with some words, if they are not there yet."""
        heads = words - self._heads
        self._heads |= heads
        for number, sequence in self._index.sequences(heads) if heads else ():
            node = None
            after: dict[int, Node] = self
            for word in sequence:
                node = after.get(word)
                if node is None:
                    node = after[word] = Node()
                after = node.after
            if node:
                node.terms.append(number)
