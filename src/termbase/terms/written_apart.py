"""Words of a text → the parts that a term joins by a hyphen: «email», where it is «e-mail»."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from termbase.text.forms import regular_forms, unstressed, word_keys
from termbase.text.normalise import HYPHENS, SPACES_COME_AND_GO, fold, unaccented
from termbase.text.particles import without_particles
from termbase.text.pieces import piece_texts

if TYPE_CHECKING:
    from termbase.ports.terms import TermIndex

_HYPHENED = re.compile(rf"\w+(?:[{HYPHENS}]\w\w+)+")
"""Only a hyphen comes and goes: «website» is no «web site», and «bandes» no «bande S»."""
_SPACED = re.compile(rf"\w+(?:[{HYPHENS} ]\w+)+")
"""In Korean a space does, too."""
_LEAST = 4
"""A shorter word is no two."""


def written_apart(
    words: Collection[str], language: str, index: TermIndex
) -> dict[str, tuple[str, ...]]:
    """Return those of some words that a term has with hyphens, each with its parts.

    Args:
        words: As they stand in a text.
        language: A primary tag.
        index: The terms.
    """
    spelt: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= _LEAST and word.isalnum():
            for key in {
                *word_keys(word, language),
                *regular_forms(word, language),
                *_bare(word, language),
            }:
                spelt.setdefault(unaccented(key), []).append(word)
    found = {}
    parted = _SPACED if language == SPACES_COME_AND_GO else _HYPHENED
    for key, term in index.terms_lettered(spelt):
        own = piece_texts(term) if parted.fullmatch(term) else ()
        for word in spelt[key] if own else ():
            if parts := _parts(word, own, language):
                found[word] = parts
    return found


def _bare(word: str, language: str) -> tuple[str, ...]:
    """Return a word without its particles, where a language has these and joins its words."""
    return (without_particles(fold(word)),) if language == SPACES_COME_AND_GO else ()


def _parts(word: str, own: Sequence[str], language: str) -> tuple[str, ...]:
    """Cut a word where a term has hyphens; the last part may be in another form."""
    cuts = [0, *accumulate(map(len, own[:-1])), len(word)]
    parts = tuple(word[start:end] for start, end in pairwise(cuts))
    alike = all(
        unstressed(part, language) == unstressed(one, language)
        for part, one in zip(parts[:-1], own, strict=False)
    )
    return parts if alike and len(parts) > 1 and parts[-1] else ()
