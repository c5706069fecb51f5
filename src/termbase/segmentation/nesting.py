"""A paragraph → what stands in its brackets and quotation marks.

Marks that open and close alike (straight quotes, apostrophes) are told apart by the white space
around them. What is opened and never closed encloses nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

# One set first, so that the search is fast; an apostrophe inside a word is passed over.
_MARK = re.compile(r"[()\[\]{}«»“”„‟\"‘’'‚‹›「」『』（）【】《》〈〉](?<!\w['’](?=\w))(?:(?<=')')?")
_PAIRS = {
    "(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "「": "」", "『": "』",
    "《": "》", "〈": "〉",
}  # fmt: skip
_BRACKET_ENDS = {end: start for start, end in _PAIRS.items()}
_CLOSED_BY = {
    "«": "»", "»": "«", "“": "”", "„": "“”‟\"", "‟": "”", '"': '"', "''": "''", "‘": "’", "‚": "‘’",
    "‹": "›", "›": "‹", "'": "'",
}  # fmt: skip
_STRAIGHT = ('"', "'", "''")
_ENDS = (".", "!", "?", "…")
_LINE_ENDS = ("", "\n", "\r")
_LONGEST_BRACKET = 400
"""Code points; a longer stretch is more often a forgotten bracket than a remark."""
_DEEPEST = 6
"""Quotations opened inside each other; what lies deeper is forgotten, so work stays linear."""


@dataclass(slots=True)
class Nesting:
    """The pairs of one paragraph, in the order in which they open.

    Attributes:
        brackets: Offsets of each pair of brackets, outermost and not too long.
        quotes: Offsets of each pair of quotation marks, outermost only.
        closing: Offset of every quotation mark that closes → offset of the one that opens; -1
            for one without partner that can only close.
        strays: Offsets of closing round brackets that nothing opened.
    """

    brackets: list[tuple[int, int]] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    closing: dict[int, int] = field(default_factory=dict)
    strays: set[int] = field(default_factory=set)

    def in_brackets(self, at: int) -> tuple[int, int] | None:
        """Return the brackets around a place, if any."""
        return _around(self.brackets, at)

    def in_quotes(self, at: int) -> tuple[int, int] | None:
        """Return the quotation around a place, if any."""
        return _around(self.quotes, at)


def nesting_of(text: str, start: int, end: int) -> Nesting:
    """Pair the brackets and quotation marks between two offsets.

    >>> nesting_of("He said “Go (now).”", 0, 19).brackets
    [(12, 16)]
    """
    found = Nesting()
    brackets: list[tuple[int, int]] = []
    quotes: list[tuple[int, int]] = []
    open_brackets: list[tuple[str, int]] = []
    open_quotes: list[tuple[str, int]] = []
    for hit in _MARK.finditer(text, start, end):
        mark, at = hit[0], hit.start()
        if mark in _PAIRS:
            open_brackets.append((mark, at))
        elif mark in _BRACKET_ENDS:
            if not _close_bracket(open_brackets, mark, at, brackets) and mark == ")":
                found.strays.add(at)
        else:
            shape = _shape(text, at, hit.end(), start, end)
            if shape == "flat" and mark == "'" and _ends_line(text, at, hit.end(), end):
                shape, found.closing[at] = "close", -1  # no possessive, as in «the boys ' house»
            _quote(open_quotes, mark, at, shape, quotes, found.closing)
    for mark, at in open_quotes:
        if mark in _STRAIGHT and _only_closes(text, at, at + len(mark)):
            found.closing[at] = -1
    found.brackets = _outermost(
        [pair for pair in brackets if pair[1] - pair[0] <= _LONGEST_BRACKET]
    )
    found.quotes = _outermost(quotes)
    return found


def _only_closes(text: str, at: int, after: int) -> bool:
    """Whether a lonely mark with white space on both sides follows the end of a sentence."""
    return not text[after : after + 1].strip() and _ends_before(text, at)


def _ends_line(text: str, at: int, after: int, end: int) -> bool:
    """Whether a mark between white space ends a line, behind a sentence."""
    return text[after : min(end, after + 1)] in _LINE_ENDS and _ends_before(text, at)


def _ends_before(text: str, at: int) -> bool:
    """Whether the end of a sentence and white space stand before a mark."""
    before = text[max(0, at - 9) : at]
    return before[-1:].isspace() and before.rstrip()[-1:] in _ENDS


def _close_bracket(
    opened: list[tuple[str, int]], mark: str, at: int, pairs: list[tuple[int, int]]
) -> bool:
    wanted = _BRACKET_ENDS[mark]
    for depth in range(len(opened) - 1, max(-1, len(opened) - 4), -1):
        if opened[depth][0] == wanted:
            pairs.append((opened[depth][1], at))
            del opened[depth:]
            return True
    return False


def _shape(text: str, at: int, after: int, start: int, end: int) -> str:
    """Say which way a mark leans: ``open``, ``close`` or ``flat``."""
    left = text[at - 1] if at > start else " "
    right = text[after] if after < end else " "
    opens = left.isspace() or left in "([{«“„‘\"'—–-/*_"
    closes = right.isspace() or right in ")]}»”’.,;:!?…\"'—–-/*_"
    if opens != closes or at == start:
        return "open" if opens else "close"
    return "flat"


def _quote(
    opened: list[tuple[str, int]],
    mark: str,
    at: int,
    shape: str,
    pairs: list[tuple[int, int]],
    closing: dict[int, int],
) -> None:
    if shape != "open" or mark in "»”’":
        for depth in range(len(opened) - 1, max(-1, len(opened) - 4), -1):
            if mark in _CLOSED_BY[opened[depth][0]]:
                if mark == opened[depth][0] == "'" and shape == "flat":
                    return
                pairs.append((opened[depth][1], at))
                closing[at] = opened[depth][1]
                del opened[depth:]
                return
    if mark in _CLOSED_BY and shape != "close" and not (mark in "'’»›" and shape != "open"):
        if mark in _STRAIGHT:
            opened[:] = [one for one in opened if one[0] != mark]
        opened.append((mark, at))
        del opened[:-_DEEPEST]


def _outermost(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for pair in sorted(pairs):
        if not kept or pair[0] > kept[-1][1]:
            kept.append(pair)
    return kept


def _around(pairs: list[tuple[int, int]], at: int) -> tuple[int, int] | None:
    if not pairs:
        return None
    place = bisect_right(pairs, (at, -1)) - 1
    if place >= 0 and pairs[place][0] < at <= pairs[place][1]:
        return pairs[place]
    return None
