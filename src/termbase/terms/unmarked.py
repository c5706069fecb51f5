"""A word typed without marks that its term has → the word with them: ÉTATS for «ETATS», cœur.

French, Greek and their neighbours often write capitals without accents, and a keyboard has no œ.
What a capital lacks, and a ligature in two letters, is made good by the words of terms; a small
letter without its accent is another letter, and stays.
"""

from __future__ import annotations

from termbase.languages import profile_of
from termbase.text.forms import regular_forms
from termbase.text.normalise import fold, unaccented

_BARE_CAPITALS = frozenset(("el",))
"""Languages without a profile whose capitals stand without accents: ΑΘΗΝΑ."""
_LIGATURES = {"œ": "oe", "æ": "ae"}


def may_lack_marks(word: str, language: str) -> bool:
    """Say whether a word of a text may lack accents or ligatures that its term has.

    >>> may_lack_marks("Etat", "fr"), may_lack_marks("etat", "fr"), may_lack_marks("Etat", "en")
    (True, False, False)
    """
    if language not in _BARE_CAPITALS and not profile_of(language).bare_capitals:
        return False
    folded = word.casefold()
    return word != folded or any(pair in folded for pair in _LIGATURES.values())


def bare_forms(word: str, language: str) -> set[str]:
    """Return how words of terms that a word may be are spelt without accents and ligatures."""
    return set(regular_forms(unaccented(fold(word)), language))


def with_marks(word: str, own: str) -> str:
    """Return a word with the marks that a word of a term has where it lacks them.

    Args:
        word: As it stands in a text.
        own: A word of a term, folded, of which it may be a form.

    >>> with_marks("ETATS", "état"), with_marks("coeurs", "cœur"), with_marks("cotes", "côté")
    ('ÉTATS', 'cœurs', 'cotes')
    """
    made: list[str] = []
    at = 0
    for sign in own:
        here = word[at : at + len(_LIGATURES.get(sign, sign))]
        if here.casefold() == sign:
            made.append(here)
        elif here.casefold() == _LIGATURES.get(sign) or (
            here.isupper() and here.casefold() == unaccented(sign)
        ):
            made.append(sign.upper() if here[0].isupper() else sign)
        else:
            break
        at += len(here)
    return "".join(made) + word[at:]
