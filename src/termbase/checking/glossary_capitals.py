"""Inconsistent capitals: a word has a capital in one term and none in another.

Names are left out, and so are words that have their capital from one («Union State programme»), and
terms whose case is exact: there a capital is meant.

    bad   en Solar panel; en solar cell
    good  en solar panel; en solar cell; en Sun sensor
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
from termbase.model.concept import Term
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary

ID = "G108"
SEVERITY = Severity.WARNING

_WORD = re.compile(r"[^\W\d_]{3,}")


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each term with a capital that other terms of the language do not have."""
    small: dict[str, set[str]] = {}
    for _, term, language in reading.terms():
        if _counts(term):
            words = _WORD.findall(term.text)
            small.setdefault(language, set()).update(one for one in words if one.islower())
    names = _words_of_names(reading)
    for concept, term, language in reading.terms():
        if not _counts(term):
            continue
        for word in _WORD.findall(term.text):
            if (language, word) in names or not word.istitle():
                continue
            if word.lower() in small.get(language, ()):
                problem = f"«{word}» in «{term.text}» ({language}) has no capital elsewhere"
                remedy = f"write «{word.lower()}», or make its case exact"
                yield glossary_finding(ID, SEVERITY, concept, problem, remedy)
                break


def _words_of_names(reading: GlossaryReading) -> set[tuple[str, str]]:
    return {
        (language, word)
        for _, term, language in reading.terms()
        if is_proper(term) or term.case == "exact"
        for word in _WORD.findall(term.text)
    }


def _counts(term: Term) -> bool:
    """Say whether a term shows how common words are written in its language."""
    plain = term.type.lower() not in (ACRONYM, "abbreviation") and term.case != "exact"
    return plain and not is_proper(term) and primary(term.language) != "de"
