"""Brackets and quotation marks: one stands in the translation without its partner.

Round, square and curly brackets, « » (in German and some other languages » « too), “ ” and „ “,
and straight quotation marks in pairs. A quotation may run over several segments: its partner may
stand in one of the fifty that follow, and each of its paragraphs may open it anew. What the source
leaves open in the same way may be open in the translation; where the source opens and closes its
own, the partner may stand in the segment beside alone. Numbering such as «a)» and inches (5") open
nothing, nor does a mark that is all of a segment.

    bad   fr Le satellite (lancé en 2024) marche. | en The satellite (launched in 2024 works.
    bad   fr Elle a dit « oui ». | ru Она сказала «да.
    good  fr a) le satellite (lancé en 2024) ; | en a) the satellite (launched in 2024);
    good  en The file “a” is new. | de Die Datei »a« ist neu.
    good  fr « Il part, a-t-elle dit. | en “He is leaving, she said.
    good  fr « Il part. | en “He is leaving. ¶ fr Oui. | en Yes.” ¶ fr Non. » | en No.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.checking.quotations import CLOSED_BY, FARTHEST, INCHES, OPENING_MARKS
from termbase.checking.reading import Reading
from termbase.model.finding import Finding, Severity
from termbase.model.language import primary
from termbase.text.lazy_pattern import lazy_pattern

ID = "T502"
SEVERITY = Severity.WARNING
ON = False

_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【", "」": "「"}
_OPENING = frozenset(_BRACKETS.values())
_NUMBERING = lazy_pattern(r"(?:^|[\s\u00a0;,:])(?:\d{1,3}|[^\W\d_]|[ivx]{1,4})\)")
_SIGNS = lazy_pattern(f'[{re.escape("".join([*_BRACKETS, *_OPENING]))}«»“”„"]')
_SMILEY = lazy_pattern(r"[:;]-?[()]")
_LOW = frozenset({"de", "cs", "sk", "sl", "hr", "sr", "bg", "ru", "uk", "be", "pl", "ro", "hu"})
"""Languages that open a quotation low, as in „…“ or „…”."""


class _Waiting(NamedTuple):
    """A sign that has no partner in its own segment.

    Attributes:
        number: Of its pair.
        last: The last pair in which its partner may stand.
        finding: What is to be said if none comes; None where the source leaves one open, too.
    """

    sign: str
    number: int
    last: int
    finding: Finding | None


class Partners:
    """The signs of a text that still wait for their partners."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []

    def read(self, reading: Reading) -> Iterator[Finding]:
        """Take in the next pair; yield what is alone for certain."""
        yield from self._given_up(reading.number)
        if len(reading.pair.target.strip()) < 2 or reading.untranslated:
            return  # a mark by itself is what a program sets around something
        lonely = _lonely(reading.quoted, primary(reading.target_language))
        if not lonely:
            return
        language = primary(reading.source_language)
        also = {_class(sign) for sign, _ in _lonely(reading.source_quoted, language)}
        whole = {_class(sign) for sign in _SIGNS.findall(reading.source_quoted)} - also
        for sign, at in lonely:
            finding = None if _class(sign) in also else _finding(reading, sign, at)
            reach = 1 if _class(sign) in whole else FARTHEST
            if self._closes(sign, reading.number - reach):
                continue
            if sign in OPENING_MARKS or sign in _OPENING:
                if at or not any(one.sign == sign for one in self._waiting):
                    self._waiting.append(
                        _Waiting(sign, reading.number, reading.number + reach, finding)
                    )
            elif finding:
                yield finding

    def findings(self) -> Iterator[Finding]:
        """Yield what nothing has closed."""
        return self._given_up(None)

    def _closes(self, sign: str, first: int) -> bool:
        """Say whether a sign is the partner of one that waits since a pair or later; it waits no
        more then.
        """
        partners = CLOSED_BY.get(sign, _BRACKETS.get(sign, ""))
        for place in range(len(self._waiting) - 1, -1, -1):
            one = self._waiting[place]
            if one.sign in partners and one.number >= first:
                del self._waiting[place]
                return True
        return False

    def _given_up(self, number: int | None) -> Iterator[Finding]:
        """Yield what cannot be closed in a pair any more, or at all, and forget it."""
        left = [one for one in self._waiting if number is None or one.last < number]
        self._waiting = [one for one in self._waiting if one not in left]
        return iter([one.finding for one in left if one.finding])


watch = Partners


def _finding(reading: Reading, sign: str, at: int) -> Finding:
    name = "bracket" if _class(sign) == "bracket" else "quotation mark"
    return reading.at(
        ID,
        SEVERITY,
        f"{name} without its partner: {reading.pair.target[at]}",
        "close or open it",
        target=(at, at + 1),
    )


def _class(sign: str) -> str:
    return "bracket" if sign in _BRACKETS or sign in _OPENING else "quotation"


def _lonely(text: str, language: str) -> list[tuple[str, int]]:
    """Return the signs of a text that have no partner, with their offsets."""
    found = [*_lonely_brackets(text), *_lonely_quotes(text, language)]
    return sorted(found, key=lambda one: one[1])


def _lonely_brackets(text: str) -> Iterator[tuple[str, int]]:
    if not any(sign in text for sign in "()[]{}（）【】「」"):
        return
    numbering = {match.end() - 1 for match in _NUMBERING.finditer(text)}
    smileys = {match.end() - 1 for match in _SMILEY.finditer(text)}
    open_: list[tuple[str, int]] = []
    for at, sign in enumerate(text):
        if at in smileys:
            continue
        if sign in _OPENING:
            open_.append((sign, at))
        elif sign in _BRACKETS:
            if any(one == _BRACKETS[sign] for one, _ in open_):
                while open_[-1][0] != _BRACKETS[sign]:
                    yield open_.pop()
                open_.pop()
            elif at not in numbering:
                yield sign, at
    yield from open_


def _lonely_quotes(text: str, language: str) -> Iterator[tuple[str, int]]:
    yield from _unmatched(text, "«", "»")
    curly = [at for at, sign in enumerate(text) if sign in "“”„"]
    if "„" in text or (language in _LOW and "”" not in text):
        open_: list[int] = []
        for at in curly:
            if text[at] == "„" or (not open_ and text[at] == "“" and "„" not in text):
                open_.append(at)
            elif open_:
                open_.pop()
            else:
                yield text[at], at
        yield from ((text[at], at) for at in open_)
    else:
        yield from _unmatched(text, "“", "”")
    inches = {match.end() - 1 for match in INCHES.finditer(text)}
    straight = [at for at, sign in enumerate(text) if sign == '"' and at not in inches]
    if len(straight) % 2 and (not inches or len(straight) > 1):
        yield '"', straight[-1]


def _unmatched(text: str, opening: str, closing: str) -> Iterator[tuple[str, int]]:
    open_: list[int] = []
    for at, sign in enumerate(text):
        if sign == opening:
            open_.append(at)
        elif sign == closing:
            if open_:
                open_.pop()
            else:
                yield sign, at
    yield from ((opening, at) for at in open_)
