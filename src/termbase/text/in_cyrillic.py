"""A romanised Russian word back in Cyrillic letters, as near as letters alone allow.

Romanisations leave out what would tell е from э, or ш from щ; so this is for comparing letter by
letter where a slip keeps the sound from being the same (`termbase.text.sound`).
"""

from __future__ import annotations

import re
import unicodedata

from termbase.text.normalise import fold

_LETTERS = {
    "shch": "щ", "tch": "ч", "sch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш",
    "yu": "ю", "iu": "ю", "ju": "ю", "iou": "ю", "ya": "я", "ia": "я", "ja": "я", "yo": "ё",
    "ye": "е", "ou": "у", "š": "ш", "č": "ч", "ž": "ж", "ŝ": "щ",
    **dict(zip("abvgdezijklmnoprstufhcwy'\"ʹʺ", "абвгдезийклмнопрстуфхцвыьъьъ", strict=True)),
    "x": "кс", "q": "к",
}  # fmt: skip
_GROUP = re.compile("|".join(sorted(map(re.escape, _LETTERS), key=len, reverse=True)))
_SHORT_I = re.compile("(?<=[аеёиоуыэюя])ы")
"""Behind a vowel y is й: «skiy», «Sergey»."""


def in_cyrillic(text: str) -> str:
    """Return a text in small Cyrillic letters; what has none stays.

    Source: BGN/PCGN, GOST 7.79 and ISO 9, and what the French say otherwise where they agree.

    >>> in_cyrillic("kosmicheskiy apparat"), in_cyrillic("Dmitri Bakanov")
    ('космический аппарат', 'дмитри баканов')
    """
    written = _GROUP.sub(lambda group: _LETTERS[group[0]], _without_marks(fold(text)))
    return _SHORT_I.sub("й", written)


def _without_marks(folded: str) -> str:
    """Return a text without the marks of its letters, but for the hushing consonants of ISO 9."""
    return "".join(
        sign if sign in _LETTERS else unicodedata.normalize("NFD", sign)[0] for sign in folded
    )
