"""A phrase as the tokens of texts show it: some words are several tokens, others part of one.

Whatever holds a phrase has all that is returned here. A few texts may have it and not the phrase.
"""

from __future__ import annotations

import re
from itertools import chain

from termbase.memory.concordance import Phrase, key_pattern, phrase_patterns
from termbase.model.language import speaks
from termbase.model.phrase import WordPattern
from termbase.text.pieces import UNSPACED, is_unspaced, spaced

_SOFT = tuple("яюєїеёі")
"""What may follow an apostrophe within a word; the endings of a short word begin with others."""
_VOWELS = re.compile(r"[^\w*]")
_SHORT = 2
_LONGEST = 3
"""So many words of a phrase leave few texts; each of them is looked for within all tokens."""


def phrase_tokens(phrase: Phrase, language: str) -> list[tuple[WordPattern, ...]]:
    """Return what each text that holds a phrase has: words that stand side by side in its tokens.

    Where no space parts words, two of them that were typed with a space are one token or two: the
    longest are asked for, each by itself. Other words may stand within such a token.
    """
    whole = any("*" in word for word in phrase.words)
    unspaced = sorted(set(filter(is_unspaced, phrase.words)), key=lambda one: (-len(one), one))
    if unspaced and not whole:
        alone = (phrase._replace(words=(one,)) for one in unspaced[:_LONGEST])
        return [phrase_patterns(one, language) for one in alone]
    patterns = tuple(chain(*map(_tokens, phrase.words, phrase_patterns(phrase, language))))
    if not whole and any(speaks(language, one) for one in UNSPACED):
        patterns = tuple(map(_within, patterns))
    return [patterns]


def key_tokens(keys: str, language: str) -> tuple[WordPattern, ...]:
    """Return the same for words by their keys: one for each word, joined by one space."""
    return tuple(
        chain(*(_tokens(key.removeprefix("~"), key_pattern(key, language)) for key in keys.split()))
    )


def _within(pattern: WordPattern) -> WordPattern:
    """Return what a token looks like that is a word or holds it among signs that nothing parts."""
    return WordPattern((), lambda token: any(map(pattern.fits, spaced(token))))


def _tokens(word: str, pattern: WordPattern) -> list[WordPattern]:
    """Return what the tokens of a word look like: об'єкт is об, a sign that is no word, and єкт.

    Of a word with vowels that are no letters, as in Bengali, the first token is asked for alone.
    """
    before, _, last = word.rpartition("'")
    if not before:
        first = _VOWELS.split(word, maxsplit=1)[0]
        return [pattern] if first == word else [WordPattern((first[:2],), lambda _: True)]
    literal = Phrase((*before.split("'"), last), exact=True)
    *first, end = phrase_patterns(literal, "")
    starts = end.starts if len(last) > _SHORT else _SOFT
    return [*first, WordPattern(starts, lambda token: pattern.fits(f"{before}'{token}"))]
