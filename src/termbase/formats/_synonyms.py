"""Cells that hold several terms, as people write synonyms: parted by semicolons or bars.

An acronym in brackets behind its full form, or behind that in another language, is a term of its
own, too. The one fact to remember: nothing else in brackets is parted, nor what has an entity in
it, such as «R&amp;D»; where a part would be empty the cell is one term.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

_JOINT = re.compile(r"\s*[;|]\s*")
_ENTITY = re.compile(r"&#?\w+;")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WITH_ACRONYM = re.compile(r"([^()]*[^()\s]) \(([^\W\d_]{2,8})\)")
ACRONYM = "acronym"


class Part(NamedTuple):
    """A term of a cell. Type: `ACRONYM`, or empty."""

    text: str
    type: str = ""


def parts_of(cell: str, known: Collection[str] = ()) -> list[Part]:
    """Return the terms of a cell; the cell itself where it holds one.

    Args:
        cell: As it stands.
        known: Acronyms of other cells: people keep «ISS» behind the full form in any language.

    >>> [one.text for one in parts_of("launcher; launch vehicle (LV)")]
    ['launcher', 'launch vehicle', 'LV']
    >>> [len(parts_of(one)) for one in ("engine (rocket; turbojet)", "R&amp;D", "pump;")]
    [1, 1, 1]
    """
    places = _joints(cell)
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), len(cell)]
    parts = [cell[start:end] for start, end in zip(starts, ends, strict=True)]
    if not all(any(map(str.isalnum, part)) for part in parts):
        parts = [cell]
    return [one for part in parts for one in _with_acronym(part, known)]


def acronyms_in(cells: Iterable[str]) -> set[str]:
    """Return the acronyms that stand behind their full forms in cells.

    >>> acronyms_in(["International Space Station (ISS)", "station spatiale (ISS)", "R (km)"])
    {'ISS'}
    """
    return {one.text for cell in cells for one in parts_of(cell) if one.type == ACRONYM}


def joint_of(cells: Iterable[str]) -> str:
    """Return what mostly parts the terms of cells, with the blanks around it; empty if none do."""
    found: Counter[str] = Counter()
    for cell in cells:
        if len(parts_of(cell)) > 1:
            found.update(cell[start:end] for start, end in _joints(cell))
    return found.most_common(1)[0][0] if found else ""


def cell_texts(terms: Iterable[tuple[str, str]], known: Collection[str] = ()) -> list[str]:
    """Return terms, each with its type, as a cell has them: acronyms in brackets.

    Args:
        terms: Of one language.
        known: Acronyms that stand in brackets in other cells.

    >>> cell_texts([("launch vehicle", ""), ("LV", "acronym"), ("launcher", "")])
    ['launch vehicle (LV)', 'launcher']
    """
    texts: list[str] = []
    for text, kind in terms:
        both = f"{texts[-1]} ({text})" if texts and kind == ACRONYM else ""
        if both and len(_with_acronym(both, known)) > 1:
            texts[-1] = both
        else:
            texts.append(text)
    return texts


def _joints(cell: str) -> list[tuple[int, int]]:
    """Return where the terms of a cell are parted."""
    if not (";" in cell or "|" in cell) or _ENTITY.search(cell):
        return []
    bare = _IN_BRACKETS.sub(lambda inside: "x" * len(inside[0]), cell)
    return [joint.span() for joint in _JOINT.finditer(bare)]


def _with_acronym(part: str, known: Collection[str] = ()) -> Sequence[Part]:
    """Return a full form and its acronym in brackets, or the part as it is."""
    found = _WITH_ACRONYM.fullmatch(part) if part.endswith(")") else None
    if found and found[2].isupper() and (found[2] in known or _stands_for(found[2], found[1])):
        return Part(found[1]), Part(found[2], ACRONYM)
    return (Part(part),)


def _stands_for(acronym: str, full: str) -> bool:
    """Say whether the letters of an acronym stand in its full form, in order, from its first on."""
    letters = iter(full.casefold())
    wanted = acronym.casefold()
    return full.casefold().startswith(wanted[0]) and all(letter in letters for letter in wanted)
