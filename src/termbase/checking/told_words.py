"""What two texts tell in words that are no numbers → where they tell something else.

Days of the week, parts of a whole, bare words such as «thousands» and the Roman numerals of kings
stand beside no figure that could be compared. Only as many are compared with as many: what one
text has more often, the other may say otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from termbase.checking.names import LOOSE, likeness
from termbase.checking.told_word_tables import WORDS

_ROMAN = re.compile(
    r"(?:[XVI]{2,6}|[XV])(?=\b|e\b|ème\b|er\b)|I(?=er\b)|(?<=[а-яё][ \u00a0\u202f])[IІ]\b"
)
"""Up to 39; a single I only where no pronoun can be meant: «François Ier», «Николай I»."""
_NAME = re.compile(r"\b([^\W\d_a-zа-яё]\w+)[ \u00a0\u202f]$")
"""What stands before the numeral of a king, which may be one letter: Charles X."""
Spans = tuple[tuple[int, int], tuple[int, int]]
"""Where something stands in the source, and in the target."""


class _Said(NamedTuple):
    """A word where it stands, with what it says."""

    start: int
    end: int
    says: str


def unlike_words(source: tuple[str, str], target: tuple[str, str]) -> Iterator[Spans]:
    """Yield where a word of the source says something else in the target.

    Args:
        source, target: A text and its primary language.

    >>> list(unlike_words(("On Tuesday.", "en"), ("Mercredi.", "fr")))
    [((3, 10), (0, 8))]
    """
    ours = _hinted(*source)
    both = ours and ours & _hinted(*target)
    told: list[Spans] = []
    for kind in WORDS if both else ():
        if kind in both:
            unlike = _unlike(_said(kind, *source), _said(kind, *target))
            told += [one for one in unlike if not _is_told(one, told)]
    yield from told


def _is_told(one: Spans, told: Sequence[Spans]) -> bool:
    """Say whether what stands in the source is part of what is found: of «tens of thousands»."""
    (start, end), _ = one
    return any(start < last and first < end for (first, last), _ in told)


def unlike_romans(source: str, target: str) -> Iterator[Spans]:
    """Yield where a Roman numeral of the source, up to 39, is another one in the target."""
    if ours := _romans(source):
        for here, there in _unlike(ours, _romans(target)):
            first = {source[slice(*here)], target[slice(*there)]} & {"I", "І"}
            if not first or _of_one_name((source, here[0]), (target, there[0])):
                yield here, there


def _of_one_name(one: tuple[str, int], other: tuple[str, int]) -> bool:
    """Say whether numerals in two texts stand behind spellings of one name."""
    ours, theirs = (_NAME.search(text, 0, at) for text, at in (one, other))
    if not (ours and theirs):
        return False
    return likeness(ours[1], theirs[1]) >= LOOSE


def _romans(text: str) -> list[_Said]:
    return [
        _Said(*match.span(), match.group().replace("І", "I"))
        for match in _ROMAN.finditer(text)
        if not text[match.start() - 1 : match.start()].isalnum()
        and (len(match.group()) > 1 or _NAME.search(text, 0, match.start()))
    ]


def _unlike(ours: Sequence[_Said], theirs: Sequence[_Said]) -> Iterator[Spans]:
    """Pair what only one of two texts says, where both say as much."""
    if len(ours) != len(theirs):
        return
    here, there = (Counter(one.says for one in side) for side in (ours, theirs))
    lost, added = here - there, there - here
    for one, other in zip(_of(ours, lost), _of(theirs, added), strict=True):
        yield (one.start, one.end), (other.start, other.end)


def _of(some: Sequence[_Said], rest: Counter[str]) -> list[_Said]:
    """Return the last ones that say what is left over."""
    found = []
    for one in reversed(some):
        if rest[one.says]:
            rest[one.says] -= 1
            found.append(one)
    return found[::-1]


def _hinted(text: str, language: str) -> set[str]:
    """Return the kinds of words that a text may have; most texts have few."""
    return {kind for hint, kind in _hints(language) if hint in text}


@cache
def _hints(language: str) -> list[tuple[str, str]]:
    return [
        (hint, kind)
        for kind, told in WORDS.items()
        if language in told
        for hint in told[language].hints
    ]


def _said(kind: str, text: str, language: str) -> list[_Said]:
    says = tuple(WORDS[kind][language].forms)
    return [
        _Said(*match.span(), says[int(str(match.lastgroup)[1:])])
        for match in _pattern(kind, language).finditer(text)
    ]


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str]:
    """Return what finds the words of a kind, each in a group of its number."""
    told = WORDS[kind][language]
    framed = "|".join(
        frame.replace("{}", _groups(told.forms.values(), sign))
        for sign, frame in zip("ab", told.frames, strict=False)  # a group has one name
    )
    return re.compile(rf"(?<!\w)(?:{framed})(?!\w)", re.IGNORECASE)


def _groups(forms: Iterable[str], sign: str) -> str:
    """Return forms as groups that are called by a sign and their number."""
    return f"(?:{'|'.join(f'(?P<{sign}{at}>{form})' for at, form in enumerate(forms))})"
