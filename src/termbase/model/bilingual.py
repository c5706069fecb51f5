"""Units of a bilingual file: what a translator fills in, where it stands, and what to change of it.

The one fact to remember: a unit of a file is a place, found by its id; a `TranslationUnit` is what
a memory keeps of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from termbase.model.unit import Content


def unit_id(name: str, times: dict[str, int]) -> str:
    """Return the id of the next unit of a file that has a name, and count it.

    >>> times: dict[str, int] = {}
    >>> unit_id("a", times), unit_id("a", times)
    ('a', 'a@2')
    """
    times[name] = times.get(name, 0) + 1
    return name if times[name] == 1 else f"{name}@{times[name]}"


@dataclass(frozen=True, slots=True)
class BilingualUnit:
    """One place of a bilingual file that is translated.

    Attributes:
        id: Unique in its file, and the same each time it is read.
        source: The text to translate; inline codes as short tags, such as ``<g1>`` and ``<x2/>``.
        target: Its translation, written in the same way; None where there is none.
        state: In the file's own words, such as ``needs-review-translation``, ``Draft`` or
            ``fuzzy``; empty where it says nothing.
        notes: What the file tells people about it.
        context: What parts it from units with the same source; empty where there is none.
        longest: How many characters its target may have; None where nobody says.
        codes: Each short tag with the native code that it stands for.
        needed: The short tags of the source that a translation has to have: all that do not just
            mark text.
        line: Where it begins, from 1.
        source_content, target_content: Both texts with their codes, as a memory keeps them.
        approved: Whether the file says, beside the state, that the translation is final.
        flags: How the file has its text read, such as ``python-format``.
        numbers: Those that it is for, of many that were tried, where it is a plural form and its
            file says; None elsewhere.
    """

    id: str
    source: str
    target: str | None
    state: str = ""
    notes: tuple[str, ...] = ()
    context: str = ""
    longest: int | None = None
    codes: tuple[tuple[str, str], ...] = ()
    needed: tuple[str, ...] = ()
    line: int | None = None
    source_content: Content = ()
    target_content: Content = ()
    approved: bool = False
    flags: tuple[str, ...] = ()
    numbers: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class BilingualFile:
    """What a bilingual file holds. Languages: as written; empty where it does not name them."""

    source_language: str
    target_language: str
    units: tuple[BilingualUnit, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of one unit of a file; None leaves something as it is.

    Attributes:
        target: The new translation, with the short tags of its unit.
        state: In the file's own words; empty takes it away.
        note: One more note for people.
    """

    target: str | None = None
    state: str | None = None
    note: str | None = None
