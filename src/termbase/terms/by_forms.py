"""Terms whose words are forms of the words asked for: in order, in any order, or among others.

A query is compared with terms word by word, by the keys that a base keeps of each word; the signs
between the words have no say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import takewhile
from typing import TYPE_CHECKING

from termbase.model.row import TermRow
from termbase.terms.hits import INFLECTED, PART, REARRANGED, SCATTERED, WORD_APART, TermHit
from termbase.terms.keys import FORM, WORD, bare_words
from termbase.text.normalise import fold, unaccented
from termbase.text.words import Word, word_texts, words

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

MOST_PARTS = 100
"""Of the terms that hold the words of a query so many are looked at, the shortest."""
_LEAST_BEGINNING = 2
"""A shorter beginning of a word says too little."""
_SHORT_ACRONYM = 3
"""Capitals of so many letters are an acronym; of more, a term may only be shouted."""
_POSSESSIVE = re.compile(r"'s\b")


def relatives(found: TermRow, store: TermStore) -> Iterator[TermHit]:
    """Find what shares its words with a term that was found, by the forms stored with both.

    Only stored keys are read, so that an exact hit loads no lexicon.
    """
    wanted = found.forms.split()
    language = found.language.split("-")[0]
    groups = word_groups(store, FORM, wanted, [language])
    for row in store.terms_with_words(groups, [language])[:MOST_PARTS]:
        have = row.forms.split()
        met = [at for at, form in enumerate(have) if form in wanted]
        if _holds_other_acronym(row, met, found.text, store):
            continue
        far = WORD_APART * max(0, len(have) - len(wanted))
        if have == wanted:
            yield TermHit(INFLECTED, 100, row, far)
        elif sorted(have) == sorted(wanted):
            yield TermHit(REARRANGED, 100, row, far)
        else:
            together = f" {found.forms} " in f" {row.forms} "
            yield TermHit(PART, 100, row, far if together else far + SCATTERED)


def with_forms(forms: str, language: str, store: TermStore) -> list[TermRow]:
    """Return the terms of a language whose words have some principal keys, one space between."""
    groups = word_groups(store, FORM, forms.split(), [language])
    return [row for row in store.terms_with_words(groups, [language]) if row.forms == forms]


def word_groups(
    store: TermStore, kind: str, keys: Iterable[str], languages: Collection[str]
) -> list[set[int]]:
    """Return for each key of a kind the words of terms that have it."""
    asked = list(keys)
    numbers: dict[str, set[int]] = {key: set() for key in asked}
    for key, number, _ in store.words_with_keys(kind, numbers, languages):
        numbers[key].add(number)
    return [numbers[key] for key in asked]


def with_word_begun(
    letters: str, languages: Collection[str], store: TermStore
) -> Iterator[TermHit]:
    """Yield longer terms of which a word goes on with some letters, those of few words first."""
    bare = bare_words(letters)
    if len(bare) != 1 or len(bare[0]) < _LEAST_BEGINNING:
        return
    numbers = {number for _, number, _ in store.words_beginning(bare[0], languages)}
    for row in store.terms_with_words([numbers], languages)[:MOST_PARTS]:
        yield TermHit(PART, 100, row, WORD_APART * (len(row.words.split()) - 1))


def by_forms(
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
        several = _asked_words(query, language)
        for place, word in enumerate(several, 1):
            if regular:
                wanted.append(regular_words(word, language, store, last=place == len(several)))
            else:
                wanted.append(_agreeing(word, language, store))
            if not wanted[-1]:
                break
        for row in store.terms_with_words(wanted, [language])[:MOST_PARTS]:
            hit = _agreeing_hit(row, wanted, asked)
            if hit and not _holds_other_acronym(
                row, places_of(_numbers(row), wanted), query, store
            ):
                yield hit


def _holds_other_acronym(
    row: TermRow, places: Collection[int], asked: str, store: TermStore
) -> bool:
    """Say whether a word of a term that was met as a form is an acronym and no such word asked for.

    «AIT» is no form of «a», whatever a lexicon says of «ait»; «ISSs» may be one of «ISS».
    """
    own = word_texts(row.text)
    if len(own) != len(row.words.split()) or not any(word.isupper() for word in own):
        return False
    typed = word_texts(asked)
    folded = set(bare_words(asked))
    return any(
        _is_acronym(own[at], row, store)
        and not folded.intersection(bare_words(own[at]))
        and not any(word.startswith(own[at]) for word in typed)
        for at in places
    )


def _is_acronym(word: str, row: TermRow, store: TermStore) -> bool:
    """Say whether a word of a term is in capitals because it is short, or is kept so."""
    if not word.isupper():
        return False
    return len(word) <= _SHORT_ACRONYM or any(
        term["text"] == row.text and term.get("case") == "exact"
        for term in store.concept_records([row.concept])[row.concept][1]["terms"]
    )


def _numbers(row: TermRow) -> list[int]:
    return [int(number) for number in row.words.split()]


def _agreeing(word: str, language: str, store: TermStore) -> set[int]:
    """Return the words of terms that a word may be a form of."""
    from termbase.terms.index import STEM
    from termbase.text.forms import stem, word_keys
    from termbase.text.inflection import inflects

    main = language.partition("-")[0]
    stems = store.has_stems([main])
    if not stems and not may_be_form(word, main, store):
        return set()
    keys = word_keys(word, main)
    if stems:
        keys += (STEM + stem(word, main),)
    return {
        number
        for _, number, own in store.words_with_keys(FORM, keys, [main])
        if own.startswith(STEM) or inflects(own, word, main) or inflects(word, own, main)
    }


def dictionary_forms(query: str, languages: Collection[str], store: TermStore) -> list[str]:
    """Return what a word stands under in a dictionary, where its lexicon was asked for it already.

    Only in languages with so many forms that the word is nearer to others than they are.
    """
    from termbase.text.lexicons import readings, tells_kinds

    word = fold(query)
    spoken = dict.fromkeys(one.partition("-")[0] for one in languages or store.term_languages())
    asked = [one for one in spoken if tells_kinds(one) and word.isalpha()]
    found = (
        reading.lemma
        for one in asked
        if may_be_form(word, one, store)
        for reading in readings(word, one)
    )
    return [lemma for lemma in dict.fromkeys(found) if lemma != word]


def may_be_form(word: str, main: str, store: TermStore) -> bool:
    """Say whether words of terms begin as the words do of which a word may be a form.

    Args:
        word: One folded word.
        main: A primary tag; its lexicon is not asked.
        store: Where the terms are.
    """
    from termbase.text.beginnings import beginnings

    begun = beginnings(word, main)
    if "" in begun or store.words_with_keys(WORD, {one[:2] for one in begun}, [main]):
        return True
    return any(store.words_beginning(one, [main]) for one in begun)


def regular_words(word: str, language: str, store: TermStore, *, last: bool = False) -> set[int]:
    """Return the words of terms that a word may be a regular form of; if none is, and it has no
    accents, those of which it would be one with them: «etats» is of «état».

    Args:
        last: As for `regular_forms`.
    """
    from termbase.text.forms import regular_forms

    main = language.partition("-")[0]
    forms = regular_forms(word, main, last=last)
    found = store.words_with_keys(FORM, forms, [main])
    own = {number for _, number, own in found if own in forms or word in regular_forms(own, main)}
    if own or word != unaccented(word):
        return own
    return {number for _, number, _ in store.words_with_keys(WORD, forms, [main])}


def _agreeing_hit(row: TermRow, wanted: Sequence[Set[int]], asked: list[str]) -> TermHit | None:
    from rapidfuzz.distance import OSA

    from termbase.languages.function_words import EVERY_ARTICLE, EVERY_FUNCTION_WORD

    own = bare_words(row.text)
    have = _numbers(row)
    places = places_of(have, wanted)
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


def behind_article(query: str, language: str) -> str:
    """Return a query, folded, from behind its article or elision on; nothing where it has none.

    >>> behind_article("de l’engin spatial", "fr"), behind_article("the", "en")
    ('engin spatial', '')
    """
    folded = fold(query)
    found = words(folded)
    at = len(list(takewhile(lambda word: _is_article(word, folded, language), found[:-1])))
    return folded[found[at].start :] if at else ""


def is_article(query: str, languages: Iterable[str]) -> bool:
    """Say whether a query is nothing but articles in one of some languages; capitals are none.

    >>> is_article("de l’", ["fr"]), is_article("The", ["en"]), is_article("LA", ["fr"])
    (True, True, False)
    """
    folded = fold(query)
    found = words(folded)
    if not found or (query.isalpha() and query.isupper()):
        return False
    return any(all(_is_article(word, folded, one) for word in found) for one in languages)


def _is_article(word: Word, folded: str, language: str) -> bool:
    from termbase.languages.function_words import LEADING

    main = language.partition("-")[0]
    return word.text in LEADING.get(main, ()) or _is_elided(word, folded, main)


def _asked_words(query: str, language: str) -> list[str]:
    """Return the words of a query, folded, without articles before and what elides."""
    main = language.partition("-")[0]
    folded = behind_article(query, language) or fold(query)
    folded = _POSSESSIVE.sub("", folded) if main == "en" else folded
    return [word.text for word in words(folded) if not _is_elided(word, folded, main)]


def _is_elided(word: Word, folded: str, language: str) -> bool:
    from termbase.languages import profile_of

    behind = folded[word.end : word.end + 1]
    return behind == "'" and word.text in profile_of(language).elisions


def places_of(have: Sequence[int], wanted: Sequence[Set[int]]) -> list[int]:
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
