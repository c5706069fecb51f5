"""Fold texts so that spellings that a reader takes for one become one key.

Three keys, each coarser than the one before: `fold` (case, apostrophes, hyphens, spaces, ё),
`unaccented` (accents, ligatures, NFKC; й stays), `unpunctuated` (letters and digits alone).
"""

from __future__ import annotations

import re
import unicodedata

HYPHENS = "-‐‑"
"""The signs that join words, as they are typed."""
SPACES_COME_AND_GO = "ko"
"""The language whose technical terms may be written with spaces between their words, or without.

Source: Hangul orthography, article 50.
"""

_ORDINAL, _DEGREE = "º", "°"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("’ʼ‘‛′`´", "'"),
        **dict.fromkeys(HYPHENS[1:], HYPHENS[0]),
        _ORDINAL: _DEGREE,
        **dict.fromkeys(_INVISIBLE, None),
    }
)
_SETTING = str.maketrans(
    {
        **dict.fromkeys(_INVISIBLE, None),
        **{sign: unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"},
    }
)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
_ANY_SIGN = re.compile("[" + "".join(map(chr, _SIGNS)) + "]")
_NO_LETTERS = re.compile(r"[\W_]+")


class _Marks(dict[int, int | None]):
    """What becomes of each sign when accents go; filled as signs are met."""

    def __missing__(self, sign: int) -> int | None:
        kept = None if unicodedata.combining(chr(sign)) else sign
        self[sign] = kept
        return kept


_MARKS = _Marks()
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})


def fold(text: str) -> str:
    r"""Return a text without what readers overlook: case, kind of apostrophe, width of spaces.

    The ordinal sign of «nº» is typed for the degree sign of «n°», and the other way round.

    Source: Unicode default case folding and NFC; soft hyphens and zero-width signs go.

    >>> fold("L’État\u00a0 de l'Union") == fold("l'état de l’union")
    True
    """
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    composed = composed.replace("ё", "е")
    if _ANY_SIGN.search(composed):
        composed = composed.translate(_SIGNS)
    return " ".join(composed.split())


def as_typed(text: str) -> str:
    r"""Return a text as people type it: without soft hyphens, joined letters and loose accents.

    Pages that are copied have these: «ﬁ» as one sign, an accent behind its letter.

    >>> as_typed("ﬁ\u00adnance\u0301")
    'financé'
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_SETTING))


def on_the_line(word: str) -> str:
    """Return a word whose digits are neither raised nor lowered; digits alone stay as they are.

    >>> on_the_line("CO₂"), on_the_line("²³⁵U"), on_the_line("10²")
    ('CO2', '235U', '10²')
    """
    if word.isascii() or not any(map(str.isalpha, word)):
        return word
    return word.translate(_DIGITS)


def with_degree_signs(text: str) -> str:
    """Return a text, as long as before, whose «nº» is a word and a sign, as «n°» is."""
    return text.replace(_ORDINAL, _DEGREE)


def unaccented(folded: str) -> str:
    """Return a folded text without accents, ligatures and the like; й is a letter and stays.

    What Unicode holds for the same sign in another dress is that sign: wide, raised or joined.

    Source: Unicode NFKD, without marks.

    >>> unaccented(fold("Ｗｉｄｅ km² ™"))
    'wide km2 tm'
    >>> unaccented(fold("Télédétection, œuvre, Байконур"))
    'teledetection, oeuvre, байконур'
    """
    if folded.isascii():
        return folded
    return "й".join(map(_without_marks, folded.split("й")))


def _without_marks(folded: str) -> str:
    apart = unicodedata.normalize("NFKD", folded).translate(_MARKS)
    return unicodedata.normalize("NFC", apart).casefold().translate(_LIGATURES)


def unpunctuated(bare: str) -> str:
    """Return the letters and digits of a folded text, nothing else.

    >>> unpunctuated("complexe-sg, n° 3")
    'complexesgn3'
    """
    return _NO_LETTERS.sub("", bare)
