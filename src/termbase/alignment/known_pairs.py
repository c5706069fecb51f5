"""The pairs of a lexicon that two texts can know anything of: the others are not counted.

Many documents are aligned with one lexicon; what its texts are made of is found out once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from termbase.alignment.tokens import BREAK, token, tokens, written_words

Pair = tuple[str, str]
_MANY = 1 << 15
"""The texts of larger lexicons are not remembered: that would cost more than to count them anew."""

_MOST = 1 << 11
"""Of more pairs the best known remain. All the words of a large memory make those of the texts
look rare, so that each one seems to prove much: beads were wrong that are right without it."""

_TEXTS = 4096
"""Texts that are taken apart at once."""


def pairs_within(
    lexicon: Sequence[Pair], source: Iterable[str], target: Iterable[str]
) -> Sequence[Pair]:
    """Return the pairs of which either side has a token of its text, in their order.

    Where they are very many, those remain of whose tokens the texts have the greatest share.

    >>> pairs_within([("lune", "moon"), ("lune", "Mars")], ["La lune."], ["The moon."])
    [('lune', 'moon')]
    """
    if not lexicon:
        return lexicon
    known = [
        our_share * their_share
        for our_share, their_share in zip(
            _shares([pair[0] for pair in lexicon], _all_tokens(source)),
            _shares([pair[1] for pair in lexicon], _all_tokens(target)),
            strict=True,
        )
    ]
    within = [at for at, share in enumerate(known) if share]
    if len(within) > _MOST:
        within = sorted(sorted(within, key=lambda at: -known[at])[:_MOST])
    return [lexicon[at] for at in within]


def _all_tokens(texts: Iterable[str]) -> set[str]:
    return {token for text in texts for token in tokens(text)}


def _shares(texts: Sequence[str], known: set[str]) -> list[float]:
    """Return the share of the tokens of each text that are known."""
    counted = _counted(texts) if len(texts) > _MANY else map(_tokens_of, texts)
    return [len(known.intersection(one)) / len(one) if one else 0.0 for one in counted]


class _Tokens(dict[str, str]):
    """The token of each word that is written, found out when it is first asked for."""

    def __missing__(self, written: str) -> str:
        self[written] = found = token(written)
        return found


def _counted(texts: Sequence[str]) -> Iterator[Collection[str]]:
    """Yield the different tokens of each text, many texts at once."""
    known = _Tokens()
    found: set[str] = set()
    for start in range(0, len(texts), _TEXTS):
        for written in written_words(texts[start : start + _TEXTS]):
            if written == BREAK:
                yield found
                found = set()
            else:
                found.add(known[written])


@lru_cache(maxsize=2 * _MANY)
def _tokens_of(text: str) -> frozenset[str]:
    return frozenset(tokens(text))
