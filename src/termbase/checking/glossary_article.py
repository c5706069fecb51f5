"""Article in the term: it begins with one, and nobody looks it up so.

Names keep theirs: «La Haye», «The Hague».

    bad   fr la charge utile
    good  fr charge utile
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.checking.glossary_reading import GlossaryReading, glossary_finding, is_proper
from termbase.model.finding import Finding, Severity

ID = "G109"
SEVERITY = Severity.WARNING

_ARTICLES = {
    "de": frozenset(["der", "die", "das", "ein", "eine"]),
    "en": frozenset(["a", "an", "the"]),
    "es": frozenset(["el", "la", "los", "las", "un", "una"]),
    "fr": frozenset(["le", "la", "l'", "les", "un", "une", "des"]),
    "it": frozenset(["il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una"]),
    "nl": frozenset(["de", "het", "een"]),
    "pt": frozenset(["o", "a", "os", "as", "um", "uma"]),
}


def find(reading: GlossaryReading) -> Iterator[Finding]:
    """Report each term that begins with an article of its language."""
    for concept, term, language in reading.terms():
        first, _, rest = term.text.replace("’", "'").replace("l'", "l' ", 1).partition(" ")
        if rest and first.lower() in _ARTICLES.get(language, ()) and not is_proper(term):
            problem = f"«{term.text}» ({language}) begins with an article"
            yield glossary_finding(ID, SEVERITY, concept, problem, f"write «{rest.strip()}»")
