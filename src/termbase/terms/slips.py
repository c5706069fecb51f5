"""A misspelt query → hits: the terms nearest to it, and longer ones that have it misspelt."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from termbase.terms.by_forms import with_forms
from termbase.terms.by_spelling import spelt
from termbase.terms.hits import INFLECTED, MISSPELT, NEAR, WORD_APART, TermHit
from termbase.terms.keys import BEGINNING, bare_of, bare_words
from termbase.terms.other_spellings import tier_of_spelling
from termbase.terms.spelling import NearTerm, as_slip, near_parts, near_terms
from termbase.text.forms import regular_forms
from termbase.text.normalise import fold

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_NEAR_PLURAL, _SURE = 85, 91
"""So near is a term that a misspelt plural means, and one that a word means that is spelt well."""


def slips(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Return the terms nearest to a query, by optimal string alignment distance.

    It may be a plural besides: «space crafts» is one of «spacecraft», and where none is near,
    «appologies» is nearer to «apology» than it is spelt.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
    """
    near = near_terms(query, languages, store)
    singles = _singulars(query, languages, store)
    plurals = (hit for single in singles for hit in spelt(single, languages, store))
    if not any(one.likeness >= NEAR for one in near):
        for single in singles:
            near += near_terms(single, languages, store, least=_NEAR_PLURAL)
    found = [_as_spelt(query, one) for one in near]
    meant = [hit for hit in found if hit.tier == MISSPELT]
    if meant and _is_another_word(query, meant[0], languages, store):
        found = [hit for hit in found if hit.tier != MISSPELT]
    return [*(hit._replace(tier=INFLECTED) for hit in plurals), *found]


def slips_in_parts(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Yield longer terms that have a query misspelt: «bakanof» for «Dmitri Bakanov».

    Before them the terms that those words are forms of: «sattelites» is one of «satellite».

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
    """
    parts = near_parts(query, languages, store, least=NEAR)
    if parts and _is_spelt_well(query, languages, store):  # «faire» is no «aire de lancement»
        several = len(bare_words(query)) > 1  # «newspaper» alone is no slip of «NewSpace» either
        parts = [part for part in parts if several and _are_of_one_family(query, part.forms)]
    for part in parts:
        near = part.term
        yield as_slip(near)
        for row in with_forms(part.forms, near.row.language, store):
            yield TermHit(MISSPELT, near.likeness, row, near.far - WORD_APART)


def terms_of_one_family(query: str, languages: Collection[str], store: TermStore) -> list[str]:
    """Return longer terms with a word that goes on otherwise than a query, nearest first; nothing
    for several words, which `slips_in_parts` takes for what they mean.
    """
    if len(bare_words(query)) != 1:
        return []
    parts = near_parts(query, languages, store, least=NEAR)
    return [part.term.row.text for part in parts if _are_of_one_family(query, part.forms)]


def _as_spelt(query: str, near: NearTerm) -> TermHit:
    """Return a near term as a hit; one that the query only spells otherwise is no slip."""
    tier = tier_of_spelling(query, near.row.text, near.row.language)
    return TermHit(tier, 100, near.row) if tier else as_slip(near)


def _is_another_word(
    query: str, nearest: TermHit, languages: Collection[str], store: TermStore
) -> bool:
    """Say whether a word is no slip of the term nearest to it: «часто» is a word, «задние» too.

    But the latter has the letters of «здание» in another order, and may be a slip of the finger.
    Several words that are spelt well («real estate», «ideal state») are told so where few letters
    are the same.
    """
    if nearest.score >= (NEAR if len(bare_words(query)) > 1 else _SURE):
        return False
    typed, meant = bare_of(query), bare_of(nearest.term.text)
    if sorted(typed) == sorted(meant) or typed[:BEGINNING] == meant[:BEGINNING]:
        return False
    return _is_spelt_well(query, languages, store)


def _are_of_one_family(query: str, forms: str) -> bool:
    """Say whether words are those of a query, or go on otherwise: «environment», «environmental».

    A word that is a beginning alone says too little: «часто» is not of «частота».
    """
    return all(
        one == other or (len(one) > BEGINNING and one[:BEGINNING] == other[:BEGINNING])
        for one, other in zip(bare_words(query), bare_words(forms), strict=False)
    )


def _is_spelt_well(query: str, languages: Collection[str], store: TermStore) -> bool:
    """Say whether the lexicon of a language has all words of a query: it means what it says."""
    from termbase.text.lexicons import has_words

    return has_words(query, languages or store.term_languages())


def _singulars(query: str, languages: Collection[str], store: TermStore) -> list[str]:
    """Return what a query may be the plural of by its ending."""
    spoken = {one.partition("-")[0] for one in languages or store.term_languages()}
    forms = dict.fromkeys(
        form for one in sorted(spoken) for form in regular_forms(query, one, last=True)
    )
    return [form for form in forms if form != fold(query)]
