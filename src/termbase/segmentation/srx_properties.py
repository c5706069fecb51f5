r"""Names of properties and short classes in expressions of Java and ICU → sets of `regex`.

Java's ``\w``, ``\d``, ``\s`` and ``\p{Alpha}`` know ASCII alone, ICU's all of Unicode; what is
returned may stand alone or inside a set.
"""

from __future__ import annotations

from functools import cache

_ASCII = {
    "lower": "a-z",
    "upper": "A-Z",
    "ascii": r"\x00-\x7f",
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "alnum": "a-zA-Z0-9",
    "punct": r"!-/:-@\[-`{-\~",
    "graph": r"!-\~",
    "print": r" -\~",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "xdigit": "0-9a-fA-F",
    "space": r" \t\n\x0b\f\r",
}
_UNICODE = {
    "lower": r"\p{Lowercase}",
    "upper": r"\p{Uppercase}",
    "ascii": r"\x00-\x7f",
    "alpha": r"\p{Alphabetic}",
    "digit": r"\p{Nd}",
    "alnum": r"\p{Alphabetic}\p{Nd}",
    "punct": r"\p{P}",
    "graph": r"\p{graph}",
    "print": r"\p{print}",
    "blank": r"\p{Zs}\t",
    "cntrl": r"\p{Cc}",
    "xdigit": r"\p{Nd}\p{Hex_Digit}",
    "space": r"\s",
}
_JAVA = {
    "javalowercase": r"\p{Lowercase}",
    "javauppercase": r"\p{Uppercase}",
    "javatitlecase": r"\p{Lt}",
    "javaletter": r"\p{L}",
    "javadigit": r"\p{Nd}",
    "javaletterordigit": r"\p{L}\p{Nd}",
    "javaalphabetic": r"\p{Alphabetic}",
    "javaideographic": r"\p{Ideographic}",
    "javawhitespace": r"\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000",
    "javaspacechar": r"\p{Z}",
    "javaisocontrol": r"\p{Cc}",
    "javadefined": r"\P{Cn}",
    "javamirrored": r"\p{Bidi_Mirrored}",
    "javaunicodeidentifierstart": r"\p{ID_Start}",
    "javaunicodeidentifierpart": r"\p{ID_Continue}",
    "javajavaidentifierstart": r"\p{L}\p{Nl}\p{Sc}\p{Pc}",
    "javajavaidentifierpart": r"\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}",
    "isletter": r"\p{L}",
    "istitlecase": r"\p{Lt}",
    "ispunctuation": r"\p{P}",
    "iscontrol": r"\p{Cc}",
    "isdigit": r"\p{Nd}",
    "isassigned": r"\P{Cn}",
    "l1": r"\x00-\xff",
    "all": r"\x00-\U0010ffff",
    "any": r"\x00-\U0010ffff",
}
_BREAKS = r"\n\x0b\f\r\x85\u2028\u2029"
_SHORT = {
    "h": r" \t\xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000",
    "v": _BREAKS,
    "d": "0-9",
    "s": r" \t\n\x0b\f\r",
    "w": "a-zA-Z0-9_",
}
_SHORT_UNICODE = {"d": r"\p{Nd}", "s": r"\s", "w": r"\w"}

ANY_LINE_BREAK = rf"(?:\r\n|[{_BREAKS}])"
r"""What ``\R`` means."""


def short_class(letter: str, *, unicode: bool) -> str:
    r"""Return the set of ``\h \v \d \s \w``; of its complement for a capital.

    >>> short_class("D", unicode=False)
    '[^0-9]'
    """
    small = letter.lower()
    body = _SHORT_UNICODE.get(small) if unicode else None
    return f"[{'^' if letter.isupper() else ''}{body or _SHORT[small]}]"


def posix_class(name: str) -> str | None:
    r"""Return the set of ``[:name:]``, which only ICU knows; None where there is none.

    >>> posix_class("^digit")
    '[^\\p{Nd}]'
    """
    body = _UNICODE.get(name.removeprefix("^").lower())
    return f"[{'^' if name.startswith('^') else ''}{body}]" if body else None


def property_class(name: str, *, negated: bool, unicode: bool) -> str | None:
    r"""Return the set of ``\p{name}``, of its complement where negated; None if there is none.

    >>> property_class("javaUpperCase", negated=False, unicode=False)
    '[\\p{Uppercase}]'
    """
    name = name.strip()
    if name.startswith("^"):
        name, negated = name[1:], not negated
    key = name.lower().replace(" ", "")
    body = _JAVA.get(key) or (_UNICODE if unicode else _ASCII).get(key)
    if body is None:
        body = next((one for one in _spellings(name) if _is_known(one)), None)
    return body and f"[{'^' if negated else ''}{body}]"


def _spellings(name: str) -> list[str]:
    """Return what `regex` may call it: as written, and without the ``Is`` of Java."""
    bare = name[2:].lstrip("_") if name[:2].lower() == "is" else name
    return [rf"\p{{{one}}}" for one in dict.fromkeys((name, bare))]


@cache
def _is_known(body: str) -> bool:
    import regex

    try:
        regex.compile(body, regex.V1)
    except regex.error:
        return False
    return True
