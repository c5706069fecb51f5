"""A query typed on the wrong keyboard → the terms that its keys spell on another one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from termbase.terms.by_forms import by_forms
from termbase.terms.hits import INFLECTED, KEYBOARD, WORD_APART, TermHit
from termbase.terms.keyboard import retyped
from termbase.terms.keys import SPELLINGS, bare_of, bare_words, spelling_keys
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.sound import is_cyrillic

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_LEAST_LETTERS, _LEAST_OF_PART = 3, 4
"""Fewer letters say too little of what was meant: of a term, of a part of one."""
_LATIN = lazy_pattern("[A-Za-z]")
"""Who has typed in both scripts has seen what is written."""
_COMMON_BEGINNING = 3
"""So many letters at its beginning a form shares with its word."""


def by_keyboard(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Return terms that the query's keys spell on another keyboard, inflected or not.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
    """
    meant = retyped(query) if _letters(query) >= _LEAST_LETTERS else retyped(query)[:1]
    spelt = zip(SPELLINGS, zip(*map(spelling_keys, meant), strict=True), strict=True)
    found = [
        TermHit(KEYBOARD, 100, row, coarser)
        for coarser, (kind, keys) in enumerate(spelt if meant else ())
        for row in store.terms_with_key(kind, sorted(set(filter(None, keys))), languages)
    ]
    for one in meant if not found else ():
        # In the same script a form says too little; a form begins as its term does.
        begun = store.terms_beginning(bare_of(one)[:_COMMON_BEGINNING], ())
        if is_cyrillic(one) != is_cyrillic(query) and begun:
            forms = (hit for hit in by_forms(one, languages, store) if hit.tier == INFLECTED)
            found += [hit._replace(tier=KEYBOARD) for hit in forms]
    return found


def part_by_keyboard(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Yield terms that begin with what the query's keys spell in another script, or hold it.

    For where nothing else is found: «,frfyjd» is Баканов, of «Дмитрий Баканов».

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
    """
    if _letters(query) < _LEAST_OF_PART or (is_cyrillic(query) and _LATIN.search(query)):
        return
    for meant in (one for one in retyped(query) if is_cyrillic(one) != is_cyrillic(query)):
        for row in store.terms_beginning(bare_of(meant), languages):
            yield TermHit(KEYBOARD, 100, row)
        if _may_be_words(meant, languages, store):
            for hit in by_forms(meant, languages, store):
                yield hit._replace(tier=KEYBOARD, far=hit.far + WORD_APART)


def _may_be_words(text: str, languages: Collection[str], store: TermStore) -> bool:
    """Say whether words of terms begin as those of a text do; no lexicon is asked for less."""
    begun = [word[:_COMMON_BEGINNING] for word in bare_words(text)]
    return bool(begun) and all(store.words_beginning(one, languages) for one in begun)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
