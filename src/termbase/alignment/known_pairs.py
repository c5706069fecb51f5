"""The pairs of a lexicon that two texts can know anything of: the others are not counted.

Many documents are aligned with one lexicon; what its texts are made of is found out once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from termbase.alignment.tokens import tokens

Pair = tuple[str, str]
_MANY = 1 << 15
"""Larger lexicons are counted whole, many texts at once; to remember theirs would cost more."""


def pairs_within(
    lexicon: Sequence[Pair], source: Iterable[str], target: Iterable[str]
) -> Sequence[Pair]:
    """Return the pairs of which either side has a token of its text, in their order.

    >>> pairs_within([("lune", "moon"), ("lune", "Mars")], ["La lune."], ["The moon."])
    [('lune', 'moon')]
    """
    if not lexicon or len(lexicon) > _MANY:
        return lexicon
    ours, theirs = _all_tokens(source), _all_tokens(target)
    return [
        pair
        for pair in lexicon
        if not _tokens_of(pair[0]).isdisjoint(ours) and not _tokens_of(pair[1]).isdisjoint(theirs)
    ]


def _all_tokens(texts: Iterable[str]) -> set[str]:
    return {token for text in texts for token in tokens(text)}


@lru_cache(maxsize=2 * _MANY)
def _tokens_of(text: str) -> frozenset[str]:
    return frozenset(tokens(text))
