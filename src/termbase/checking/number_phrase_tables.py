"""How languages write times, durations, fractions, decades and measures, pattern by pattern.

In a pattern ``{N}`` is a number in figures or words, and a space any of those that texts have.
The name of a group says what its number counts; a pattern for a fixed value carries it.

Languages that stand here: English, French, Russian; German and Spanish with numbers in figures.
"""

from __future__ import annotations

from typing import NamedTuple

from termbase.checking.holidays import holidays


class Form(NamedTuple):
    """A way to write something with a number.

    Attributes:
        kind: What it may be: ``time``, ``hour`` of either half of the day, ``span`` of the
            day and ``hours`` between two such hours, ``office`` for the usual ones of work,
            ``duration``, ``months``, ``floor`` of a house as America counts them and ``storey``
            as Britain does, ``seconds``, ``cm``, ``g``, ``ml``, ``decade``, ``date`` of a day
            with a name, ``day`` of a month, ``stairs`` that someone rushes up, ``pressure`` of
            blood, ``points`` of per cent, ``gas`` and ``thermostat`` of an oven, ``clock`` and
            ``week`` for what never closes, ``war`` of the world, ``money`` in hundredths, told
            in two numbers, and ``decimal`` in one.
        pattern: With groups that are multiplied by `UNITS`, or none.
        more: What is added to the number, or the number itself where there are no groups.
    """

    kind: str
    pattern: str
    more: float = 0


UNITS = {
    "h": 60, "m": 1, "less": -1, "later": 1440 * 60, "past": 1440, "y": 12, "mo": 1,
    "up": 1, "w": 10_080, "wm": 0.25, "d": 1440, "s": 1, "hundredth": 0.01,
    "cm": 1, "mm": 0.1, "metre": 100, "km": 100_000, "g": 1, "kg": 1000, "t": 1_000_000,
    "ml": 1, "cl": 10, "litre": 1000, "over": 1000, "under": 1, "cm_over": 10_000, "cm_under": 10,
    "sum": 100, "cents": 1, "bp": 0.01, "pp": 1, "day": 1, "month": 100,
}  # fmt: skip
NOON, MIDNIGHT = ("noon", "midday", "midi", "полдень", "полудня"), ("midnight", "minuit", "полночь")

_TIME, _LASTS, _BOTH, _UP = "time", "duration", "time duration", "floor storey"
_SUM = "money decimal"
_EN_HALF = (
    r"(?: (?:in the (?:(?P<am>morning)|(?P<pm>afternoon|evening))|(?P<night>at night))"
    r"| ?(?:(?P<a>a)|(?P<p>p))\.?m\b\.?)"
)
_FR_HALF = r"(?: (?:(?P<am>du matin)|(?P<pm>du soir|de l['’]après-midi)))"
_RU_HALF = r"(?: (?:(?P<am>утра|ночи)|(?P<pm>вечера|дня)))"
_CLOCK = r"(?P<h>{N})(?:(?:[:.]| ?h(?:eures?)? ?| ?час\w* ?)(?P<m>\d\d)?)?"
_CLOCK_TOO = _CLOCK.replace("<h>", "<later>").replace("<m>", "<past>")
_EN_FLOORS = r"(?: floors?|(?=(?:(?:,|,? and|,? or|,? to|-|–) ?\w{1,12}){1,5} floors))"
_FR_FLOORS = (
    r"(?: étages?|(?= (?:sans|avec) ascenseur)"
    r"|(?=(?:(?:,| et| ou| à| au|-|–) ?\w{1,12}){1,5} étages))"
)
_RU_FLOORS = r"(?: этаж\w*|(?=(?:(?:,| и| или| до|-|–) ?[\w-]{1,14}){1,5} этаж\w*))"
"""A storey, or one of several that are counted before the word: «1er, 2e et 3e étages»."""
_TENSION = r"(?:tension|TA)(?: artérielle)?(?: \w{1,10}){0,2} ?(?::|=)? ?"
"""In French, where blood is measured in centimetres: 12/8 is 120/80."""
_EN_GROUPS, _GROUPS = r"(?:,\d{{3}})*", r"(?:[ \u00a0\u202f]\d{{3}})*"
_EN_MONEY, _EN_CENTS = "euros?|dollars?|pounds?|rou?bles?", "cents?|pence|kopecks?"
_FR_MONEY = r"€|\$|£|euros?|dollars?|livres?|francs?|roubles?"
_RU_MONEY, _RU_CENTS = r"евро|долл\w*\.?|руб\w*\.?|р\.|€|\$", r"цент\w*|коп\w*\.?"
_MONTHS = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "es": "ene feb mar abr may jun jul ago se[pt] oct nov dic",
    "ru": "янв фев мар апр ма[йя] июн июл авг сен окт ноя дек",
}


def _days(language: str, pattern: str) -> tuple[Form, ...]:
    """Return how a language tells the days of each month."""
    return tuple(
        Form("day", pattern.format(month=rf"{name}[^\W\d_]*\.?"), 100 * number)
        for number, name in enumerate(_MONTHS[language].split(), 1)
    )


def _wars(first: str, second: str) -> tuple[Form, ...]:
    """Return how a language names the world wars."""
    return Form("war", first, 1), Form("war", second, 2)


_DAY_FIRST = r"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?!/)"
_MONTH_FIRST = r"(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?!/)"
_SOME = (
    Form("cm", r"(?P<metre>{N})[ -]?(?:m|mètres?|metres?|meters?|м|метр\w*)(?: ?(?P<cm>{N}))?"),
    Form("cm", r"(?P<cm>{N})[ -]?(?:cm|см|centim\w+|сантим\w+)"),
    Form("cm", r"(?P<mm>{N})[ -]?(?:mm|мм|millim\w+|миллим\w+)"),
    Form("cm", r"(?P<km>{N})[ -]?(?:km|км|kilom\w+|килом\w+)"),
    Form("seconds", r"(?P<s>{N})[ -]?(?:s|sec\w*|с|сек\w*)\.?(?: ?(?P<hundredth>\d\d))?"),
    Form("g", r"(?P<g>{N})[ -]?(?:g|г|grams?|grammes?|грамм\w*)"),
    Form("g", r"(?P<kg>{N})[ -]?(?:kg|кг|kilos?|kilogr\w+|кило\w*)"),
    Form("g", r"(?P<t>{N})[ -]?(?:t|т|tonn\w+|тонн\w*)"),
    Form("ml", r"(?P<ml>{N})[ -]?(?:ml|мл|millil\w+|миллил\w+)"),
    Form("ml", r"(?P<cl>{N})[ -]?(?:cl|centil\w+|сантил\w+)"),
    Form("ml", r"(?P<litre>{N})[ -]?(?:l|л|lit(?:re|er)s?|литр\w*)"),
)
_WHOLE = r"100 ?%"
"""What some say in figures and some by an adverb: «100% free», «totalement libre»."""
FORMS: dict[str, tuple[Form, ...]] = {
    "en": (
        Form(_TIME, rf"half[ -]past (?P<h>{{H}}){_EN_HALF}?", 30),
        Form(_TIME, rf"(?:a )?quarter past (?P<h>{{H}}){_EN_HALF}?", 15),
        Form(_TIME, rf"(?:a )?quarter to (?P<h>{{H}}){_EN_HALF}?", -15),
        Form(_TIME, rf"(?P<m>{{N}})(?: minutes)? past (?P<h>{{H}}){_EN_HALF}?"),
        Form(_TIME, rf"(?P<less>{{N}})(?: minutes)? to (?P<h>{{H}}){_EN_HALF}?"),
        Form(_TIME, rf"(?P<h>\d{{{{1,2}}}})[:.](?P<m>\d\d){_EN_HALF}?"),
        Form(_TIME, rf"(?P<h>{{N}})(?: o['’]clock)?{_EN_HALF}"),
        Form(_TIME, r"(?P<h>{N}) o['’]clock"),
        Form(_TIME, r"(?P<h>noon|midday|midnight)"),
        Form("hour", r"(?P<h>\d{{1,2}}):(?P<m>\d\d)(?! ?[ap]\.? ?m\b)"),
        Form("hour", rf"(?:(?<=\bat )|(?<=\bby )|(?<=\buntil ))(?P<h>{{N}})(?!{_EN_HALF})"),
        Form("hours", rf"{_CLOCK}(?:[ -](?:to|till|until)[ -]|-|–){_CLOCK_TOO}"),
        Form("office", r"(?:9|nine)[ -]to[ -](?:5|five)"),
        Form("hours", rf"between {_CLOCK} and {_CLOCK_TOO}"),
        Form(_LASTS, r"(?P<h>{N})[ -]hours?(?:,? (?:and )?(?P<m>{N}) min\w*)?"),
        Form(_LASTS, r"(?P<h>{N}) ?(?:h|hrs?)\b\.?(?: ?(?P<m>\d\d)(?: ?m(?:in\w*)?)?)?"),
        Form(_LASTS, r"(?P<h>{N})(?: and a half hours| hours and a half)", 30),
        Form(_LASTS, r"(?P<h>{N})(?= ?(?:to|or|and|–|(?<=\d)-) ?{N} hours)"),
        Form(_LASTS, r"(?P<d>{N})(?= ?(?:to|or|and|–|(?<=\d)-) ?{N} days)"),
        Form(_LASTS, r"(?P<h>{N}) hours and a quarter", 15),
        Form(_LASTS, r"an hour", 60),
        Form(_LASTS, r"an hour and a half", 90),
        Form(_LASTS, r"(?:half|1/2|½)(?: an|[ -])? ?hour", 30),
        Form(_LASTS, r"(?:a )?quarter of an hour", 15),
        Form(_LASTS, r"three[ -]quarters of an hour", 45),
        Form(_LASTS, r"(?P<m>{N})[ -]?(?:minutes?|min)"),
        Form("months", r"(?P<y>{N})[ -]years?"),
        Form("months", r"(?P<y>{N})(?: and a half years| years and a half)", 6),
        Form("months", r"(?P<y>{N}) years?(?:,| and)? (?P<mo>{N}) months?"),
        Form("months", r"a year and a half", 18),
        Form("months", r"half a year|(?:twice|two times) (?:a|per|each|every) year", 6),
        Form("months", r"(?P<mo>{N})[ -]months?"),
        Form("months", r"every (?P<wm>{N}) weeks"),
        *_wars(r"(?:first|1st) world war|great war|world war (?:I|one|1)|WWI",
               r"(?:second|2nd) world war|world war (?:II|two|2)|WWII"),
        Form(_LASTS, r"(?:a )?fortnight(?:ly)?", 20_160),
        Form(_LASTS, r"(?P<w>{N})[ -]weeks?"),
        Form(_LASTS, r"(?:a|the|this|last|past|next) week", 10_080),
        Form(_LASTS, r"(?P<d>{N})[ -]days?"),
        Form("decade", r"['’]?(?P<decade>(?:1[5-9]|20)?\d0)['’]?s"),
        Form("decade", r"(?P<decade>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)"),
        Form("decade", r"noughties|aughts", 2000),
        Form("floor", rf"(?P<up>{{N}})(?:st|nd|rd|th)?{_EN_FLOORS}"),
        Form("storey", rf"(?P<up>{{N}})(?:st|nd|rd|th)?{_EN_FLOORS}", 1),
        Form(_UP, r"ground floor", 1),
        Form("whole", rf"{_WHOLE}|fully|entirely|completely|totally|wholly"),
        Form("clock week", r"24/7"),
        Form("clock", r"(?:a)?round[ -]the[ -]clock|24 hours a day|day and night"),
        Form("week", r"(?:seven|7) days a week|every day|daily"),
        Form("pressure", r"(?P<over>\d{{2,3}})(?:/| over )(?P<under>\d{{2,3}})"),
        Form("decimal", rf"[€$£]?(?P<sum>\d+{_EN_GROUPS}\.\d\d)"),
        Form(_SUM, rf"(?:(?P<sum>\d+{_EN_GROUPS}) (?:{_EN_MONEY})(?: and)? )?"
             rf"(?P<cents>\d\d?) (?:{_EN_CENTS})"),
        Form("points", r"(?P<bp>\d+)[ -]basis[ -]points?"),
        Form("points", r"(?P<pp>\d+(?:[.,]\d+)?)[ -](?:percentage[ -])?points?"),
        Form("points", r"quarter[ -](?:of a )?(?:percentage )?point", 0.25),
        Form("gas", r"gas(?: mark)? (?P<m>\d)"),
        *(Form("date", pattern, day) for day, pattern in holidays("en")),
        *_days("en", r"(?P<day>\d{{{{1,2}}}})(?:st|nd|rd|th)? {month}"),
        *_days("en", r"{month} (?P<day>\d{{{{1,2}}}})(?:st|nd|rd|th)?"),
        Form("day", _DAY_FIRST), Form("day", _MONTH_FIRST),
        Form("stairs", r"(?:two|three)(?: steps| stairs)? at a time"),
        *_SOME,
    ),
    "fr": (
        Form(_BOTH, rf"(?P<h>{{H}}) ?(?:h|heures?)(?: ?(?P<m>{{N}}))?{_FR_HALF}?"),
        Form(_BOTH, rf"(?P<h>{{N}}) heures? et demie{_FR_HALF}?", 30),
        Form(_BOTH, rf"(?P<h>{{N}}) heures? et quart{_FR_HALF}?", 15),
        Form(_TIME, rf"(?P<h>{{N}}) heures? moins le quart{_FR_HALF}?", -15),
        Form(_TIME, rf"(?P<h>{{N}}) heures? moins (?P<less>{{N}}){_FR_HALF}?"),
        Form(_TIME, r"(?P<h>midi|minuit)(?: (?P<m>{N}))?"),
        Form(_TIME, r"(?P<h>midi|minuit) et demie?", 30),
        Form(_TIME, r"(?P<h>midi|minuit) et quart", 15),
        Form(_TIME, r"(?P<h>midi|minuit) moins le quart", -15),
        Form("span", rf"{_CLOCK}(?: (?:à|et) |-|–)"
             r"(?P<later>{N}) ?h(?:eures?)?(?: ?(?P<past>\d\d))?"),
        Form("office", r"(?:emploi|travail|boulot|job|heures|horaires) de bureau"),
        Form(_LASTS, r"(?P<h>{N}) heures? et (?P<m>{N}) minutes?"),
        Form(_LASTS, r"(?P<h>{N})(?= ?(?:à|ou|et|–|(?<=\d)-) ?{N} (?:heures|h\b))"),
        Form(_LASTS, r"(?P<d>{N})(?= ?(?:à|ou|et|–|(?<=\d)-) ?{N} jours)"),
        Form(_LASTS, r"demi-heure", 30),
        Form(_LASTS, r"quart d['’]heure", 15),
        Form(_LASTS, r"trois quarts d['’]heure", 45),
        Form(_LASTS, r"(?P<m>{N})[ -]?(?:minutes?|min|mn)"),
        Form("months", r"(?P<y>{N}) (?:ans?|années?)"),
        Form("months", r"(?P<y>{N}) (?:ans?|années?) et demie?", 6),
        Form("months", r"(?P<y>{N}) ans?(?:,| et)? (?P<mo>{N}) mois"),
        Form("months", r"(?P<mo>{N}) mois"),
        Form("months", r"semestre|deux fois par an(?:née)?", 6),
        Form("months", r"toutes les (?P<wm>{N}) semaines"),
        *_wars(r"(?:première|1re|grande) guerre(?: mondiale)?"
               r"|(?:guerre|combattants?|poilus?) de (?:19)?14(?:[-–](?:19)?18)?",
               r"(?:seconde|deuxième|2e) guerre mondiale"
               r"|(?:guerre|combattants?|vétérans?) de (?:19)?39[-–](?:19)?45"),
        Form(_LASTS, r"(?:quinze|15) jours|quinzaine(?: de jours)?", 20_160),
        Form(_LASTS, r"(?:huit|8) jours", 10_080),
        Form(_LASTS, r"(?P<w>{N}) semaines?"),
        Form(_LASTS, r"(?:dernière|prochaine|la|cette) semaine", 10_080),
        Form(_LASTS, r"(?P<d>{N})[ -]jours?"),
        Form("decade", r"années (?P<decade>(?:1[5-9]|20)?\d0|{N})"),
        Form(_UP, rf"(?P<up>{{N}})(?:er|e|ème)?{_FR_FLOORS}", 1),
        Form(_UP, r"rez-de-chaussée", 1),
        Form("clock", r"24 ?(?:h|heures)? ?(?:/|sur) ?24(?: ?h)?|jour et nuit"),
        Form("week", r"(?:7|sept) ?(?:j|jours)? ?(?:/|sur) ?(?:7|sept)|tous les jours"),
        Form("whole", rf"{_WHOLE}|totalement|entièrement|complètement|intégralement"),
        Form("clock week", r"24/7"),
        Form("pressure", rf"{_TENSION}(?P<cm_over>\d\d?)/(?P<cm_under>\d\d?)"),
        Form("decimal", rf"(?P<sum>\d+{_GROUPS},\d\d)"),
        Form(_SUM, rf"(?P<sum>\d+{_GROUPS}) ?(?:{_FR_MONEY}) ?"
             r"(?P<cents>\d\d)(?: centimes?| cents?)?"),
        Form(_SUM, r"(?P<cents>\d\d?) (?:centimes?|cents?)"),
        Form("points", r"(?P<bp>\d+) points? de base"),
        Form("points", r"(?P<pp>\d+(?:[.,]\d+)?) points?(?! de base)"),
        Form("points", r"quart de point", 0.25),
        Form("thermostat", r"th(?:ermostat|\.)? ?(?P<m>\d\d?)(?:[-/]\d)?"),
        *(Form("date", pattern, day) for day, pattern in holidays("fr")),
        *_days("fr", r"(?P<day>\d{{{{1,2}}}})(?:er)?[ -]{month}"),
        Form("day", _DAY_FIRST),
        Form("stairs", r"quatre à quatre"),
        *_SOME,
    ),
    "ru": (
        Form(_TIME, rf"половин[аеуы] (?P<h>{{N}}){_RU_HALF}?", -30),
        Form(_TIME, rf"пол(?P<h>первого|второго|третьего|четв[её]ртого|пятого|шестого|седьмого"
             rf"|восьмого|девятого|десятого|одиннадцатого|двенадцатого){_RU_HALF}?", -30),
        Form(_TIME, rf"четверть (?P<h>{{N}}){_RU_HALF}?", -45),
        Form(_TIME, rf"без четверти (?P<h>{{N}}){_RU_HALF}?", -15),
        Form(_TIME, rf"без (?P<less>{{N}})(?: минут)? (?P<h>{{N}}){_RU_HALF}?"),
        Form(_TIME, rf"(?P<h>\d{{{{1,2}}}})[:.](?P<m>\d\d){_RU_HALF}?"),
        Form(_TIME, rf"(?P<h>{{N}}){_RU_HALF}"),
        Form(_BOTH, rf"(?P<h>{{N}}) ?(?:ч|час\w*)\.?(?: (?P<m>{{N}}) ?мин\w*)?{_RU_HALF}?"),
        Form(_TIME, r"(?P<h>полдень|полудня|полночь)"),
        Form("hours", rf"с {_CLOCK} до {_CLOCK_TOO}"),
        Form("span", r"(?P<h>\d\d?):(?P<m>\d\d) ?[-–—] ?(?P<later>\d\d?):(?P<past>\d\d)"),
        Form("office", r"офисн\w+ (?:работ|час|график)\w*|рабоч\w+ час\w*"),
        Form(_LASTS, r"(?P<h>{N}) с половиной час\w*", 30),
        Form(_LASTS, r"(?P<h>{N})(?= ?(?:до|или|и|–|(?<=\d)-) ?{N} час\w*)"),
        Form(_LASTS, r"(?P<d>{N})(?= ?(?:до|или|и|–|(?<=\d)-) ?{N} (?:дн\w+|сут\w+))"),
        Form(_LASTS, r"полчаса|получас\w*", 30),
        Form(_LASTS, r"полтора часа|полутора часов|полуторачас\w+|час с половиной", 90),
        Form(_LASTS, r"четверть часа", 15),
        Form(_LASTS, r"три четверти часа", 45),
        Form(_LASTS, r"(?P<m>{N})[ -]?мин\w*"),
        Form("months", r"(?P<y>{N})[ -](?:год\w*|лет\w*)"),
        Form("months", r"(?P<y>{N}) с половиной (?:года|лет)", 6),
        Form("months", r"(?P<y>{N}) (?:год\w*|лет)(?:,| и)? (?P<mo>{N}) месяц\w*"),
        Form("months", r"полтора года|полутора лет|год с половиной", 18),
        Form("months", r"полгода|полугод\w*|(?:дважды|два раза) в год", 6),
        Form("months", r"(?P<mo>{N})[ -](?:мес\w*|месяц\w*)"),
        Form("months", r"каждые (?P<wm>{N}) недел\w+"),
        *_wars(r"перв\w+ миров\w+", r"втор\w+ миров\w+"),
        Form(_LASTS, r"(?P<w>{N})[ -]недел\w*"),
        Form(_LASTS, r"недел[яюи]", 10_080),
        Form(_LASTS, r"сут(?:ки|ок|кам|ками|ках)", 1440),
        Form(_LASTS, r"(?P<d>{N})[ -](?:дн\w+|день|сут\w+)"),
        Form("decade", r"(?P<decade>(?:1[5-9]|20)?\d0)-?[хе]"),
        Form("decade", r"(?P<decade>(?:двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят"
             r"|восьмидесят|девяност)ы(?:е|х|м|ми))"),
        Form("decade", r"нулевы(?:е|х|м|ми)", 2000),
        Form("decade", r"десяты(?:е|х|м|ми) год\w*", 10),
        Form(_UP, rf"(?P<up>{{N}})(?:-?[а-яё]{{1,2}})?{_RU_FLOORS}"),
        Form("clock", r"круглосуточн\w+|24 часа в сутки|день и ночь|дн[её]м и ночью"),
        Form("week", r"без выходных|(?:семь|7) дней в неделю|ежедневно|каждый день"),
        Form("whole", rf"{_WHOLE}|полностью|целиком|совершенно|всецело"),
        Form("clock week", r"24/7"),
        Form("pressure", r"(?P<over>\d{{2,3}})(?:/| на )(?P<under>\d{{2,3}})"),
        Form("points", r"(?P<bp>\d+) (?:базисн\w+ пункт\w*|б\. ?п\.)"),
        Form("points", r"(?P<pp>\d+(?:[.,]\d+)?) (?:процентн\w+ пункт\w*|п\. ?п\.)"),
        Form("points", r"четверть (?:процентного )?пункта", 0.25),
        Form("decimal", rf"(?P<sum>\d+{_GROUPS},\d\d)"),
        Form(_SUM, rf"(?:(?P<sum>\d+{_GROUPS}) (?:{_RU_MONEY}) )?(?P<cents>\d\d?) (?:{_RU_CENTS})"),
        *(Form("date", pattern, day) for day, pattern in holidays("ru")),
        *_days("ru", r"(?P<day>\d{{{{1,2}}}})(?:-?го)? {month}"),
        Form("day", r"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})(?!\.\d)"),
        Form("stairs", r"через (?:две|три)(?: ступен\w+)?"),
        *_SOME,
    ),
    "de": (
        Form(_TIME, r"(?P<h>\d{{1,2}})[:.](?P<m>\d\d)(?: Uhr| ?h)?"),
        Form(_TIME, r"(?P<h>{N}) ?(?:Uhr|h)(?: (?P<m>\d\d))?"),
        Form(_TIME, r"(?P<h>\d{{1,2}}) Uhr (?P<pm>abends|nachmittags|am (?:Nachmittag|Abend))"),
        Form(_LASTS, r"(?P<h>{N})[ -]?(?:Stunden?|Std\.?|h)(?:,?(?: und)? (?P<m>{N}) ?Min\w*\.?)?"),
        Form(_LASTS, r"halben? Stunde|halbstündig\w*", 30),
        Form(_LASTS, r"Viertelstunde", 15),
        Form(_LASTS, r"Dreiviertelstunde|drei ?viertel Stunden?", 45),
        Form(_LASTS, r"(?:anderthalb|eineinhalb) Stunden", 90),
        Form(_LASTS, r"(?P<m>{N})[ -]?(?:Min\w*|minütig\w*)\.?"),
        Form("months", r"(?P<y>{N})[ -]?(?:Jahre?n?|jährig\w*)"),
        Form("months", r"(?P<y>{N}) Jahre?n?(?:,| und)? (?P<mo>{N}) Monate?n?"),
        Form("months", r"(?:anderthalb|eineinhalb) Jahren?", 18),
        Form("months", r"alle (?P<wm>{N}) Wochen"),
        *_wars(r"erste[rn]? weltkrieg\w*", r"zweite[rn]? weltkrieg\w*"),
        Form("months", r"halb(?:es|en) Jahr|Halbjahr\w*|halbjährlich\w*", 6),
        Form("months", r"(?P<mo>{N})[ -]?(?:Monate?n?|monatig\w*)"),
        Form(_LASTS, r"(?P<w>{N})[ -]?(?:Wochen?|wöchig\w*)"),
        Form(_LASTS, r"(?P<d>{N})[ -]?(?:Tage?n?|tägig\w*)"),
        Form(_LASTS, r"vierzehn Tagen?", 20_160),
        Form(_LASTS, r"ein(?:en|em|es)? Tag(?:es)?", 1440),
        Form("decade", r"(?P<decade>(?:1[5-9]|20)?\d0)er(?:[ -]?Jahren?)?"),
        Form("clock", r"rund[ -]um[ -]die[ -]Uhr(?:-\w+)?"),
        Form("whole", rf"{_WHOLE}|vollständig|völlig|komplett|hundertprozentig"),
        Form("clock week", r"24/7"),
        *_days("de", r"(?P<day>\d{{{{1,2}}}})\. ?{month}"),
        Form("day", r"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?!\d)"),
        *_SOME,
    ),
    "es": (
        Form(_TIME, r"(?P<h>\d{{1,2}})[:.](?P<m>\d\d)(?: ?h(?:oras)?)?"),
        Form(_TIME, r"(?P<h>{N})(?:[:.](?P<m>\d\d))? (?:(?P<am>de la mañana|a\. ?m\.)"
             r"|(?P<pm>de la (?:tarde|noche)|p\. ?m\.))"),
        Form(_LASTS, r"(?P<h>{N}) ?(?:h|horas?)(?:,?(?: y)? (?P<m>{N}) ?min\w*\.?)?"),
        Form(_LASTS, r"media hora", 30),
        Form(_LASTS, r"cuarto de hora", 15),
        Form(_LASTS, r"tres cuartos de hora", 45),
        Form(_LASTS, r"hora y media", 90),
        Form(_LASTS, r"(?P<m>{N}) ?min\w*\.?"),
        Form("months", r"(?P<y>{N}) años?"),
        Form("months", r"(?P<y>{N}) años? y medio", 6),
        Form("months", r"(?P<y>{N}) años?(?:,| y)? (?P<mo>{N}) mes(?:es)?"),
        Form("months", r"año y medio", 18),
        Form("months", r"medio año|semestre|semestral(?:es|mente)?", 6),
        Form("months", r"(?P<mo>{N}) mes(?:es)?"),
        Form(_LASTS, r"quince días|quincena", 20_160),
        Form(_LASTS, r"ocho días", 10_080),
        Form(_LASTS, r"(?P<w>{N}) semanas?"),
        Form(_LASTS, r"(?P<d>{N}) días?"),
        Form(_LASTS, r"un día", 1440),
        Form("decade", r"años (?P<decade>(?:1[5-9]|20)?\d0)"),
        Form("decade", r"(?:década|decenio) de(?: los)?(?: años)? (?P<decade>(?:1[5-9]|20)?\d0)"),
        Form("whole", rf"{_WHOLE}|totalmente|completamente|enteramente|por completo"),
        Form("clock week", r"24/7"),
        *_days("es", r"(?P<day>\d{{{{1,2}}}}) (?:de )?{month}"),
        Form("day", _DAY_FIRST),
        *_SOME,
    ),
    "it": (
        Form("whole", rf"{_WHOLE}|totalmente|completamente|interamente"),
        Form(_TIME, r"(?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d))? (?:(?P<am>d(?:el|i) mattin[oa])"
             r"|(?P<pm>del pomeriggio|di sera))"),
        Form("decade", r"anni ['’]?(?P<decade>(?:1[5-9]|20)?\d0)"),
        *_wars(r"prima guerra mondiale|grande guerra|guerra del ['’]?15[-–]['’]?18",
               r"seconda guerra mondiale"),
        Form(_LASTS, r"(?P<h>{N}) ?(?:h|ore|ora)(?:,?(?: e)? (?P<m>{N}) ?min\w*\.?)?"),
        Form(_LASTS, r"mezz[’']ora|mezza ora", 30),
        Form(_LASTS, r"un[’']ora e mezzo", 90),
        Form(_LASTS, r"(?P<m>{N}) ?min\w*\.?"),
        Form(_LASTS, r"(?P<d>{N}) giorni"),
        Form(_LASTS, r"un giorno", 1440),
        Form(_LASTS, r"(?P<w>{N}) settimane"),
        Form(_LASTS, r"una settimana", 10_080),
        *_SOME,
    ),
    "pt": (
        Form(_TIME, r"(?P<h>\d{{1,2}})(?: ?[h:](?P<m>\d\d)?| horas)? (?:(?P<am>da manhã)"
             r"|(?P<pm>da (?:tarde|noite)))"),
        Form("decade", r"(?:anos|década de) (?P<decade>(?:1[5-9]|20)?\d0)"),
        *_SOME,
    ),
    "pl": (
        Form(_TIME, r"(?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d))? (?:(?P<am>rano)"
             r"|(?P<pm>po południu|wieczorem))"),
        Form(_TIME, r"o(?: godz(?:\.|inie))? (?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d))?"
             r"(?! ?(?:%|proc|punkt|pkt|ml[nd]|tys|zł|euro|dol|os[oó]b|lat|dni|st(?:opni|\.)"
             r"|mies|tyg|razy|[kcm]?m\b|k?g\b))"),
        Form("decade", r"lat(?:a|ach|ami|om)? (?P<decade>(?:1[5-9]|20)?\d0)(?:\.|-?tych|-?te)?"),
        *_SOME,
    ),
}  # fmt: skip
