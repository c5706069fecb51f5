"""How a word may sound besides: in another case, or in a romanisation that writes sounds otherwise.

What is stored of a term is one sound or two (`termbase.text.sound`); here is what a query may mean
where these say nothing: «Gagarine» and «Schukowski» are Гагарин and Жуковский.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from termbase.text.normalise import fold
from termbase.text.sound import is_cyrillic, sounds
from termbase.text.words import word_texts

_ENDINGS = "ogo ego omu emu om em am ov ev ou eu aH m H u a o e"
_CASES = ("", *_ENDINGS.split())
"""How a Russian or Ukrainian noun or adjective sounds at its end."""
_STEM = 2
"""So many sounds it has at least before that."""
_NOMINATIVES = "", "a", "o"
_FRENCH = "n", "e"
"""Behind this sound, names have that letter: Gagarine, Poutine."""
_TO_LATIN = {
    "e": ("e", "o"),  # Korolyov, Chtchiolkovo
    "H": ("H", "S", "Z", ""),  # German ch, Spanish j
    "S": ("S", "tS", "StS"),  # German tsch, schtsch
    "Z": ("Z", "S"),  # German sch
    "T": ("T", "z"),  # German z
    "z": ("z", "s"),  # German s
}
_TO_CYRILLIC = {
    "StS": ("S",),
    "tS": ("S", "tS"),
    "S": ("S", "H", "Z"),
    "Z": ("Z", "H"),
    "o": ("o", "e"),
    "z": ("z", "T"),
    "s": ("s", "z"),
}
_PARTS = {
    True: re.compile("|".join(_TO_LATIN) + "|."),
    False: re.compile("|".join(_TO_CYRILLIC) + "|."),
}
_MOST = 200
"""So many sounds of a word are tried."""


def likely_sounds(text: str) -> list[frozenset[str]]:
    """Return how each word of a text may sound to who writes in another script.

    >>> "Zukovsk" in likely_sounds("Schukowski")[0], "korolov" in likely_sounds("Королёву")[0]
    (True, True)
    """
    heard = (
        frozenset(
            likely
            for sound in some
            for likely in islice(_likely(sound, cyrillic=is_cyrillic(word)), _MOST)
        )
        for word in word_texts(fold(text))
        for some in sounds(word)
    )
    return [one for one in heard if one]


def _likely(sound: str, *, cyrillic: bool) -> Iterator[str]:
    """Yield a sound, in the nominative, and with sounds that are written otherwise."""
    stems = [sound.removesuffix(end) for end in _CASES if sound.endswith(end)]
    own = [stem + end for stem in stems if len(stem) >= _STEM for end in _NOMINATIVES]
    cases = list(dict.fromkeys([sound, *own]))
    if cyrillic:
        cases += [one + _FRENCH[1] for one in cases if one.endswith(_FRENCH[0])]
    elif sound.endswith("".join(_FRENCH)):
        cases.append(sound[:-1])
    others = _TO_LATIN if cyrillic else _TO_CYRILLIC
    every = [[others.get(part, (part,)) for part in _PARTS[cyrillic].findall(one)] for one in cases]
    for few in (1, None):  # all cases before what is written otherwise
        for parts in every:
            yield from map("".join, product(*(some[:few] for some in parts)))
