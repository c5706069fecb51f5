"""Aligned texts → what looks wrong with them as a whole: they hardly correspond, much has no
counterpart, or they speak another language than was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.usecases.align_documents import DOUBTFUL, AlignedTexts
from termbase.usecases.other_language import other_language

_MUCH_ALONE, _FEW = 1 / 3, 10
_HARDLY, _HARDLY_OF_FEW, _FEW_BEADS = DOUBTFUL / 2, 0.5, 3
"""Of fewer beads none can be far below what is doubtful, and few that are right come near it."""


def suspicions(aligned: AlignedTexts) -> list[str]:
    """Return a line for each thing that looks wrong, none where nothing does."""
    texts = [aligned.source, *aligned.targets]
    others = [other_language(one.text, one.language) for one in texts]
    said = [
        f"{one.path} reads like {other}, not {one.language}"
        for one, other in zip(texts, others, strict=True)
        if other
    ]
    lines = [f"{'; '.join(said)}; check -s and -t"] if said else []
    for number, other in enumerate(others[1:]):
        if not (others[0] or other):
            lines += _misfits(aligned, number)
    return lines


def _misfits(aligned: AlignedTexts, number: int) -> Iterator[str]:
    """Yield what looks wrong with a pair of texts, each in its own language."""
    texts = f"{aligned.source.path} and {aligned.targets[number].path}"
    middle, beads = _median_confidence(aligned, number)
    alone, every = _segments_alone(aligned, number)
    if middle < (_HARDLY_OF_FEW if beads < _FEW_BEADS else _HARDLY):
        yield (
            f"{texts} hardly correspond: median confidence {middle:.2f}; "
            "are they in the right order and languages?"
        )
    elif alone > max(_FEW, _MUCH_ALONE * every):
        yield (
            f"{texts}: {alone} of {every} segments have no counterpart; "
            "is a part missing, or in another place?"
        )


def _segments_alone(aligned: AlignedTexts, number: int) -> tuple[int, int]:
    """Return how many segments of a pair have no counterpart that nobody wanted so, and of all."""
    beads = aligned.beads[number]
    sizes = [(len(bead.source), len(bead.target), bead) for bead in beads]
    alone = sum(
        ours + theirs
        for ours, theirs, bead in sizes
        if not (ours and theirs) and not aligned.is_reviewed(number, bead)
    )
    return alone, sum(ours + theirs for ours, theirs, _ in sizes)


def _median_confidence(aligned: AlignedTexts, number: int) -> tuple[float, int]:
    """Return the confidence in the middle of the beads with two sides, and how many these are.

    What somebody has decided does not count.
    """
    beads = [bead for bead in aligned.beads[number] if all(aligned.says(number, bead))]
    sure = sorted(one.confidence for one in beads if not aligned.is_reviewed(number, one))
    if not sure:
        return 1.0 if beads else 0.0, 0
    return sure[len(sure) // 2], len(sure)
