"""A match that is not the very text: its scores by words, and its translations with new numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termbase.memory.penalties import with_numbers
from termbase.memory.similarity import key_score, tokens, word_score
from termbase.text.forms import stem

if TYPE_CHECKING:
    from termbase.ports import Record


def near_details(
    query: str, asked: list[str], text: str, source: str, texts: dict[str, str]
) -> Record:
    """Return what is said of a near match beside its score.

    Args:
        query, asked: The text asked for, and its tokens.
        text: The text found.
        source: Their language.
        texts: Its translations by language.

    Returns:
        ``words``, ``keys``: the scores over words alone, and over their stems (no lexicon is
        loaded for them);
        ``substituted``: translations with the numbers of the query, by language, where only
        numbers differ and it is certain which is which.
    """
    found = tokens(text)
    said = {name: with_numbers(text, query, one) for name, one in texts.items()}
    details: Record = {
        "words": word_score(asked, found),
        "keys": key_score(asked, found, lambda word: (stem(word, source),)),
    }
    certain = {name: one for name, one in said.items() if one is not None}
    if certain:
        details["substituted"] = certain
    return details
