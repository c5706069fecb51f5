"""The beads around the cursor → lines of a page, as wide and as high as the terminal.

Only what is seen is laid out, so that a long text costs no more than a short one.
"""

from __future__ import annotations

from typing import NamedTuple

from termbase.cli._output import padded, text_width
from termbase.cli.review.session import Seat
from termbase.usecases.align_documents import SegmentedText

_GUTTER = 11
_BETWEEN = " │ "
_HERE, _PART, _ALONE = "▸ ", "• ", "  "
_ABOVE, _BELOW = "↑", "↓"

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), "\ufffd")
"""A text must not give orders to the terminal."""


class Line(NamedTuple):
    """One line of a page.

    Attributes:
        kind: Of its bead: ``decided``, ``doubtful``, ``alone`` or ``plain``.
        here: Whether the cursor is on its bead.
    """

    gutter: str
    source: str
    target: str
    kind: str
    here: bool

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{self.gutter}{self.source}{_BETWEEN}{self.target}" if self.kind else ""


_BLANK = Line("", "", "", "", False)


def page(seat: Seat, width: int, height: int) -> list[Line]:
    """Return the lines around the cursor, at most so many.

    Args:
        seat: What is under review, and where the cursor is.
        width, height: Of the page, in columns and lines.
    """
    here = _bead_lines(seat, seat.at, width)
    if len(here) >= height:
        start = _top(seat, here, height)
        return _marked(here, start, start + height)
    above = _more(seat, seat.at, -1, width, height - len(here))
    below = _more(seat, seat.at, 1, width, height - len(here))
    room = height - len(here)
    wanted = max(room // 3, room - len(below))
    kept = above[max(0, len(above) - wanted) :]
    return [*kept, *here, *below[: room - len(kept)]]


def top_line(seat: Seat, width: int, height: int) -> int:
    """Return which line of the bead under the cursor is the first in sight, from 0."""
    return _top(seat, _bead_lines(seat, seat.at, width), height)


def last_top(seat: Seat, width: int, height: int) -> int:
    """Return what `top_line` is where the end of the bead is in sight."""
    return max(0, len(_bead_lines(seat, seat.at, width)) - height)


def _top(seat: Seat, here: list[Line], height: int) -> int:
    """Return the first line in sight: the one chosen, or so that the cursor is in the middle."""
    spot = next((at for at, line in enumerate(here) if _HERE in line.text), 0)
    wanted = spot - height // 2 if seat.top is None else seat.top
    return max(0, min(wanted, len(here) - height))


def _marked(here: list[Line], start: int, end: int) -> list[Line]:
    """Return a part of the lines of a bead, with signs where there are more of them."""
    shown = here[start:end]
    for at, sign, more in ((0, _ABOVE, start > 0), (-1, _BELOW, end < len(here))):
        if more and shown:
            shown[at] = shown[at]._replace(gutter=padded(f">    {sign}", _GUTTER))
    return shown


def fold(text: str, width: int) -> list[str]:
    """Return a text in lines of at most a width in columns, cut between words where it can be.

    What is no white space and would control the terminal is shown as U+FFFD.

    >>> fold("Il pleut des cordes.", 9)
    ['Il pleut', 'des', 'cordes.']
    """
    lines = [""]
    for word in (one.translate(_CONTROLS) for one in text.split()):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if text_width(joined) <= width:
            lines[-1] = joined
            continue
        lines += [""] if lines[-1] else []
        for sign in word:
            if text_width(lines[-1] + sign) > width:
                lines.append("")
            lines[-1] += sign
    return lines


def _more(seat: Seat, at: int, step: int, width: int, room: int) -> list[Line]:
    """Return lines of the beads above or below, enough to fill a room."""
    lines: list[Line] = []
    while len(lines) < room and 0 <= (at := at + step) < len(seat.review.beads):
        more = _bead_lines(seat, at, width)
        lines = [*lines, _BLANK, *more] if step > 0 else [*more, _BLANK, *lines]
    return lines


def _bead_lines(seat: Seat, at: int, width: int) -> list[Line]:
    review, here = seat.review, at == seat.at
    bead = review.beads[at]
    column = (width - _GUTTER - len(_BETWEEN)) // 2
    columns = []
    for side, (text, numbers) in enumerate(
        zip((review.texts.source, review.texts.target), (bead.source, bead.target), strict=True)
    ):
        focus = seat.segment if here and side == seat.side else -1
        columns.append(_column(text, numbers, focus, column))
    kind, mark = _kind(seat, at)
    gutters = [f"{'>' if here else ' '}{at + 1:>5} {mark}"]
    return [
        Line(
            padded(gutters[row] if row < len(gutters) else (">" if here else " "), _GUTTER),
            padded(columns[0][row] if row < len(columns[0]) else "", column),
            columns[1][row] if row < len(columns[1]) else "",
            kind,
            here,
        )
        for row in range(max(map(len, columns)))
    ]


def _column(text: SegmentedText, numbers: tuple[int, ...], focus: int, width: int) -> list[str]:
    """Return one side of a bead; a sign begins each segment where there are several."""
    lines = []
    for place, number in enumerate(numbers):
        sign = _HERE if place == focus else _PART if len(numbers) > 1 else _ALONE
        shown = fold(text.segments[number].content, width - len(sign))
        lines += [f"{sign}{shown[0]}", *(f"{_ALONE}{one}" for one in shown[1:])]
    return lines or ["  –"]


def _kind(seat: Seat, at: int) -> tuple[str, str]:
    """Return what a bead is, and the sign that says so."""
    review = seat.review
    bead = review.beads[at]
    if bead in review.reviewed:
        return "decided", "✓"
    if review.is_doubtful(at):
        return "doubtful", f"!{bead.confidence:.2f}".replace("0.", ".")
    return ("plain", "") if bead.source and bead.target else ("alone", "")
