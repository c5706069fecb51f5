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

LEAST_PREFIX = 2
"""A shorter beginning of a term says too little."""
LEAST_SOUND = 3
"""Fewer sounds say too little of what was meant in another script."""
_FEW = 4
"""Where so many terms begin as the query does, it is a beginning and no mistake."""
_SLIP = 91
"""A term that shares so many per cent of its letters with a query was meant by it."""
_MOST_PARTS = 100
"""Of the terms that hold the words of a query so many are looked at, the shortest."""
_ACRONYM_LENGTHS = range(2, 9)

_POSSESSIVE = re.compile(r"'s\b")


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
    near: list[TermHit] = []

    def take(found: Iterable[TermHit]) -> None:
        for hit in found:
            known = hits.get(hit.term.id)
            if known is None or _nearness(hit) < _nearness(known):
                hits[hit.term.id] = hit

    take(_spelt(query, languages, store))
    if hits:
        take(_relatives(next(iter(hits.values())).term, store))
    else:
        regular = _by_forms(query, languages, store, regular=True)
        take(hit for hit in regular if hit.tier != PART)
        if not hits:
            near = _slips(query, languages, store)
            take(hit for hit in near if hit.score >= _SLIP)
        if not hits:
            take(_by_forms(query, languages, store))
    take(_parts(query, languages, store))
    if all(hit.tier == PART for hit in hits.values()):
        sounding = list(_other_script(query, languages, store))
        take([hit for hit in sounding if hit.far == 0 or not hits])
        take(_other_keyboard(query, languages, store))
    take(_acronyms(query, languages, store))
    take(_beginning(query, languages, store))
    if all(hit.tier == PREFIX for hit in hits.values()) and len(hits) < _FEW:
        take(near or _misspelt(query, languages, store))
    return sorted(hits.values(), key=_order)


def _nearness(hit: TermHit) -> tuple[int, int]:
    return TIERS.index(hit.tier), hit.far


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

    Only stored keys are read, so that an exact hit loads no lexicon.
    """
    wanted = found.forms.split()
    language = found.language.split("-")[0]
    groups = _groups(store, FORM, wanted, [language])
    for row in store.terms_with_words(groups, [language])[:_MOST_PARTS]:
        have = row.forms.split()
        far = 100 * max(0, len(have) - len(wanted))
        if have == wanted:
            yield TermHit(INFLECTED, 100, row, far)
        else:
            tier = REARRANGED if sorted(have) == sorted(wanted) else PART
            yield TermHit(tier, 100, row, far)


def _groups(
    store: TermStore, kind: str, keys: Iterable[str], languages: Collection[str]
) -> list[set[int]]:
    """Return for each key of a kind the words of terms that have it."""
    asked = list(keys)
    numbers: dict[str, set[int]] = {key: set() for key in asked}
    for key, number, _ in store.words_with_keys(kind, numbers, languages):
        numbers[key].add(number)
    return [numbers[key] for key in asked]


def _slips(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the nearest terms where a slip of the finger may be told before a lexicon is loaded.

    Only in scripts where endings are short: in Russian a letter or two may be another case.
    """
    from termbase.text.sound import is_cyrillic

    return [] if is_cyrillic(query) else _misspelt(query, languages, store)


def _by_forms(
    query: str, languages: Collection[str], store: TermStore, *, regular: bool = False
) -> Iterator[TermHit]:
    """Find terms whose words are forms of the query's words.

    In the same order they are INFLECTED, in any order REARRANGED, where both leave only words
    unasked for that hold others together; all others are PART.
    """
    bare = " ".join(bare_words(query))
    for language in languages or store.term_languages():
        wanted = []
        for word in _asked_words(query, language):
            wanted.append(_agreeing(word, language, store, regular))
            if not wanted[-1]:
                break
        for row in store.terms_with_words(wanted, [language])[:_MOST_PARTS]:
            hit = _agreeing_hit(row, wanted, bare)
            if hit:
                yield hit


def _agreeing(word: str, language: str, store: TermStore, regular: bool) -> set[int]:
    """Return the words of terms that a word may be a form of; a regular one without a lexicon."""
    if regular:
        return _regular(word, language, store)
    from termbase.terms.index import STEM
    from termbase.text.forms import stem, word_keys
    from termbase.text.inflection import inflects

    main = language.partition("-")[0]
    keys = word_keys(word, main)
    if store.has_stems([main]):
        keys += (STEM + stem(word, main),)
    return {
        number
        for _, number, own in store.words_with_keys(FORM, keys, [main])
        if own.startswith(STEM) or inflects(own, word, main) or inflects(word, own, main)
    }


def _regular(word: str, language: str, store: TermStore) -> set[int]:
    from termbase.text.forms import regular_forms

    main = language.partition("-")[0]
    forms = regular_forms(word, main)
    found = store.words_with_keys(FORM, forms, [main])
    return {number for _, number, own in found if own in forms}


def _agreeing_hit(row: TermRow, wanted: Sequence[Set[int]], bare: str) -> TermHit | None:
    from rapidfuzz.distance import OSA

    from termbase.languages.function_words import EVERY_FUNCTION_WORD

    own = bare_words(row.text)
    have = [int(number) for number in row.words.split()]
    places = _places(have, wanted)
    if len(places) < len(wanted) or len(own) != len(have):
        return None
    unasked = [word for at, word in enumerate(own) if at not in places]
    tier = INFLECTED if places == sorted(places) else REARRANGED
    if not all(word in EVERY_FUNCTION_WORD for word in unasked):
        tier = PART
    met = " ".join(own[at] for at in places)
    letters = OSA.distance(met, bare)
    return TermHit(tier, 100, row, 100 * len(unasked) + letters)


def _asked_words(query: str, language: str) -> list[str]:
    """Return the words of a query, folded, without articles before and what elides."""
    from termbase.languages import profile_of
    from termbase.languages.function_words import ARTICLES

    main = language.partition("-")[0]
    elided = set(profile_of(main).elisions)
    folded = _POSSESSIVE.sub("", fold(query)) if main == "en" else fold(query)
    found = [
        word.text
        for word in words(folded)
        if not (word.text in elided and folded[word.end : word.end + 1] == "'")
    ]
    while len(found) > 1 and found[0] in ARTICLES.get(main, ()):
        found.pop(0)
    return found


def _places(have: Sequence[int], wanted: Sequence[Set[int]]) -> list[int]:
    """Return where each word wanted stands, each place once, in order where that can be.

    Fewer places than words come back if one is missing.
    """
    for in_order in (True, False):
        places: list[int] = []
        for one in wanted:
            start = places[-1] + 1 if in_order and places else 0
            found = (at for at in range(start, len(have)) if have[at] in one and at not in places)
            place = next(found, None)
            if place is None:
                break
            places.append(place)
        if len(places) == len(wanted):
            return places
    return []


def _other_script(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Find terms of another script that sound like the query, or have a part that does."""
    from termbase.text.sound import is_cyrillic, sounds

    heard = sounds(query)
    if sum(max(map(len, one)) for one in heard) < LEAST_SOUND:
        return
    wanted = [
        {number for _, number, _ in store.words_with_keys(SOUND, one, languages)} for one in heard
    ]
    for row in store.terms_with_words(wanted, languages):
        have = [int(number) for number in row.words.split()]
        places = _places(have, wanted)
        if is_cyrillic(row.text) != is_cyrillic(query) and places and places == sorted(places):
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
    rows = store.terms_with_words(_groups(store, WORD, wanted, languages), languages)
    for row in rows[:_MOST_PARTS]:
        own = bare_words(row.text) if size > 1 else row.words.split()
        if size == 1 or any(own[at : at + size] == wanted for at in range(len(own) - size + 1)):
            yield TermHit(PART, 100, row, 100 * (len(own) - size))


def _misspelt(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the terms nearest to the query by optimal string alignment distance."""
    from termbase.terms.spelling import near_terms

    return [TermHit(MISSPELT, score, row) for row, score in near_terms(query, languages, store)]
