"""Lists of abbreviations in plain text → what a full stop after each one means.

A list has sections; each section is a kind. In it stand abbreviations as they are written,
separated by commas or line ends; ``#`` starts a remark::

    [never]        # a name or a word follows: never a boundary
    M., MM., p. ex.
    [number]       # no boundary before a number
    p., art., no
    [ambiguous]    # a boundary only before a word that starts sentences
    Inc., U.S.
    [closing]      # a boundary before a capital, none before a small letter
    etc.
    [unit]         # after a number like [closing]; elsewhere as another section says
    km., г.
    [initial]      # stands for a given name
    Дж., Th.

An entry that begins with a hyphen is the end of a compound: ``-str.`` covers ``Hauptstr.`` An
entry in small letters also covers its capitalised form; one with capitals stands for
itself and for its form in capitals alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import MappingProxyType

from termbase.errors import FormatError


class Kind(Enum):
    """What a full stop after an abbreviation means."""

    NEVER = "never"
    """Something belonging to it follows: never a boundary."""
    NUMBER = "number"
    """No boundary before a number; before anything else as after a plain word."""
    AMBIGUOUS = "ambiguous"
    """A boundary only before a word that starts sentences."""
    CLOSING = "closing"
    """A boundary before a capital, none before a small letter."""
    UNIT = "unit"
    """After a number like `CLOSING`; elsewhere not an abbreviation, or of another kind."""
    INITIAL = "initial"
    """Stands for a given name; a surname follows."""


@dataclass(frozen=True)
class Abbreviations:
    """What a list says; keys have the form that `key_of` gives.

    Attributes:
        kinds: Each abbreviation with its kind, units left out.
        units: Those that stand after a number.
        suffixes: Ends of compounds that are abbreviated, such as ``str`` of ``Hauptstr.``
    """

    kinds: Mapping[str, Kind] = field(default_factory=lambda: MappingProxyType({}))
    units: frozenset[str] = frozenset()
    suffixes: Mapping[str, Kind] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def all(self) -> frozenset[str]:
        """Everything listed, of whatever kind, compounds left out."""
        return self.units.union(self.kinds)

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """The ends of abbreviated compounds, as `str.endswith` takes them."""
        return tuple(self.suffixes)

    def kind(self, word: str, *, after_number: bool = False) -> Kind | None:
        """Return the kind of a word that stands before a full stop; None for a plain word.

        >>> Abbreviations({"Mr": Kind.NEVER}).kind("MR")
        <Kind.NEVER: 'never'>
        """
        if after_number and (word in self.units or word.lower() in self.units):
            return Kind.UNIT
        kinds = self.kinds
        if len(word) > 1 and word.isupper():
            found = kinds.get(word) or kinds.get(word.capitalize()) or kinds.get(word.lower())
            return found if word in kinds or found in _IN_CAPITALS else None
        found = kinds.get(word) or kinds.get(word.lower())
        if not found and self.suffixes and word.endswith(self.endings):
            return next(kind for end, kind in self.suffixes.items() if word.endswith(end))
        return found

    def joined(self, more: Abbreviations) -> Abbreviations:
        """Return both lists as one; where they disagree `more` is right."""
        return Abbreviations(
            {**self.kinds, **more.kinds},
            self.units | more.units,
            {**self.suffixes, **more.suffixes},
        )


_IN_CAPITALS = (Kind.NEVER, Kind.NUMBER)
"""What may stand in capitals; of the others one cannot tell them from acronyms."""
_SECTIONS = {kind.value: kind for kind in Kind}


def read_abbreviations(lines: Iterable[str], path: str) -> Abbreviations:
    """Read a list of abbreviations.

    Args:
        lines: The lines of the list.
        path: Its name, for messages.

    Raises:
        FormatError: If a section is unknown, an abbreviation stands outside of sections, or one
            stands in two sections that contradict each other.

    >>> read_abbreviations(["[never]", "M., p. ex."], "mine.txt").kind("p.ex")
    <Kind.NEVER: 'never'>
    """
    kinds: dict[str, Kind] = {}
    units: set[str] = set()
    suffixes: dict[str, Kind] = {}
    section: Kind | None = None
    for number, line in enumerate(lines, 1):
        entry = line.split("#", 1)[0].strip()
        if entry.startswith("["):
            section = _section(entry, path, number)
            continue
        for written in filter(None, map(str.strip, entry.split(","))):
            key = key_of(written)
            if section is None:
                problem, remedy = (
                    "stands outside of sections",
                    "put a line such as [never] before it",
                )
                raise FormatError(path, f"«{written}» {problem}", line=number, remedy=remedy)
            if section is Kind.UNIT:
                units.add(key)
            elif key.startswith("-"):
                suffixes[key[1:]] = section
            elif kinds.setdefault(key, section) is not section:
                problem = f"«{written}» already stands in [{kinds[key].value}]"
                raise FormatError(path, problem, line=number, remedy="keep one of them")
    return Abbreviations(kinds, frozenset(units), suffixes)


def key_of(abbreviation: str) -> str:
    """Return the form under which an abbreviation is looked up: no spaces, no last full stop.

    >>> key_of("т. д."), key_of("Mme")
    ('т.д', 'Mme')
    """
    return "".join(abbreviation.split()).removesuffix(".")


def _section(entry: str, path: str, line: int) -> Kind:
    found = _SECTIONS.get(entry.strip("[] "))
    if found is None:
        names = ", ".join(f"[{name}]" for name in _SECTIONS)
        raise FormatError(path, f"«{entry}» is no section", line=line, remedy=f"use {names}")
    return found
