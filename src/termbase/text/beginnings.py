"""How the words begin that a word may be a form of: so that no lexicon is asked in vain.

A form mostly begins as its word does, but for a vowel. Where no word that is known begins so, none
is meant, and the lexicon, which takes up to seconds to unpack, need not say so.
"""

from __future__ import annotations

from collections.abc import Iterator

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
_OTHER_THIRD = frozenset(("es", "et", "fi", "nl", "se"))
"""Where the third letter may be another one: «banen» is of «baan», «luces» of «luz»."""
_TAGS = "ca da de en es fr gl hu is it lb nb nn no pt ro sv"
_CHANGING = frozenset(_TAGS.split())
"""Where a vowel may change in some forms: «flown» is of «fly»."""
_VOWELS = "aeiouy"
_TWO_VOWELS = ("au", "ea", "ee", "ei", "eu", "ie", "oa", "oi", "oo", "ou", "ue", "ui", "uo")
_CYRILLIC_VOWELS = "аеиоуыэюяіїє"
_JOT = "йеюяєї"
_FLED = "ео", "aeio"
"""The vowels that flee, in Cyrillic and in Latin letters."""
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

    >>> beginnings("rdzeń", "pl"), beginnings("узлами", "ru"), beginnings("men", "en")
    (('rdz', 'ra', 're', 'ri', 'ro'), ('узл', 'узе', 'узо'), ('me', 'ma', 'mi', 'mo', 'mu', 'my'))
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
    begun = [_beginning(word, language) for word in words if word]
    changed = [
        other for one in begun for other in (*_changed(one, language), *_unfled(one, language))
    ]
    return tuple(dict.fromkeys([*begun, *changed]))


def _beginning(bare: str, language: str) -> str:
    if len(bare) > _SHORT and language not in _OTHER_THIRD:
        return bare[:_LETTERS]
    return bare[: 1 if language in _FLEETING else _FEWER]


def _changed(begun: str, language: str) -> Iterator[str]:
    """Yield a beginning with other vowels: «gezogen» is of «ziehen»."""
    at = next((at for at in range(1, len(begun)) if begun[at] in _VOWELS), 0)
    if not at or language not in _CHANGING:
        return
    behind = begun[at + 1 :].lstrip(_VOWELS)  # two may be one: «found» is of «find»
    yield from (begun[:at] + other + behind for other in _VOWELS)
    if at == 1 and behind:
        yield from (begun[0] + two for two in _TWO_VOWELS)


def _unfled(begun: str, language: str) -> Iterator[str]:
    """Yield a beginning with the vowel that has fled: «швами» is of «шов», «узлами» of «узел»."""
    if language not in _FLEETING or len(begun) < _LETTERS:
        return
    first, second, third = (letter in _VOWELS + _CYRILLIC_VOWELS for letter in begun)
    if second and begun[2] in _JOT:
        yield begun[:2]  # «займы» is of «заем»
    elif not second and not (first and third):
        yield from (begun[: 1 + first] + vowel for vowel in _FLED[begun < "а"])
