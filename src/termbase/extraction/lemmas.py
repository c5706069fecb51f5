"""Words and their dictionary forms, from the lexicon of simplemma."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from termbase.text.lexicons import WordList
from termbase.text.normalise import fold

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies import DictionaryLookupStrategy

_PLURALS = {
    "en": ((re.compile("(?<=[^aious])s$"), ""),),
    "fr": ((re.compile("aux$"), "al"), (re.compile("(?<=[^aious])s$"), "")),
}
"""How words that no lexicon knows end in the plural, with their singular: nanosatellites."""
_UNACCENTED_STARTS = {"e": "éèê", "a": "âà", "i": "î", "o": "ô"}


@lru_cache(maxsize=1 << 16)
def dictionary_form(folded: str, language: str) -> str:
    """Return the dictionary form of a word, the word itself where the lexicon knows none.

    A French capital may stand without its accent, so *Energie* is looked up as *énergie* too. What
    looks like a plural that no lexicon has is one, so that it counts with its singular.

    >>> dictionary_form("chevaux", "fr"), dictionary_form("energies", "fr")
    ('cheval', 'énergie')
    >>> dictionary_form("nanosatellites", "en"), dictionary_form("hyperspectraux", "fr")
    ('nanosatellite', 'hyperspectral')
    """
    if language not in _languages():
        return folded
    form = fold(_lemmatizer().lemmatize(folded, language))
    if form != folded or is_known(folded, language):
        return form
    for accented in _UNACCENTED_STARTS.get(folded[:1], "") if language == "fr" else "":
        other = accented + folded[1:]
        if is_known(other, language):
            return fold(_lemmatizer().lemmatize(other, language))
    plurals = _PLURALS.get(language, ())
    singular = (end.sub(one, folded) for end, one in plurals if end.search(folded))
    return next(singular, folded)


@lru_cache(maxsize=1 << 16)
def is_known(folded: str, language: str) -> bool:
    """Say whether the lexicon has a word; of a language without lexicon, all words are known."""
    return language not in _languages() or _known_words().get_lemma(folded, language) is not None


class _Dictionaries:
    """Where simplemma's ways to a lemma have the words of languages from."""

    def __init__(self) -> None:
        self.get_dictionary = lru_cache(maxsize=4)(WordList)


@lru_cache(maxsize=1)
def _dictionaries() -> Any:
    return _Dictionaries()


@lru_cache(maxsize=1)
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_dictionaries()))


@lru_cache(maxsize=1)
def _known_words() -> DictionaryLookupStrategy:
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(_dictionaries())


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return frozenset(SUPPORTED_LANGUAGES)
