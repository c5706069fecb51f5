"""The names of units in each language, and the signs that all of them share.

A name that means something else as often does not stand here: the second of a row.
"""

from __future__ import annotations

HALF_DAYS = ("am", "pm")
SIGNS = {
    "kmh": "km/h|км/ч|kph", "mph": "mph",
    "km": "km|км", "cm": "cm|см", "mm": "mm|мм",
    "micrometre": "[µμ]m|мкм", "nanometre": "(?-i:nm|нм)",
    "m": "(?-i:m|м)", "kg": "kg|кг", "mg": "mg|мг",
    "microgram": "[µμ]g|mcg|мкг", "kPa": "kPa|кПа", "MPa": "MPa|МПа",
    "KiB": "[KК]i[BoБ]|КиБ", "MiB": "Mi[Bo]|МиБ", "GiB": "Gi[Bo]|ГиБ",
    "g": r"(?-i:g|г(?!\.))", "ml": "(?-i:m[lL]|мл)", "cl": "cl",
    "litre": r"(?-i:[lL]|л)(?![.'’])", "sqm": "(?-i:m²|м²)", "sqkm": "km²|км²", "ms": "m/s|м/с",
    "W": "(?-i:W|Вт)", "kW": "(?-i:kW|кВт)", "MW": "(?-i:MW|МВт)", "kWh": "(?-i:kWh|кВт[·⋅-]ч)",
    "V": "(?-i:V)", "kV": "(?-i:kV|кВ)", "A": "(?-i:A)",
    "Hz": "(?-i:Hz|Гц)", "kHz": "(?-i:kHz|кГц)", "MHz": "(?-i:MHz|МГц)", "GHz": "(?-i:GHz|ГГц)",
    "percent": "%", "permille": "‰",
    "celsius": "°[ \u00a0\u202f]?C", "fahrenheit": "°[ \u00a0\u202f]?F",
}  # fmt: skip
_S = "[ \u00a0\u202f-]"
OF_CANADA = (
    r"(?<=\d)(?<![12]\d{3})(?<!(?:tome|vol\.)[ \u00a0\u202f]\d)"
    r"(?<!(?:livre|chap\.)[ \u00a0\u202f]\d)"
    r"[ \u00a0\u202f]?p\.[ \u00a0\u202f]?"
)
"""How Canadian French writes per cent, before its hundred: «5 p. 100», not «tome 2 p. 100»."""
UNITS = {
    "en": {
        "am": rf"(?:{_S}?o['’]clock)?{_S}?(?:a\.?{_S}?m\.?|in the morning)",
        "pm": rf"(?:{_S}?o['’]clock)?{_S}?(?:p\.?{_S}?m\.?|in the (?:afternoon|evening))",
        "percent": "per ?cent", "permille": "per ?mille|per thousand",
        "second": "seconds?|sec", "minute": "minutes?|min", "hour": "hours?|hrs?",
        "day": "days?", "week": "weeks?", "month": "months?", "year": "years?",
        "kmh": f"kilomet(?:re|er)s?{_S}(?:per|an){_S}hour",
        "mph": f"miles?{_S}(?:per|an){_S}hour",
        "micrometre": "micromet(?:re|er)s?|microns?", "nanometre": "nanomet(?:re|er)s?",
        "mm": "millimet(?:re|er)s?", "cm": "centimet(?:re|er)s?", "m": "met(?:re|er)s?",
        "km": "kilomet(?:re|er)s?", "mile": "miles?|mi", "foot": "feet|foot|ft",
        "inch": "inch(?:es)?", "yard": "yards?|yd", "g": "grams?|grammes?",
        "tonne": "tons?|tonnes?", "pound": "pounds?|lbs?", "ounce": "ounces?|oz",
        "kg": "kilos?|kilogram(?:me)?s?", "mg": "milligram(?:me)?s?",
        "litre": "lit(?:re|er)s?", "gallon": "gallons?", "stone": "stone",
        "sqm": rf"(?:square|sq\.?){_S}(?:met(?:re|er)s?|m)", "hectare": "hectares?|ha",
        "sqkm": rf"(?:square|sq\.?){_S}(?:kilomet(?:re|er)s?|km)",
        "sqfoot": rf"(?:square|sq\.?){_S}(?:feet|foot|ft)", "acre": "acres?",
        "sqmile": rf"(?:square|sq\.?){_S}(?:miles?|mi)",
        "celsius": f"degrees?{_S}(?:celsius|centigrade)", "fahrenheit": f"degrees?{_S}fahrenheit",
        "kB": "kB", "MB": "MB|megabytes?", "GB": "GB|gigabytes?", "TB": "TB|terabytes?",
    },
    "fr": {
        "am": rf"(?:h|{_S}h|{_S}?heures?)?{_S}du{_S}matin",
        "pm": rf"(?:h|{_S}h|{_S}?heures?)?{_S}(?:du{_S}soir|de{_S}l['’]après-midi)",
        "percent": rf"pour[ -]cent|p\.{_S}?(?:100|cent)", "permille": "pour[ -]mille",
        "second": "secondes?|sec", "minute": "minutes?|min|mn", "hour": "heures?|h",
        "day": "jours?|journées?",
        "week": "semaines?", "month": "mois", "year": "ans?|années?",
        "kmh": f"kilomètres?(?:{_S}par{_S}heure|[ -]heure|{_S}à{_S}l['’]heure)",
        "mph": f"mi(?:le|lle)s?{_S}(?:par{_S}heure|à{_S}l['’]heure)",
        "micrometre": "micromètres?|microns?", "nanometre": "nanomètres?",
        "mm": "millimètres?", "cm": "centimètres?", "m": "mètres?", "km": "kilomètres?",
        "mile": "miles?|milles?(?: marins?| nautiques?)?", "foot": "pieds?", "inch": "pouces?",
        "yard": "yards?|verges?", "g": "grammes?", "kg": "kilos?|kilogrammes?", "tonne": "tonnes?",
        "pound": "livres?", "ounce": "onces?", "mg": "milligrammes?", "litre": "litres?",
        "gallon": "gallons?", "hectare": "hectares?|ha", "acre": "acres?",
        "sqm": f"mètres?{_S}carrés?", "sqkm": f"(?:kilomètres?|km){_S}carrés?",
        "sqfoot": f"pieds?{_S}carrés?", "sqmile": f"mi(?:le|lle)s?{_S}carrés?",
        "celsius": f"degrés?{_S}(?:celsius|centigrades?)", "fahrenheit": f"degrés?{_S}fahrenheit",
        "kB": "ko", "MB": "Mo|mégaoctets?", "GB": "Go|gigaoctets?", "TB": "To|téraoctets?",
    },
    "ru": {
        "am": rf"(?:{_S}?ч\.?|{_S}час(?:а|ов)?)?{_S}утра",
        "pm": rf"(?:{_S}?ч\.?|{_S}час(?:а|ов)?)?{_S}вечера|(?:{_S}?ч\.?|{_S}час(?:а|ов)?){_S}дня",
        "percent": r"процент\w*", "permille": r"промилле",
        "second": r"секунд\w*|сек\.?", "minute": r"минут\w*|мин\.?",
        "hour": r"час(?:а|у|ов|ам|ами|ах|ов\w\w)?|ч\.?",
        "day": r"день|дн(?:я|ей|ям|ями|и|ях|евн\w*)|сут(?:ки|ок|кам|ками|ках)|суточн\w+",
        "week": r"недел\w+", "month": r"месяц\w*|месячн\w+|мес\.?",
        "year": r"год(?:а|у|ом|ы|ов|ам|ами|ах)?|лет|летн\w+|годичн\w+",
        "kmh": f"километр(?:а|ов){_S}в{_S}час", "mph": f"мил[ьяи]{_S}в{_S}час",
        "micrometre": r"микрометр\w*|микрон\w*", "nanometre": r"нанометр\w*",
        "mm": r"миллиметр\w*", "cm": r"сантиметр\w*",
        "m": "метр(?:а|у|ом|ы|ов|ам|ами|ах|ов\\w\\w)?", "km": r"километр\w*",
        "mile": "мил(?:ь|я|и|е|ю|ям|ями|ях)", "foot": "фут(?:а|ов|ы|ам|ами|ах)?",
        "inch": r"дюйм\w*", "yard": r"ярд\w*", "g": r"грамм\w*", "kg": r"килограмм\w*|кило",
        "tonne": r"тонн\w*", "pound": r"фунт\w*", "ounce": r"унци\w+", "mg": r"миллиграмм\w*",
        "litre": r"литр\w*",
        "sqm": rf"(?:квадратн\w+|кв\.?){_S}?(?:метр\w*|м\b)", "hectare": r"гектар\w*|га",
        "sqkm": rf"(?:квадратн\w+|кв\.?){_S}?(?:километр\w*|км)", "acre": r"акр(?:а|ов|ы|ам|ах)?",
        "sqfoot": rf"(?:квадратн\w+|кв\.?){_S}?фут\w*",
        "sqmile": rf"(?:квадратн\w+|кв\.?){_S}?мил\w+",
        "gallon": r"галлон\w*", "celsius": f"градус\\w*{_S}(?:по{_S})?цельси\\w+",
        "fahrenheit": f"градус\\w*{_S}(?:по{_S})?фаренгейт\\w*",
        "kB": "КБ", "MB": r"МБ|мегабайт\w*", "GB": r"ГБ|гигабайт\w*", "TB": r"ТБ|терабайт\w*",
    },
    "de": {
        "am": rf"{_S}uhr{_S}(?:morgens|vormittags|am{_S}(?:morgen|vormittag))",
        "pm": rf"(?<!12){_S}uhr{_S}(?:abends|nachmittags|am{_S}(?:abend|nachmittag))",
        "percent": r"prozent\w*", "permille": "promille",
        "second": r"sekunden?|sek\.?|sekündig\w*", "minute": r"minuten?|min\.?|minütig\w*",
        "hour": r"stunden?|std\.?|stündig\w*", "day": r"tag(?:e[ns]?|s)?|tägig\w*",
        "week": r"wochen?|wöchig\w*", "month": r"monat(?:e[ns]?|s)?|monatig\w*",
        "year": r"jahr(?:e[ns]?|s)?|jährig\w*",
        "kmh": f"(?:stundenkilometern?|kilometern?{_S}pro{_S}stunde)",
        "mph": f"meilen?{_S}pro{_S}stunde",
        "mm": "millimetern?", "cm": "zentimetern?", "m": "metern?", "km": "kilometern?",
        "mile": "meilen?", "foot": "fuß", "inch": "zoll", "yard": "yards?",
        "g": "gramm", "kg": "kilo(?:gramm)?", "mg": "milligramm", "tonne": "tonnen?",
        "pound": "pfund", "ounce": "unzen?", "litre": "litern?", "gallon": "gallonen?",
        "sqm": "quadratmetern?", "hectare": "hektar|ha", "sqkm": "quadratkilometern?",
        "celsius": f"grad{_S}celsius", "fahrenheit": f"grad{_S}fahrenheit",
        "kB": "kB", "MB": "MB", "GB": "GB", "TB": "TB",
    },
    "es": {
        "am": rf"(?<!12){_S}de{_S}la{_S}mañana",
        "pm": rf"(?<!12){_S}de{_S}la{_S}(?:tarde|noche)",
        "percent": f"por{_S}ciento", "permille": f"por{_S}mil",
        "second": "segundos?|seg", "minute": "minutos?|min", "hour": "horas?",
        "day": "días?", "week": "semanas?", "month": "mes(?:es)?", "year": "años?",
        "kmh": f"kilómetros?{_S}por{_S}hora", "mph": f"millas?{_S}por{_S}hora",
        "mm": "milímetros?", "cm": "centímetros?", "m": "metros?", "km": "kilómetros?",
        "mile": "millas?", "foot": "pies?", "inch": "pulgadas?", "yard": "yardas?",
        "g": "gramos?", "kg": "kilos?|kilogramos?", "mg": "miligramos?", "tonne": "toneladas?",
        "pound": "libras?", "ounce": "onzas?", "litre": "litros?", "gallon": "galones|galón",
        "sqm": f"metros?{_S}cuadrados?", "hectare": "hectáreas?|ha",
        "sqkm": f"(?:kilómetros?|km){_S}cuadrados?", "acre": "acres?",
        "celsius": f"grados?{_S}(?:celsius|centígrados?)", "fahrenheit": f"grados?{_S}fahrenheit",
        "kB": "kB", "MB": "MB", "GB": "GB", "TB": "TB",
    },
    "it": {
        "am": rf"(?<!12){_S}d(?:el|i){_S}mattin[oa]",
        "pm": rf"(?<!12){_S}(?:del{_S}pomeriggio|di{_S}sera)",
        "percent": f"per{_S}?cento",
    },
    "pt": {
        "am": rf"(?<!12)(?:{_S}?h(?:oras?)?)?{_S}da{_S}manhã",
        "pm": rf"(?<!12)(?:{_S}?h(?:oras?)?)?{_S}da{_S}(?:tarde|noite)",
        "percent": f"por{_S}cento",
    },
    "pl": {
        "am": rf"(?<!12){_S}rano", "pm": rf"(?<!12){_S}(?:po{_S}południu|wieczorem)",
        "percent": r"procent\w*|proc\.",
    },
}  # fmt: skip
_EN_PART = "(?:an?[ \u00a0\u202f-])?"
PARTS = {
    "en": (
        (0.5, f"half{_S}(?:of{_S})?{_EN_PART}"), (0.25, f"quarter{_S}(?:of{_S})?{_EN_PART}"),
        (0.75, f"three{_S}quarters{_S}of{_S}{_EN_PART}"), (1, f"an?{_S}"),
    ),
    "fr": (
        (0.5, f"demie?{_S}"), (0.25, f"quart{_S}de{_S}"), (0.75, f"trois{_S}quarts{_S}de{_S}"),
        (1, f"une?{_S}"),
    ),
    "ru": ((0.5, "полу?-?"), (0.25, f"четверт[ьи]{_S}"), (0.75, f"три{_S}четверти{_S}")),
}  # fmt: skip
"""What stands before a unit in the place of a number, and how much it says."""
