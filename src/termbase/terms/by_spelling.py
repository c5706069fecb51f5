"""A query → the terms that are spelt as it is, but for signs that readers overlook."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from termbase.terms.by_forms import behind_article
from termbase.terms.hits import ACCENTS, EXACT, PUNCTUATION, SCRIPT, TermHit
from termbase.terms.keys import FOLDED, SPELLINGS, bare_words, spelling_keys

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_SPELT = EXACT, FOLDED, ACCENTS, PUNCTUATION
"""The tiers of terms that are spelt as a query is, but for signs that readers overlook."""
_ARTICLE = 2
"""So far off is a term that a query has an article before."""


def spelt(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms that are spelt as the query is."""
    for kind, tier, key in zip(SPELLINGS, _SPELT[1:], spelling_keys(query), strict=True):
        for row in store.terms_with_key(kind, [key], languages) if key else ():
            if row.text.strip() == query.strip():
                yield TermHit(EXACT, 100, row)
                continue
            if tier == FOLDED:  # «ПЕТР» is «Петр» before it is «Пётр»
                yield TermHit(tier, 100, row, int(_letters(row.text) != _letters(query)))
            elif tier == PUNCTUATION:  # «repair man.» is «repair man» before it is «repairman»
                yield TermHit(tier, 100, row, int(bare_words(row.text) != bare_words(query)))
            else:
                yield TermHit(tier, 100, row)


def behind_articles(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms that are spelt as the query is, its article set aside: «la télédétection»."""
    for language in languages or store.term_languages():
        for hit in spelt(behind_article(query, language), [language], store):
            tier = FOLDED if hit.tier == EXACT else hit.tier
            in_other_case = not query.rstrip().endswith(hit.term.text)
            yield hit._replace(tier=tier, far=hit.far + _ARTICLE + in_other_case)


def _letters(text: str) -> list[str]:
    return [sign for sign in text.casefold() if sign.isalpha()]


def look_alike(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms whose letters look as the query does in another script: «MKC» in Latin letters."""
    from termbase.text.scripts import look_alikes

    for other in look_alikes(query):
        for hit in spelt(other, languages, store):
            yield hit._replace(tier=SCRIPT, far=_SPELT.index(hit.tier))
