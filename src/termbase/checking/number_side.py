"""One text of a pair with its numbers, in figures and in words, each read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from termbase.checking.number_words import spelled_numbers, spelled_twos, spelled_values
from termbase.checking.numbers import Number, read_numbers
from termbase.checking.once import once


@dataclass(frozen=True)
class Side:
    """One text of a pair with its numbers."""

    text: str
    language: str

    @once
    def figures(self) -> list[Number]:
        return read_numbers(self.text, self.language)

    @once
    def words(self) -> list[Number]:
        return spelled_numbers(self.text, self.language)

    @once
    def in_figures(self) -> set[Decimal]:
        return {value for number in self.figures for value in number.lends}

    @once
    def in_words(self) -> set[Decimal]:
        shared = (value for number in self.words for value in number.values)
        return spelled_values(self.text, self.language).union(shared)

    @once
    def told(self) -> set[Decimal]:
        return self.in_figures | self.in_words

    @once
    def numbers(self) -> list[Number]:
        return list(self.measures[2])

    @property
    def measures(self) -> tuple[str, str, Iterable[Number]]:
        """What may have a unit; the twos, which each pair would pay for, are sought last."""
        twos = spelled_twos(self.text, self.language)
        return self.text, self.language, chain(self.figures, self.words, twos)

    def agrees_with(self, other: Side) -> bool:
        """Say whether both have the same numbers in the same order, in figures and in words."""
        return [one.values for one in self.figures] == [one.values for one in other.figures] and [
            one.values for one in self.words
        ] == [one.values for one in other.words]
