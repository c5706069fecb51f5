"""Russian and Ukrainian words: class, dictionary form and readings from pymorphy3's dictionary."""

from __future__ import annotations

from typing import Any

from termbase.extraction.general import ADJECTIVE, ADVERB, FUNCTION, NOUN, VERB, GeneralWords
from termbase.extraction.words import INFINITIVE, NUMBER, PARTICIPLE, Lexicon, Reading, Word
from termbase.text.lexicons import analyser_of
from termbase.text.normalise import fold

_KINDS = {
    "NOUN": NOUN,
    "ADJF": ADJECTIVE,
    "PRTF": ADJECTIVE,
    "ADJS": PARTICIPLE,
    "PRTS": PARTICIPLE,
    "VERB": VERB,
    "GRND": VERB,
    "INFN": INFINITIVE,
    "ADVB": ADVERB,
    "COMP": ADVERB,
    "PRED": ADVERB,
    "NUMR": FUNCTION,
    "NPRO": FUNCTION,
    "PREP": FUNCTION,
    "CONJ": FUNCTION,
    "PRCL": FUNCTION,
    "INTJ": FUNCTION,
}
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_LEAST = 0.05
"""A reading that is less likely than that is passed over."""


def slavic_lexicon(language: str, general: GeneralWords) -> Lexicon:
    """Return what reads a word by pymorphy3.

    Args:
        language: ``ru`` or ``uk``.
        general: Its general words.
    """
    analyser = analyser_of(language)

    def read(folded: str) -> Word:
        if not any(map(str.isalpha, folded)):
            return Word(folded, NUMBER, False, False)
        if FUNCTION in general.get(folded, ()):
            return Word(folded, FUNCTION, True, True)
        parses = analyser.parse(folded)
        best = parses[0]
        if best.tag.POS is None:  # written in other letters: a name or an acronym
            return Word(folded, NOUN, False, True)
        lemma = fold(best.normal_form)
        kinds = general.get(lemma, frozenset())
        kind = FUNCTION if FUNCTION in kinds else _KINDS[best.tag.POS]
        known = bool(best.is_known) and not _NAMES & best.tag.grammemes
        return Word(lemma, kind, bool(kinds), known, _readings(parses, kind))

    return read


def nominative(words: list[str], kinds: list[str], language: str) -> list[str]:
    """Return a phrase as a dictionary heads it: its noun and what agrees with it, nominative.

    Args:
        words: As they stand in the text: adjectives, a noun, and what depends on it.
        kinds: The class of each.
        language: ``ru`` or ``uk``.
    """
    if NOUN not in kinds:
        return [_bent(words[0], language, {"nomn", "masc"}, kinds[0]), *words[1:]]
    head = kinds.index(NOUN)
    parse = _parse(words[head], language, NOUN)
    if parse is None:
        return words
    number = parse.tag.number or "sing"
    grammemes = {"nomn", number}
    noun = parse.inflect(grammemes)
    if noun is None:
        return words
    if number == "sing" and parse.tag.gender:
        grammemes.add(parse.tag.gender)
    before = [_bent(word, language, grammemes, ADJECTIVE) for word in words[:head]]
    return [*before, _as_written(words[head], noun.word), *words[head + 1 :]]


def _bent(word: str, language: str, grammemes: set[str], kind: str) -> str:
    parses = [one for one in analyser_of(language).parse(word) if _kind(one) == kind]
    if not parses or any(grammemes <= one.tag.grammemes for one in parses):
        return word
    bent = parses[0].inflect(grammemes)
    return _as_written(word, bent.word) if bent else word


def _parse(word: str, language: str, kind: str) -> Any:
    parses = analyser_of(language).parse(word)
    return next((one for one in parses if _kind(one) == kind), None)


def _kind(parse: Any) -> str:
    return _KINDS.get(parse.tag.POS or "", "")


def _as_written(word: str, bent: str) -> str:
    """Return an inflected word with the capitals of the word as it stood."""
    if fold(word) == fold(bent):
        return word
    if word.isupper():
        return bent.upper()
    return bent[0].upper() + bent[1:] if word[0].isupper() else bent


def _readings(parses: list[Any], kind: str) -> tuple[Reading, ...]:
    found = (
        Reading(
            _kind(one),
            # What pymorphy3 names a case may only be compared with the name of one.
            str(one.tag.case or ""),
            str(one.tag.number or ""),
            str(one.tag.gender or ""),
        )
        for one in parses
        if one.score >= _LEAST
    )
    return tuple(dict.fromkeys(one for one in found if one.kind == kind))
