"""Segments of two texts → beads: which segments say the same thing, and how surely.

Nothing is known beforehand of either text: a first path follows lengths, numbers and names; the
words of that path teach a lexicon, and the lexicon draws the next path. numpy is imported by the
first call of `align`, not by importing this package.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from termbase.model.bead import Bead
from termbase.model.language import primary
from termbase.ports.encoding import Encode

__all__ = ["align"]


def align(  # noqa: PLR0913, each is a kind of knowledge that only some callers have
    source: Sequence[str],
    target: Sequence[str],
    source_language: str,
    target_language: str,
    *,
    source_paragraphs: Sequence[int] | None = None,
    target_paragraphs: Sequence[int] | None = None,
    lexicon: Sequence[tuple[str, str]] = (),
    pins: Sequence[Bead] = (),
    encode: Encode | None = None,
    tell: Callable[[int], None] | None = None,
) -> list[Bead]:
    """Say which segments of two texts correspond.

    Args:
        source, target: The segments of each text, in order.
        source_language, target_language: BCP 47 tags, such as ``fr`` and ``ru``.
        source_paragraphs, target_paragraphs: The paragraph number of each segment, ascending;
            used where both are given.
        lexicon: Source and target texts that are known to say the same: words, terms, sentences.
        pins: Beads that a person confirmed; they are kept as they are, with confidence 1.0.
        encode: Turns texts of either language into vectors that are alike where their meaning is;
            asked once for each text, for all its stretches of up to four segments.
        tell: Told now and then how many per cent are done, up to 99.

    Returns:
        Beads in the order of the texts; every segment of both stands in exactly one.

    Raises:
        ValueError: If pins cross or overlap each other or lie outside the texts, or if there are
            not as many paragraph numbers as segments, or if the encoder's answer does not fit.
        UnknownLanguageError: If a tag names no language.

    Source: Gale and Church 1993 (length); Moore 2002 and Varga et al. 2005 (length first, then
    a lexicon learned from the texts); Brown et al. 1993 (IBM model 1).

    >>> beads = align(["Bonjour.", "Il pleut. Il vente."], ["Hello.", "It rains.", "It blows."],
    ...     "fr", "en")
    >>> [(bead.source, bead.target) for bead in beads]
    [((0,), (0,)), ((1,), (1, 2))]
    """
    from termbase.alignment.aligner import Task, align_texts

    languages = primary(source_language), primary(target_language)
    for texts, paragraphs in ((source, source_paragraphs), (target, target_paragraphs)):
        if paragraphs is not None and len(paragraphs) != len(texts):
            raise ValueError(f"{len(paragraphs)} paragraph numbers for {len(texts)} segments")
    both = None
    if source_paragraphs is not None and target_paragraphs is not None:
        both = source_paragraphs, target_paragraphs
    return align_texts(Task(source, target, languages, lexicon, pins, both, encode, tell))
