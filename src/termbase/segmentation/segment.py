"""Text → segments: paragraphs first, then the boundaries inside each.

White space after a boundary belongs to the segment before it, so segments join back to the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termbase.model.segment import Segment
from termbase.segmentation.rules import Rules
from termbase.segmentation.verdicts import PARAGRAPH

if TYPE_CHECKING:
    from termbase.segmentation.boundaries import Judge

_DEFAULT = Rules()


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
    judge = _judged(text, language, rules or _DEFAULT)
    hidden = hidden_breaks(text, language)
    for at, verdict in zip(judge.places, judge.verdicts, strict=True):
        cuts, rule = verdict
        if cuts:
            inside = hidden_within(hidden, start, at) if hidden else ()
            segments.append(Segment(text[start:at], start, paragraph, rule, inside))
            start = at
            if verdict is PARAGRAPH:
                paragraph += 1
    return segments


def explain(text: str, language: str, rules: Rules | None = None) -> list[Decision]:
    """Say of every place where a segment could have ended what was decided, and by which rule.

    >>> [(d.at, d.cuts, d.rule) for d in explain("M. Roy parle. Oui.", "fr")]
    [(3, False, 'abbreviation'), (14, True, 'full-stop'), (18, True, 'end')]
    """
    judge = _judged(text, language, rules or _DEFAULT)
    return [
        Decision(at, verdict.cuts, verdict.rule)
        for at, verdict in zip(judge.places, judge.verdicts, strict=True)
    ]


def hidden_breaks(text: str, language: str) -> list[tuple[int, int]]:
    """Return where line breaks stand within words, each with its hyphen where that goes."""
    if text.isprintable():
        return []
    from termbase.segmentation.parted_words import parted_words

    return parted_words(text, language)


def hidden_within(
    hidden: list[tuple[int, int]], start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """Return those that stand within a segment, and neither begin nor end it."""
    first, after = bisect_right(hidden, (start, end)), bisect_left(hidden, (end, end))
    return tuple(one for one in hidden[first:after] if one[1] < end)


def _judged(text: str, language: str, rules: Rules) -> Judge:
    """Return the judge of a text; its expressions are compiled for those who cut texts only."""
    from termbase.segmentation.judging import judged

    return judged(text, language, rules)
