"""The sound of a word in letters that no script owns: Баканов and Bakanov agree.

Romanisations of Cyrillic differ in what they do with soft and iotated vowels and with hushing
consonants (GOST, BGN, ISO 9, French), so these are what a sound leaves out or folds together.
"""

from __future__ import annotations

import re
import unicodedata

from termbase.text.normalise import fold
from termbase.text.words import words

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўј",
        (
            *("a", "b", "v", "g", "d", "e", "Z", "z", "", "", "k", "l", "m", "n", "o", "p", "r"),
            *("s", "t", "u", "f", "h", "ts", "S", "S", "S", "", "", "", "e", "u", "a"),
            *("", "", "e", "g", "u", ""),
        ),
        strict=True,
    )
)
_MARKED = str.maketrans(
    {
        "š": "sh",
        "ŝ": "sh",
        "č": "ch",
        "ž": "zh",
        "ĵ": "zh",
        "â": "ya",
        "û": "yu",
        "è": "e",
        "ĭ": "i",
        "ï": "i",
        "ÿ": "y",
        "ê": "e",
        "ĥ": "h",
        "ŭ": "u",
        "\ufe20": "",  # what ties two letters in catalogues of libraries: I︠U︡riĭ
        "\ufe21": "",
    }
)
# Longer groups first; S stands for ш щ ч, Z for ж, H for х.
_LATIN = tuple(
    (re.compile(group), sound)
    for group, sound in (
        ("s?h?ch?tch|shch|stch|chtch|sch|tch|sh|ch|cz", "S"),
        ("zh", "Z"),
        ("kh|h", "H"),
        ("ph", "f"),
        ("ts|tz|c", "T"),
        ("ou", "u"),
        ("gu(?=[eiy])", "g"),
        ("qu|q|ck", "k"),
        ("x", "ks"),
        ("w|ff$", "v"),
        ("[iy]", ""),
    )
)
_SIGNS = re.compile("['\"ʹʺ″]")
_DOUBLE = re.compile(r"(.)\1+")


def sounds(text: str) -> list[frozenset[str]]:
    """Return how each word of a text may sound, whatever script it is in.

    A Latin j is read as ж (French) and as й (ISO 9), so a word may have two sounds; what has none
    is left out. Apostrophes stand for soft and hard signs and part no words.

    >>> sounds("Василевская") == sounds("Vassilyevskaya")
    True
    >>> sounds("Жуков")[0] < sounds("Joukov")[0]
    True
    """
    folded = _SIGNS.sub("", fold(text).translate(_MARKED))
    heard = (
        frozenset(sound for j in ("Z", "") if (sound := _sound(word.text, j)))
        for word in words(folded)
    )
    return [one for one in heard if one]


def is_cyrillic(text: str) -> bool:
    """Say whether a text has Cyrillic letters."""
    return any("Ѐ" <= sign <= "ӿ" for sign in text)


def _sound(word: str, j: str) -> str:
    if is_cyrillic(word):
        sound = "".join(_CYRILLIC.get(sign, sign) for sign in word)
        sound = sound.replace("h", "H").replace("ts", "T")
    else:
        apart = unicodedata.normalize("NFD", word)
        sound = "".join(sign for sign in apart if not unicodedata.combining(sign))
        for group, other in _LATIN:
            sound = group.sub(other, sound)
        sound = sound.replace("j", j)
    return _DOUBLE.sub(r"\1", sound)
