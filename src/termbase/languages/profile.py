"""The profile of a language: what segmentation and term finding must know of it.

A profile is a value; a language's module builds one and says only what differs from the default.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from termbase.languages.abbreviations import Kind, read_abbreviations

_NONE: Mapping[str, Kind] = MappingProxyType({})


@dataclass(frozen=True)
class Profile:
    """What one language does with its marks and short words.

    Attributes:
        tag: BCP 47 tag, ``und`` for the default.
        elisions: What an apostrophe joins to the next word, such as ``l`` in ``l'État``.
        starters: Words that often start a sentence and seldom a name, lower case.
        speech_verbs: Verbs that report speech after a quotation, lower case, as they stand there.
        months: Names and abbreviations of months, lower case, for dates such as ``1. Mai``.
        ordinal_stop: Whether ``1.`` may be an ordinal number, as in German.
        spaced: Whether the language parts words by spaces.
    """

    tag: str
    elisions: tuple[str, ...] = ()
    starters: frozenset[str] = frozenset()
    speech_verbs: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    ordinal_stop: bool = False
    spaced: bool = True

    @cached_property
    def abbreviations(self) -> Mapping[str, Kind]:
        """Abbreviations of the language without their last full stop and without spaces."""
        path = os.path.join(os.path.dirname(__file__), f"{self.tag}.abbreviations.txt")
        if not os.path.exists(path):
            return _NONE
        with open(path, encoding="utf-8") as lines:
            return MappingProxyType(read_abbreviations(lines, path))


def words(text: str) -> frozenset[str]:
    """Return the words of a text set out for reading, as a set."""
    return frozenset(text.split())


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a text set out for reading, in order."""
    return tuple(text.split())
