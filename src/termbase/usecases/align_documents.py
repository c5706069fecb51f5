"""Texts in several languages become segments and the beads between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from termbase.alignment import align
from termbase.model.bead import Bead
from termbase.model.segment import Segment
from termbase.ports import Files
from termbase.usecases.segment_text import Wishes, segment_text

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


@dataclass(frozen=True, slots=True)
class AlignedTexts:
    """A source text beside its translations, with the beads of each pair."""

    source: SegmentedText
    targets: tuple[SegmentedText, ...]
    beads: tuple[tuple[Bead, ...], ...]


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
    found = _lines(text) if segmented else tuple(segment_text(text, language, rules))
    return SegmentedText(path, language, text, found)


def align_texts(
    source: SegmentedText,
    targets: Sequence[SegmentedText],
    lexicons: Mapping[str, Sequence[tuple[str, str]]] | None = None,
) -> AlignedTexts:
    """Align a source text with each of its translations.

    Args:
        source: The pivot.
        targets: Its translations.
        lexicons: By target language, pairs of texts that are known to say the same.
    """
    beads = tuple(
        tuple(
            align(
                source.contents,
                target.contents,
                source.language,
                target.language,
                source_paragraphs=[one.paragraph for one in source.segments],
                target_paragraphs=[one.paragraph for one in target.segments],
                lexicon=(lexicons or {}).get(target.language, ()),
            )
        )
        for target in targets
    )
    return AlignedTexts(source, tuple(targets), beads)


def _lines(text: str) -> tuple[Segment, ...]:
    """Return one segment for each line; an empty line is an empty segment."""
    segments = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        segments.append(Segment(line, start, number, "line"))
        start += len(line)
    return tuple(segments)
