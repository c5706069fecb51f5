"""Texts → quotation marks of another language where they open and close a quotation.

Only the outer level is judged: what stands inside of « » or of “ ” is the author's. Straight marks
are taken in English and German, where typing has made them usual.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from termbase.checking.quotations import CLOSED_BY, INCHES, MARKS, OPENING_MARKS, continued
from termbase.checking.spot import Spot


class _Style(NamedTuple):
    """How a language quotes: the marks it writes, and those that are not its own."""

    opening: str
    closing: str
    strange: tuple[str, ...]


_STYLES = {
    "fr": _Style("«\u00a0", "\u00a0»", ("“”", '""', "„“", "„”")),
    "ru": _Style("«", "»", ("“”", '""', "„“", "„”")),
    "en": _Style("“", "”", ("«»", "„“", "„”")),
    "de": _Style("„", "“", ("“”", "«»")),
}


def quotation_spots(text: str, language: str, opened: str = "") -> Iterator[Spot]:
    """Yield each mark of an outer quotation that its language does not write.

    Args:
        text: With private signs for what is no prose.
        language: A primary tag; of one without known style nothing is said.
        opened: The marks of the quotations that are open where the text begins.

    >>> [spot.replacement for spot in quotation_spots('Он сказал "да".', "ru")]
    ['«', '»']
    """
    style = _STYLES.get(language)
    if style is None or not MARKS.search(text):
        return
    for start, end in _outer(text, continued(text, opened)):
        if text[start] + text[end] in style.strange:
            inner = text[start + 1 : end]
            name = f"{style.opening.strip()} {style.closing.strip()}"
            opening = _cut(style.opening, inner[:1])
            closing = _cut(style.closing, inner[-1:])
            for at, sign in ((start, opening), (end, closing)):
                yield Spot(at, at + 1, f"quotation mark {text[at]}", f"write {name}", sign)
    if language == "ru":
        yield from _inner_russian(text)


def _cut(mark: str, neighbour: str) -> str:
    """Return a mark without its space where one stands there already."""
    return mark.strip() if neighbour.isspace() else mark


def _outer(text: str, before: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of both marks of each outer quotation that opens and closes here."""
    inches = {match.end() - 1 for match in INCHES.finditer(text)}
    opened = [(-1, mark) for mark in before]
    for match in MARKS.finditer(text):
        at, sign = match.start(), match.group()
        if at in inches and not any(mark == '"' for _, mark in opened):
            continue
        if opened and opened[-1][1] in CLOSED_BY.get(sign, ""):
            start, _ = opened.pop()
            if not opened and start >= 0:
                yield start, at
        elif sign in OPENING_MARKS:
            opened.append((at, sign))


def _inner_russian(text: str) -> Iterator[Spot]:
    """Yield « » inside of « »: Russian writes „ “ there; two » at one place are usual."""
    depth = 0
    inner: list[int] = []
    for at, sign in enumerate(text):
        if sign == "«":
            depth += 1
            if depth > 1:
                inner.append(at)
        elif sign == "»":
            if depth > 1 and inner:
                start = inner.pop()
                for place, wanted in ((start, "„"), (at, "“")):
                    yield Spot(
                        place,
                        place + 1,
                        f"quotation mark {text[place]} inside « »",
                        "write „ “ inside",
                        wanted,
                    )
            depth = max(0, depth - 1)
