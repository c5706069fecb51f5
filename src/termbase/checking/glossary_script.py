"""Wrong script: no letter of a term belongs to the script of its language.

Two columns have been swapped, perhaps. Acronyms and names may keep the letters they came with:
«NDVI», «Starlink».

    bad   ru satellite
    good  ru спутник; ru VSAT (acronym)
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_look_alikes import script_of
from termbase.checking.glossary_reading import (
    ACRONYM,
    GlossaryReading,
    glossary_finding,
    is_proper,
)
from termbase.model.finding import Finding, Severity

ID = "G112"
SEVERITY = Severity.ERROR

_SCRIPTS = {
    **dict.fromkeys(("fr", "en", "de", "es", "it", "pt", "nl", "pl", "cs"), "LATIN"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), "CYRILLIC"),
    "el": "GREEK",
}


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each term without a letter of its language."""
    for concept, term, language in reading.terms():
        script = _SCRIPTS.get(language, "")
        met = {script_of(sign) for sign in term.text} - {""}
        if not script or not met or script in met:
            continue
        if term.type.lower() != ACRONYM and not is_proper(term):
            problem = (
                f"«{term.text}» has no {script.capitalize()} letter, and is said to be {language}"
            )
            yield glossary_finding(
                ID, SEVERITY, concept, problem, "mend its language or its letters"
            )
