"""Alignments as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from termbase.model.bead import Bead
from termbase.ports import Record
from termbase.usecases.align_documents import AlignedTexts, SegmentedText
from termbase.usecases.stretches import bead_text


def as_json(documents: Sequence[tuple[str, AlignedTexts]]) -> bytes:
    """Return alignments in the envelope ``termbase.align/1``."""
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


def _record(source: SegmentedText, target: SegmentedText, bead: Bead) -> Record:
    return {
        "source": bead.source,
        "target": bead.target,
        "confidence": round(bead.confidence, 2),
        "source_text": bead_text(source, bead.source),
        "target_text": bead_text(target, bead.target),
    }
