"""Roman numerals in a text → their values; Cyrillic letters that look like them count, too."""

from __future__ import annotations

from decimal import Decimal

from termbase.text.lazy_pattern import lazy_pattern

ROMAN = lazy_pattern(r"\b([IVXLCDMІХСМ]{1,8})(?=\b|[eèrºª]|-)")
_SIGNS = str.maketrans("ІХМС", "IXMC")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_value(numeral: str) -> Decimal:
    """Return the value of a Roman numeral.

    >>> int(roman_value("XIV"))
    14
    """
    signs = [_VALUES[sign] for sign in numeral.translate(_SIGNS)]
    return Decimal(
        sum(
            -value if any(value < later for later in signs[place + 1 :]) else value
            for place, value in enumerate(signs)
        )
    )
