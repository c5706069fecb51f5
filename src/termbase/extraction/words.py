"""Words of a text with what is known of each: its class, its dictionary form, how general it is.

No tagger is at hand, so a class is what the lexicon's dictionary form, a few endings and the list
of general words say of the word alone; patterns then allow for what stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from termbase.extraction.general import (
    ADJECTIVE,
    ADVERB,
    FUNCTION,
    NOUN,
    VERB,
    GeneralWords,
    general_words,
)
from termbase.languages import profile_of
from termbase.languages.function_words import FUNCTION_WORDS
from termbase.text.normalise import HYPHENS, as_typed, fold
from termbase.text.words import WITHIN, without_note

PARTICIPLE, INFINITIVE, NUMBER = "participle", "infinitive", "number"
CONTENT = frozenset({NOUN, ADJECTIVE, PARTICIPLE, INFINITIVE})


class Reading(NamedTuple):
    """A way to read an inflected word, as grammar names it; empty where it does not say."""

    kind: str
    case: str
    number: str
    gender: str


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a word wherever it stands.

    Attributes:
        lemma: Its dictionary form, folded.
        kind: Its class.
        general: Whether general language uses it in every subject.
        known: Whether the lexicon has it.
        readings: Where the lexicon knows inflection (Russian, Ukrainian).
    """

    lemma: str
    kind: str
    general: bool
    known: bool
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands in a segment.

    Attributes:
        text: As written, without what only the setting of a page put into it.
        start, end: Offsets in the segment.
        word: What is known of it.
        joined: Whether nothing but white space or an elision parts it from the token before.
        opens: Whether it is the first of a sentence, where a capital says nothing.
    """

    text: str
    start: int
    end: int
    word: Word
    joined: bool
    opens: bool


class Lexicon(Protocol):
    """What a language's lexicon says of a folded word."""

    def __call__(self, folded: str) -> Word: ...


_PART = rf"[^\W_]+(?:{WITHIN}[^\W_]*)*"
_WORD = re.compile(rf"{_PART}(?:[{HYPHENS}]{_PART})*|(?<=[^\W_])['’]s\b")
_BROKEN = re.compile(r"[^\W\d_][-‐¬\u00ad]\s+$")
"""How a text ends before the second half of a word; segments show the end of a line as a space."""
_OPENING = re.compile(r"[.?!:;•…]")
_SPACE = re.compile(rf"\s+|\s*[{HYPHENS}]?['’]\s*")


def read_words(text: str, lexicon: Lexicon) -> list[Token]:
    """Return the words of a segment; hyphens join, apostrophes and the numbers of notes part.

    A word that a hyphen parts at the end of a line is one.
    """
    tokens: list[Token] = []
    end = 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        opens = not tokens or bool(_OPENING.search(between))
        written = without_note(found.group())
        joined = bool(tokens) and (not between or bool(_SPACE.fullmatch(between)))
        word = lexicon(fold(written))
        end = found.start() + len(written)
        token = Token(as_typed(written), found.start(), end, word, joined, opens)
        if tokens and _BROKEN.search(text[tokens[-1].start : token.start]):
            token = _whole(tokens[-1], token, lexicon) or token
            if token.start == tokens[-1].start:
                tokens.pop()
        tokens.append(token)
    return tokens


def _whole(first: Token, second: Token, lexicon: Lexicon) -> Token | None:
    """Return the two parts of a broken word as one.

    None where both are words and no lexicon has them as one: the hyphen may be a dash, or stand for
    the rest of a compound («two- and three-stage»).
    """
    text = first.text + second.text
    word = lexicon(fold(text))
    if second.word.kind in (FUNCTION, NUMBER):
        return None
    if first.word.known and second.word.known and not word.known:
        return None
    return Token(text, first.start, second.end, word, first.joined, first.opens)


@lru_cache(maxsize=4)
def lexicon_of(language: str) -> Lexicon:
    """Return the lexicon of a language, loaded when first asked.

    Args:
        language: The language alone, such as ``fr``.
    """
    general = general_words(language)
    if language in {"ru", "uk"}:
        from termbase.extraction.slavic import slavic_lexicon

        return lru_cache(maxsize=1 << 17)(slavic_lexicon(language, general))
    rules = {"en": _english, "fr": _french}.get(language, _any_language)
    return lru_cache(maxsize=1 << 17)(_simple_lexicon(language, general, rules))


Rule = Callable[[str, str, frozenset[str]], str]
"""Takes a folded word, its dictionary form and its general classes; returns its class."""


def _simple_lexicon(language: str, general: GeneralWords, rule: Rule) -> Lexicon:
    from termbase.extraction.lemmas import dictionary_form, is_known

    functional = FUNCTION_WORDS.get(language, frozenset())
    if not general:  # what begins sentences and is no name holds them together, mostly
        functional |= profile_of(language).starters

    def read(folded: str) -> Word:
        if not any(map(str.isalpha, folded)):
            return Word(folded, NUMBER, False, False)
        if folded in functional or FUNCTION in general.get(folded, ()):
            return Word(folded, FUNCTION, True, True)
        lemma = dictionary_form(folded, language)
        if lemma in functional and not general:  # «war» is of «sein»
            return Word(folded, FUNCTION, True, True)
        parts = folded.split("-")
        if len(parts) > 1 and all(general.get(part) for part in parts):
            return Word(folded, FUNCTION, True, True)
        kinds = general.get(folded, frozenset()) | general.get(lemma, frozenset())
        kind = FUNCTION if FUNCTION in kinds else rule(folded, lemma, kinds)
        return Word(lemma, kind, bool(kinds), is_known(folded, language))

    return read


_ENGLISH_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|able|ible|ful|less|ish)$")
_ENGLISH_PARTICIPLE = re.compile(r"(?:ed|ing|en|n|t)$")


def _english(folded: str, lemma: str, kinds: frozenset[str]) -> str:
    named = kinds & {NOUN, ADJECTIVE}
    if not named and (ADVERB in kinds or (folded.endswith("ly") and len(folded) > 4)):
        return ADVERB
    if VERB in kinds and not named:
        bent = folded != lemma and _ENGLISH_PARTICIPLE.search(folded)
        return PARTICIPLE if bent else VERB
    if kinds and ADJECTIVE in kinds and NOUN not in kinds:
        return ADJECTIVE
    if folded != lemma and folded.endswith("ed"):
        return PARTICIPLE
    return ADJECTIVE if not kinds and _ENGLISH_ADJECTIVE.search(folded) else NOUN


_FRENCH_INFINITIVE = re.compile(r"(?:er|ir|oir|re)$")
_FRENCH_PARTICIPLE = re.compile(r"(?:é|i|u|is|it|int|ert)(?:e?s?)$")
_FRENCH_FINITE = re.compile(r"(?:ais|ait|iez|ions|aient|ant|ants)$")
_FRENCH_INVERSION = re.compile(
    r"-(?:t-)?(?:ils?|elles?|on|nous|vous|je|tu|ce|ci|là|mêmes?|y|en|l[ae]s?|lui|leur|moi)$"
)


def _french(folded: str, lemma: str, kinds: frozenset[str]) -> str:
    named = kinds & {NOUN, ADJECTIVE}
    if _FRENCH_INVERSION.search(folded) or (ADVERB in kinds and not named):
        return ADVERB
    verbal = folded not in {lemma, f"{lemma}s"} and _FRENCH_INFINITIVE.search(lemma)
    if verbal and (VERB in kinds or not named):
        finite = _FRENCH_FINITE.search(folded) or not _FRENCH_PARTICIPLE.search(folded)
        return VERB if finite else PARTICIPLE
    if folded == lemma and not named and VERB in kinds:
        return VERB
    if folded == lemma and not kinds and folded.endswith(("er", "ir", "oir")):
        return INFINITIVE
    return ADJECTIVE if ADJECTIVE in kinds and NOUN not in kinds else NOUN


def _any_language(folded: str, lemma: str, kinds: frozenset[str]) -> str:  # noqa: ARG001
    return NOUN


def runs(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the stretches of tokens that no punctuation interrupts."""
    run: list[Token] = []
    for token in tokens:
        if run and not token.joined:
            yield run
            run = []
        run.append(token)
    if run:
        yield run
