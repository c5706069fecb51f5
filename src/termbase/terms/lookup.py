"""Find the terms that a query means: tiers from exact to misspelt, which never cross.

A term found in one tier is never listed again in a later one. Later tiers run only where they
can help, so that an exact hit costs no stemmer and no distance.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from termbase.terms.keys import BARE, FOLDED, FORM, PLAIN, WORD, bare_words, spelling_keys
from termbase.text.normalise import fold
from termbase.text.words import words

if TYPE_CHECKING:
    from termbase.model.row import TermRow
    from termbase.ports import TermStore

EXACT, ACCENTS, PUNCTUATION = "exact", "accents", "punctuation"
INFLECTED, PART, MISSPELT = "inflected", "part", "misspelt"
TIERS = (EXACT, FOLDED, ACCENTS, PUNCTUATION, INFLECTED, PART, MISSPELT)
"""How a term was found, best first."""

LEAST_SIMILARITY = 72
"""A misspelt query and its term share at least so many per cent."""

_ARTICLES = frozenset(
    ("le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "the", "a", "an")
)


class TermHit:
    """A term found. Score: 100, or for a misspelt query the similarity in per cent."""

    __slots__ = ("score", "term", "tier")

    def __init__(self, tier: str, score: int, term: TermRow) -> None:
        self.tier = tier
        self.score = score
        self.term = term


def find_terms(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Return the terms that a query means, best first.

    Args:
        query: What somebody typed.
        languages: Where to look, as BCP 47 tags; everywhere if empty.
        store: Where the terms are.

    Returns:
        Hits by tier, score, status, length and text; each term once.
    """
    hits: dict[int, TermHit] = {}
    for tier, score, row in _spelt(query, languages, store):
        hits.setdefault(row.id, TermHit(tier, score, row))
    if not hits:
        _add(hits, INFLECTED, _inflected(query, languages, store, _equal))
    _add(hits, PART, _parts(query, languages, store))
    if not hits:
        _add(hits, PART, _inflected(query, languages, store, _inside))
    if not hits:
        for score, row in _misspelt(query, languages, store):
            hits.setdefault(row.id, TermHit(MISSPELT, score, row))
    return sorted(hits.values(), key=_order)


def _order(hit: TermHit) -> tuple[int, int, int, int, str, int]:
    row = hit.term
    return TIERS.index(hit.tier), -hit.score, row.standing, len(row.text), row.text, row.id


def _add(hits: dict[int, TermHit], tier: str, rows: Iterable[TermRow]) -> None:
    for row in rows:
        hits.setdefault(row.id, TermHit(tier, 100, row))


def _spelt(
    query: str, languages: Collection[str], store: TermStore
) -> Iterable[tuple[str, int, TermRow]]:
    kinds = (FOLDED, BARE, PLAIN)
    for kind, tier, key in zip(
        kinds, (FOLDED, ACCENTS, PUNCTUATION), spelling_keys(query), strict=True
    ):
        if key:
            for row in store.terms_with_key(kind, [key], languages):
                yield EXACT if row.text == query.strip() else tier, 100, row


def _parts(query: str, languages: Collection[str], store: TermStore) -> list[TermRow]:
    """Find longer terms that hold the words of the query next to each other."""
    wanted = bare_words(query)
    rows = _with_all(store, WORD, [[word] for word in wanted], languages)
    return [row for row in rows if _holds(bare_words(row.text), wanted)]


def _inflected(
    query: str,
    languages: Collection[str],
    store: TermStore,
    fits: Callable[[list[set[str]], list[set[str]]], bool],
) -> list[TermRow]:
    """Find terms whose words are forms of the query's words, in the same order."""
    from termbase.text.forms import word_keys

    asked = [word.text for word in words(query)]
    while len(asked) > 1 and fold(asked[0]) in _ARTICLES:
        asked.pop(0)
    found = []
    for language in languages or store.term_languages():
        wanted = [set(word_keys(word, language)) for word in asked]
        for row in _with_all(store, FORM, wanted, [language]):
            have = [set(word_keys(word.text, language)) for word in words(row.text)]
            if fits(have, wanted):
                found.append(row)
    return found


def _with_all(
    store: TermStore, kind: str, wanted: Sequence[Collection[str]], languages: Collection[str]
) -> list[TermRow]:
    """Return the terms that have, for every word wanted, one of its keys."""
    rows: dict[int, TermRow] = {}
    for number, keys in enumerate(wanted):
        found = {row.id: row for row in store.terms_with_key(kind, keys, languages)}
        rows = found if number == 0 else {term: row for term, row in rows.items() if term in found}
        if not rows:
            break
    return list(rows.values())


def _equal(have: list[set[str]], wanted: list[set[str]]) -> bool:
    return len(have) == len(wanted) and all(a & b for a, b in zip(have, wanted, strict=True))


def _inside(have: list[set[str]], wanted: list[set[str]]) -> bool:
    return any(
        _equal(have[start : start + len(wanted)], wanted)
        for start in range(len(have) - len(wanted) + 1)
    )


def _holds(have: list[str], wanted: list[str]) -> bool:
    return _inside([{word} for word in have], [{word} for word in wanted])


def _misspelt(
    query: str, languages: Collection[str], store: TermStore
) -> Iterable[tuple[int, TermRow]]:
    """Find the terms nearest to the query by optimal string alignment distance."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    bare = spelling_keys(query)[1]
    keys = list(store.term_keys(BARE, languages))
    near = extract(
        bare,
        [key for key, _ in keys],
        scorer=OSA.normalized_similarity,
        score_cutoff=LEAST_SIMILARITY / 100,
        limit=20,
    )
    scores = {keys[place][1]: int(similarity * 100) for _, similarity, place in near}
    return [(scores[row.id], row) for row in store.term_rows(list(scores))]
