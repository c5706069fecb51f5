"""Words that no term has → where two may be written as one: «eventStop», «10km», «orbite¹»."""

from __future__ import annotations

import re
from itertools import pairwise

from termbase.text.words import RAISED_NOTE

_NOTE = re.compile(RAISED_NOTE)
SEAM = re.compile(
    r"(?<=[^\W\d_A-ZА-ЯЁ])(?=[A-ZА-ЯЁ])|(?<=\d)(?=[^\W\d_])"
    rf"|{RAISED_NOTE}|(?<=[^\W\d_])(?=º$)|(?<=[^\W\d_A-ZА-ЯЁ]{{5}})(?=\d{{1,2}}$)"
)
"""Where a word that no term has may be two: «eventStop», «10km», «orbite¹», «orbite12», «nº»."""


def split(
    texts: list[str], spans: list[tuple[int, int]], meant: list[tuple[int, ...] | None]
) -> tuple[list[str], list[tuple[int, int]]]:
    """Split the words that no term has where another word may begin, or the number of a note: then
    only there, since what stands before it may be a term as it is, such as «BeiDou¹».
    """
    inner: list[str] = []
    places: list[tuple[int, int]] = []
    for text, (start, end), meanings in zip(texts, spans, meant, strict=True):
        seams = [0, *_seams(text)] if meanings is None else [0]
        for one, two in pairwise([*seams, len(text)]):
            inner.append(text[one:two])
            places.append((start + one, start + two if two < len(text) else end))
    return inner, places


def _seams(text: str) -> list[int]:
    note = _NOTE.search(text)
    return [note.start()] if note else [seam.start() for seam in SEAM.finditer(text)]
