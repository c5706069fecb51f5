"""Look-alike letters: a word of a term mixes scripts.

A Latin «c» in a Cyrillic word reads well and is found by no search. Parts of a word with a hyphen
stand for themselves: «Ku-диапазон» is right.

    bad   ru cпутник (with a Latin c)
    good  ru спутник
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding
from termbase.model.finding import Finding, Severity

ID = "G111"
SEVERITY = Severity.ERROR

_WORD = re.compile(r"[^\W\d_]{2,}")
_CONFUSED = {"LATIN", "CYRILLIC", "GREEK"}


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each word of letters of several scripts."""
    for concept, term, language in reading.terms():
        for word in _WORD.findall(term.text):
            scripts = sorted({script_of(sign) for sign in word} & _CONFUSED)
            if len(scripts) > 1:
                said = " and ".join(one.capitalize() for one in scripts)
                problem = f"«{word}» in «{term.text}» ({language}) mixes {said} letters"
                yield glossary_finding(ID, SEVERITY, concept, problem, "write it in one script")


def script_of(sign: str) -> str:
    """Return the script of a letter in the words of Unicode; empty for what is none.

    >>> script_of("я"), script_of("é"), script_of("5")
    ('CYRILLIC', 'LATIN', '')
    """
    return unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""
