"""Tokens into spans that have the shape of a term.

English heads its terms at the end (adjectives, nouns; *of*), French at the beginning (a noun, then
adjectives and *de*), Russian after its adjectives, which agree with it, and before its genitives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termbase.extraction.general import ADJECTIVE, FUNCTION, NOUN
from termbase.extraction.words import CONTENT, INFINITIVE, PARTICIPLE, Token

LONGEST = 5
"""Content words that a term may have."""

_LINKS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (("of",), ("'s",), ("’s",)),
    "fr": (
        ("de", "la"),
        ("de", "l"),
        ("à", "la"),
        ("à", "l"),
        ("de",),
        ("d",),
        ("du",),
        ("des",),
        ("à",),
        ("en",),
        ("au",),
        ("aux",),
    ),
    "es": (("de", "la"), ("de", "el"), ("de", "los"), ("de",), ("del",)),
    "it": (("di",), ("del",), ("della",), ("dei",), ("delle",), ("da",)),
    "pt": (("de",), ("do",), ("da",), ("dos",), ("das",)),
}
"""What may stand between the words of a term; the longer ones first."""


class Span(NamedTuple):
    """Tokens of a run that have the shape of a term: ``run[start:end]``."""

    start: int
    end: int


def spans(run: Sequence[Token], language: str) -> Iterator[Span]:
    """Yield every span of a run that may be a term, those inside of longer ones too.

    Args:
        run: Tokens that no punctuation interrupts.
        language: The language alone, such as ``fr``.
    """
    fits = {"en": _fits_english, "ru": _fits_russian, "uk": _fits_russian}.get(language, _fits)
    links = _LINKS.get(language, ())
    for start, token in enumerate(run):
        if token.word.kind not in CONTENT:
            continue
        end, many = start + 1, 1
        while True:
            if fits(run[start:end]):
                yield Span(start, end)
            step = _step(run, end, links)
            if not step or many == LONGEST:
                break
            end, many = end + step, many + 1


def head_of(phrase: Sequence[Token], language: str) -> Token:
    """Return the word of a phrase that says what kind of thing it is."""
    content = [one for one in phrase if one.word.kind in CONTENT]
    if language == "en":
        linked = next((at for at, one in enumerate(phrase) if one.word.kind == FUNCTION), None)
        return phrase[linked - 1] if linked else content[-1]
    nouns = [one for one in content if one.word.kind == NOUN]
    return (nouns or content)[0]


def _step(run: Sequence[Token], at: int, links: tuple[tuple[str, ...], ...]) -> int:
    """Return how many tokens the next content word takes with its link; 0 where there is none."""
    if at >= len(run):
        return 0
    if run[at].word.kind in CONTENT:
        return 1
    for link in links:
        after = at + len(link)
        written = tuple(one.text.lower() for one in run[at:after])
        if written == link and after < len(run) and run[after].word.kind in CONTENT:
            return len(link) + 1
    return 0


def _fits_english(phrase: Sequence[Token]) -> bool:
    if len(phrase) == 1:
        return True
    nouns = (phrase[at - 1] for at, one in enumerate(phrase) if one.word.kind == FUNCTION)
    return phrase[-1].word.kind == NOUN and all(one.word.kind == NOUN for one in nouns)


def _fits(phrase: Sequence[Token]) -> bool:
    first, last = phrase[0].word.kind, phrase[-1].word.kind
    if len(phrase) == 1:
        return True
    if first in {PARTICIPLE, INFINITIVE}:
        return False
    bare = (at for at, one in enumerate(phrase) if one.word.kind == INFINITIVE)
    return last in CONTENT and all(phrase[at - 1].word.kind == FUNCTION for at in bare)


def _fits_russian(phrase: Sequence[Token]) -> bool:
    """Say whether adjectives agree with the noun after them and later nouns are genitives."""
    if len(phrase) == 1:
        return True
    if phrase[-1].word.kind != NOUN:
        return False
    waiting: list[Token] = []
    first = True
    for token in phrase:
        if token.word.kind == ADJECTIVE:
            waiting.append(token)
            continue
        if token.word.kind != NOUN or not all(_agrees(one, token, first) for one in waiting):
            return False
        if not first and not _depends(token):
            return False
        waiting, first = [], False
    return True


def _agrees(adjective: Token, noun: Token, first: bool) -> bool:
    if not noun.word.readings:
        return True
    return any(
        one.case == other.case
        and one.number == other.number
        and (one.number == "plur" or not one.gender or one.gender == other.gender)
        and (first or one.case == "gent")
        for one in adjective.word.readings
        for other in noun.word.readings
    )


def _depends(noun: Token) -> bool:
    """Say whether a noun after a noun may depend on it: a genitive, a name, an acronym."""
    return (
        not noun.word.readings
        or noun.text.isupper()
        or any(one.case == "gent" for one in noun.word.readings)
    )
