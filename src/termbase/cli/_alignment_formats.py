"""Alignments as one bead a line, as a table for revisers, or as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.model.bead import Bead
from termbase.ports import Record
from termbase.usecases.align_documents import DOUBTFUL, AlignedTexts, SegmentedText
from termbase.usecases.review_table import DECISIONS, bead_text, table_rows

_HINT = (
    "accept: right as it is. reject: the two do not say the same. merge: with the row below. "
    "split 1:2: the first segment and the first two go together, the rest is another row. "
    "correct: write other numbers into source_segments and target_segments."
)


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


def as_table(documents: Sequence[tuple[str, AlignedTexts]], kind: str) -> bytes:
    """Return alignments as a table that a reviser can fill in, as ``tsv`` or ``xlsx``."""
    from termbase.formats.alignment_table import tsv_bytes, xlsx_bytes

    if kind == "tsv":
        return tsv_bytes(table_rows(documents))
    rows = table_rows(documents, segment_a_line=True)
    return xlsx_bytes(rows, choices=DECISIONS, least=DOUBTFUL, hint=_HINT)


def as_json(documents: Sequence[tuple[str, AlignedTexts]]) -> bytes:
    """Return alignments in the envelope ``termbase.align/1``."""
    import json

    found = [
        {
            "document": name,
            "source": aligned.source.language,
            "targets": [
                {
                    "language": target.language,
                    "beads": [
                        _record(aligned.source, target, bead)
                        | {"reviewed": aligned.is_reviewed(number, bead)}
                        for bead in aligned.beads[number]
                    ],
                }
                for number, target in enumerate(aligned.targets)
            ],
        }
        for name, aligned in documents
    ]
    envelope = {"schema": "termbase.align/1", "documents": found}
    return (json.dumps(envelope, ensure_ascii=False, indent=1) + "\n").encode()


def _ladder(bead: Bead) -> str:
    sides = (",".join(map(str, side)) for side in (bead.source, bead.target))
    return ":".join([*sides, f"{bead.confidence:.2f}"])


def _record(source: SegmentedText, target: SegmentedText, bead: Bead) -> Record:
    return {
        "source": bead.source,
        "target": bead.target,
        "confidence": round(bead.confidence, 2),
        "source_text": bead_text(source, bead.source),
        "target_text": bead_text(target, bead.target),
    }
