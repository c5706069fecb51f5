"""Lists of abbreviations in plain text → what a full stop after each one means.

A list has sections; each section is a kind. In it stand abbreviations as they are written,
separated by commas or line ends; ``#`` starts a remark::

    [never]        # a name or a word follows: never a boundary
    M., MM., Mme
    [number]       # no boundary before a number
    p., art., no
    [ambiguous]    # a boundary only before a word that starts sentences
    etc., Inc.
    [initial]      # stands for a given name
    Дж., Th.

An entry in small letters also covers its capitalised form; one with capitals stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from termbase.errors import FormatError


class Kind(Enum):
    """What a full stop after an abbreviation means."""

    NEVER = "never"
    """Something belonging to it follows: never a boundary."""
    NUMBER = "number"
    """No boundary before a number; before anything else as after a plain word."""
    AMBIGUOUS = "ambiguous"
    """A boundary only before a word that starts sentences."""
    INITIAL = "initial"
    """Stands for a given name; a surname follows."""


_SECTIONS = {kind.value: kind for kind in Kind}


def read_abbreviations(lines: Iterable[str], path: str) -> dict[str, Kind]:
    """Read a list of abbreviations.

    Args:
        lines: The lines of the list.
        path: Its name, for messages.

    Returns:
        Each abbreviation without its last full stop and without spaces, with its kind: the form
        that `key_of` gives.

    Raises:
        FormatError: If a section is unknown or an abbreviation stands outside of sections.

    >>> read_abbreviations(["[never]", "M., p. ex."], "mine.txt")
    {'M': <Kind.NEVER: 'never'>, 'p.ex': <Kind.NEVER: 'never'>}
    """
    found: dict[str, Kind] = {}
    kind: Kind | None = None
    for number, line in enumerate(lines, 1):
        entry = line.split("#", 1)[0].strip()
        if entry.startswith("["):
            kind = _SECTIONS.get(entry.strip("[] "))
            if kind is None:
                names = ", ".join(f"[{name}]" for name in _SECTIONS)
                raise FormatError(
                    path, f"«{entry}» is no section", line=number, remedy=f"use {names}"
                )
        elif entry and kind is None:
            raise FormatError(
                path,
                f"«{entry}» stands outside of sections",
                line=number,
                remedy="put a line such as [never] before it",
            )
        elif entry and kind is not None:
            found.update((key_of(one), kind) for one in entry.split(",") if one.strip())
    return found


def key_of(abbreviation: str) -> str:
    """Return the form under which an abbreviation is looked up.

    >>> key_of("т. д."), key_of("Mme")
    ('т.д', 'Mme')
    """
    return "".join(abbreviation.split()).removesuffix(".")
