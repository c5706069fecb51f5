"""A short form → the terms it may stand for: acronyms (ISS), contractions (govt, amt, yrs).

An acronym has a letter of each word, or of each word that says something, and of a word that is an
acronym itself all; a contraction is one word that keeps its beginning and of the rest consonants.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from termbase.terms.hits import ACRONYM, WORD_APART, TermHit
from termbase.terms.keys import INITIALS, acronyms_among, bare_of, bare_words, spelling_keys
from termbase.text.normalise import fold
from termbase.text.words import word_texts, words

if TYPE_CHECKING:
    from termbase.ports.terms import TermStore

_ACRONYM_LENGTHS = range(2, 9)
_OF_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?)+[^\W\d_]\.?")
"""«I.S.S.», with or without blanks and the last dot."""
_DOTTED = re.compile(r"\.\s?")
_PLURAL = re.compile(r"(?<=[A-Z]{2})['’]?s$")
_CONTRACTION_LENGTHS = range(2, 5)
_OTHER_END = 50
"""So far off is a word that does not end as its contraction does; a letter more counts one."""
_VOWELS = frozenset("aeiouyаеиоуыэюяіїє")


def acronyms(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Yield terms whose words begin with the letters of a query.

    Those come first whose words all say something and stand apart, and begin with an accent where
    one was typed: people leave out «de» and «la» where they make acronyms, and take one letter of
    a hyphenated word. Dots may stand behind its letters, and an s for a plural behind capitals.
    """
    short = _DOTTED.sub("", query) if _OF_INITIALS.fullmatch(query.strip()) else query
    short = _PLURAL.sub("", short)
    letters = spelling_keys(short)[2]
    if len(letters) in _ACRONYM_LENGTHS and len(words(short)) == 1:
        for row in store.terms_with_key(INITIALS, [letters], languages):
            far = _light_letters(row.text, len(letters)) + _other_accents(short, row.text)
            yield TermHit(ACRONYM, 100, row, far)


def _light_letters(text: str, letters: int) -> int:
    """Return how many letters are no first ones of words that say something.

    Those of articles and their like, and the next ones of a hyphenated word or of an acronym.

    >>> _light_letters("show at speed", 3), _light_letters("chief co-founder", 3)
    (1, 1)
    >>> _light_letters("UN Security Council", 3), _light_letters("UN Security Council", 4)
    (0, 1)
    """
    from termbase.languages.function_words import EVERY_FUNCTION_WORD

    light = EVERY_FUNCTION_WORD - acronyms_among(text)
    said = [part for part in text.split() if not light.issuperset(bare_words(part))]
    return max(0, letters - len(said))


def _other_accents(query: str, text: str) -> int:
    """Return how many letters of an acronym have an accent that begins no word of a term.

    >>> _other_accents("ÉSP", "embolie systémique"), _other_accents("ÉSP", "équipements de soins")
    (1, 0)
    """
    typed = fold(query)
    if typed.isascii():
        return 0
    first = {word[0] for word in word_texts(fold(text))}
    return sum(bare_of(sign) != sign and sign not in first for sign in typed)


def contractions(query: str, languages: Collection[str], store: TermStore) -> Iterator[TermHit]:
    """Yield terms of one word that a query is short for.

    Those come first that end as the query does («attn» is attention before attorney), then those
    with the fewest letters more. They stand behind acronyms, since more words can be shortened so
    than people do.
    """
    short = bare_of(query).rstrip(".")
    if bare_words(short) != [short]:
        return
    if len(short.removesuffix("s")) not in _CONTRACTION_LENGTHS or query.isupper():
        return
    ends = short[-1], short.removesuffix("s")[-1]
    found = {
        number: len(spelt) + (0 if spelt[-1] in ends else _OTHER_END)
        for spelt, number, _ in store.words_beginning(short[0], languages)
        if contracts(short, spelt)
    }
    for row in store.terms_with_words([set(found)], languages) if found else ():
        if " " not in row.words:
            yield TermHit(ACRONYM, 100, row, WORD_APART + found[int(row.words)])


def contracts(short: str, word: str) -> bool:
    """Say whether a word may be contracted so; both are bare.

    It keeps its beginning up to a consonant, or its first letter, and of the rest only consonants,
    the last of them too; a third of it goes.
    What is contracted in the plural may stand in the singular: yrs, year.

    >>> contracts("amt", "amount"), contracts("yrs", "year"), contracts("govt", "government")
    (True, True, True)
    >>> contracts("amt", "admiral"), contracts("stran", "strain"), contracts("gout", "government")
    (False, False, False)
    >>> contracts("tat", "taikonaut"), contracts("eqn", "equation")
    (False, True)
    """
    return _keeps_consonants(short, word) or _keeps_consonants(short.removesuffix("s"), word)


def _keeps_consonants(short: str, word: str) -> bool:
    same = (one == other for one, other in zip(short, word, strict=False))
    kept = sum(takewhile(bool, same))
    consonants = [sign for sign in word if sign not in _VOWELS]
    rest = iter(word[kept:])
    return (
        0 < kept < len(short)
        and (kept == 1 or short[kept - 1] not in _VOWELS)
        and 3 * len(short) <= 2 * len(word)
        and consonants[-1:] == [short[-1]]
        and all(sign not in _VOWELS and sign in rest for sign in short[kept:])
    )
