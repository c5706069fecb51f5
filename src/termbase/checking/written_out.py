"""A number → how languages write it out whose number words nobody described: ``siebenundzwanzig``.

What a translator has written out is not missing. The words are made from the number, so that
a text is only looked through for those that it lacks in figures.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from termbase.text.normalise import fold, unaccented

_TEN, _HUNDRED = 10, 100
# Up to twenty, then the tens, then the ones as they stand at tens; a dot stands for any letters.
_WORDS = {
    "de": (
        "elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "zwanzig dreißig|dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "ein zwei drei vier fünf sechs sieben acht neun",
    ),
    "nl": (
        "elf twaalf dertien veertien vijftien zestien zeventien achttien negentien",
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        "een twee drie vier vijf zes zeven acht negen",
    ),
    "es": (
        "once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "un. dos tres cuatro cinco seis siete ocho nueve",
    ),
    "pt": (
        "onze doze treze quatorze|catorze quinze dezesseis|dezasseis dezessete|dezassete dezoito"
        " dezenove|dezanove",
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        "um. d(?:oi|ua)s três quatro cinco seis sete oito nove",
    ),
    "it": (
        "undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
        "venti? trenta? quaranta? cinquanta? sessanta? settanta? ottanta? novanta?",
        "un. due tre quattro cinque sei sette otto nove",
    ),
    "pl": (
        "jedena. dwana. trzyna. czterna. piętna. szesna. siedemna. osiemna. dziewiętna.",
        "dwadzie.|dwudziest. trzydzie. czterdzie. pięćdziesi. sześćdziesi. siedemdziesi."
        " osiemdziesi. dziewięćdziesi.",
        "jed. dw. trz. czter. pię. sze. sied. osi.|ośm. dziewię.",
    ),
    "uk": (
        "одинадцят. дванадцят. тринадцят. чотирнадцят. п'ятнадцят. шістнадцят. сімнадцят."
        " вісімнадцят. дев'ятнадцят.",
        "двадцят. тридцят. сорок. п'ятдесят. шістдесят. сімдесят. вісімдесят. дев'яност.",
        "од. дв. тр. чотир. п'ят. шіст.|шест. сім.|сем. вісім.|восьм. дев'ят.",
    ),
}
_JOINED = {
    "de": "{one}und{ten}", "nl": "{one}(?:en|ën){ten}", "it": "{ten}{one}",
    "es": "{ten} y {one}", "pt": "{ten} e {one}", "pl": "{ten} {one}", "uk": "{ten} {one}",
}  # fmt: skip
_VEINTI = "veinti{one}"
"""Spanish writes the twenties in one word."""


def may_be_written_out(language: str) -> bool:
    """Say whether the words of a language stand here."""
    return language in _WORDS


def is_written_out(value: Decimal, text: str, language: str) -> bool:
    """Say whether a text has a number from 11 to 99 in words; never in a language not known here.

    Args:
        value: The number.
        text: Any text.
        language: A primary language tag such as ``de``.

    >>> is_written_out(Decimal(27), "Siebenundzwanzig Schiffe", "de")
    True
    >>> is_written_out(Decimal(35), "Tiene treinta y seis años", "es")
    False
    """
    if language not in _WORDS or not _TEN < value < _HUNDRED or value % 1:
        return False
    return re.search(rf"(?<!\w)(?:{_pattern(int(value), language)})", _bare(text)) is not None


@cache
def _pattern(number: int, language: str) -> str:
    teens, tens, ones = (_bare(entry).split() for entry in _WORDS[language])
    ten, one = divmod(number, _TEN)
    if ten == 1:
        found = teens[one - 1]
    elif not one:
        found = tens[ten - 2]
    else:
        words = {"ten": f"(?:{tens[ten - 2]})", "one": f"(?:{ones[one - 1]})"}
        joined = _VEINTI if (language, ten) == ("es", 2) else _JOINED[language]
        found = joined.format(**words)
    return found.replace(".", r"\w*")


def _bare(text: str) -> str:
    return unaccented(fold(text))
