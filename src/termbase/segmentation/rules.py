"""What a caller may wish of segmentation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from termbase.languages.abbreviations import Abbreviations


class Newline(Enum):
    """What a single line break means."""

    WRAP = "wrap"
    """In prose nothing; a list item or a title still ends at it."""
    BREAK = "break"
    """The end of a segment."""


class Quotes(Enum):
    """What becomes of several sentences inside quotation marks."""

    SPLIT = "split"
    """Each is a segment."""
    KEEP = "keep"
    """They stay together."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a caller wishes of segmentation.

    Attributes:
        newline: What a single line break means.
        quotes: What becomes of several sentences inside quotation marks.
        abbreviations: More abbreviations, as `read_abbreviations` gives them; where they and
            those of the language disagree, they are right.
    """

    newline: Newline = Newline.WRAP
    quotes: Quotes = Quotes.SPLIT
    abbreviations: Abbreviations | None = None
