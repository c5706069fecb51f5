"""Find the terms that a query means: tiers from exact to misspelt, which never cross.

A term found in one tier is never listed again in a later one. Tiers that load a stemmer or measure
distances run only where no earlier one has said what was meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from termbase.model.row import TermRow
from termbase.terms.hits import (
    ACCENTS,
    ACRONYM,
    EXACT,
    INFLECTED,
    KEYBOARD,
    MISSPELT,
    PART,
    PREFIX,
    PUNCTUATION,
    REARRANGED,
    SCATTERED,
    SCRIPT,
    WORD_APART,
    Hits,
    TermHit,
    ordered,
)
from termbase.terms.keys import (
    BARE,
    FOLDED,
    FORM,
    PLAIN,
    SOUND,
    WORD,
    bare_of,
    bare_words,
    spelling_keys,
)
from termbase.terms.short_forms import acronyms, contractions
from termbase.text.normalise import fold
from termbase.text.words import words

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore


LEAST_PREFIX = 2
"""A shorter beginning of a term says too little."""
LEAST_LETTERS, LEAST_SOUND = 3, 2
"""Fewer letters or sounds say too little of what was meant in another script."""
_FEW = 4
"""Where so many terms begin as the query does, it is a beginning and no mistake."""
_SLIP = 91
"""A term that shares so many per cent of its letters with a query was meant by it."""
_NEAR, _SLIP_OF_PLURAL = 78, 85
"""A term less near is doubted, and sought once more; one found so has to be nearer than that."""
_MOST_PARTS = 100
"""Of the terms that hold the words of a query so many are looked at, the shortest."""

_UNFINISHED = re.compile(r"\w['’ʼ‐‑-]$")
"""A query with this end goes on; nobody writes a word so."""
_POSSESSIVE = re.compile(r"'s\b")


def find_terms(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Return the terms that a query means, best first.

    Args:
        query: What somebody typed.
        languages: Where to look, as BCP 47 tags; everywhere if empty.
        store: Where the terms are.

    Returns:
        Hits by tier, score, nearness, status, signs that they lack of the query, length and
        text; each term once.
    """
    hits = Hits()
    hits.take(_spelt(query, languages, store))
    beginning = list(_beginning(query, languages, store))
    near: list[TermHit] | None = None
    if hits:
        hits.take(_relatives(hits.first().term, store))
    else:
        near = _take_forms(hits, query, len(beginning) >= _FEW, languages, store)
    hits.take(_parts(query, languages, store))
    _take_disguised(hits, query, languages, store)
    if beginning and _UNFINISHED.search(query) and not hits.as_typed():
        hits.clear()
    hits.take(beginning)
    uncertain = len(hits) < _FEW and all(hit.tier == PREFIX for hit in hits.values())
    if uncertain or all(hit.tier == ACRONYM for hit in hits.values()):
        hits.take(contractions(query, languages, store))
    if uncertain:
        hits.take(_misspelt(query, languages, store) if near is None else near)
    return ordered(hits.values(), query)


def _take_forms(
    hits: Hits, query: str, begins: bool, languages: Collection[str], store: TermStore
) -> list[TermHit] | None:
    """Take terms by the forms of their words, or slips; return the terms near, if they are known.

    What is regular, or a slip, needs no lexicon. Where terms begin as the query does, or have all
    of its words, no slip is looked for.
    """
    near: list[TermHit] | None = None
    regular = list(_by_forms(query, languages, store, regular=True))
    if any(hit.tier != PART for hit in regular):
        hits.take(regular)
    elif not begins and not regular:
        near = _slips(query, languages, store)
        hits.take(hit for hit in near or () if hit.score >= _SLIP)
    if not hits:
        hits.take(_by_forms(query, languages, store))
    return near


def _take_disguised(hits: Hits, query: str, languages: Collection[str], store: TermStore) -> None:
    """Take terms in another script, from the wrong keyboard, by their initials."""
    short = list(acronyms(query, languages, store))
    if all(hit.tier == PART for hit in hits.values()):
        sounding = list(_other_script(query, languages, store))
        hits.take([hit for hit in sounding if hit.far < WORD_APART or not hits])
        if not (short and query.isupper()):  # what can be read as typed was meant so
            hits.take(_other_keyboard(query, languages, store))
    hits.take(short)


def _spelt(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    tiers = (FOLDED, ACCENTS, PUNCTUATION)
    for kind, tier, key in zip((FOLDED, BARE, PLAIN), tiers, spelling_keys(query), strict=True):
        for row in store.terms_with_key(kind, [key], languages) if key else ():
            if row.text == query.strip():
                yield TermHit(EXACT, 100, row)
                continue
            if tier == FOLDED:  # «ПЕТР» is «Петр» before it is «Пётр»
                yield TermHit(tier, 100, row, int(_letters(row.text) != _letters(query)))
            else:
                yield TermHit(tier, 100, row)


def _letters(text: str) -> list[str]:
    return [sign for sign in text.casefold() if sign.isalpha()]


def _relatives(found: TermRow, store: TermStore) -> Iterator[TermHit]:
    """Find what shares its words with a term that was found, by the forms stored with both.

    Only stored keys are read, so that an exact hit loads no lexicon.
    """
    wanted = found.forms.split()
    language = found.language.split("-")[0]
    groups = _groups(store, FORM, wanted, [language])
    for row in store.terms_with_words(groups, [language])[:_MOST_PARTS]:
        have = row.forms.split()
        far = WORD_APART * max(0, len(have) - len(wanted))
        if have == wanted:
            yield TermHit(INFLECTED, 100, row, far)
        elif sorted(have) == sorted(wanted):
            yield TermHit(REARRANGED, 100, row, far)
        else:
            together = f" {found.forms} " in f" {row.forms} "
            yield TermHit(PART, 100, row, far if together else far + SCATTERED)


def _groups(
    store: TermStore, kind: str, keys: Iterable[str], languages: Collection[str]
) -> list[set[int]]:
    """Return for each key of a kind the words of terms that have it."""
    asked = list(keys)
    numbers: dict[str, set[int]] = {key: set() for key in asked}
    for key, number, _ in store.words_with_keys(kind, numbers, languages):
        numbers[key].add(number)
    return [numbers[key] for key in asked]


def _slips(query: str, languages: Collection[str], store: TermStore) -> list[TermHit] | None:
    """Find the nearest terms where a slip of the finger may be told before a lexicon is loaded.

    Only in scripts where endings are short: in Russian a letter or two may be another case.
    """
    from termbase.text.sound import is_cyrillic

    return None if is_cyrillic(query) else _misspelt(query, languages, store)


def _by_forms(
    query: str, languages: Collection[str], store: TermStore, *, regular: bool = False
) -> Iterator[TermHit]:
    """Find terms whose words are forms of the query's words.

    In the same order they are INFLECTED, in any order REARRANGED, where both leave only words
    unasked for that hold the others together, or articles before them; all others are PART:
    «turn on» is no form of «turning», as «loi sur le secret» is one of «lois secret».
    """
    asked = bare_words(query)
    for language in languages or store.term_languages():
        wanted = []
        for word in _asked_words(query, language):
            wanted.append(_agreeing(word, language, store, regular))
            if not wanted[-1]:
                break
        for row in store.terms_with_words(wanted, [language])[:_MOST_PARTS]:
            hit = _agreeing_hit(row, wanted, asked)
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
    return {number for _, number, own in found if own in forms or word in regular_forms(own, main)}


def _agreeing_hit(row: TermRow, wanted: Sequence[Set[int]], asked: list[str]) -> TermHit | None:
    from rapidfuzz.distance import OSA

    from termbase.languages.function_words import EVERY_ARTICLE, EVERY_FUNCTION_WORD

    own = bare_words(row.text)
    have = [int(number) for number in row.words.split()]
    places = _places(have, wanted)
    if len(places) < len(wanted) or len(own) != len(have):
        return None
    met = _asked_too(own, places, asked)
    unasked = [at for at in range(len(own)) if at not in met]
    inside = [at for at in unasked if min(places) < at < max(places)]
    tier = INFLECTED if places == sorted(places) else REARRANGED
    scattered = tier == REARRANGED or any(own[at] not in EVERY_FUNCTION_WORD for at in inside)
    light = all(
        own[at] in (EVERY_FUNCTION_WORD if at in inside else EVERY_ARTICLE) and at < max(places)
        for at in unasked
    )
    found = [own[at] for at in sorted(met)]
    if tier == REARRANGED:
        found, asked = sorted(found), sorted(asked)
    letters = OSA.distance(" ".join(found), " ".join(asked))
    far = WORD_APART * len(unasked) + min(letters, SCATTERED - 1)
    if light:
        return TermHit(tier, 100, row, far)
    return TermHit(PART, 100, row, far + SCATTERED if scattered else far)


def _asked_too(own: Sequence[str], places: Collection[int], asked: Collection[str]) -> set[int]:
    """Return the places of a term that were asked for, with those of articles as in the query."""
    from termbase.languages.function_words import EVERY_FUNCTION_WORD

    rest = Counter(asked) - Counter(own[at] for at in places)
    met = set(places)
    for at, word in enumerate(own):
        if at not in met and rest[word] > 0 and word in EVERY_FUNCTION_WORD:
            rest[word] -= 1
            met.add(at)
    return met


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
    heard_signs = sum(max(map(len, one)) for one in heard)
    if len(_letters(query)) < LEAST_LETTERS or heard_signs < LEAST_SOUND:
        return
    wanted = [
        {number for _, number, _ in store.words_with_keys(SOUND, one, languages)} for one in heard
    ]
    for row in store.terms_with_words(wanted, languages):
        have = [int(number) for number in row.words.split()]
        places = _places(have, wanted)
        if is_cyrillic(row.text) != is_cyrillic(query) and places and places == sorted(places):
            letters = min(WORD_APART - 1, abs(len(row.text) - len(query)))
            yield TermHit(SCRIPT, 100, row, WORD_APART * (len(have) - len(places)) + letters)


def _other_keyboard(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find terms that the query's keys spell on the other keyboard, inflected or not."""
    from termbase.terms.keyboard import retyped

    meant = retyped(query)
    found = list(_spelt(meant, languages, store))
    found = found or [one for one in _by_forms(meant, languages, store) if one.tier == INFLECTED]
    return [hit._replace(tier=KEYBOARD) for hit in found]


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
            yield TermHit(PART, 100, row, WORD_APART * (len(own) - size))


def _misspelt(query: str, languages: Collection[str], store: TermStore) -> list[TermHit]:
    """Find the terms nearest to the query by optimal string alignment distance.

    Where none is near, it may be a plural besides: «appologies» is nearer to «apology» than it is
    spelt.
    """
    from termbase.terms.spelling import near_terms

    near = near_terms(query, languages, store)
    if not any(one.likeness >= _NEAR for one in near):
        for single in _singulars(query, languages, store):
            near += near_terms(single, languages, store, least=_SLIP_OF_PLURAL)
    return [TermHit(MISSPELT, one.likeness, one.row, one.far) for one in near]


def _singulars(query: str, languages: Collection[str], store: TermStore) -> list[str]:
    """Return what a query may be the plural of by its ending."""
    from termbase.text.forms import regular_forms

    spoken = {one.partition("-")[0] for one in languages or store.term_languages()}
    forms = dict.fromkeys(form for one in sorted(spoken) for form in regular_forms(query, one))
    return [form for form in forms if form != fold(query)]
