"""Alignments → a table with a row for each bead, which a reviser fills in.

The ``id`` of a row says which segments it holds, so rows and columns may come back in any order.
Segments are numbered from 1 here, as rows of a spreadsheet are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.model.bead import Bead
from termbase.usecases.align_documents import AlignedTexts
from termbase.usecases.review_alignment import PairOfTexts
from termbase.usecases.stretches import bead_text

COLUMNS = (
    "document",
    "languages",
    "confidence",
    "decision",
    "source",
    "target",
    "source_segments",
    "target_segments",
    "id",
)
CLEAR = "clear"
"""Takes back what was decided of a row."""
DECISIONS = ("accept", "merge", "split", "reject", "correct", CLEAR)
DECIDED = "decided"
"""Stands in place of a decision where a person has decided before."""


def table_rows(
    documents: Sequence[tuple[str, AlignedTexts]], *, segment_a_line: bool = False
) -> Iterator[tuple[str, ...]]:
    """Yield the heading and a row for each bead, with the cells of `COLUMNS`.

    Args:
        documents: Each with its name.
        segment_a_line: Whether segments within a cell stand on lines of their own.
    """
    yield COLUMNS
    for name, aligned in documents:
        for number, target in enumerate(aligned.targets):
            texts = PairOfTexts.of(aligned.source, target)
            for bead in aligned.beads[number]:
                yield (
                    name,
                    f"{aligned.source.language}–{target.language}",
                    f"{bead.confidence:.2f}",
                    DECIDED if aligned.is_reviewed(number, bead) else "",
                    bead_text(aligned.source, bead.source, segment_a_line=segment_a_line),
                    bead_text(target, bead.target, segment_a_line=segment_a_line),
                    numbers_cell(bead.source),
                    numbers_cell(bead.target),
                    id_cell(texts, bead),
                )


def numbers_cell(numbers: Sequence[int]) -> str:
    """Return numbers of segments, from 1, so that no spreadsheet takes them for a date or a sum.

    >>> numbers_cell((11, 12))
    '12+13'
    """
    return "+".join(str(one + 1) for one in numbers)


def id_cell(texts: PairOfTexts, bead: Bead) -> str:
    """Return what tells a row: ``fr:12=kdlmenbgac-ofpa en:14=…,15=…``."""
    sides = (
        (text.language, numbers, ids.ids)
        for text, numbers, ids in zip(
            (texts.source, texts.target), (bead.source, bead.target), texts.ids, strict=True
        )
    )
    return " ".join(
        f"{language}:" + ",".join(f"{one + 1}={ids[one]}" for one in numbers)
        for language, numbers, ids in sides
    )
