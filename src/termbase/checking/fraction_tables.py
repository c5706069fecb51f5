"""How languages name the parts of a whole, and so many of so many, pattern by pattern.

A pattern is written as those of `termbase.checking.number_phrase_tables` are.
"""

from __future__ import annotations

from fractions import Fraction

FRACTIONS: dict[str, dict[int | Fraction, str]] = {
    "en": {
        2: "half|halves", 3: "thirds?", 4: "quarters?|fourths?", 5: "fifths?", 6: "sixths?",
        7: "sevenths?", 8: "eighths?", 9: "ninths?", 10: "tenths?", 100: "hundredths?",
        1000: "thousandths?",
    },
    "fr": {
        2: "moitiés?|demie?s?", 3: "tiers", 4: "quarts?", 5: "cinquièmes?", 6: "sixièmes?",
        7: "septièmes?", 8: "huitièmes?", 9: "neuvièmes?", 10: "dixièmes?", 100: "centièmes?",
        1000: "millièmes?",
    },
    "ru": {
        2: r"половин\w+|пол(?=-)|пол(?:литр|метр|кило|тонн|пут|дня|ночи|года|века"
        r"|стакан|чашк|ложк|лимон|яблок|банк|пачк|бутылк|порци|таблетк|минут|месяц|недел|жизн|мир|стран"
        r"|цен|тона|лист|шага|слова|город|комнат|дома|зарплат)\w*",
        3: r"трет[ьи]\w*", 4: r"четверт[ьи]\w*", 5: r"пят(?:ая|ой|ую|ых)",
        6: "шест(?:ая|ой|ую|ых)", 7: "седьм(?:ая|ой|ую|ых)", 8: "восьм(?:ая|ой|ую|ых)",
        9: "девят(?:ая|ой|ую|ых)", 10: "десят(?:ая|ой|ую|ых)", 100: "сот(?:ая|ой|ую|ых)",
        1000: "тысячн(?:ая|ой|ую|ых)",
    },
    "de": {
        2: "Hälfte|halbe[nrs]?", Fraction(3, 2): "zwei ?drittel", 3: "Drittel",
        Fraction(4, 3): "drei ?viertel", 4: "Viertel", 5: "Fünftel", 10: "Zehntel",
        100: r"Hundertstel\w*", 1000: r"Tausendstel\w*",
    },
    "es": {
        2: "mitad|medi[oa]s?", Fraction(3, 2): "dos tercios|dos terceras partes",
        3: "un tercio|tercera parte", Fraction(4, 3): "tres cuartos|tres cuartas partes",
        4: "un cuarto|cuarta parte", 5: "un quinto|quinta parte", 10: "décim[oa]s?",
        100: "centésim[oa]s?", 1000: "milésim[oa]s?",
    },
}  # fmt: skip
"""Words for the parts of a whole, by how many make one."""
OUT_OF = {
    "en": r"(?P<n>{N})(?: \w+){0,2} (?:in|out of) (?:every )?(?P<of>{N})",
    "fr": r"(?P<n>{N})(?: \w+){0,2} sur (?P<of>{N})",
    "ru": r"(?P<n>{N})(?: \w+){0,2} из (?P<of>{N})",
}
"""How many of how many."""
