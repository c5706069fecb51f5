"""What somebody meant who typed on the wrong keyboard: ``vjkbndf`` is молитва."""

from __future__ import annotations

import re

_LAYOUTS = {
    "QWERTY": "qwertyuiop[]asdfghjkl;'zxcvbnm,.`2790",
    "AZERTY": "azertyuiop^$qsdfghjklmùwxcvbn,;:²éèçà",
    "QWERTZ": "qwertzuiopü+asdfghjklöäyxcvbnm,.^2790",
    "ЙЦУКЕН": "йцукенгшщзхъфывапролджэячсмитьбюё2790",
    "ЙЦУКЕН (uk)": "йцукенгшщзхїфівапролджєячсмитьбю'2790",
}
"""What the same keys give, key by key; small letters."""
_CYRILLIC = frozenset(name for name in _LAYOUTS if name.startswith("Й"))
_SHIFTED = {
    "QWERTY": {"{": "[", "}": "]", ":": ";", '"': "'", "<": ",", ">": ".", "~": "`"},
    "AZERTY": {"¨": "^", "£": "$", "%": "ù", "?": ",", ".": ";", "/": ":"},
    "QWERTZ": {"*": "+", ";": ",", ":": ".", "°": "^"},
}
"""What keys give with Shift where they have no letter, with what they give without it."""


def _table(typed: str, meant: str) -> dict[int, str]:
    keys = dict(zip(_LAYOUTS[typed], _LAYOUTS[meant], strict=True))
    if meant in _CYRILLIC:  # a capital letter there may be such a sign here
        keys |= {sign: keys[key] for sign, key in _SHIFTED.get(typed, {}).items()}
    return str.maketrans(keys)


_NO_TEXT = re.compile(r"[\[\]{}<>^$`~;:*+]|\w[,.?/]+\w|(?:^|\s)[,.?/]")
"""Signs that nobody means within words: «co,,e» is no French for «comme»."""

_TABLES = {
    (typed, meant): _table(typed, meant)
    for meant in ("ЙЦУКЕН", "QWERTY", "ЙЦУКЕН (uk)", "AZERTY", "QWERTZ")
    for typed in _LAYOUTS
    if typed != meant
}


def retyped(text: str) -> list[str]:
    """Return a text as other keyboards would have typed it, in small letters, likelier ones first.

    Source: the layouts of Windows: QWERTY (US), AZERTY (France), QWERTZ (Germany), ЙЦУКЕН
    (Russia, Ukraine).

    >>> retyped("gkfy gjuhe;tybz")[0], retyped("ыфеуддшеу")[0]
    ('план погружения', 'satellite')
    >>> "космічний" in retyped("rjcvsxybq"), "satellite" in retyped("sqtellite")
    (True, True)
    """
    small = text.lower()
    cyrillic = any("Ѐ" <= sign <= "ӿ" for sign in small)
    found = (
        small.translate(table)
        for (typed, _), table in _TABLES.items()
        if (typed in _CYRILLIC) == cyrillic
    )
    return [one for one in dict.fromkeys(found) if one != small and not _NO_TEXT.search(one)]
