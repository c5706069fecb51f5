"""A term → words of a text that are derived from its own, though no forms of them.

Words share a root as the derivation of their language has it (`termbase.text.roots`); in a
language whose derivation nobody described, they begin alike for most of the shorter one.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from termbase.languages.function_words import FUNCTION_WORDS
from termbase.model.concept import Term
from termbase.model.language import primary
from termbase.text.forms import unstressed
from termbase.text.normalise import unaccented
from termbase.text.roots import knows_roots, roots, roots_within, share_root, speak_apart
from termbase.text.words import Word, words

_ROOT = 4
"""Letters that words of one root share at least, where only their beginning tells."""
_SHARED = 0.7
"""How much of the shorter of two words begins both when one is derived from the other."""
_SHORTEST = 3
"""Letters of a word of a term that has to be found again."""
_SLACK = 3
"""How many words beyond twice their number derived words may spread over."""


class Roots:
    """The words of a text by their roots.

    >>> roots = Roots("Bakanov had verified it.", "en")
    >>> roots.derived_form([Term("verification", "en")])
    (12, 20)
    """

    def __init__(self, text: str, language: str) -> None:
        self._language = primary(language)
        self._known = knows_roots(language)
        self._by_root: dict[str, list[tuple[int, Word]]] = {}
        small = FUNCTION_WORDS.get(self._language, frozenset())
        for place, word in enumerate(words(text)):
            if word.text.lower() in small:
                continue
            for root in self._roots(word.text):
                self._by_root.setdefault(root, []).append((place, word))

    def derived_form(
        self, wanted: Sequence[Term], taken: Sequence[tuple[int, int]] = ()
    ) -> tuple[int, int] | None:
        """Return where words derived from every word of a term that tells stand together.

        Not where they are within one of the spans taken, since they stand there for another term.
        """
        small = FUNCTION_WORDS.get(self._language, frozenset())
        for term in wanted:
            own = [word.text for word in words(term.text) if len(word.text) >= _SHORTEST]
            found = [self._derived(word) for word in own if word.lower() not in small]
            if found and all(found):
                span = _together(found, taken)
                if span:
                    return span
        return None

    def _roots(self, word: str) -> set[str]:
        bare = unaccented(unstressed(word))
        return {f"={bare}"} | self._stems(word, bare)

    def _stems(self, word: str, bare: str) -> Set[str]:
        if not self._known:
            return {bare[:_ROOT]}
        return roots(word, self._language) | roots_within(word, self._language)

    def _derived(self, own: str) -> list[tuple[int, Word]]:
        near = {one for root in self._roots(own) for one in self._by_root.get(root, ())}
        return sorted(one for one in near if self._of_one_root(own, one[1].text))

    def _of_one_root(self, own: str, other: str) -> bool:
        one, two = unaccented(unstressed(own)), unaccented(unstressed(other))
        if one == two:
            return True
        if not self._known:
            return _begin_alike(one, two)
        apart = speak_apart(own, other, self._language)
        return not apart and share_root(own, other, self._language)


def _together(
    found: Sequence[Sequence[tuple[int, Word]]], taken: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the span of one word of each kind, all of them near the first, if it is not taken."""
    reach = 2 * len(found) + _SLACK
    for origin, _ in found[0]:
        nearest = [min(words, key=lambda one: abs(one[0] - origin)) for words in found]
        places = [place for place, _ in nearest]
        if max(places) - min(places) >= reach:
            continue
        start, end = min(word.start for _, word in nearest), max(word.end for _, word in nearest)
        if not any(first <= start and end <= last for first, last in taken):
            return start, end
    return None


def _begin_alike(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((place for place, (a, b) in pairs if a != b), shorter)
    return shared >= max(_ROOT, _SHARED * shorter)
