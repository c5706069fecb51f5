"""Subtitles (SRT, WebVTT, SBV) into what is spoken: sentences whole, over all titles they take.

The one fact to remember: a title that ends no sentence goes on in the next one; a line that begins
with a dash is another speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes
from termbase.formats._paragraphs import joined

_CLOCK = r"\d{1,3}:\d{1,2}(?::\d{1,2})?"
_PARTS = r"[.,]\d{1,6}"
_TIME = re.compile(
    rf"\s*{_CLOCK}(?:(?:{_PARTS})?\s*-->\s*{_CLOCK}|{_PARTS}\s*,\s*{_CLOCK}{_PARTS})"
)
_HEADS = re.compile(r"(?:\ufeff?WEBVTT|NOTE|STYLE|REGION)(?:[ \t:]|\Z)")
_MARKS = re.compile(r"</?[A-Za-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}|\{/?[biuys](?::[^{}]*)?\}")
_SPEAKER = re.compile(r"[-–—‐]\s*(?=[^\W\d_]|[«“\"¿¡'’…(\[])")
_ENDED = re.compile(r"[.!?…:。！？؟♪][»”’\"')\]♪\s]*\Z")
_MOST_SIGNS = 40
"""So many signs are looked at behind a sentence: what is spoken may be as long as the file."""
_GOES_ON = re.compile(r"(?:\.{2,}|…)?\s*[^\W\d_]")


def read_text(path: str) -> str:
    """Return what is spoken, its sentences parted by blank lines where titles end with them.

    Raises:
        FormatError: If it is missing, no text, in another encoding than UTF-8 or UTF-16, or
            without text.
    """
    lines = decode(path, read_bytes(path)).splitlines()
    return joined(path, _sentences(_titles(lines)))


def _titles(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines of each title, without numbers, times and marks."""
    times = [number for number, line in enumerate(lines) if _TIME.match(line)]
    for number, following in pairwise([*times, len(lines)]):
        last = following
        if following < len(lines) and _is_name(lines, following - 1):
            last -= 1
        shown = []
        for above, line in pairwise(lines[number:last]):
            if _HEADS.match(line) and not above.strip():
                break
            shown.append(unescape(_MARKS.sub("", line)).strip())
        yield [line for line in shown if line]


def _is_name(lines: list[str], at: int) -> bool:
    """Say whether a line above a time is the number or the name of the title."""
    line = lines[at].strip()
    return line.isdigit() or bool(line and not lines[at - 1].strip())


def _sentences(titles: Iterator[list[str]]) -> Iterator[str]:
    """Yield what is spoken, each speaker's words on lines of their own."""
    spoken = ""
    for title in titles:
        for number, line in enumerate(title):
            speaker = _SPEAKER.match(line) is not None
            if spoken and (speaker or (number == 0 and _is_over(spoken, line))):
                yield spoken
                spoken = ""
            joint = "" if not spoken else "\n" if spoken.endswith("-") else " "
            spoken += joint + line
    if spoken:
        yield spoken


def _is_over(spoken: str, line: str) -> bool:
    """Say whether a sentence ends before a title that follows."""
    last = spoken[-_MOST_SIGNS:]
    if not _ENDED.search(last):
        return False
    suspended = last.rstrip("»”\"' ").endswith(("…", "..."))
    first = _GOES_ON.match(line)
    return not (suspended and first and first[0][-1].islower())
