"""The keys by which a stored term is found, from the strictest to the coarsest.

folded     case, apostrophes, hyphens, spaces       «l’état» = «L'État»
bare       accents too                              «teledetection»
plain      punctuation and spaces too               «complexe sg» = «Complexe-SG»
word       each of its words, bare                  parts of longer terms
form       each key of each of its words            inflected forms, in any place
sound      how it sounds in any script              «Bakanov» = «Баканов»
initials   the first letters of its words           «ISS» for International Space Station
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.text.normalise import fold, unaccented, unpunctuated
from termbase.text.words import words

FOLDED, BARE, PLAIN, WORD, FORM = "folded", "bare", "plain", "word", "form"
SOUND, INITIALS = "sound", "initials"


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
    return [word.text for word in words(unaccented(fold(text)))]


def initials(text: str) -> set[str]:
    """Return the acronyms that people make of a term: of all its words, or of the main ones.

    >>> sorted(initials("fraction d'éjection réduite"))
    ['fder', 'fer']
    """
    from termbase.languages.function_words import EVERY_FUNCTION_WORD

    found = bare_words(text)
    main = [word for word in found if word not in EVERY_FUNCTION_WORD]
    return {"".join(word[0] for word in some) for some in (found, main) if len(some) > 1}


def term_keys(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield every (kind, key) by which a term can be found; some may come twice."""
    from termbase.text.forms import word_keys
    from termbase.text.sound import sounds

    yield from zip((FOLDED, BARE, PLAIN), spelling_keys(text), strict=True)
    for word in bare_words(text):
        yield WORD, word
    for found in words(text):
        for key in word_keys(found.text, language):
            yield FORM, key
    for word_sounds in sounds(text):
        for sound in word_sounds:
            yield SOUND, sound
    for key in initials(text):
        yield INITIALS, key
