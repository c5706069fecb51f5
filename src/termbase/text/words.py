"""Words with their offsets: runs of letters, digits and joiners; all else stands between.

Apostrophes and hyphens part words (``l'État`` is two, ``multi-satellite`` is two), so that an
elision never hides the word behind it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200c\u200d])*")


class Word(NamedTuple):
    """A word where it stands: ``text[start:end]`` of the whole is its `text`."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the words of a text, in order.

    >>> [word.text for word in words("l’État de l'Union, multi-satellite")]
    ['l', 'État', 'de', 'l', 'Union', 'multi', 'satellite']
    """
    return [Word(found.group(), found.start(), found.end()) for found in _WORD.finditer(text)]
