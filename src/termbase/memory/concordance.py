"""Where a phrase stands in a text: word by word, in any form or exactly as typed."""

from __future__ import annotations

from typing import NamedTuple

from termbase.text.forms import word_keys
from termbase.text.inflection import inflects
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
    >>> find_phrase("Les minerais.", parse_phrase("mines"), "fr")
    []
    """
    found = words(text)
    folded = [fold(word.text) for word in found]
    spans: list[tuple[int, int]] = []
    size = len(phrase.words)
    for at in range(len(found) - size + 1 if size else 0):
        start, end = found[at].start, found[at + size - 1].end
        if spans and start < spans[-1][1]:
            continue
        met = zip(phrase.words, folded[at : at + size], strict=True)
        if all(one == other or _is_form(one, other, phrase, language) for one, other in met):
            spans.append((start, end))
    return spans


def _is_form(one: str, other: str, phrase: Phrase, language: str) -> bool:
    """Say whether two folded words are forms of one: they share a stem, and endings that agree."""
    if phrase.exact or not set(word_keys(one, language)) & set(word_keys(other, language)):
        return False
    main = language.replace("_", "-").split("-")[0].lower()
    return inflects(one, other, main) or inflects(other, one, main)
