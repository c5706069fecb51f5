"""A number → how languages write it out whose number words nobody described: ``siebenundzwanzig``.

What a translator has written out is not missing. The words are made from the number, so that
a text is only looked through for those that it lacks in figures.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from termbase.text.normalise import fold, unaccented

_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_TEENS, _TENS = "kilkana", "kilkadziesi"
"""How Polish tells some number of them: «kilkanaście osób» are about 15."""
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
        "undic. dodic. tredic. quattordic. quindic. sedic. diciassett. diciott. diciannov.",
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


_OTHERWISE = {
    "de": {
        14: r"zwei\swochen", 18: "volljahrig", 24: r"zwei\s(?:dutzend|jahr)|tag(?:es)?\b",
        25: "vierteljahrhundert", 33: "drittel", 48: r"zwei\stag",
    },
    "nl": {
        14: r"twee\sweken", 15: "kwartier", 18: "meerderjarig", 24: r"twee\s(?:dozijn|jaar)|etmaal",
        25: "kwart ?eeuw", 33: "derde", 48: r"twee\sdagen",
    },
    "es": {
        24: r"dos\s(?:docenas|anos)|dia\b", 25: r"cuarto\sde\ssiglo", 33: "terci|tercera",
        48: r"dos\sdias",
        11: "undecim", 12: "duodecim", 13: "decimo ?terc", 14: r"decimo ?cuart|dos\ssemanas",
        15: "decimo ?quint", 16: "decimo ?sext", 17: "decimo ?septim",
        18: r"decim(?:o ?)?octav|mayor(?:es)?\sde\sedad",
        19: "decimo ?noven",
    },
    "pt": {
        13: "decim[oa] terceir", 14: r"decim[oa] quart|duas\ssemanas",
        15: r"decim[oa] quint|quarto\sde\shora", 16: "decim[oa] sext", 17: "decim[oa] setim",
        19: "decim[oa] non",
        18: r"decim[oa] oitav|maior(?:es)?\sde\sidade", 24: r"duas\sduzias|dois\sanos|dia\b",
        25: r"quarto\sde\sseculo", 33: "terc", 48: r"dois\sdias",
    },
    "it": {
        13: "duecento", 14: r"trecento|due\ssettimane", 15: r"quattrocento|quarto\sd'ora",
        16: "cinquecento", 17: "seicento", 18: "settecento|maggiorenn", 19: "ottocento",
        24: r"due\s(?:dozzine|anni)|giorno", 25: r"quarto\sdi\ssecolo", 33: "terz",
        48: r"due\sgiorni",
    },
    "pl": {
        14: r"dw(?:a|och|u|om)\stygodni", 15: "kwadrans", 18: "pełnoletn",
        24: r"dob|dwa\s(?:tuziny|lata)", 33: "trzeci", 48: r"dwie\sdoby|dwa\sdni",
    },
    "uk": {
        14: r"дв(?:а|ох|ом)\sтижн", 15: r"чверт\w*\sгодини", 18: "повнолітн",
        24: r"доб|два\sроки", 33: "третин", 48: r"дві\sдоби|два\sдні",
    },
}  # fmt: skip
"""How else a number is said: ordinals, two weeks, a quarter of an hour, the 15th century, a day."""


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
    if language == "pl" and (_TEENS if value < _TWENTY else _TENS) in text.casefold():
        return True
    return re.search(rf"(?<!\w)(?:{_pattern(int(value), language)})", _bare(text)) is not None


@cache
def _pattern(number: int, language: str) -> str:
    teens, tens, ones = (_bare(entry).split() for entry in _WORDS[language])
    ten, one = divmod(number, _TEN)
    otherwise = _OTHERWISE[language].get(number)
    if ten == 1:
        found = teens[one - 1]
    elif not one:
        found = tens[ten - 2]
    else:
        words = {"ten": f"(?:{tens[ten - 2]})", "one": f"(?:{ones[one - 1]})"}
        joined = _VEINTI if (language, ten) == ("es", 2) else _JOINED[language]
        found = joined.format(**words)
    if otherwise:
        found += f"|{otherwise}"
    return found.replace(".", r"\w*")


def _bare(text: str) -> str:
    return unaccented(fold(text))
