"""Texts → quotation marks of another language where they open and close a quotation.

Only the outer level is judged: what stands inside of « » or of “ ” is the author's. Straight marks
are taken in English and German, where typing has made them usual; so is »…« in German.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from termbase.checking.quotations import (
    CLOSED_BY,
    INCHES,
    MARKS,
    OPENING_MARKS,
    continued,
    unturned,
)
from termbase.checking.spot import Spot
from termbase.model.language import primary


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
    "de-CH": _Style("«", "»", ("“”",)),
    "de-LI": _Style("«", "»", ("“”",)),
}


def quotation_spots(text: str, language: str, opened: str = "") -> Iterator[Spot]:
    """Yield each mark of an outer quotation that its language does not write.

    Args:
        text: With private signs for what is no prose.
        language: A BCP 47 tag; of one without known style nothing is said.
        opened: The marks of the quotations that are open where the text begins.

    >>> [spot.replacement for spot in quotation_spots('Он сказал "да".', "ru")]
    ['«', '»']
    """
    style = _STYLES.get(language, _STYLES.get(primary(language)))
    if style is None or not MARKS.search(text):
        return
    marks = unturned(text, primary(language))
    written = list(text)
    before = continued(marks, opened)
    for start, end in _outer(marks, before):
        mark = before[0] if start < 0 else text[start]
        if not _is_strange(mark, text[end] if end >= 0 else "", style):
            continue
        name = f"{style.opening.strip()} {style.closing.strip()}"
        if start >= 0:
            sign = _cut(style.opening, text[start + 1 : start + 2])
            new = None if end < 0 and mark == '"' and _may_close(text, start) else sign
            written[start] = (new or mark)[0]
            yield Spot(start, start + 1, f"quotation mark {mark}", f"write {name}", new)
        if end >= 0:
            empty = 0 <= start == end - 1  # one space is enough between the marks
            sign = _cut(style.closing, " " if empty else text[end - 1 : end])
            written[end] = sign[-1]
            yield Spot(end, end + 1, f"quotation mark {text[end]}", f"write {name}", sign)
    if primary(language) == "ru":
        yield from _inner_russian("".join(written))


def _is_strange(opening: str, closing: str, style: _Style) -> bool:
    """Say whether a language does not quote so; of marks still open, the first one tells."""
    if closing:
        return opening + closing in style.strange
    return opening != style.opening[0] and any(marks[0] == opening for marks in style.strange)


def _may_close(text: str, at: int) -> bool:
    """Say whether a straight mark without partner may have one, which was read as another sign."""
    return "'" in text[at:] or INCHES.search(text, 0, at) is not None


def _cut(mark: str, neighbour: str) -> str:
    """Return a mark without its space where one stands there already."""
    return mark.strip() if neighbour.isspace() else mark


def _outer(text: str, before: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of both marks of each outer quotation; -1 of one that stands elsewhere."""
    inches = {match.end() - 1 for match in INCHES.finditer(text)}
    opened = [(-1, mark) for mark in before]
    for match in MARKS.finditer(text):
        at, sign = match.start(), match.group()
        if at in inches and not any(mark == '"' for _, mark in opened):
            continue
        if opened and opened[-1][1] in CLOSED_BY.get(sign, ""):
            start, _ = opened.pop()
            if not opened:
                yield start, at
        elif sign in OPENING_MARKS:
            opened.append((at, sign))
    if opened and opened[0][0] >= 0:
        yield opened[0][0], -1


def _inner_russian(text: str) -> Iterator[Spot]:
    """Yield « » inside of « », or of what should be: Russian writes „ “ there.

    Two » at one place are usual.
    """
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
