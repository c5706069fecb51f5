"""The profile of a language: what segmentation and term finding must know of it.

A profile is a value; a language's module builds one and says only what differs from the default.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property

from termbase.languages.abbreviations import Abbreviations, read_abbreviations


@dataclass(frozen=True)
class Profile:
    """What one language does with its marks and short words. Words stand in small letters.

    Attributes:
        tag: BCP 47 tag, ``und`` for the default.
        elisions: What an apostrophe joins to the next word, such as ``l`` in ``l'État``.
        compounds: Whether a hyphen makes one word of two: «grand-père» is no «père», while a
            «decision-maker» is a maker. Two nouns that both decline stay two all the same.
        bare_capitals: Whether capitals are often written without their accents: «Etat».
        starters: Words that often start a sentence and seldom a name.
        particles: Starters that also stand between given name and surname, such as ``le``.
        speech_verbs: Verbs that report a quotation with their subject before them, as in
            English ``“Yes?” Ann said``.
        fronting: Words that open a time or place put before the subject, such as ``at``.
        solitary: Starters with a capital wherever they stand, such as English ``i``; small, they
            show a writer without capitals.
        greetings: First words of a salutation, such as ``dear``.
        closings: Closes of a letter, such as ``best regards``.
        labels: Words that number a figure, a table or a chapter, such as ``figure``.
        ordinals: Words that follow an ordinal number written ``1.``, such as ``mai``; any word
            in small letters may follow one too.
        before_ordinals: Words that an ordinal number follows, such as ``am`` in ``am 5.``.
        reporting: Expression for what follows a quotation that a sentence goes on reporting;
            empty where small letters tell.
        spaced: Whether sentences are parted by spaces.
        listed: Whether a list of abbreviations stands beside the module.
    """

    tag: str
    elisions: tuple[str, ...] = ()
    compounds: bool = False
    bare_capitals: bool = False
    starters: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    speech_verbs: frozenset[str] = frozenset()
    fronting: frozenset[str] = frozenset()
    solitary: frozenset[str] = frozenset()
    greetings: frozenset[str] = frozenset()
    closings: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()
    before_ordinals: frozenset[str] = frozenset()
    reporting: str = ""
    spaced: bool = True
    listed: bool = True

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """The list of abbreviations beside the language's module."""
        if not self.listed:
            return Abbreviations()
        path = os.path.join(os.path.dirname(__file__), f"{self.tag}.abbreviations.txt")
        with open(path, encoding="utf-8") as lines:
            return read_abbreviations(lines, path)


def words(text: str) -> frozenset[str]:
    """Return the words of a text set out for reading, as a set."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a text set out for reading, parted by commas, as a set."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a text set out for reading, in order."""
    return tuple(text.split())
