"""Plural: a term is one by its form, and is not said to be.

A term stands in the singular, unless its `number` says ``plural`` or ``mass``. The word that
counts is the first noun in French and Russian, and in English the last before «of» and its like;
in capitals, such as AIDS, it is an acronym.
Lexicons say what is a plural; other languages and unknown words are passed over.

    bad   fr panneaux solaires
    good  fr panneau solaire; fr éphémérides (number: plural)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.checking.glossary_reading import (
    ACRONYM,
    GlossaryReading,
    glossary_finding,
    is_proper,
)
from termbase.model.finding import Finding, Severity
from termbase.text.lexicons import ADJECTIVE, NOUN, readings
from termbase.text.normalise import fold

ID = "G110"
SEVERITY = Severity.WARNING

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LINKS = frozenset(["of", "for", "and", "in", "to", "on", "at", "with", "by", "from"])


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each noun whose form is a plural."""
    for concept, term, language in reading.terms():
        if term.number or is_proper(term) or term.part_of_speech.lower() not in ("noun", ""):
            continue
        if term.type.lower() in (ACRONYM, "abbreviation"):
            continue
        head = _head(term.text, language)
        capitals = head.isupper() and not (term.text.isupper() and " " in term.text)
        if head and not capitals and _is_plural(fold(head), language):
            problem = f"«{term.text}» ({language}) is a plural"
            remedy = "write the singular, or give its number as plural"
            yield glossary_finding(ID, SEVERITY, concept, problem, remedy)


def _head(text: str, language: str) -> str:
    """Return the word of a term that counts, as written."""
    words = _WORD.findall(text)
    if language == "fr":
        return words[0] if words else ""
    if language == "en":
        ends = [number for number, word in enumerate(words) if fold(word) in _LINKS and number]
        return words[ends[0] - 1 if ends else -1] if words else ""
    if language == "ru":
        firsts = (word.split("-")[0] for word in words)
        return next((word for word in firsts if ADJECTIVE not in _kinds(fold(word))), "")
    return ""


def _kinds(word: str) -> set[str]:
    return {one.kind for one in readings(word, "ru")}


def _is_plural(word: str, language: str) -> bool:
    found = [one for one in readings(word, language) if one.kind in (NOUN, "")]
    if not found or any(one.lemma == word for one in found):
        return False
    return language == "ru" or word[-1] in "sx"
