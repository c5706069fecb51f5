"""What somebody meant who typed on the wrong keyboard: ``vjkbndf`` is молитва."""

from __future__ import annotations

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
_SHIFTED = {"{": "х", "}": "ъ", ":": "ж", '"': "э", "<": "б", ">": "ю", "~": "ё"}
_TO_CYRILLIC = str.maketrans(dict(zip(_LATIN, _CYRILLIC, strict=True)) | _SHIFTED)
_TO_LATIN = str.maketrans(dict(zip(_CYRILLIC, _LATIN, strict=True)))


def retyped(text: str) -> str:
    """Return a text as the other keyboard would have typed it, in small letters.

    Source: the layouts ЙЦУКЕН (Windows) and QWERTY (US), key by key.

    >>> retyped("gkfy gjuhe;tybz"), retyped("ыфеуддшеу")
    ('план погружения', 'satellite')
    """
    small = text.lower()
    cyrillic = any("Ѐ" <= sign <= "ӿ" for sign in small)
    return small.translate(_TO_LATIN if cyrillic else _TO_CYRILLIC)
