"""What a query may mean where nothing stricter finds a term, one way after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING

from termbase.terms.by_forms import dictionary_forms
from termbase.terms.by_keyboard import part_by_keyboard
from termbase.terms.hits import MISSPELT, NEAR, PART, TIERS, Hits, TermHit
from termbase.terms.keyboard import retyped
from termbase.terms.keys import MOST_WORDS, bare_words
from termbase.terms.slips import slips
from termbase.terms.spelling import LEAST_SIMILARITY, NearTerm, as_slip, near_terms
from termbase.text.lexicons import has_words
from termbase.text.sound import is_cyrillic

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_Find = Callable[[str, Collection[str], "TermStore"], list[TermHit]]
_TIER_APART = 10_000
"""So far off is a term that a corrected query finds in a worse tier."""


def last_resort(
    query: str, languages: Collection[str], store: TermStore, find: _Find
) -> list[TermHit]:
    """Return terms that a query may mean, by the first way that finds any, in no order.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
        find: Finds the terms that a query without slips means.
    """
    for way in (*_AS_IT_STANDS, partial(_corrected, find), _in_another_script):
        hits = Hits()
        hits.take(way(query, languages, store))
        if hits:
            return list(hits.values())
    return []


def _by_dictionary_form(
    query: str, languages: Collection[str], store: TermStore
) -> Iterator[TermHit]:
    """Yield terms near its dictionary form: «запустили» is nearer to «запускать» by that."""
    for form in dictionary_forms(query, languages, store):
        yield from slips(form, languages, store)


def _by_stems(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    from termbase.terms.misspelt_forms import near_by_stems

    yield from map(as_slip, near_by_stems(query, languages, store))


def _by_sound(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    from termbase.terms.other_script import by_likely_sound

    yield from by_likely_sound(query, languages, store)


def _corrected(
    find: _Find, query: str, languages: Collection[str], store: TermStore
) -> Iterator[TermHit]:
    """Yield what is found with the words that were meant: a part, another order, a beginning."""
    from termbase.terms.corrected import corrected

    # Where a single word is part of longer terms, `near_parts` has looked for it already.
    passed_over = (PART,) if len(bare_words(query)) == 1 else ()
    for meant, likeness in corrected(query, languages, store):
        for hit in find(meant, languages, store) if likeness >= LEAST_SIMILARITY else ():
            if hit.tier not in passed_over:
                far = _TIER_APART * TIERS.index(hit.tier) + hit.far
                yield TermHit(MISSPELT, likeness, hit.term, far)


def _in_another_script(
    query: str, languages: Collection[str], store: TermStore
) -> Iterator[TermHit]:
    """Yield what is near to the query as typed on another keyboard, or else in Cyrillic letters.

    Two things have gone wrong then, so what is spelt well means what it says: «masker» is no
    «мастер».
    """
    from termbase.text.in_cyrillic import in_cyrillic

    if len(bare_words(query)) > MOST_WORDS:
        return
    other = [one for one in retyped(query) if is_cyrillic(one) != is_cyrillic(query)]
    found = [one for meant in other for one in _nearest(meant, languages, store)]
    if not found and not is_cyrillic(query):
        near = _nearest(in_cyrillic(query), languages, store)
        found = [one for one in near if is_cyrillic(one.row.text)]
    if found and not has_words(query, languages or store.term_languages()):
        yield from map(as_slip, found)


def _nearest(query: str, languages: Collection[str], store: TermStore) -> list[NearTerm]:
    """Return terms so near that neither is in doubt; the same consonants do not tell enough."""
    near = near_terms(query, languages, store, least=NEAR)
    return [one for one in near if one.likeness >= NEAR]


_AS_IT_STANDS = (part_by_keyboard, _by_dictionary_form, _by_stems, _by_sound)
