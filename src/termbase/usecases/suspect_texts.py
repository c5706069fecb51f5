"""Aligned texts → what looks wrong with them as a whole: they hardly correspond, much has no
counterpart, or they speak another language than was said.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from termbase.languages.function_words import FUNCTION_WORDS
from termbase.model.language import primary
from termbase.usecases.align_documents import DOUBTFUL, AlignedTexts, SegmentedText

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH, _MOST = 40, 5000
_MUCH_ALONE, _FEW = 1 / 3, 10
_LITTLE, _MUCH = 0.04, 0.08
"""Shares of the words that hold a language together: too few for it, and enough for another."""


def suspicions(aligned: AlignedTexts) -> list[str]:
    """Return a line for each thing that looks wrong, none where nothing does."""
    lines = []
    for number, target in enumerate(aligned.targets):
        texts = f"{aligned.source.path} and {target.path}"
        middle = _median_confidence(aligned, number)
        alone, every = _segments_alone(aligned, number)
        if middle < DOUBTFUL / 2:
            lines.append(
                f"{texts} hardly correspond: median confidence {middle:.2f}; "
                "are they in the right order and languages?"
            )
        elif alone > max(_FEW, _MUCH_ALONE * every):
            lines.append(
                f"{texts}: {alone} of {every} segments have no counterpart; "
                "is a part missing, or in another place?"
            )
    for text in (aligned.source, *aligned.targets):
        other = other_language(text)
        if other:
            lines.append(f"{text.path} reads like {other}, not {text.language}; check -s and -t")
    return lines


def other_language(text: SegmentedText) -> str:
    """Return the language that a text is in by its short words, if plainly not its own.

    >>> lines = "Il voit la maison et le jardin de la ville. " * 9
    >>> other_language(SegmentedText("a", "en", lines, ()))
    'fr'
    """
    own = FUNCTION_WORDS.get(primary(text.language))
    found = (one.group().casefold() for one in _WORD.finditer(text.text))
    counts = Counter(islice(found, _MOST))
    total = counts.total()
    if own is None or total < _ENOUGH:
        return ""
    shares = {
        language: sum(counts[word] for word in words) / total
        for language, words in FUNCTION_WORDS.items()
    }
    likeliest = max(shares, key=lambda language: shares[language])
    plain = shares[primary(text.language)] < _LITTLE and shares[likeliest] > _MUCH
    return likeliest if plain else ""


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


def _median_confidence(aligned: AlignedTexts, number: int) -> float:
    """Return the confidence in the middle of the beads with two sides that nobody has decided."""
    beads = [bead for bead in aligned.beads[number] if bead.source and bead.target]
    sure = sorted(one.confidence for one in beads if not aligned.is_reviewed(number, one))
    if not sure:
        return 1.0 if beads else 0.0
    return sure[len(sure) // 2]
