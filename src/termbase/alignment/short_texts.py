"""Beads of texts too short to teach words → what the words known beforehand say against them.

A pair of one line each is the only one there can be, so its posterior says nothing. Translations
share numbers, names and everyday words at a rate that other texts do not reach; the longer two
segments are without any, the less they are one.
"""

from __future__ import annotations

import math

import numpy as np

from termbase.alignment.basic_words import has_basic_words
from termbase.alignment.beads import Path
from termbase.alignment.cognates import Links
from termbase.alignment.sides import Reals, Side

_BEADS = 8
"""So many beads teach enough words themselves."""
_SHARED, _SHARED_BY_CHANCE = 0.30, 0.06
"""Words of a segment, as a share, that its translation is linked to; and that any other is."""
_STRANGE = 0.25
"""How much the lack of such words says where everyday words are not known of both languages."""
_LEAST = -4.0


def lack_of_words(
    source: Side, target: Side, links: Links, path: Path, languages: tuple[str, str]
) -> Reals:
    """Return the logarithm of the odds that each bead loses for words that it does not share.

    Args:
        source, target: The two texts.
        links: The words that are known, or alike.
        path: The beads.
        languages: Of source and target, as ISO 639 codes.

    Returns:
        From 0.0, where they share as many as translations do, down to -4.0. Always 0.0 in texts of
        eight beads or more.
    """
    lost = np.zeros(len(path))
    paired = np.flatnonzero((path[:, 2] > 0) & (path[:, 3] > 0))
    if len(paired) >= _BEADS:
        return lost
    known = set(zip(links.source.tolist(), links.target.tolist(), strict=True))
    gain = math.log(_SHARED / _SHARED_BY_CHANCE)
    cost = _SHARED - _SHARED_BY_CHANCE
    cost *= 1.0 if all(map(has_basic_words, languages)) else _STRANGE
    weight = (_BEADS - len(paired)) / (_BEADS - 1)
    for at in paired.tolist():
        i, j, a, b = path[at].tolist()
        ours, theirs = _types(source, i, a), _types(target, j, b)
        met = [(one, other) for one in ours for other in theirs if (one, other) in known]
        shared = (len({one for one, _ in met}) + len({other for _, other in met})) / 2
        odds = gain * shared - cost * (len(ours) + len(theirs)) / 2
        lost[at] = weight * min(0.0, max(_LEAST, odds))
    return lost


def _types(side: Side, first: int, count: int) -> set[int]:
    """Return the words and numbers of some segments, punctuation left out."""
    found = side.types[side.starts[first] : side.starts[first + count]].tolist()
    return {one for one in found if side.words[one][0].isalnum()}
