"""What stands before a figure that makes a year of it: ``années 90``, ``May 68``, ``31/01/24``."""

from __future__ import annotations

import re

from termbase.text.lazy_pattern import lazy_pattern

_S = "[ \u00a0\u202f\u2009]"
PART_YEARS = frozenset(" \u00a0\u202f\u2009'’/.-")
"""What parts a year of two figures from what stands before it."""
_SHORT_YEAR = lazy_pattern(
    rf"(?:['’]|\b(?:janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc|jan|feb|mar|apr|may|june?"
    rf"|july?|aug|dec|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)"
    rf"\w*{_S}"
    rf"|\b(?:crise|krach|guerre|révolution|canicule|tempête|inondation|hiver|été|printemps|automne|crash"
    rf"|crisis|war|summer|winter|spring|autumn|class|flood)s?{_S}(?:de|of){_S}"
    rf"|\b(?:кризис|войн|революци|лето|зим|весн|осен|выпуск)\w{{0,2}}{_S})$",
    re.IGNORECASE,
)
_DECADE_BEFORE = lazy_pattern(rf"(?:années|годы|годов){_S}$")
_DAY_AND_MONTH = lazy_pattern(r"(?<![\d/.-])[0-3]?\d([/.-])[0-3]?\d\1$")
_FISCAL = "FY"
_BEFORE = 16
"""How far back a word for a decade, a month or what has a year begins."""


def behind_a_year(start: int, text: str) -> bool:
    """Say whether what stands before a figure makes a year of it: «années», a month, «crise de».

    >>> behind_a_year(7, "années 90"), behind_a_year(4, "les 90"), behind_a_year(6, "31/01/24")
    (True, False, True)
    """
    before = max(0, start - _BEFORE)
    if text[start - 1 : start] in "/.-":
        return bool(_DAY_AND_MONTH.search(text, before, start))
    return text[start - 1 : start] in PART_YEARS and bool(
        _DECADE_BEFORE.search(text, before, start) or _SHORT_YEAR.search(text, before, start)
    )


def is_fiscal(start: int, text: str) -> bool:
    """Say whether the sign of a business year stands right before a figure: ``FY24``."""
    return text.startswith(_FISCAL, max(0, start - len(_FISCAL))) and start >= len(_FISCAL)
