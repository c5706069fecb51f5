"""What word lists are asked for, and where they are kept unpacked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol


class Words(Protocol):
    """The lemmas of the words of one language."""

    def get(self, word: str, /) -> str | None:
        """Return the lemma of a word, None where it is not known."""


class Shelf(Protocol):
    """Where unpacked word lists are kept from one run to the next."""

    def opened(self, name: str) -> Words | None:
        """Return the words of a language, None where they are not kept."""

    def keep(self, name: str, unpack: Callable[[str], Mapping[str, str]]) -> None:
        """Unpack the words of a language, with their lemmas, and keep them, if they can be kept."""
