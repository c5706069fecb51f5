"""Text → segments: paragraphs first, then the boundaries inside each.

White space after a boundary belongs to the segment before it, so segments join back to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from termbase.languages import profile_of
from termbase.model.segment import Segment
from termbase.segmentation.boundaries import Judge
from termbase.segmentation.rules import Rules

_BLANK_LINES = re.compile(r"(?:\r\n|[\n\r\u2028])[^\S\n\r]*(?:[\n\r\u2028][^\S\n\r]*)+|\u2029\s*")


@dataclass(frozen=True, slots=True)
class Decision:
    """One place where a segment could have ended.

    Attributes:
        at: Offset of the place in the text; a segment that is cut there starts at it.
        cuts: Whether a segment ends there.
        rule: Name of the rule that said so.
    """

    at: int
    cuts: bool
    rule: str


def segment(text: str, language: str, rules: Rules | None = None) -> list[Segment]:
    """Cut a text into segments.

    Args:
        text: Any text; a blank line ends a paragraph.
        language: Its language, however it is written; unknown ones get sane defaults.
        rules: What the caller wishes; None for the defaults.

    Returns:
        Segments in order. Their texts join to `text`; none is empty.

    Raises:
        UnknownLanguageError: If `language` names no language.

    >>> [one.content for one in segment("M. Roy parle. Elle écoute.", "fr")]
    ['M. Roy parle.', 'Elle écoute.']
    """
    segments = []
    start = 0
    paragraph = 0
    for at, cuts, rule in _decisions(text, language, rules or Rules()):
        if cuts:
            segments.append(Segment(text[start:at], start, paragraph, rule))
            start = at
            paragraph += rule == "paragraph"
    return segments


def explain(text: str, language: str, rules: Rules | None = None) -> list[Decision]:
    """Say of every place where a segment could have ended what was decided, and by which rule.

    >>> [(d.at, d.cuts, d.rule) for d in explain("M. Roy parle. Oui.", "fr")]
    [(3, False, 'abbreviation'), (14, True, 'full-stop'), (18, True, 'end')]
    """
    return [Decision(*one) for one in _decisions(text, language, rules or Rules())]


def _decisions(text: str, language: str, rules: Rules) -> Iterator[tuple[int, bool, str]]:
    judge = Judge(text, profile_of(language), rules)
    start = 0
    for blank in _BLANK_LINES.finditer(text):
        if text[start : blank.start()].strip():
            if blank.end() == len(text):
                break
            yield from judge.decide(start, blank.start())
            yield blank.end(), True, "paragraph"
            start = blank.end()
    if text[start:]:
        yield from judge.decide(start, len(text))
        yield len(text), True, "end"
