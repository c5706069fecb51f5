"""Texts in several languages become segments and the beads between them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from termbase.alignment import align
from termbase.errors import InputError
from termbase.model.bead import Bead
from termbase.model.language import language_tag
from termbase.model.segment import Segment
from termbase.ports.encoding import Encode
from termbase.ports.files import Files
from termbase.usecases.blank_lines import numbers_of_said, with_blanks, without_blanks
from termbase.usecases.line_ends import line_starts

if TYPE_CHECKING:  # segments that stand a line each need no rules, and few texts were reviewed
    from termbase.model.decision import Decision
    from termbase.usecases.replay_decisions import Lost
    from termbase.usecases.segment_text import Wishes

DOUBTFUL = 0.60
"""A bead with less confidence wants a person's eye."""


@dataclass(frozen=True, slots=True)
class SegmentedText:
    """A text cut into segments. Path: as the user named it; text: the whole."""

    path: str
    language: str
    text: str
    segments: tuple[Segment, ...]

    @property
    def contents(self) -> list[str]:
        """What a translator sees of each segment."""
        return [one.content for one in self.segments]

    def says(self, numbers: Sequence[int]) -> bool:
        """Say whether one of some segments is no blank line."""
        return any(self.segments[one].text.strip() for one in numbers)


@dataclass(frozen=True, slots=True)
class AlignedTexts:
    """A source text beside its translations.

    Attributes:
        beads: Of each pair.
        reviewed: Of each pair, the beads that a person decided; empty where nobody has.
        lost: Decisions that no longer apply.
    """

    source: SegmentedText
    targets: tuple[SegmentedText, ...]
    beads: tuple[tuple[Bead, ...], ...]
    reviewed: tuple[frozenset[Bead], ...] = ()
    lost: tuple[Lost, ...] = ()

    def is_reviewed(self, target: int, bead: Bead) -> bool:
        """Say whether a person decided a bead of the pair with a translation, by its number."""
        return bool(self.reviewed) and bead in self.reviewed[target]

    def says(self, target: int, bead: Bead) -> tuple[bool, bool]:
        """Say which sides of a bead hold more than blank lines."""
        return self.source.says(bead.source), self.targets[target].says(bead.target)

    def confirmed(self) -> AlignedTexts:
        """Return the same, every bead decided: somebody has looked at the whole."""
        return replace(self, reviewed=tuple(frozenset(one) for one in self.beads))

    def above(self, least: float) -> AlignedTexts:
        """Return the same without the beads that have less confidence."""
        kept = (tuple(bead for bead in one if bead.confidence >= least) for one in self.beads)
        return replace(self, beads=tuple(kept))


def segment_file(
    path: str,
    language: str,
    files: Files,
    *,
    segmented: bool = False,
    rules: Wishes | None = None,
    text: str | None = None,
) -> SegmentedText:
    """Read a text and cut it into segments.

    Args:
        path: The file; only a name where `text` is given.
        language: Its language.
        files: Reads it.
        segmented: Whether each line is a segment already.
        rules: By what it is cut; None for our own rules.
        text: What stands in it, where that is known.
    """
    text = files.read_text(path) if text is None else text
    if segmented:
        return SegmentedText(path, language, text, _lines(text))
    from termbase.usecases.segment_text import segment_text

    return SegmentedText(path, language, text, tuple(segment_text(text, language, rules)))


def align_texts(
    source: SegmentedText,
    targets: Sequence[SegmentedText],
    lexicons: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    decisions: tuple[Decision, ...] = (),
    encode: Encode | None = None,
    tell: Callable[[int], None] | None = None,
) -> AlignedTexts:
    """Align a source text with each of its translations.

    Args:
        source: The pivot.
        targets: Its translations.
        lexicons: By target language, pairs of texts that are known to say the same.
        decisions: What a person decided of any of the pairs, the oldest first: beads that stay as
            they are and teach their words to the rest, which is aligned between them.
        encode: Gives texts vectors that are alike where their meaning is.
        tell: Told now and then how many per cent of a translation are aligned.
    """
    beads, reviewed = [], []
    lost: list[Lost] = []
    for target in targets:
        decided, gone = _replayed(decisions, source, target)
        lexicon = (lexicons or {}).get(target.language, ())
        found = _align(source, target, lexicon, decided, encode, tell)
        pins = frozenset(decided)
        if any(map(_in_another_language, (source, target))):
            found = [one if one in pins else _doubted(one) for one in found]
        beads.append(tuple(found))
        reviewed.append(pins)
        lost += gone
    return AlignedTexts(source, tuple(targets), tuple(beads), tuple(reviewed), tuple(lost))


def _replayed(
    decisions: tuple[Decision, ...], source: SegmentedText, target: SegmentedText
) -> tuple[tuple[Bead, ...], tuple[Lost, ...]]:
    """Return the beads that decisions pin in two texts, and the decisions that apply no longer."""
    if not decisions:
        return (), ()
    from termbase.model.decision import decisions_between
    from termbase.usecases.replay_decisions import replay

    between = decisions_between(decisions, source.language, target.language)
    found = replay(between, source.contents, target.contents)
    return found.pins, found.lost


def _align(
    source: SegmentedText,
    target: SegmentedText,
    lexicon: Sequence[tuple[str, str]],
    decided: Sequence[Bead],
    encode: Encode | None,
    tell: Callable[[int], None] | None,
) -> list[Bead]:
    """Align two texts, blank segments set aside unless somebody has decided on one."""
    said = [numbers_of_said(one.contents) for one in (source, target)]
    pins = without_blanks(decided, said[0], said[1])
    if pins is None:
        said = [list(range(len(one.segments))) for one in (source, target)]
        pins = list(decided)
    ours, theirs = (
        [one.segments[number] for number in numbers]
        for one, numbers in zip((source, target), said, strict=True)
    )
    found = align(
        [one.content for one in ours],
        [one.content for one in theirs],
        source.language,
        target.language,
        source_paragraphs=[one.paragraph for one in ours],
        target_paragraphs=[one.paragraph for one in theirs],
        lexicon=lexicon,
        pins=pins,
        encode=encode,
        tell=tell,
    )
    sizes = len(source.segments), len(target.segments)
    if sizes == (len(ours), len(theirs)):
        return found
    return list(with_blanks(found, said[0], said[1], sizes))


def _in_another_language(text: SegmentedText) -> bool:
    from termbase.usecases.other_language import other_language

    return bool(other_language(text.text, text.language))


def _doubted(bead: Bead) -> Bead:
    """Return a bead of a text that is not in its language: right or not, it makes a wrong unit."""
    return replace(bead, confidence=bead.confidence / 2)


def decisions_path(path: str, language: str) -> str:
    """Return where the decisions on a source text and its translations are kept.

    >>> decisions_path("tm/article.fr.txt", "fr"), decisions_path("letter.docx", "fr")
    ('tm/article.align.json', 'letter.align.json')
    """
    return f"{document_name(path, language)}.align.json"


def document_name(path: str, language: str) -> str:
    """Return the path of a text without its ending and, where that names it, its language."""
    stem = os.path.splitext(path.removesuffix(".gz"))[0]
    name, _, last = stem.rpartition(".")
    try:
        named = bool(os.path.basename(name)) and language_tag(last) == language
    except InputError:
        named = False
    return name if named else stem


def _lines(text: str) -> tuple[Segment, ...]:
    """Return one segment for each line; an empty line is an empty segment."""
    lines = enumerate(pairwise([*line_starts(text), len(text)]))
    return tuple(
        Segment(text[start:end], start, number, "line")
        for number, (start, end) in lines
        if start < end
    )
