"""The words of each language that tell what figures do not: days, parts, scales, hours, decades.

Languages that stand here: English, French, Russian; of German and Spanish the days, the decades,
the centuries, and what is numbered as the republics of France are.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple


class Told(NamedTuple):
    """How a language tells something.

    Attributes:
        hints: One of these stands wherever a word is met; looked for first.
        forms: Patterns of the words, by what they say.
        frames: What stands around each of them, with ``{}`` in its place. What all share is
            compiled once: the centuries would take longer than the rest of a check.
    """

    hints: tuple[str, ...]
    forms: dict[str, str]
    frames: tuple[str, ...] = ("{}",)


_S = "[ \u00a0\u202f]"
_ROMANS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
    "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip
_ORDINALS = {
    "en": (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        " twenty-first"
    ),
    "fr": (
        "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
        " onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième"
        " dix-neuvième vingtième vingt-et-unième"
    ),
    "ru": (
        "перв втор трет четвёрт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат"
        " четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат"
        " двадцать_перв"
    ),
    "de": (
        "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt"
        " fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst"
    ),
    "es": "primer segund tercer cuart quint sext séptim octav noven décim",
}  # fmt: skip


def _centuries(language: str) -> dict[str, str]:
    """Return how a language counts centuries, in words and, but in English, in Roman figures."""
    words = [one.replace("_", _S) for one in _ORDINALS[language].split()]
    found = {}
    for number, (roman, word) in enumerate(zip_longest(_ROMANS, words), 1):
        letters = roman.replace("X", "[XХ]").replace("I", "[IІ]")
        said = {
            "en": f"{word}|{number}(?:st|nd|rd|th)",
            "fr": f"{letters}(?:er|e|ᵉ|ème)|{word}",
            "ru": f"{letters}|{word}[а-яё]+",
            "de": f"{number}\\.|{word}e[nrs]?",
            "es": letters,
        }
        found[roman] = said[language]
    return found


def _numbered(language: str) -> dict[str, str]:
    """Return how a language numbers republics, world wars, empires and crusades, up to ten."""
    words = _ORDINALS[language].split()[:10]
    words = [_BY_GENDER.get(word, word) for word in words]
    said = {
        "en": "{roman}|{word}|{n}(?:st|nd|rd|th)",
        "fr": "{roman}(?:er|i?[eè]re|e|ᵉ|ème|n?de?)|{word}",
        "ru": "{roman}|{n}-\\w{{1,2}}|{word}[а-яё]+",
        "de": "{roman}\\.|{n}\\.|{word}e[mnrs]?",
        "es": "{roman}|{word}[ao]?",
    }
    return {
        roman: said[language].format(n=number, roman=f"(?-i:{roman})", word=word)
        for number, (roman, word) in enumerate(zip(_ROMANS[:10], words, strict=True), 1)
    }


def _lots(tens: str, hundreds: str, thousands: str, millions: str) -> dict[str, str]:
    """Return how a language says tens or hundreds of thousands or millions."""
    return {
        f"{some} {of}": f"{first}{_S}(?:(?:of|de){_S})?{second}"
        for some, first in (("10", tens), ("100", hundreds))
        for of, second in (("3", thousands), ("6", millions))
    }


def _counted(language: str, pattern: str, last: int) -> dict[str, str]:
    """Return a pattern for each ordinal of a language up to a last one, and each figure for it."""
    words = _ORDINALS[language].split()[:last]
    ends = {"en": "", "fr": "", "ru": "[а-яё]+"}
    return {
        str(number): pattern.format(n=number, roman=roman, word=word + ends[language])
        for number, (roman, word) in enumerate(zip(_ROMANS[:last], words, strict=True), 1)
    }


def _tens(pattern: str, words: str) -> dict[str, str]:
    """Return a pattern for the twenties, the thirties and so on to the nineties."""
    return {
        str(ten): pattern.format(n=ten, word=word)
        for ten, word in zip(range(20, 100, 10), words.split(), strict=True)
    }


_HOURS = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze",
    "ru": (
        "второго третьего четв[её]ртого пятого шестого седьмого восьмого девятого десятого"
        " одиннадцатого двенадцатого первого"
    ),
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf eins",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
}
"""Russian and German count a half towards the hour that comes: half past one is «halb zwei»."""

_RU_HALF_HINTS = ("оловин", *(f"ол{letter}" for letter in "втчпшсдо"))


def _by_hour(language: str, pattern: str) -> dict[str, str]:
    """Return a pattern for each hour of the clock, in words."""
    hours = enumerate(_HOURS[language].split(), 1)
    return {str(hour): pattern.format(word=word) for hour, word in hours}


_BY_GENDER = {"premier": "premi(?:er|ère)", "deuxième": "(?:deuxième|seconde?)"}
_EN_NUMBERED = f"(?:world{_S}war|republic|empire|reich|crusade)"
_FR_NUMBERED = f"(?:république|guerre{_S}mondiale|empire|reich|croisade)"
_RU_NUMBERED = "(?:миров|республик|импери|рейх|крестов)"
_DE_NUMBERED = "(?:weltkrieg|republik|reich|kreuzzug)"
_ES_NUMBERED = f"(?:república|guerra{_S}mundial|imperio|reich|cruzada)"
_EN_NOT = "hour|dozen|million|billion|trillion|year|day|century|second|minute"
_FR_NOT = "heure|finale|douzaine|million|milliard|journée|frère|sœur|tour|siècle|pension|mot"
"""Halves that are told otherwise elsewhere: hours, a million, what is no part at all."""
_RU_WEDNESDAY = "|".join(
    f"(?<={word}{_S})среду"
    for word in ("в", "каждую", "эту", "первую", "вторую", "третью", "последнюю", "прошлую")
)
"""The day, by the word before it: «среду» is what surrounds us, too."""
_DE_TIME = "(?:s|(?:(?:vor|nach)?mittag|morgen|abend|nacht)s?)?"
_NUMBER = rf"(?<!\d{_S})(?<!\d)(?<!две{_S})(?<!три{_S})(?<!четыре{_S})"
"""Not behind a number, as in «три тысячи»."""
_PERIODS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
_EN_PERIODS = _PERIODS
_FR_PERIODS = ("seconde", "minute", "heure", "jour", "semaine", "mois", "trimestre", "an(?:née)?")
_RU_PERIODS = (
    "секунду", "минуту", "час", "(?:день|сутки)", "неделю", "месяц", "квартал", "год",
)  # fmt: skip
_EN_PERIOD, _FR_PERIOD, _RU_PERIOD = (
    f"(?:{'|'.join(names)})" for names in (_EN_PERIODS, _FR_PERIODS, _RU_PERIODS)
)
WORDS = {
    "weekday": {
        "en": Told(("day",), {
            "monday": "mondays?", "tuesday": "tuesdays?", "wednesday": "wednesdays?",
            "thursday": "thursdays?", "friday": "fridays?", "saturday": "saturdays?",
            "sunday": "sundays?",
        }),
        "fr": Told(("ndi", "rdi", "redi", "udi", "edi", "manche"), {
            "monday": "lundis?", "tuesday": "mardis?", "wednesday": "mercredis?",
            "thursday": "jeudis?", "friday": "vendredis?", "saturday": "samedis?",
            "sunday": "dimanches?",
        }),
        "ru": Told(("ник", "среду", "средам", "етверг", "ятниц", "уббот", "скресень"), {
            "monday": "понедельник(?:а|у|ом|и|ам)?", "tuesday": "вторник(?:а|у|ом|и|ам)?",
            "wednesday": f"{_RU_WEDNESDAY}|средам", "thursday": "четверг(?:а|у|ом|и|ам)?",
            "friday": "пятниц(?:а|у|ы|е|ей|ам)", "saturday": "суббот(?:а|у|ы|е|ой|ам)",
            "sunday": "воскресень(?:е|я|ю|ем|ям)",
        }),
        "de": Told(("tag", "ittwoch", "sonnabend", "Sonnabend"), {
            day: f"{name}{_DE_TIME}" for day, name in zip(
                ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
                ("montag", "dienstag", "mittwoch", "donnerstag", "freitag",
                 "(?:samstag|sonnabend)", "sonntag"),
                strict=True,
            )
        }),
        "es": Told(("lunes", "martes", "rcoles", "jueves", "viernes", "bado", "omingo"), {
            "monday": "lunes", "tuesday": "martes", "wednesday": "mi[ée]rcoles",
            "thursday": "jueves", "friday": "viernes", "saturday": "s[áa]bados?",
            "sunday": rf"(?<!santo{_S})domingos?",
        }),
    },
    "part": {
        "en": Told(("alf", "hird", "uarter"), {
            "1/2": rf"half{_S}(?:of|the|an?(?!{_S}(?:{_EN_NOT})))\b",
            "1/3": "(?:a|one)[ -]third", "2/3": "two[ -]thirds",
            "1/4": f"(?:a|one)[ -]quarter{_S}of(?!{_S}an{_S}hour)",
            "3/4": f"three[ -]quarters{_S}of(?!{_S}an{_S}hour)",
        }),
        "fr": Told(("moitié", "tiers", "quart", "demi"), {
            "1/2": rf"(?:la|une){_S}moitié|une?{_S}demi-(?!{_FR_NOT})\w+",
            "1/3": f"(?:un|le){_S}tiers(?!{_S}monde|-)",
            "2/3": f"deux{_S}tiers", "1/4": f"(?:un|le){_S}quart{_S}(?:de|des|du)",
            "3/4": f"trois{_S}quarts(?!{_S}d['’]heure)",
        }),
        "ru": Told(("оловин", "рет", "етверт", "ол"), {
            "1/2": "половин(?:а|у|ы|е|ой)|пол-?(?:литра|кило|стакана|чашки|ложки|тонны)",
            "1/3": f"(?<!две{_S})трет(?:ь|и|ью)(?!{_S}лиц)",
            "2/3": f"две{_S}трети", "1/4": f"(?<!три{_S})четверт(?:ь|и|ью)(?!{_S}часа)",
            "3/4": f"три{_S}четверти(?!{_S}часа)",
        }),
    },
    "century": {
        "en": Told(("century",), _centuries("en"), ("{}[ -]century",)),
        "fr": Told(("siècle",), _centuries("fr"), (f"{{}}{_S}siècle",)),
        "ru": Told(("век", "столети"), _centuries("ru"), (f"{{}}{_S}(?:век|столети)[а-яё]*",)),
        "de": Told(("ahrhundert", "Jh."), _centuries("de"), (
            f"{{}}{_S}(?:jahrhundert[a-z]*|jh\\.)",
        )),
        "es": Told(("iglo",), _centuries("es"), (f"siglo{_S}{{}}",)),
    },
    "numbered": {
        "en": Told(("World War", "Republic", "Empire", "Reich", "Crusade"), _numbered("en"), (
            f"{{}}{_S}{_EN_NUMBERED}", f"world{_S}war{_S}{{}}"
        )),
        "fr": Told(("République", "mondiale", "Empire", "Reich", "roisade"), _numbered("fr"), (
            f"{{}}{_S}{_FR_NUMBERED}",
        )),
        "ru": Told(("миров", "еспублик", "мпери", "ейх", "рестов"), _numbered("ru"), (
            f"{{}}{_S}{_RU_NUMBERED}[а-яё]*",
        )),
        "de": Told(("Weltkrieg", "Republik", "Reich", "Kreuzzug"), _numbered("de"), (
            f"{{}}{_S}{_DE_NUMBERED}[a-z]*",
        )),
        "es": Told(("undial", "epública", "mperio", "Reich", "ruzada"), _numbered("es"), (
            f"{{}}{_S}{_ES_NUMBERED}", f"guerra{_S}mundial{_S}{{}}"
        )),
    },
    "lots": {
        "en": Told(("ens of", "undreds of"), _lots("tens", "hundreds", "thousands", "millions")),
        "fr": Told(("izaines de", "entaines de"), _lots(
            "dizaines", "centaines", "milliers", "millions"
        )),
        "ru": Told(("есятк", "отни", "отен"), _lots(
            "десятк(?:и|ов|ами|ам|ах)", "сот(?:ни|ен|нями|ням|нях)", "тысяч", "миллионов"
        )),
    },
    "scale": {
        "en": Told(("undreds", "ousands", "llions"), {
            "2": f"{_NUMBER}hundreds",
            "3": f"{_NUMBER}thousands", "6": f"{_NUMBER}millions", "9": f"{_NUMBER}billions",
            "12": f"{_NUMBER}trillions",
        }),
        "fr": Told(("entaines", "illiers", "es millions", "es milliards", "es billions"), {
            "2": f"{_NUMBER}centaines",
            "3": f"{_NUMBER}milliers", "6": f"(?<=des{_S})millions", "9": f"(?<=des{_S})milliards",
            "12": f"(?<=des{_S})billions",
        }),
        "ru": Told(("отни", "тысячи", "Тысячи", "лионы", "лиарды"), {
            "2": f"{_NUMBER}сотни",
            "3": f"{_NUMBER}тысячи", "6": f"{_NUMBER}миллионы", "9": f"{_NUMBER}миллиарды",
            "12": f"{_NUMBER}триллионы",
        }),
    },
    "quarter": {
        "en": Told(("uarter", "Q1", "Q2", "Q3", "Q4"), _counted(
            "en", f"{{word}}{_S}quarter|(?-i:Q{{n}})", 4
        )),
        "fr": Told(("trimestre", "T1", "T2", "T3", "T4"), _counted(
            "fr", f"(?:{{n}}(?:ᵉ|er|e|ème)|{{word}}){_S}trimestre|(?-i:T{{n}})", 4
        )),
        "ru": Told((" кв", "\u00a0кв"), _counted(
            "ru", f"(?:{{roman}}|{{n}}(?:-\\w+)?|{{word}}){_S}кв(?:артал\\w*|\\.)", 4
        )),
    },
    "middle": {
        "en": Told(("noon", "midday", "midnight"), {
            "12": r"(?:noon|midday)", "0": "midnight",
        }),
        "fr": Told(("midi", "minuit"), {"12": "midi", "0": "minuit"}),
        "ru": Told(("олд", "олночь", "олуноч"), {
            "12": "(?:полдень|полудня|полудню)", "0": "(?:полночь|полуночи)",
        }),
    },
    "half past": {
        "en": Told(("alf",), _by_hour("en", f"half[ -]past{_S}{{word}}")),
        "fr": Told(("demi",), _by_hour("fr", f"{{word}}{_S}heures?{_S}et{_S}demie")),
        "ru": Told(_RU_HALF_HINTS, _by_hour("ru", f"пол(?:овин[аеуы]{_S})?{{word}}")),
        "de": Told(("alb",), _by_hour("de", f"halb{_S}{{word}}")),
        "es": Told(("media",), _by_hour("es", f"{{word}}{_S}y{_S}media")),
    },
    "quarter past": {
        "en": Told(("uarter",), {
            "to": f"quarter{_S}(?:to|before)", "past": f"quarter{_S}(?:past|after)",
        }),
        "fr": Told(("quart",), {"to": f"moins{_S}(?:le|un){_S}quart", "past": f"et{_S}quart"}),
        "ru": Told(("четверт",), {
            "to": f"без{_S}четверти", "past": f"четверть{_S}(?:{_HOURS['ru'].replace(' ', '|')})",
        }),
        "de": Told(("iertel",), {"to": f"viertel{_S}vor", "past": f"viertel{_S}nach"}),
        "es": Told(("cuarto",), {"to": f"menos{_S}cuarto", "past": f"y{_S}cuarto"}),
    },
    "decade": {
        "en": Told(("ties", "0s", "0's", "0’s"), _tens(
            f"(?<!his{_S})(?<!her{_S})(?<!their{_S})(?<!my{_S})(?:{{word}}|(?:['’]|[12]\\d)?{{n}}['’]?s)",
            "twenties thirties forties fifties sixties seventies eighties nineties",
        )),
        "fr": Told(("années",), _tens(
            f"années{_S}(?:(?:['’]|[12]\\d)?{{n}}|{{word}})(?!-dix)",
            "vingt trente quarante cinquante soixante soixante-dix quatre-vingts?"
            " quatre-vingt-dix",
        )),
        "ru": Told(("цаты", "ковы", "сяты", "носты", "0-"), _tens(
            "(?:[12]\\d)?{n}-(?:е|х|м|ми)|{word}ы(?:е|х|м|ми)",
            "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност",
        )),
        "de": Told(("ahre", "0ern", "zigern", "ßigern"), _tens(
            "(?:['’]|[12]\\d)?{n}er(?:n|[ -]?jahren?)|{word}er(?:n|[ -]?jahren?)",
            "zwanzig drei(?:ß|ss)ig vierzig fünfzig sechzig siebzig achtzig neunzig",
        )),
        "es": Told(("años", "Años"), _tens(
            f"años{_S}(?:(?:['’]|[12]\\d)?{{n}}|{{word}})",
            "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        )),
    },
    "age": {
        "en": Told(("ties",), _tens(
            f"(?:his|her|their|my|your){_S}(?:(?:early|mid|late)[ -])?{{word}}",
            "twenties thirties forties fifties sixties seventies eighties nineties",
        )),
        "fr": Told(("taine",), _tens(
            f"(?:une?|la){_S}{{word}}(?={_S}d['’]années|{_S}passée|[.,;]|$)",
            "vingtaine trentaine quarantaine cinquantaine soixantaine septantaine octantaine"
            " nonantaine",
        )),
    },
    "era": {
        "en": Told(("BC", "B.C", "AD", "A.D", "CE"), {
            "before": r"(?-i:BCE?|B\.C\.)", "since": r"(?-i:AD|CE|A\.D\.)",
        }),
        "fr": Told(("J.", "ésus", "ère"), {
            "before": rf"(?:av\.|avant){_S}(?:J\.|Jésus)-C\w*|avant{_S}notre{_S}ère",
            "since": rf"(?:apr?\.|après){_S}(?:J\.|Jésus)-C\w*|de{_S}notre{_S}ère",
        }),
        "ru": Told(("э.", "эры"), {
            "before": rf"до{_S}(?:н\.{_S}?э|нашей{_S}эры)",
            "since": rf"(?<!до{_S})(?:н\.{_S}?э|нашей{_S}эры)",
        }),
    },
    "how often": {
        "en": Told(("nce ", "wice ", "times "), {
            str(n): f"{word}{_S}(?:a|an|per|each|every){_S}{_EN_PERIOD}"
            for n, word in ((1, "once"), (2, f"(?:twice|two{_S}times)"), (3, f"three{_S}times"))
        }),
        "fr": Told(("fois ",), {
            str(n): f"{word}{_S}fois{_S}(?:par{_S}{_FR_PERIOD}|tous{_S}les|toutes{_S}les)"
            for n, word in ((1, "une"), (2, "deux"), (3, "trois"))
        }),
        "ru": Told(("раз", "дважды ", "трижды "), {
            "1": f"{_NUMBER}раз{_S}в{_S}{_RU_PERIOD}",
            "2": f"(?:дважды|два{_S}раза){_S}в{_S}{_RU_PERIOD}",
            "3": f"(?:трижды|три{_S}раза){_S}в{_S}{_RU_PERIOD}",
        }),
    },
    "each": {
        "en": Told(("nce ", "wice ", "times "), {
            period: f"(?:once|twice|times){_S}(?:a|an|per|each|every){_S}{word}"
            for period, word in zip(_PERIODS, _EN_PERIODS, strict=True)
        }),
        "fr": Told(("fois par", "fois\u00a0par"), {
            period: f"fois{_S}par{_S}{word}"
            for period, word in zip(_PERIODS, _FR_PERIODS, strict=True)
        }),
        "ru": Told(("раз", "дважды ", "трижды "), {
            period: f"(?:раза?|дважды|трижды){_S}в{_S}{word}"
            for period, word in zip(_PERIODS, _RU_PERIODS, strict=True)
        }),
    },
    "round": {
        "en": Told(("hundred", "thousand", "dozen"), {
            "6": f"half{_S}(?:a{_S})?dozen", "12": f"(?<!half{_S})an?{_S}dozen",
            "100": f"a{_S}hundred(?!{_S}(?:and|thousand|million|billion|per|times))",
            "1000": f"a{_S}thousand(?!{_S}(?:and|million|billion|times))",
        }),
        "fr": Told(("ne centaine", "n millier", "douzaine"), {
            "6": "une demi-douzaine", "12": "une douzaine",
            "100": "une centaine", "1000": "un millier",
        }),
        "ru": Told(("сотн", "тысяч", "дюжин"), {
            "6": "полдюжины", "12": f"{_NUMBER}дюжин[ауы]",
            "100": f"{_NUMBER}сотн[яюи]", "1000": f"{_NUMBER}тысяч[ау]",
        }),
    },
}  # fmt: skip
"""What is told, by language; what means something else as often, such as «среда», is left out."""
