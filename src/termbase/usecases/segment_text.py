"""A text becomes segments, by our own rules or by those of an SRX file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from termbase.model.segment import Segment
from termbase.segmentation import Decision, Rules, explain, segment

if TYPE_CHECKING:
    from termbase.segmentation.srx import SrxRules

Wishes: TypeAlias = "Rules | SrxRules"
"""By what a text is cut."""


def segment_text(text: str, language: str, wishes: Wishes | None = None) -> list[Segment]:
    """Cut a text into segments; they join back to it.

    Raises:
        UnknownLanguageError: If `language` names no language.
        FormatError: If an expression of an SRX file is wrong or takes too long.
    """
    if wishes is None or isinstance(wishes, Rules):
        return segment(text, language, wishes)
    return wishes.segment(text, language)


def explain_text(text: str, language: str, wishes: Wishes | None = None) -> list[Decision]:
    """Say of every place where a segment could have ended what was decided, and by which rule."""
    if wishes is None or isinstance(wishes, Rules):
        return explain(text, language, wishes)
    return wishes.explain(text, language)
