"""Alignments as a table for revisers."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.formats.alignment_table import tsv_bytes, xlsx_bytes
from termbase.usecases.align_documents import DOUBTFUL, AlignedTexts
from termbase.usecases.review_table import DECISIONS, table_rows

_HINT = (
    "accept: right as it is. reject: the two do not say the same. merge: with the row below. "
    "split 1:2: the first segment and the first two are a row, the rest another. "
    "correct: write other numbers into the columns of segments. clear: no longer decided."
)
"""A spreadsheet shows 255 signs."""


def as_table(documents: Sequence[tuple[str, AlignedTexts]], kind: str) -> bytes:
    """Return alignments as a table that a reviser can fill in, as ``tsv`` or ``xlsx``."""
    if kind == "tsv":
        return tsv_bytes(table_rows(documents))
    rows = table_rows(documents, segment_a_line=True)
    return xlsx_bytes(rows, choices=DECISIONS, least=DOUBTFUL, hint=_HINT)
