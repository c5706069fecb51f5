"""A term → words of a text that are derived from its own, though no forms of them.

Words are taken for derived from one root when they begin alike for most of the shorter one.
"""

from __future__ import annotations

from collections.abc import Sequence

from termbase.model.concept import Term
from termbase.text.forms import unstressed
from termbase.text.normalise import unaccented
from termbase.text.words import Word, words

_ROOT = 4
"""Letters that words of one root share at least; shorter words are not looked for."""
_SHARED = 0.7
"""How much of the shorter of two words begins both when one is derived from the other."""
_SLACK = 3
"""How many words beyond twice their number derived words may spread over."""


class Roots:
    """The words of a text by how they begin.

    >>> roots = Roots("Bakanov had verified it.")
    >>> roots.derived_form([Term("verification", "en")])
    (12, 20)
    """

    def __init__(self, text: str) -> None:
        self._by_root: dict[str, list[tuple[int, str, Word]]] = {}
        for place, word in enumerate(words(text)):
            bare = _bare(word.text)
            self._by_root.setdefault(bare[:_ROOT], []).append((place, bare, word))

    def derived_form(self, wanted: Sequence[Term]) -> tuple[int, int] | None:
        """Return where words derived from every long word of a term stand together."""
        for term in wanted:
            own = [_bare(word.text) for word in words(term.text)]
            found = [self._derived(bare) for bare in own if len(bare) >= _ROOT]
            if found and all(found):
                span = _together(found)
                if span:
                    return span
        return None

    def _derived(self, bare: str) -> list[tuple[int, Word]]:
        near = self._by_root.get(bare[:_ROOT], ())
        return [(place, word) for place, other, word in near if _one_root(bare, other)]


def _together(found: Sequence[Sequence[tuple[int, Word]]]) -> tuple[int, int] | None:
    """Return the span of one word of each kind, all of them near the first."""
    reach = 2 * len(found) + _SLACK
    for first, _ in found[0]:
        nearest = [min(words, key=lambda one: abs(one[0] - first)) for words in found]
        places = [place for place, _ in nearest]
        if max(places) - min(places) < reach:
            return min(word.start for _, word in nearest), max(word.end for _, word in nearest)
    return None


def _one_root(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((place for place, (a, b) in pairs if a != b), shorter)
    return shared >= max(_ROOT, _SHARED * shorter)


def _bare(word: str) -> str:
    return unaccented(unstressed(word))
