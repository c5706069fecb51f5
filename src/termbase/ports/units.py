"""What searching, filling and correcting memories asks of a base."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from termbase.model.phrase import WordPattern
    from termbase.model.row import UnitRow, Usage
    from termbase.model.unit import MemoryHeader, TranslationUnit
    from termbase.model.unit_change import UnitChange, UnitPlace


class MemoryInfo(NamedTuple):
    """What a base knows of a memory. Units: how many it holds."""

    name: str
    path: str
    header: MemoryHeader
    units: int


class Added(NamedTuple):
    """What became of units that were to be added."""

    new: int = 0
    equal: int = 0
    updated: int = 0
    skipped: int = 0


class UnitChangeStore(Protocol):
    """What changing units by hand asks of a base."""

    def find(self, reference: str) -> list[UnitPlace]:
        """Return the units that a person means: ``MEMORY#12``, ``FILE#12`` or a tuid."""

    def unit(self, memory: str, number: int) -> TranslationUnit | None:
        """Return the unit at a place, None where there is none."""

    def next_number(self, memory: str) -> int:
        """Return the place behind the last unit of a memory, also behind those taken out of it."""

    def put(self, memory: str, number: int, unit: TranslationUnit | None) -> None:
        """Give a place in a memory another unit, or none.

        Raises:
            InputError: If the memory has the very same unit elsewhere.
        """

    def log(self, change: UnitChange) -> None:
        """Keep what was changed."""

    def last(self, reference: str = "") -> UnitChange | None:
        """Return the last change that was not taken back.

        Args:
            reference: ``MEMORY#12`` or a ``tuid``; of any unit if empty.
        """

    def mark_undone(self, change: int) -> None:
        """Say that a change was taken back."""

    def history(self, memory: str, number: int) -> list[UnitChange]:
        """Return the changes of a place that were not taken back, the latest first."""


class UnitStore(Protocol):
    """What searching memories asks of a base."""

    def exact(self, language: str, tokens: Sequence[str]) -> list[int]:
        """Return the units with a text in a language that has these tokens."""

    def near(self, language: str, tokens: Sequence[str], minimum: int) -> list[tuple[int, int]]:
        """Return unit and raw score of every text in a language with at least that raw score."""

    def parts(self, language: str, tokens: Sequence[str]) -> dict[tuple[int, int], list[int]]:
        """Return the parts of a query that texts have too, with the units that have them.

        Some of those may be gone. A part is the number of its first token and of the one behind its
        last: two words or more.
        """

    def containing(self, language: str, phrase: Sequence[WordPattern]) -> list[int]:
        """Return the units with a text that holds a phrase, and perhaps some that do not."""

    def count_texts(self, language: str) -> int:
        """Return how many texts there are in a language."""

    def frequency(self, language: str, token: str) -> int:
        """Return how many texts in a language have a token; some may be gone."""

    def having(self, language: str, words: Sequence[Collection[str]]) -> list[int]:
        """Return the units with a text that has a token of each of some sets; some may be gone."""

    def usage(self, language: str, forms: str) -> list[Usage]:
        """Return how much each memory uses a term, by the forms of its words."""

    def sample(self, language: str, count: int) -> list[str]:
        """Return the tokens of some texts in a language, joined by one space; at most so many."""

    def spoken(self, numbers: Sequence[int]) -> Iterable[tuple[int, str, list[str]]]:
        """Yield number, memory and languages, as written, of units, in any order."""

    def unit_rows(self, numbers: Iterable[int]) -> list[UnitRow]:
        """Return those units that there are, in the order asked for."""

    def all_units(
        self, memory: str | None = None, *, repeats: bool = False
    ) -> Iterator[TranslationUnit]:
        """Yield the units of one memory or of all, in the order they were put in.

        Args:
            memory: Its name.
            repeats: Whether a unit comes again where its file had it again.
        """

    def memories(self) -> list[MemoryInfo]:
        """Return what the base knows of its memories, by name."""

    def put_memory(self, name: str, header: MemoryHeader, *, path: str = "") -> int:
        """Name a memory, new or known, and return its number; a known one keeps its header."""

    def drop_memory(self, name: str) -> None:
        """Take a memory and all its units out of the base."""

    def add_units(
        self,
        memory: int,
        units: Iterable[TranslationUnit],
        *,
        merge: str = "add",
        source: str = "",
    ) -> Added:
        """Add units to a memory; one that is there already, equal in everything, is not added.

        A unit meets one with its tuid, else one with its source text, that was there before and
        that no other has met.

        Args:
            memory: Its number.
            units: In order.
            merge: What becomes of one that meets another: ``add`` it too, ``update`` the other by
                what is new or differs, ``replace`` the other, or ``skip`` it.
            source: The language whose texts are met; as units and memory say if empty.
        """

    def languages(self) -> list[str]:
        """Return the languages that have texts, each once."""
