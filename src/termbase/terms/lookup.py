"""Find the terms that a query means: tiers from exact to misspelt, which never cross.

A term found in one tier is never listed again in a later one. Tiers that load a stemmer or measure
distances run only where no earlier one has said what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from termbase.model.row import TermRow
from termbase.terms.keys import (
    BARE,
    FOLDED,
    FORM,
    INITIALS,
    PLAIN,
    SOUND,
    WORD,
    bare_of,
    bare_words,
    spelling_keys,
)
from termbase.text.normalise import fold
from termbase.text.words import words

if TYPE_CHECKING:
    from termbase.ports import TermStore

EXACT, ACCENTS, PUNCTUATION = "exact", "accents", "punctuation"
INFLECTED, REARRANGED, SCRIPT, KEYBOARD = "inflected", "rearranged", "script", "keyboard"
ACRONYM, PREFIX, PART, MISSPELT = "acronym", "prefix", "part", "misspelt"
TIERS = (
    *(EXACT, FOLDED, ACCENTS, PUNCTUATION, INFLECTED, REARRANGED),
    *(SCRIPT, KEYBOARD, ACRONYM, PREFIX, PART, MISSPELT),
)
"""How a term was found, best first."""

LEAST_SIMILARITY = 72
"""A misspelt query and its term share at least so many per cent."""
LEAST_PREFIX = 2
"""A shorter beginning of a term says too little."""
LEAST_SOUND = 3
"""Fewer sounds say too little of what was meant in another script."""
_ACRONYM_LENGTHS = range(2, 9)

_Forms = Sequence[Set[str]]
_ARTICLES = frozenset(
    ("le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "the", "a", "an")
)
_HANGING = re.compile(r"\b(?:[cdjlmnst]|qu)'|'s\b")
"""French elisions and the English possessive."""


class TermHit(NamedTuple):
    """A term found.

    Attributes:
        score: 100; for a misspelt query the similarity in per cent.
        far: How far the term is from the query among those of its tier, from 0: words more than
            were asked for, or letters that differ.
    """

    tier: str
    score: int
    term: TermRow
    far: int = 0


def find_terms(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Return the terms that a query means, best first.

    Args:
        query: What somebody typed.
        languages: Where to look, as BCP 47 tags; everywhere if empty.
        store: Where the terms are.

    Returns:
        Hits by tier, score, nearness, status, length and text; each term once.
    """
    hits: dict[int, TermHit] = {}

    def take(found: Iterable[TermHit]) -> None:
        for hit in found:
            known = hits.get(hit.term.id)
            if known is None or TIERS.index(hit.tier) < TIERS.index(known.tier):
                hits[hit.term.id] = hit

    take(_spelt(query, languages, store))
    if hits:
        take(_relatives(next(iter(hits.values())).term, store))
    else:
        take(_by_forms(query, languages, store))
    take(_parts(query, languages, store))
    if all(hit.tier == PART for hit in hits.values()):
        sounding = list(_other_script(query, languages, store))
        take([hit for hit in sounding if hit.far == 0 or not hits])
        take(_other_keyboard(query, languages, store))
    take(_acronyms(query, languages, store))
    take(_beginning(query, languages, store))
    if not hits:
        take(_misspelt(query, languages, store))
    return sorted(hits.values(), key=_order)


def _order(hit: TermHit) -> tuple[int, int, int, int, int, str, int]:
    row = hit.term
    tier = TIERS.index(hit.tier)
    return tier, -hit.score, hit.far, row.standing, len(row.text), row.text, row.id


def _spelt(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    tiers = (FOLDED, ACCENTS, PUNCTUATION)
    for kind, tier, key in zip((FOLDED, BARE, PLAIN), tiers, spelling_keys(query), strict=True):
        for row in store.terms_with_key(kind, [key], languages) if key else ():
            yield TermHit(EXACT if row.text == query.strip() else tier, 100, row)


def _relatives(found: TermRow, store: TermStore) -> Iterator[TermHit]:
    """Find what shares its words with a term that was found, by the forms stored with both.

    Only stored keys are read, so that an exact hit loads no stemmer.
    """
    wanted = found.forms.split()
    language = found.language.split("-")[0]
    for row in _with_all(store, FORM, [[one] for one in wanted], [language]):
        have = row.forms.split()
        far = 100 * max(0, len(have) - len(wanted))
        if have == wanted:
            yield TermHit(INFLECTED, 100, row, far)
        else:
            tier = REARRANGED if sorted(have) == sorted(wanted) else PART
            yield TermHit(tier, 100, row, far)


def _by_forms(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms whose words are forms of the query's words.

    In the same order they are INFLECTED, in any order REARRANGED, where both leave only words
    unasked for that hold others together; all others are PART.
    """
    from rapidfuzz.distance import OSA

    from termbase.languages.function_words import EVERY_FUNCTION_WORD
    from termbase.text.forms import word_keys

    asked = _asked_words(query)
    for language in languages or store.term_languages():
        wanted = [set(word_keys(word, language)) for word in asked]
        for row in _with_all(store, FORM, wanted, [language]):
            own = bare_words(row.text)
            have = [set(word_keys(word.text, language)) for word in words(row.text)]
            places = _places(have, wanted)
            if len(places) < len(wanted):
                continue
            unasked = [word for at, word in enumerate(own) if at not in places]
            tier = INFLECTED if places == sorted(places) else REARRANGED
            if not all(word in EVERY_FUNCTION_WORD for word in unasked):
                tier = PART
            met = " ".join(own[at] for at in places)
            letters = OSA.distance(met, " ".join(map(bare_of, asked)))
            yield TermHit(tier, 100, row, 100 * len(unasked) + letters)


def _asked_words(query: str) -> list[str]:
    """Return the words of a query without articles before and what hangs on an apostrophe."""
    found = [word.text for word in words(_HANGING.sub(" ", fold(query)))]
    while len(found) > 1 and found[0] in _ARTICLES:
        found.pop(0)
    return found


def _places(have: _Forms, wanted: _Forms) -> list[int]:
    """Return where each word wanted stands, each place once, in order where that can be.

    Fewer places than words come back if one is missing.
    """
    for in_order in (True, False):
        places: list[int] = []
        for one in wanted:
            start = places[-1] + 1 if in_order and places else 0
            found = (at for at in range(start, len(have)) if have[at] & one and at not in places)
            place = next(found, None)
            if place is None:
                break
            places.append(place)
        if len(places) == len(wanted):
            return places
    return []


def _with_all(
    store: TermStore, kind: str, wanted: Sequence[Collection[str]], languages: Collection[str]
) -> list[TermRow]:
    """Return the terms that have, for every word wanted, one of its keys."""
    rows: dict[int, TermRow] = {}
    for number, keys in enumerate(wanted):
        found = {row.id: row for row in store.terms_with_key(kind, keys, languages)}
        rows = found if number == 0 else {one: row for one, row in rows.items() if one in found}
        if not rows:
            break
    return list(rows.values())


def _other_script(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms of another script that sound like the query, or have a part that does."""
    from termbase.text.sound import is_cyrillic, sounds

    wanted = sounds(query)
    if sum(max(map(len, one)) for one in wanted) < LEAST_SOUND:
        return
    for row in _with_all(store, SOUND, wanted, languages):
        have = sounds(row.text)
        places = _places(have, wanted)
        if is_cyrillic(row.text) != is_cyrillic(query) and places == sorted(places):
            yield TermHit(SCRIPT, 100, row, len(have) - len(places))


def _other_keyboard(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find terms that the query's keys spell on the other keyboard, inflected or not."""
    from termbase.terms.keyboard import retyped

    meant = retyped(query)
    found = list(_spelt(meant, languages, store))
    found = found or [one for one in _by_forms(meant, languages, store) if one.tier == INFLECTED]
    return [hit._replace(tier=KEYBOARD) for hit in found]


def _acronyms(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms whose words begin with the letters of the query."""
    letters = spelling_keys(query)[2]
    if len(letters) in _ACRONYM_LENGTHS and len(words(query)) == 1:
        for row in store.terms_with_key(INITIALS, [letters], languages):
            yield TermHit(ACRONYM, 100, row)


def _beginning(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms that begin as the query does; behind a space another word must follow."""
    bare = bare_of(query) + (" " if query[-1:].isspace() else "")
    for row in store.terms_beginning(bare, languages) if len(bare) >= LEAST_PREFIX else ():
        yield TermHit(PREFIX, 100, row)


def _parts(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find longer terms that hold the words of the query next to each other."""
    wanted = bare_words(query)
    size = len(wanted)
    for row in _with_all(store, WORD, [[word] for word in wanted], languages):
        own = bare_words(row.text)
        if any(own[at : at + size] == wanted for at in range(len(own) - size + 1)):
            yield TermHit(PART, 100, row, 100 * (len(own) - size))


def _misspelt(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the terms nearest to the query by optimal string alignment distance."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    bare = bare_of(query)
    keys = list(store.term_keys(BARE, languages))
    near = extract(
        bare,
        [key for key, _ in keys],
        scorer=OSA.normalized_similarity,
        score_cutoff=LEAST_SIMILARITY / 100,
        limit=20,
    )
    scores = {keys[place][1]: int(similarity * 100) for _, similarity, place in near}
    return [TermHit(MISSPELT, scores[row.id], row) for row in store.term_rows(list(scores))]
