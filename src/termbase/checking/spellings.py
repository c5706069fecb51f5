"""Terms by their letters alone, to find what is spelt otherwise: télé-détection."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from termbase.model.concept import Concept, Term
from termbase.text.normalise import fold, unaccented, unpunctuated

_LONE_LETTER = re.compile(r"(?<![^\s-])[^\W\d_](?![^\s-])")
"""Written without its space, «bande S» is another word: «bandes»."""


class Spellings:
    """The enforced terms of a language, read when first asked for one.

    >>> known = Spellings([Concept("c", (Term("télédétection", "fr"),))], "fr")
    >>> known.term("teledetection") is None  # it has no status
    True
    """

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        self._concepts = concepts
        self._language = language

    def term(self, bare: str) -> Term | None:
        """Return the term that has these letters, None where there is none."""
        return self._terms.get(bare)

    @cached_property
    def _terms(self) -> dict[str, Term]:
        return {
            bare_spelling(term.text): term
            for concept in self._concepts
            for term in concept.terms_in(self._language)
            if term.enforced and not _LONE_LETTER.search(term.text)
        }


def bare_spelling(text: str) -> str:
    """Return the letters of a text without accents, hyphens and spaces.

    >>> bare_spelling("Télé-détection")
    'teledetection'
    """
    return unpunctuated(unaccented(fold(text)))
