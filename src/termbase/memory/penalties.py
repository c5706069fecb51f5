"""What is taken off a raw score, each with its name; 100 is left only to the identical text.

Every penalty only subtracts, so what is retrieved by raw score holds all that can reach a score.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Penalty(NamedTuple):
    """A reason to trust a match less. Points: how many per cent it costs."""

    name: str
    points: int


CASE, PUNCTUATION, SPACING = "case", "punctuation", "spacing"
NUMBERS = "numbers"
CODES_MISSING, CODES_DIFFERENT = "codes-missing", "codes-different"
AMBIGUOUS, UNREVIEWED, MEMORY = "ambiguous", "unreviewed", "memory"

POINTS: Mapping[str, int] = {
    CASE: 1,  # the same tokens, in other letters: «During» and «DURING»
    PUNCTUATION: 1,  # the same tokens, another kind of sign: ’ and '
    SPACING: 1,  # the same tokens, other white space
    NUMBERS: 1,  # other numbers; the unit's are offered exchanged
    CODES_MISSING: 1,  # the unit's text lacks inline codes of the query
    CODES_DIFFERENT: 1,  # it has others
    AMBIGUOUS: 1,  # the memory translates this very text in several ways
    UNREVIEWED: 2,  # made by alignment, and nobody has confirmed it
}
"""What each costs where nobody says otherwise; a memory's own penalty is its owner's to say."""

_FOLDER = re.compile(r"(?:^|[/\\])penalty-(\d{1,3})[/\\]")
_SIGNS = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


def penalties(
    query: str,
    text: str,
    raw: int,
    properties: Mapping[str, str],
    *,
    points: Mapping[str, int] = POINTS,
    codes: Sequence[str] = (),
    own_codes: Sequence[str] = (),
    memory: int = 0,
) -> tuple[Penalty, ...]:
    """Return what is taken off the raw score of a match.

    Args:
        query, text: The text asked for and the text found, as written.
        raw: Their raw score.
        properties: Those of the unit found, by type.
        points: What each penalty costs, by name; one that is missing or 0 is not taken.
        codes, own_codes: The kinds of the inline codes of the query and of the text found.
        memory: What its memory costs.

    >>> penalties("Le 3 mai.", "Le 4 mai.", 75, {"x-confidence": "0.9"})
    (Penalty(name='numbers', points=1), Penalty(name='unreviewed', points=2))
    """
    names = _spelling(query, text) if raw == 100 else []
    if raw < 100 and Counter(numbers(query)) != Counter(numbers(text)):
        names.append(NUMBERS)
    lacking, others = Counter(codes) - Counter(own_codes), Counter(own_codes) - Counter(codes)
    names += [CODES_MISSING] if lacking else []
    names += [CODES_DIFFERENT] if others else []
    if "x-confidence" in properties and properties.get("x-reviewed") != "yes":
        names.append(UNREVIEWED)
    taken = [Penalty(name, points[name]) for name in names if points.get(name)]
    return tuple([*taken, Penalty(MEMORY, memory)] if memory else taken)


def folder_penalty(path: str) -> int:
    """Return what a folder named ``penalty-NN`` above a file takes off, as in OmegaT.

    >>> folder_penalty("tm/penalty-10/eu.tmx"), folder_penalty("tm/eu.tmx")
    (10, 0)
    """
    found = _FOLDER.search(path)
    return min(100, int(found.group(1))) if found else 0


def final_score(raw: int, taken_off: tuple[Penalty, ...]) -> int:
    """Return what penalties leave of a raw score, from 0.

    >>> final_score(100, (Penalty("case", 1),))
    99
    """
    return max(0, raw - sum(one.points for one in taken_off))


def numbers(text: str) -> list[str]:
    """Return the numbers of a text, as they are written.

    >>> numbers("6,33 milliards en 2026")
    ['6,33', '2026']
    """
    return _NUMBER.findall(text)


def with_numbers(text: str, query: str, target: str) -> str | None:
    """Return a translation with the numbers of a query, None where that is not certain.

    Args:
        text: What it translates, which differs from the query in numbers alone.
        query: Whose numbers are wanted.
        target: The translation.

    >>> with_numbers("Le 4 mai.", "Le 5 mai.", "May 4.")
    'May 5.'
    """
    old, new = numbers(text), numbers(query)
    if len(old) != len(new) or _NUMBER.sub("0", text) != _NUMBER.sub("0", query):
        return None
    exchanged = dict(zip(old, new, strict=True))
    said = numbers(target)
    changed = [one for one in exchanged if exchanged[one] != one]
    clear = len(set(old)) == len(old) and all(said.count(one) == 1 for one in changed)
    if not changed or not clear:
        return None
    return _NUMBER.sub(lambda one: exchanged.get(one.group(), one.group()), target)


def _spelling(query: str, text: str) -> list[str]:
    """Return in what two texts of the same tokens differ."""
    asked, found = (unicodedata.normalize("NFC", one.strip()) for one in (query, text))
    if asked == found:
        return []
    names = []
    plain, own = asked.translate(_SIGNS), found.translate(_SIGNS)
    bare, own_bare = "".join(plain.split()), "".join(own.split())
    if bare != own_bare:
        names.append(CASE)
    if "".join(asked.casefold().split()) != "".join(found.casefold().split()):
        names.append(PUNCTUATION)
    if _spaces(plain) != _spaces(own):
        names.append(SPACING)
    return names or [SPACING]


def _spaces(text: str) -> list[str]:
    return re.sub(r"\w+|[^\w\s]", "x", text.casefold()).split("x")
