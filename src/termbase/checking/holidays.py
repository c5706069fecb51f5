"""Days of the year with a name, and how languages write them: New Year's Day is 1 January.

Languages that stand here: English, French, Russian. Only days with one date are here.
"""

from __future__ import annotations

from termbase.checking.number_tables import MONTHS

_NAMES = {
    "en": {
        101: "New Year['’]s Day", 107: "Orthodox Christmas", 214: "(?:St\\.? )?Valentine['’]s Day",
        223: "Defenders? of the Fatherland Day", 308: "(?:International )?Women['’]s Day",
        501: "May Day", 508: "V-?E Day", 509: "Victory Day", 704: "Independence Day",
        714: "Bastille Day", 815: "Assumption(?: Day)?", 1031: "Hall?owe['’]?en",
        1101: "All Saints['’] Day", 1111: "Armistice Day|Remembrance Day|Veterans['’]? Day",
        1224: "Christmas Eve", 1225: "Christmas(?: Day)?", 1226: "Boxing Day",
        1231: "New Year['’]s Eve",
    },
    "fr": {
        101: "jour de l['’]An|Nouvel An", 107: "Noël orthodoxe", 214: "Saint-Valentin",
        223: "Jour du défenseur de la Patrie",
        308: "Journée (?:internationale )?(?:des |de la )?(?:droits des )?femmes?",
        501: "fête du Travail", 508: "Victoire", 509: "Jour de la Victoire",
        704: "fête de l['’]Indépendance", 714: "fête nationale", 815: "l['’]Assomption",
        1031: "Halloween", 1101: "Toussaint", 1111: "l['’]Armistice", 1224: "veille de Noël",
        1225: "(?:jour de )?Noël", 1226: "lendemain de Noël",
        1231: "Saint-Sylvestre|réveillon du (?:Nouvel An|jour de l['’]An)",
    },
    "ru": {
        101: "Нов(?:ый|ого|ому) год[ау]?", 107: "православн\\w+ Рождеств[оа]м?",
        214: "Д(?:ень|ня|ню) святого Валентина", 223: "Д(?:ень|ня|ню) защитника Отечества",
        308: "(?:Международн\\w+ )?женск\\w+ д(?:ень|ня|ню)", 501: "Первома[йя]",
        508: "Д(?:ень|ня|ню) Победы", 509: "Д(?:ень|ня|ню) Победы",
        704: "Д(?:ень|ня|ню) независимости", 714: "Д(?:ень|ня|ню) взятия Бастилии",
        815: "Успени[ея]", 1031: "Х[еэ]ллоуина?", 1101: "Д(?:ень|ня|ню) всех святых",
        1111: "Д(?:ень|ня|ню) перемирия", 1224: "сочельника?", 1225: "Рождеств[оа]м?",
        1226: "второ(?:й|го) д(?:ень|ня) Рождества", 1231: "канун Нового года",
    },
}  # fmt: skip
"""What a day is called, by its month and day."""
_MONTHS = MONTHS | {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
"""Behind a day, whatever their capitals."""


def holidays(language: str) -> list[tuple[int, str]]:
    """Return the days that have a name, each with what finds its date and its name.

    >>> holidays("fr")[0]
    (101, "1er[ -]janvier|jour de l['’]An|Nouvel An")
    """
    return [
        (key, f"{_dated(language, *divmod(key, 100))}|{name}")
        for key, name in _NAMES[language].items()
    ]


def _dated(language: str, month: int, day: int) -> str:
    name = _MONTHS[language].split()[month - 1]
    if language == "en":
        ending = "(?:st|nd|rd|th)?"
        return f"{name} {day}{ending}|{day}{ending}(?: of)? {name}"
    return f"{'1er' if language == 'fr' and day == 1 else day}[ -]{name}"
