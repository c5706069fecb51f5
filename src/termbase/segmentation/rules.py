"""The names of what cuts a text and of what refuses to, and the wishes of a caller.

Every cut and every refusal carries one of these; `explain` shows both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from termbase.languages.abbreviations import Kind


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
        abbreviations: More abbreviations, as `read_abbreviations` gives them; they come before
            those of the language.
    """

    newline: Newline = Newline.WRAP
    quotes: Quotes = Quotes.SPLIT
    abbreviations: Mapping[str, Kind] = field(default_factory=lambda: MappingProxyType({}))
