"""Alignments as ladders: one bead a line."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.model.bead import Bead
from termbase.usecases.align_documents import AlignedTexts


def as_ladder(documents: Sequence[tuple[str, AlignedTexts]]) -> bytes:
    """Return alignments as ladders: ``0,1:0:0.97`` for each bead.

    Args:
        documents: Each with its name, which starts its lines where there are several; so does the
            language where any of them has several translations.
    """
    lines = []
    several = any(len(aligned.targets) > 1 for _, aligned in documents)
    for name, aligned in documents:
        for target, beads in zip(aligned.targets, aligned.beads, strict=True):
            head = [name] if len(documents) > 1 else []
            head += [target.language] if several else []
            lines += ["\t".join([*head, _ladder(bead)]) for bead in beads]
    return "".join(f"{line}\n" for line in lines).encode()


def _ladder(bead: Bead) -> str:
    sides = (",".join(map(str, side)) for side in (bead.source, bead.target))
    return ":".join([*sides, f"{bead.confidence:.2f}"])
