"""The items of a list that stands on one line: ``1. Salt 2. Pepper``, ``a) now b) later``."""

from __future__ import annotations

import re

_MARKER = re.compile(r"(\(?)(\d{1,3}|[a-zа-я]|[ivx]{2,4})(\.\)|[.)])\s+(?=(\S))")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
"""The letters that count items in Russian; «ё», «й» and the signs do not."""
_FARTHEST = 600
"""Code points to the next item; a list with longer items stands on several lines."""


def after_item(text: str, start: int, end: int) -> int:
    """Return where the item after the one at `start` begins, or -1; looks no farther than `end`.

    >>> after_item("1. Salt 2. Pepper", 0, 17)
    8
    """
    if start >= end or text[start].isupper():
        return -1
    marker = _MARKER.match(text, start, end)
    if not marker:
        return -1
    limit = min(end, start + _FARTHEST)
    for follower in _followers(marker[2]):
        wanted = f"{marker[1]}{follower}{marker[3]}"
        place = text.find(f" {wanted}", marker.end(), limit) + 1
        tail = place + len(wanted)
        following = text[tail : tail + 2] if place else ""
        if following[:1].isspace() and following[1:].isupper() == marker[4].isupper():
            return place
    return -1


def _followers(number: str) -> list[str]:
    if number.isdigit():
        return [str(int(number) + 1)]
    if number in _CYRILLIC:
        return list(_CYRILLIC[_CYRILLIC.index(number) + 1 :][:1])
    found = [chr(ord(number) + 1)] if len(number) == 1 and number not in "zёйъыь" else []
    if number in _ROMAN[:-1]:
        found.append(_ROMAN[_ROMAN.index(number) + 1])
    return found
