"""Arabic: a word without what is written to its beginning, as إطلاق of والإطلاق."""

from __future__ import annotations

from termbase.text.lazy_pattern import lazy_pattern

_BEFORE = lazy_pattern("(?=[وفبكل])[وف]?(?:[بك]?ال|لل|[بكل])?|ال")
_LEAST = 3
"""So many letters a word has at least."""


def without_particles(word: str) -> list[str]:
    """Return what a word may be without «and», «in», «for» and the article, the longest first.

    >>> without_particles("والإطلاق"), without_particles("صاروخ")
    (['الإطلاق', 'إطلاق'], [])
    """
    found = _BEFORE.match(word)
    ends = range(1, found.end() + 1) if found else ()
    cuts = (end for end in ends if len(word) - end >= _LEAST and _BEFORE.fullmatch(word[:end]))
    return [word[end:] for end in cuts]
