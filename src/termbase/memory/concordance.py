"""Where a phrase stands in a text: word by word, in any form or exactly as typed."""

from __future__ import annotations

from typing import NamedTuple

from termbase.text.forms import word_keys
from termbase.text.normalise import fold
from termbase.text.words import words


class Phrase(NamedTuple):
    """What is looked for.

    Attributes:
        words: Folded, in order.
        exact: Whether only these very words count, and not other forms of them.
    """

    words: tuple[str, ...]
    exact: bool


def parse_phrase(query: str) -> Phrase:
    """Read a query; in double quotes it is meant to the letter.

    >>> parse_phrase('télédétection')
    Phrase(words=('télédétection',), exact=False)
    >>> parse_phrase('"Engins spatiaux"')
    Phrase(words=('engins', 'spatiaux'), exact=True)
    """
    text = query.strip()
    exact = len(text) > 2 and text[0] == text[-1] == '"'
    return Phrase(tuple(fold(word.text) for word in words(text)), exact)


def phrase_forms(phrase: Phrase, language: str) -> tuple[str, ...]:
    """Return what to ask a store for: the words themselves, or the principal key of each."""
    if phrase.exact:
        return phrase.words
    return tuple(word_keys(word, language)[0] for word in phrase.words)


def find_phrase(text: str, phrase: Phrase, language: str) -> list[tuple[int, int]]:
    """Return where a phrase stands in a text, as (start, end) offsets, without overlaps.

    >>> find_phrase("Les satellites russes.", parse_phrase("satellite russe"), "fr")
    [(4, 21)]
    """
    found = words(text)
    wanted = phrase_forms(phrase, language)
    have = [
        fold(word.text) if phrase.exact else word_keys(word.text, language)[0] for word in found
    ]
    spans: list[tuple[int, int]] = []
    size = len(wanted)
    for at in range(len(have) - size + 1 if size else 0):
        start, end = found[at].start, found[at + size - 1].end
        if tuple(have[at : at + size]) == wanted and (not spans or start >= spans[-1][1]):
            spans.append((start, end))
    return spans
