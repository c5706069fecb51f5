"""The keys by which a stored term is found, from the strictest to the coarsest.

folded   case, apostrophes, hyphens, spaces       «l’état» = «L'État»
bare     accents too                              «teledetection»
plain    punctuation and spaces too               «complexe sg» = «Complexe-SG»
word     each of its words, bare                  parts of longer terms
form     each key of each of its words            inflected forms, in any place
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.text.normalise import fold, unaccented, unpunctuated
from termbase.text.words import words

FOLDED, BARE, PLAIN, WORD, FORM = "folded", "bare", "plain", "word", "form"


def spelling_keys(text: str) -> tuple[str, str, str]:
    """Return the folded, bare and plain key of a text.

    >>> spelling_keys("Complexe-SG")
    ('complexe-sg', 'complexe-sg', 'complexesg')
    """
    folded = fold(text)
    bare = unaccented(folded)
    return folded, bare, unpunctuated(bare)


def bare_words(text: str) -> list[str]:
    """Return the words of a text, folded and without accents."""
    return [word.text for word in words(unaccented(fold(text)))]


def term_keys(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield every (kind, key) by which a term can be found; some may come twice."""
    from termbase.text.forms import word_keys

    yield from zip((FOLDED, BARE, PLAIN), spelling_keys(text), strict=True)
    for word in bare_words(text):
        yield WORD, word
    for found in words(text):
        for key in word_keys(found.text, language):
            yield FORM, key
