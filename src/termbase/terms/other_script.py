"""A query in another script → the terms that it means: by letters that look alike, or by sound."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from termbase.terms.by_forms import places_of
from termbase.terms.hits import SCATTERED, SCRIPT, WORD_APART, TermHit
from termbase.terms.keys import SOUND
from termbase.text.sound import is_cyrillic, sounds

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_LEAST_LETTERS, _LEAST_SOUND, _LEAST_LIKELY = 3, 2, 5
"""Fewer letters or sounds say too little of what was meant in another script."""
_MOST_WORDS = 6
"""A longer query is a sentence."""
_INITIAL = re.compile(r"(?<!\w)([^\W\d_])\.\s*")


def by_sound(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Yield terms of another script that sound like a query, or have a part that does.

    Args:
        query: What somebody typed.
        languages: Where to look; everywhere if empty.
        store: Where the terms are.
    """
    heard = sounds(query)
    if _says_enough(query, heard, _LEAST_SOUND):
        yield from _heard(query, heard, languages, store)


def by_likely_sound(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Yield terms of another script that may sound like a query, for where nothing else is found.

    It may be in another case («Гагарина»: Yuri Gagarin), in a romanisation that writes a sound
    otherwise (German, Spanish, French -ine), and a first name may be an initial.
    """
    from termbase.text.likely_sounds import likely_sounds

    named = _INITIAL.sub(" ", query).strip()
    heard = sounds(named)
    if len(heard) > _MOST_WORDS or not _says_enough(named, heard, _LEAST_LIKELY):
        return
    initials = [min(some) for some in sounds(" ".join(_INITIAL.findall(query)))]
    for hit in _heard(named, likely_sounds(named), languages, store):
        begun = {sound[:1] for word in sounds(hit.term.text) for sound in word}
        if begun.issuperset(initials):
            yield hit


def _says_enough(query: str, heard: list[frozenset[str]], least: int) -> bool:
    letters = sum(map(str.isalpha, query))
    return letters >= _LEAST_LETTERS and sum(max(map(len, one)) for one in heard) >= least


def _heard(
    query: str, heard: list[frozenset[str]], languages: Collection[str], store: TermStore
) -> Iterator[TermHit]:
    wanted = [
        {number for _, number, _ in store.words_with_keys(SOUND, one, languages)} for one in heard
    ]
    for row in store.terms_with_words(wanted, languages):
        have = [int(number) for number in row.words.split()]
        places = places_of(have, wanted)
        if is_cyrillic(row.text) != is_cyrillic(query) and places:
            unlike = abs(len(row.text) - len(query))
            unlike += 0 if places == sorted(places) else SCATTERED
            far = WORD_APART * (len(have) - len(places)) + min(WORD_APART - 1, unlike)
            yield TermHit(SCRIPT, 100, row, far)
