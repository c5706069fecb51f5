"""A compound that no term is → where terms begin or end it: «Nutzlast|adapter»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.languages.compounding import COMPOUNDING
from termbase.model.language import primary
from termbase.terms.keys import BARE, bare_of

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_LEAST, _REST = 4, 3
"""So many letters a term has at least that is part of a compound, and what is left of it."""
_LONGEST = 100
"""A longer row of letters is no word."""


def compound_cuts(word: str, language: str, store: TermStore) -> list[int]:
    """Return where a word may be cut, so that a part of it is a term; nothing where none is.

    Args:
        word: One word, as it is written.
        language: BCP 47 tag.
        store: Where the terms are.
    """
    if primary(language) not in COMPOUNDING or len(word) > _LONGEST:
        return []
    heads = {at: bare_of(word[:at]) for at in range(len(word) - _REST, _LEAST - 1, -1)}
    tails = {at: bare_of(word[at:]) for at in range(_REST, len(word) - _LEAST + 1)}
    parts = {*heads.values(), *tails.values()}
    rows = store.terms_with_key(BARE, parts, [language]) if parts else []
    known = {bare_of(row.text) for row in rows}
    head = next((at for at, part in heads.items() if part in known), 0)
    tail = next((at for at, part in tails.items() if at >= head and part in known), 0)
    return sorted({head, tail} - {0})
