"""How the words begin that a word may be a form of: so that no lexicon is asked in vain.

A form mostly begins as its word does. Where no word that is known begins so, none is meant, and the
lexicon, which takes up to seconds to unpack, need not say so.
"""

from __future__ import annotations

from termbase.text.forms import SUPPLETIVE
from termbase.text.normalise import unaccented

_LETTERS = 3
"""So many letters of its word a form begins with."""
_SHORT, _FEWER = 4, 2
"""A word of up to so many letters shares so many."""
_FLEETING = frozenset(("be", "bs", "cs", "hr", "pl", "ru", "sh", "sk", "sl", "sr", "uk"))
"""Where a short word may lose its first vowel: «dni» is of «dzień», «льва» of «лев»."""
_BEFORE = {
    "be": ("най",), "bg": ("най",), "bs": ("naj",), "cs": ("nej", "ne"), "de": ("ge",),
    "el": ("ε",), "hr": ("naj",), "hu": ("leg",), "lb": ("ge",), "lt": ("be", "ne", "te"),
    "lv": ("ja", "ne", "vis"), "nl": ("ge",), "pl": ("naj", "nie"), "ro": ("ne", "nemai"),
    "ru": ("наи", "не"), "sh": ("naj",), "sk": ("naj", "ne"), "sl": ("naj", "ne"), "sr": ("naj",),
    "uk": ("най", "не"),
}  # fmt: skip
"""What stands before a word in some of its forms: «gestartet» is of «starten»."""
_WITHIN = {"de": ("ge", "zu"), "nl": ("ge", "te")}
"""What stands in some forms behind the first two letters of a word: «angedockt», «anzudocken»."""
_DOUBLED = frozenset(("nl",))
"""Where the third letter may be the second once more: «banen» is of «baan»."""
_GAELIC = frozenset(("ga", "gd", "gv"))
_ANYHOW = frozenset(("ar", "cy", "fa", "he", "id", "ka", "ms", "sw", "tl"))
"""Where forms begin otherwise than their words in too many ways."""


def beginnings(folded: str, language: str) -> tuple[str, ...]:
    """Return how the words begin, without accents, that a word may be a form of, itself included.

    Args:
        folded: One folded word.
        language: A primary tag.

    Returns:
        An empty text, with which all words begin, where nothing can be said.

    >>> beginnings("gestartet", "de"), beginnings("yeux", "fr"), beginnings("dni", "pl")
    (('ges', 'sta'), ('ye', 'oe'), ('d',))
    """
    if language in _ANYHOW:
        return ("",)
    bare = unaccented(folded)
    words = [bare, *(bare.removeprefix(one) for one in _BEFORE.get(language, ()))]
    if bare[2:4] in _WITHIN.get(language, ()):
        words.append(bare[:2] + bare[4:])
    if language in _GAELIC:  # «bhád» and «mbád» are of «bád»
        words += [bare[1:], bare[2:], bare[:1] + bare[2:]]
    if folded in SUPPLETIVE:
        words.append(unaccented(SUPPLETIVE[folded]))
    return tuple(dict.fromkeys(_beginning(word, language) for word in words if word))


def _beginning(bare: str, language: str) -> str:
    if len(bare) > _SHORT and language not in _DOUBLED:
        return bare[:_LETTERS]
    return bare[: 1 if language in _FLEETING else _FEWER]
