"""A term whose words are parted by another one that shares some of them.

«Programmes et un projet d'État de l'Union» holds «programme d'État de l'Union» and «projet d'État
de l'Union»: two terms joined by «et» say once what they have in common.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from termbase.languages.function_words import FUNCTION_WORDS
from termbase.model.concept import Term
from termbase.model.language import primary
from termbase.text.forms import word_keys
from termbase.text.words import Word, words

_JOINING = {
    "en": ("and", "or"), "fr": ("et", "ou"), "ru": ("и", "или"), "de": ("und", "oder"),
    "es": ("y", "o"), "it": ("e", "o"), "pt": ("e", "ou"),
}  # fmt: skip
_ARTICLES = {
    "en": ("a", "an", "the"), "de": ("ein", "eine", "einen", "einem", "der", "die", "das", "den"),
    "fr": ("un", "une", "des", "le", "la", "les", "l"),
    "es": ("un", "una", "unos", "unas", "el", "la", "los", "las"),
    "it": ("un", "una", "uno", "il", "lo", "la", "i", "gli", "le"), "pt": ("um", "uma", "o", "a"),
}  # fmt: skip
_HEAD_LAST = ("en", "de")
"""Where what a noun is told by stands before it, as in «orbital launch»."""
_FARTHEST, _TOGETHER = 6, 3
"""How far words of a term may stand from each other, and how far where nothing parts them."""


class Coordinations:
    """The words of a text, for terms whose words stand apart in it."""

    def __init__(self, text: str, language: str) -> None:
        self._language = language
        self._words = words(text)
        joining = _JOINING.get(primary(language), ())
        self._joined = [place for place, one in enumerate(self._words) if one.text in joining]

    def hold(self, wanted: Sequence[Term]) -> bool:
        """Say whether one of some terms stands there, parted by a word that joins.

        >>> said = Coordinations("Des programmes et un projet d'État de l'Union.", "fr")
        >>> said.hold([Term("programme d'État de l'Union", "fr")])
        True
        """
        return bool(self._joined) and any(self._holds(term) for term in wanted)

    def _holds(self, term: Term) -> bool:
        small = FUNCTION_WORDS.get(primary(self._language), frozenset())
        own = [one for one in words(term.text) if one.text.lower() not in small]
        if len(own) < 2:
            return False
        places = [self._places(one) for one in own]
        if not all(places):
            return False
        return self._in_order(places) or (
            len(own) > 2
            and (self._beside(places[0], places[1:]) or self._beside(places[-1], places[:-1]))
        )

    def _places(self, own: Word) -> list[int]:
        keys = set(word_keys(own.text, self._language))
        return [
            place
            for place, one in enumerate(self._words)
            if keys.intersection(word_keys(one.text, self._language))
        ]

    def _in_order(self, places: Sequence[Sequence[int]]) -> bool:
        """Say whether the words stand in their order, with one that joins between two of them."""
        runs = (_run(first, places[1:], _FARTHEST) for first in places[0])
        return any(run and self._shares(run) for run in runs)

    def _beside(self, one: Sequence[int], others: Sequence[Sequence[int]]) -> bool:
        """Say whether a word stands near the others, which are together, and one that joins."""
        for first in others[0]:
            run = _run(first, others[1:], _TOGETHER)
            if not run:
                continue
            at = bisect_left(one, first)
            nearest = min(one[max(0, at - 1) : at + 1], key=lambda place: abs(place - first))
            low, high = min(nearest, run[0]), max(nearest, run[-1])
            apart = nearest in (low, high) and high - low <= _FARTHEST + len(run)
            if apart and self._joins(low, high + 2):
                return True
        return False

    def _shares(self, run: Sequence[int]) -> bool:
        """Say whether a word that joins stands within a run, and no term of its own behind it."""
        first, last = bisect_right(self._joined, run[0]), bisect_left(self._joined, run[-1])
        return any(
            place - 1 in run or not self._begins_anew(place, run[-1])
            for place in self._joined[first:last]
        )

    def _begins_anew(self, joining: int, last: int) -> bool:
        """Say whether the last word has an article, and so no part in what was said before.

        «An orbital flight and a launch» tells of no orbital launch; «les programmes et les projets
        spatiaux» tells of space programmes.
        """
        language = primary(self._language)
        after = [one.text.lower() for one in self._words[joining + 1 : last]]
        if not after or after[0] not in _ARTICLES.get(language, ()):
            return False
        if language in _HEAD_LAST:
            return FUNCTION_WORDS[language].isdisjoint(after[1:])
        return len(after) == 1

    def _joins(self, low: int, high: int) -> bool:
        """Say whether a word that joins stands between two places."""
        return bisect_right(self._joined, low) < bisect_left(self._joined, high)


def _run(first: int, places: Sequence[Sequence[int]], reach: int) -> list[int]:
    """Return where words stand one behind the other, each near the last; nothing if they do not."""
    run = [first]
    for following in places:
        at = bisect_right(following, run[-1])
        if at == len(following) or following[at] > run[-1] + reach:
            return []
        run.append(following[at])
    return run
