"""A compound that no term is → where terms begin or end it: «Nutzlast|adapter»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.model.language import primary
from termbase.terms.keys import BARE, bare_of

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_COMPOUNDING = frozenset(("da", "de", "et", "fi", "hu", "is", "lb", "nb", "nl", "nn", "no", "sv"))
"""Languages that write compounds as one word."""
_LEAST, _REST = 4, 3
"""So many letters a term has at least that is part of a compound, and what is left of it."""


def compound_cuts(word: str, language: str, store: TermStore) -> list[int]:
    """Return where a word may be cut, so that a part of it is a term; nothing where none is.

    Args:
        word: One word, as it is written.
        language: BCP 47 tag.
        store: Where the terms are.
    """
    bare = bare_of(word)
    if primary(language) not in _COMPOUNDING or len(bare) != len(word):
        return []
    heads = range(len(bare) - _REST, _LEAST - 1, -1)
    tails = range(_REST, len(bare) - _LEAST + 1)
    parts = [*(bare[:at] for at in heads), *(bare[at:] for at in tails)]
    rows = store.terms_with_key(BARE, parts, [language]) if parts else []
    known = {bare_of(row.text) for row in rows}
    head = next((at for at in heads if bare[:at] in known), 0)
    tail = next((at for at in tails if at >= head and bare[at:] in known), 0)
    return sorted({head, tail} - {0})
