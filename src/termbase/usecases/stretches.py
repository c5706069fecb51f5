"""Beads of several pairs over one source text → the stretches of it that make a unit each.

Where the languages agree on the segments of the source, they share a stretch; where they do not,
each pair keeps its own, finer ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from termbase.model.bead import Bead
from termbase.model.language import primary
from termbase.model.segment import Segment
from termbase.usecases.align_documents import AlignedTexts, SegmentedText


def stretches(aligned: AlignedTexts) -> list[tuple[tuple[int, ...], dict[int, Bead]]]:
    """Return each stretch of the source, with the beads of all texts that agree on it."""
    found: dict[tuple[int, ...], dict[int, Bead]] = {}
    for number, beads in enumerate(aligned.beads):
        for bead in beads:
            if all(aligned.says(number, bead)):
                found.setdefault(bead.source, {})[number] = bead
    return sorted(found.items(), key=lambda item: (item[0], sorted(item[1])))


def texts_of(
    aligned: AlignedTexts, stretch: tuple[int, ...], beads: dict[int, Bead]
) -> dict[str, str]:
    """Return what a stretch of the source says in each language, the source first."""
    texts = {aligned.source.language: bead_text(aligned.source, stretch)}
    for number in sorted(beads):
        target = aligned.targets[number]
        texts[target.language] = bead_text(target, beads[number].target)
    return texts


def count_units(aligned: AlignedTexts) -> tuple[Counter[str], int]:
    """Count the units of aligned texts by their languages (``fr–en–ru``), and repeats of them."""
    places = Counter(tuple(texts_of(aligned, *one).items()) for one in stretches(aligned))
    shapes = Counter("–".join(language for language, _ in texts) for texts in places)
    return shapes, places.total() - len(places)


def count_one_sided(aligned: AlignedTexts) -> int:
    """Count the segments of beads that say something on one side alone and so give no unit."""
    return sum(
        len(side)
        for number, beads in enumerate(aligned.beads)
        for bead in beads
        if not all(says := aligned.says(number, bead))
        for side, said in zip((bead.source, bead.target), says, strict=True)
        if said
    )


def count_blank(aligned: AlignedTexts) -> int:
    """Count the beads that say nothing on either side: empty lines opposite each other."""
    return sum(not (ours or theirs) for ours, theirs in _sides(aligned))


def _sides(aligned: AlignedTexts) -> Iterator[tuple[bool, bool]]:
    """Yield, for each bead, which of its sides say something."""
    for number, beads in enumerate(aligned.beads):
        yield from (aligned.says(number, bead) for bead in beads)


def bead_text(text: SegmentedText, numbers: Sequence[int], *, segment_a_line: bool = False) -> str:
    """Return what segments of a text say."""
    segments = [text.segments[one] for one in numbers]
    if segment_a_line:
        return "\n".join(one.content for one in segments)
    return joined_text(segments, text.language)


def joined_text(segments: Sequence[Segment], language: str) -> str:
    """Return neighbouring segments as one text, blank ones left out; Chinese and Japanese put no
    space between.
    """
    glue = "" if primary(language) in {"zh", "ja"} else " "
    return glue.join(one.content for one in segments if one.content.strip())
