"""The keys by which a stored term is found, from the strictest to the coarsest.

of a term:
folded     case, apostrophes, hyphens, spaces       «l’état» = «L'État»
bare       accents too                              «teledetection»
plain      punctuation and spaces too               «complexe sg» = «Complexe-SG»
initials   the first letters of its words           «ISS» for International Space Station

of a word, kept once for all terms that have it:
form       each key of the word                     inflected forms, in any place
word       the word, bare                           parts of longer terms
sound      how it sounds in any script              «Bakanov» = «Баканов»
gram       three letters next to each other         misspelt words
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.text.normalise import fold, unaccented, unpunctuated
from termbase.text.words import word_texts

FOLDED, BARE, PLAIN, WORD, FORM = "folded", "bare", "plain", "word", "form"
SOUND, GRAM, INITIALS = "sound", "gram", "initials"
SPELLINGS = FOLDED, BARE, PLAIN
"""Each coarser than the one before; a coarser key of a finer key that is one already is itself."""
SHORT = 5
"""Words up to so many letters have too few threes of letters to be found by them."""

MOST_WORDS = 8
"""A query of more words is a sentence, and no slip of a term."""
BEGINNING = 5
"""Words that share so many first letters are of one family: «запустить», «запускать»."""


def spelling_keys(text: str) -> tuple[str, str, str]:
    """Return the folded, bare and plain key of a text.

    >>> spelling_keys("Complexe-SG")
    ('complexe-sg', 'complexe-sg', 'complexesg')
    """
    folded = fold(text)
    bare = unaccented(folded)
    return folded, bare, unpunctuated(bare)


def bare_of(text: str) -> str:
    """Return a text folded and without accents."""
    return unaccented(fold(text))


def bare_words(text: str) -> list[str]:
    """Return the words of a text, folded and without accents."""
    return word_texts(unaccented(fold(text)))


def initials(text: str) -> set[str]:
    """Return the acronyms that people make of a term: of all its words, or of the main ones.

    Articles and their like are left out more often than prepositions are. A word that is an acronym
    goes in whole, or gives its first letter where at least two other words give theirs.

    >>> sorted(initials("loi sur le secret de la banque"))
    ['lsb', 'lslsdlb', 'lssb']
    >>> sorted(initials("UN Security Council")), sorted(initials("UN resolution"))
    (['unsc', 'usc'], ['unr'])
    """
    from termbase.languages.function_words import EVERY_ARTICLE, EVERY_FUNCTION_WORD

    words = bare_words(text)
    short = acronyms_among(text)
    found = [word for word in words if word[0].isalpha()]
    light = [word for word in found if word in short or word not in EVERY_FUNCTION_WORD]
    full = [word for word in found if word in short or word not in EVERY_ARTICLE]
    made = set()
    for some in (found, full, light):
        if len(some) > 1:
            made.add("".join(word if word in short else word[0] for word in some))
            if not short or len([word for word in some if word not in short]) > 1:
                made.add("".join(word[0] for word in some))
    return made


def acronyms_among(text: str) -> set[str]:
    """Return which words of a term are acronyms, bare; in a term all in capitals none is.

    >>> sorted(acronyms_among("système GPS")), sorted(acronyms_among("SYSTÈME GPS"))
    (['gps'], [])
    """
    if text.isupper():
        return set()
    return {bare_of(word) for word in word_texts(text) if word.isupper() and len(word) > 1}


def grams(bare: str) -> set[str]:
    """Return the letters of a word three by three, its ends marked; of a short word two by two.

    >>> sorted(grams("lune"))
    ['$l', 'e$', 'lu', 'ne', 'un']
    >>> sorted(grams("orbite"))
    ['$or', 'bit', 'ite', 'orb', 'rbi', 'te$']
    """
    size = 2 if len(bare) <= SHORT else 3
    marked = f"${bare}$"
    return {marked[at : at + size] for at in range(len(marked) - size + 1)}


def term_keys(text: str) -> Iterator[tuple[str, str]]:
    """Yield every (kind, key) of a term as a whole; some may come twice."""
    spelt = spelling_keys(text)
    yield from zip(SPELLINGS, spelt, strict=True)
    for key in initials(text):
        yield INITIALS, key


def keys_of_word(word: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield every (kind, key) of a word as an index has it (`termbase.terms.index`)."""
    from termbase.terms.index import index_keys
    from termbase.text.sound import sounds

    bare = unaccented(word)
    yield WORD, bare
    for key in index_keys(word, language):
        yield FORM, key
    for word_sounds in sounds(word):
        for sound in word_sounds:
            yield SOUND, sound
    for gram in grams(bare):
        yield GRAM, gram
