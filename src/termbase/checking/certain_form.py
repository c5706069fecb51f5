"""A refused term where it stands → the wanted term in the same form, where that is certain.

Certain is little: the refused term stands there as the glossary writes it, and nothing around it
must agree with the new one otherwise. Everything else a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.model.concept import Term
from termbase.model.language import primary
from termbase.model.occurrence import Occurrence

_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
_VOWELS = "aeiouyhàâäéèêëîïôöùûüœæ"


def certain_form(hit: Occurrence, wanted: Sequence[Term], text: str, language: str) -> str | None:
    """Return what may stand in place of a refused term; None where the form is not certain.

    Args:
        hit: The refused term in the text.
        wanted: What to write instead, the preferred term first.
        text: The whole text.
        language: Of the text.
    """
    if not wanted or hit.inflected:
        return None
    new = wanted[0]
    stands = text[hit.start : hit.end]
    if primary(language) == "en":
        before = _ARTICLE.search(text[: hit.start])
        agrees = before is None or _starts_alike(hit.term.text, new.text)
    else:
        same = hit.term.gender and hit.term.gender == new.gender and hit.term.number == new.number
        agrees = bool(same) and _starts_alike(hit.term.text, new.text)
    if not agrees:
        return None
    if stands.isupper() and len(stands) > 1 and not hit.term.text.isupper():
        return new.text.upper()
    if stands[:1].isupper() and not hit.term.text[:1].isupper():
        return new.text[:1].upper() + new.text[1:]
    return new.text


def _starts_alike(one: str, other: str) -> bool:
    return (one[:1].lower() in _VOWELS) is (other[:1].lower() in _VOWELS)
