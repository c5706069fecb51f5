"""Hebrew: a word without what is written to its beginning, as חללית of שבחללית."""

from __future__ import annotations

from termbase.text.lazy_pattern import lazy_pattern

_BEFORE = lazy_pattern("ו?(?:לכש|כש|מש|ש)?[בכלמ]?ה?")
_LEAST = 3
"""So many letters a word has at least."""


def without_particles(word: str) -> list[str]:
    """Return what a word may be without «and», «that», «in», «from» and the article.

    The longest comes first.

    >>> without_particles("מהחללית"), without_particles("לוויין")
    (['החללית', 'חללית'], ['וויין'])
    """
    found = _BEFORE.match(word)
    ends = range(1, found.end() + 1) if found else ()
    cuts = (end for end in ends if len(word) - end >= _LEAST and _BEFORE.fullmatch(word[:end]))
    return [word[end:] for end in cuts]
