"""Alignments as text: one bead a line, a table of texts, or JSON."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.model.bead import Bead
from termbase.ports import Record
from termbase.usecases.align_documents import AlignedTexts, SegmentedText
from termbase.usecases.join_units import joined_text


def as_lines(documents: Sequence[tuple[str, AlignedTexts]], kind: str) -> bytes:
    """Return alignments as ``ladder`` (``0,1:0:0.97``) or as ``tsv`` with the texts.

    Args:
        documents: Each with its name, which starts its lines where there are several; so does the
            language where a document has several translations.
        kind: ``ladder`` or ``tsv``.
    """
    lines = []
    for name, aligned in documents:
        for target, beads in zip(aligned.targets, aligned.beads, strict=True):
            head = [name] if len(documents) > 1 else []
            head += [target.language] if len(aligned.targets) > 1 else []
            for bead in beads:
                cells = [_ladder(bead)]
                if kind == "tsv":
                    cells = [f"{bead.confidence:.2f}", *_texts(aligned.source, target, bead)]
                lines.append("\t".join(" ".join(cell.split()) for cell in [*head, *cells]))
    return "".join(f"{line}\n" for line in lines).encode()


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
                    "beads": [_record(aligned.source, target, bead) for bead in beads],
                }
                for target, beads in zip(aligned.targets, aligned.beads, strict=True)
            ],
        }
        for name, aligned in documents
    ]
    envelope = {"schema": "termbase.align/1", "documents": found}
    return (json.dumps(envelope, ensure_ascii=False, indent=1) + "\n").encode()


def _ladder(bead: Bead) -> str:
    sides = (",".join(map(str, side)) for side in (bead.source, bead.target))
    return ":".join([*sides, f"{bead.confidence:.2f}"])


def _texts(source: SegmentedText, target: SegmentedText, bead: Bead) -> tuple[str, str]:
    return (
        joined_text([source.segments[one] for one in bead.source], source.language),
        joined_text([target.segments[one] for one in bead.target], target.language),
    )


def _record(source: SegmentedText, target: SegmentedText, bead: Bead) -> Record:
    source_text, target_text = _texts(source, target, bead)
    return {
        "source": bead.source,
        "target": bead.target,
        "confidence": round(bead.confidence, 2),
        "source_text": source_text,
        "target_text": target_text,
    }
