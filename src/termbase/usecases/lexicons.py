"""What somebody knows already, terms and units, as pairs of texts that an alignment may lean on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.errors import FormatError
from termbase.model.concept import AdministrativeStatus, Concept, Term
from termbase.model.unit import TranslationUnit

Pair = tuple[str, str]
_LINE_END = re.compile(r"\r\n?|\n")
_BANNED = (AdministrativeStatus.DEPRECATED, AdministrativeStatus.SUPERSEDED)


def glossary_pairs(concepts: Iterable[Concept], source: str, target: str) -> Iterator[Pair]:
    """Yield every pair of terms of a concept that may render each other."""
    for concept in concepts:
        for one in concept.terms_in(source):
            for other in concept.terms_in(target):
                if _usable(one) and _usable(other):
                    yield one.text, other.text


def memory_pairs(units: Iterable[TranslationUnit], source: str, target: str) -> Iterator[Pair]:
    """Yield the texts of the units that have both languages."""
    for unit in units:
        one, other = unit.variant(source), unit.variant(target)
        if one and other:
            yield one.text, other.text


def read_pairs(path: str, text: str) -> list[Pair]:
    """Read a table of two columns, parted by tabs: a source text and its translation.

    Raises:
        FormatError: If a line has not two texts.
    """
    pairs = []
    for number, line in enumerate(_LINE_END.split(text), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 2 or not cells[0] or not cells[1]:
            remedy = "write: source text, a tab, its translation"
            raise FormatError(path, "has not two texts", line=number, remedy=remedy)
        pairs.append((cells[0], cells[1]))
    return pairs


def _usable(term: Term) -> bool:
    return term.status not in _BANNED
