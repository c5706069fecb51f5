"""A text → blocks: the stretches between line ends that end a segment whatever the marks say.

A blank line always ends one. A single line end does so in lists and after titles and verses, or
everywhere if the caller wishes; in wrapped prose it is a space like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from termbase.segmentation.rules import Newline
from termbase.segmentation.verdicts import END, ITEM, LINE, NEWLINE, PARAGRAPH, Verdict
from termbase.text.lazy_pattern import lazy_pattern
from termbase.text.pieces import is_unspaced

# Each begins with a set, so that the search is fast; \r\n is one line end.
_LINE_END = re.compile(r"[\r\n\u2028](?:(?<=\r)\n)?[^\S\r\n\u2028]*+")
_BLANK_LINES = re.compile(
    r"[\r\n\u2028\u2029](?:(?<=\r)\n)?+[^\S\r\n\u2028\u2029]*+"
    r"(?:(?<=\u2029)|(?<=\u2029[^\S\r\n])|(?:(?>\r\n|[\n\r\u2028\u2029])[^\S\r\n\u2028\u2029]*+)+)"
)
_ITEM = lazy_pattern(
    r"[•‣▪◦●○∙·*+–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})(?:\.\)|[.)])\s|#{1,6}\s"
    r"|\(?[а-яіїєґα-ω\u05d0-\u05ea\u0621-\u064a]\)\s"
)
_SECTION = lazy_pattern(r"\d{1,3}(?:\.\d{1,3}){1,4}\.\s")
"""The number of a section, in a table of contents: behind a line that has one, or an item's."""
_CONTINUES = tuple(",;-–—/(«“„‘&，、；：（「『《")
_NARROW = 40
"""Prose is wrapped farther out; where three lines and more are narrower and all of them begin
with a capital, each is meant to stand alone."""
_WIDEST = 200
"""Nobody wraps prose farther out, long addresses aside: each line is a paragraph, though an
abbreviation ends it."""
_ENDED = lazy_pattern(r"[.!?…。！？][»”’\"')\]]{0,3}\Z")
_SAID = lazy_pattern(r"[。！？!?，、；]")
"""Marks of sentences in scripts without capitals: lines that have none are a list."""

Block = tuple[int, int, int, Verdict]


def blocks(text: str, newline: Newline) -> Iterable[Block]:
    """Give each block: its start, its end, where the next one starts, and what ended it.

    White space after a block belongs to it; a text of nothing else is one block.
    """
    if not text:
        return ()
    if "\n" in text or "\r" in text or "\u2028" in text or "\u2029" in text:
        return _blocks(text, newline, [mark for mark in "\n\r\u2028\u2029" if mark in text])
    return ((0, len(text), len(text), END),)


def _blocks(text: str, newline: Newline, marks: list[str]) -> Iterator[Block]:
    """Give the blocks of a text with line ends; `marks` are those that it has."""
    start, length, find, first = 0, len(text), text.find, marks[0]
    several = len(marks) > 1
    for blank in _BLANK_LINES.finditer(text):
        stop, after = blank.span()
        if after == length:
            break
        if text[start].isspace() and not text[start:stop].strip():
            continue
        if several or find(first, start, stop) >= 0:  # most paragraphs are one line
            for end, following, verdict in _line_ends(text, start, stop, newline, marks):
                yield start, end, following, verdict
                start = following
        yield start, stop, after, PARAGRAPH
        start = after
    for end, following, verdict in _line_ends(text, start, len(text), newline, marks):
        yield start, end, following, verdict
        start = following
    yield start, len(text), len(text), END


def _line_ends(
    text: str, start: int, end: int, newline: Newline, marks: list[str]
) -> Iterator[tuple[int, int, Verdict]]:
    """Give the line ends of a paragraph that end a segment; `marks` are those of the text."""
    for mark in marks:
        if text.find(mark, start, end) >= 0:
            break
    else:
        return
    breaks = [_trimmed(text, one) for one in _LINE_END.finditer(text, start, end)]
    ends = [*(before for before, _ in breaks), end]
    unindented = text[start : ends[0]].lstrip(" \t\u00a0")
    begins = [ends[0] - len(unindented), *(after for _, after in breaks)]
    width, alone = _width(text, begins, ends)
    listed = False
    for number, (before, after) in enumerate(breaks):
        listed = listed or _is_item(text, begins[number], before, listed=True)
        if before == begins[number] or after == end:
            continue
        if newline is Newline.BREAK:
            yield before, after, NEWLINE
        elif _is_item(text, after, ends[number + 1], listed=listed):
            yield before, after, ITEM
        elif not alone and _ENDED.search(text, max(begins[number], before - 4), before):
            continue
        elif _deliberate(text, begins[number], before, after, ends[number + 1], width):
            yield before, after, LINE


def _width(text: str, begins: Sequence[int], ends: Sequence[int]) -> tuple[int, bool]:
    """Return how wide lines are, and whether each is meant to stand alone."""
    width = max(last - first for first, last in zip(begins, ends, strict=True))
    if width > _WIDEST:
        blanks = (text.rfind(" ", at, stop) - at for at, stop in zip(begins, ends, strict=True))
        return width, any(blank > _WIDEST for blank in blanks)
    first = [text[at] for at, stop in zip(begins, ends, strict=True) if at < stop]
    if width <= _NARROW and len(first) > 2:
        unspaced = is_unspaced(first[0]) and not _SAID.search(text, begins[0], ends[-1])
        if all(map(is_unspaced if unspaced else str.isupper, first)):
            return len(text), True  # no prose, but a list of names, of commands, of verses
    return width, False


def _is_item(text: str, start: int, end: int, *, listed: bool) -> bool:
    """Say whether a line is an item; the number of a section makes it one in a list alone."""
    return bool(_ITEM.match(text, start, end) or (listed and _SECTION.match(text, start, end)))


def _trimmed(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Return where a line's last word ends and where the next line's first begins."""
    end = found.start()
    while end > 0 and text[end - 1] in " \t\u00a0":
        end -= 1
    return end, found.end()


def _deliberate(text: str, begin: int, end: int, after: int, after_end: int, width: int) -> bool:
    """Whether a line ends on purpose: the next word would still have fitted on it."""
    if text[after].islower() or text[end - 1] in _CONTINUES:
        return False
    if is_unspaced(text[after]) and 2 * (end - begin) <= width:
        return True  # a title; where nothing parts words, a line is full or ends on purpose
    space = text.find(" ", after, after_end)
    word = (space if space >= 0 else after_end) - after
    return end - begin + 1 + word <= width
