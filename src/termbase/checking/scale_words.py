"""The words for a thousand, a million and more, language by language: ``Mrd.``, ``млн``, ``亿``."""

from __future__ import annotations

import re

from termbase.text.lazy_pattern import lazy_pattern

_SPACES = " \u00a0\u202f\u2009"

# Language, power of ten, how we write it (for one, for more), and what else is read so.
SCALES: dict[str, list[tuple[int, str, str, str]]] = {
    "en": [
        (3, "thousand", "thousand", r"thousands?|k"),
        (5, "lakh", "lakh", r"lakhs?"),
        (6, "million", "million", r"millions?|mn|mln|m"),
        (7, "crore", "crore", r"crores?"),
        (9, "billion", "billion", r"billions?|bn|bln|b"),
        (12, "trillion", "trillion", r"trillions?|tn|trn"),
    ],
    "fr": [
        (3, "mille", "mille", r"mille|milliers?|k"),
        (6, "million", "millions", r"millions?|M"),
        (9, "milliard", "milliards", r"milliards?|mds?\.?|mrds?\.?|Md|Mds"),
        (12, "billion", "billions", r"billions?"),
    ],
    "ru": [
        (3, "тыс.", "тыс.", r"тыс\.?|тысяч\w*"),
        (6, "млн", "млн", r"млн\.?|миллион\w*"),
        (9, "млрд", "млрд", r"млрд\.?|миллиард\w*"),
        (12, "трлн", "трлн", r"трлн\.?|триллион\w*"),
    ],
    "uk": [
        (3, "тис.", "тис.", r"тис\.?|тисяч\w*"),
        (6, "млн", "млн", r"млн\.?|мільйон\w*"),
        (9, "млрд", "млрд", r"млрд\.?|мільярд\w*"),
        (12, "трлн", "трлн", r"трлн\.?|трильйон\w*"),
    ],
    "de": [
        (3, "Tausend", "Tausend", r"tausend|tsd\.?"),
        (6, "Million", "Millionen", r"million(?:en)?|mio\.?"),
        (9, "Milliarde", "Milliarden", r"milliarden?|mrd\.?"),
        (12, "Billion", "Billionen", r"billion(?:en)?|bio\.?"),
    ],
    "es": [
        (9, "mil millones", "mil millones", r"mil[ \u00a0]millones|millardos?"),
        (3, "mil", "mil", r"mil|miles"),
        (6, "millón", "millones", r"mill[oó]n|millones|mill\.|M"),
        (12, "billón", "billones", r"bill[oó]n|billones"),
    ],
    "pt": [
        (9, "mil milhões", "mil milhões", r"mil[ \u00a0]milhões|bilhão|bilhões|bi"),
        (3, "mil", "mil", r"mil|milhares"),
        (6, "milhão", "milhões", r"milhão|milhões|mi"),
        (12, "bilião", "biliões", r"bilião|biliões|trilhão|trilhões"),
    ],
    "it": [
        (3, "mila", "mila", r"mila|mille|migliaia"),
        (6, "milione", "milioni", r"milion[ei]|mln"),
        (9, "miliardo", "miliardi", r"miliard[oi]|mld|mrd"),
        (12, "bilione", "bilioni", r"bilion[ei]"),
    ],
    "nl": [
        (3, "duizend", "duizend", r"duizend"),
        (6, "miljoen", "miljoen", r"miljoen|mln\.?"),
        (9, "miljard", "miljard", r"miljard|mld\.?|mrd\.?"),
        (12, "biljoen", "biljoen", r"biljoen"),
    ],
    "pl": [
        (3, "tys.", "tys.", r"tys\.?|tysi[ąę]c\w*"),
        (6, "mln", "mln", r"mln|milion\w*"),
        (9, "mld", "mld", r"mld|miliard\w*"),
        (12, "bln", "bln", r"bln|bilion\w*"),
    ],
    "zh": [
        (4, "万", "万", "[万萬]"),
        (8, "亿", "亿", "[亿億]"),
        (12, "万亿", "万亿", "[万萬][亿億]"),
    ],
    "ja": [(4, "万", "万", "万"), (8, "億", "億", "億"), (12, "兆", "兆", "兆")],
}
_UNPARTED = ("zh", "ja")
"""Languages that set no space behind a word."""


def _pattern(language: str, scales: list[tuple[int, str, str, str]]) -> re.Pattern[str]:
    longest_first = reversed(scales) if language in _UNPARTED else scales
    words = "|".join(rf"(?P<e{power}>{read})" for power, _, _, read in longest_first)
    end = "" if language in _UNPARTED else r"(?!\w)"
    return lazy_pattern(rf"\+?[{_SPACES}-]*(?:{words}){end}", re.IGNORECASE)


SCALED = {language: _pattern(language, scales) for language, scales in SCALES.items()}
"""What stands behind a figure and multiplies it; the name of the group says by what."""
