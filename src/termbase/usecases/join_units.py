"""Beads of several pairs over one source text become translation units.

What repeats is kept once, with every place it stands at.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

from termbase.model.bead import Bead
from termbase.model.unit import Property, TranslationUnit, Variant
from termbase.usecases.align_documents import AlignedTexts, SegmentedText
from termbase.usecases.stretches import stretches, texts_of

EDGE = "-"
"""Stands for the neighbour that a document's first or last segment does not have."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What is said of all units of one document.

    Attributes:
        path: The source file, as it is written into the units.
        date: TMX date; may be empty.
        author: May be empty.
    """

    path: str
    date: str = ""
    author: str = ""


@dataclass(slots=True)
class _Draft:
    """A unit in the making. Places: of its occurrences, each with its neighbours' hashes."""

    texts: dict[str, str]
    segments: dict[str, tuple[int, ...]]
    confidence: float
    reviewed: bool
    origin: Origin
    places: list[str] = field(default_factory=list)

    def repeat(self, other: _Draft) -> None:
        """Take in the same texts from another place; who confirmed one has confirmed all."""
        self.places += other.places
        if other.reviewed and not self.reviewed:
            self.reviewed, self.confidence = True, other.confidence


def join_units(documents: Iterable[tuple[AlignedTexts, Origin]]) -> list[TranslationUnit]:
    """Return the translation units of aligned documents, in the order of their sources.

    Args:
        documents: Each with what is said of all its units.

    Returns:
        Units with ``x-source-file``, ``x-segments``, ``x-confidence``, ``x-reviewed`` and one
        ``x-occurrence`` a place (``path:segments before after``, the neighbours as hashes of
        their texts). Beads that say nothing on a side give none.
    """
    drafts: dict[tuple[tuple[str, str], ...], _Draft] = {}
    for aligned, origin in documents:
        for draft in _drafts(aligned, origin):
            known = drafts.setdefault(tuple(draft.texts.items()), draft)
            if known is not draft:
                known.repeat(draft)
    return [_unit(draft) for draft in drafts.values()]


def _drafts(aligned: AlignedTexts, origin: Origin) -> list[_Draft]:
    """Return a draft for each stretch of the source."""
    return [_draft(aligned, *one, origin) for one in stretches(aligned)]


def _draft(
    aligned: AlignedTexts, stretch: tuple[int, ...], beads: dict[int, Bead], origin: Origin
) -> _Draft:
    source = aligned.source
    segments = {source.language: stretch}
    texts = texts_of(aligned, stretch, beads)
    for number in sorted(beads):
        segments[aligned.targets[number].language] = beads[number].target
    confidence = min(bead.confidence for bead in beads.values())
    reviewed = all(aligned.is_reviewed(*one) for one in beads.items())
    place = f"{origin.path}:{_numbers(stretch)}"
    before, after = _neighbour(source, stretch[0] - 1), _neighbour(source, stretch[-1] + 1)
    return _Draft(texts, segments, confidence, reviewed, origin, [f"{place} {before} {after}"])


def _numbers(numbers: tuple[int, ...]) -> str:
    return ",".join(str(one) for one in numbers)


def _neighbour(text: SegmentedText, number: int) -> str:
    """Return the hash of a neighbouring segment, or the sign for an edge."""
    if not 0 <= number < len(text.segments):
        return EDGE
    return _hash(text.segments[number].content, 4)


def _hash(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def _unit(draft: _Draft) -> TranslationUnit:
    origin = draft.origin
    source = next(iter(draft.texts.values()))
    place = draft.places[0].split(" ")[0]
    spoken = " ".join(f"{name}:{_numbers(one)}" for name, one in draft.segments.items())
    properties = [
        Property("x-source-file", origin.path),
        Property("x-segments", spoken),
        Property("x-confidence", f"{draft.confidence:.2f}"),
        *([Property("x-reviewed", "yes")] if draft.reviewed else []),
        *(Property("x-occurrence", one) for one in draft.places),
    ]
    attributes = [
        ("usagecount", str(len(draft.places))),
        ("creationdate", origin.date),
        ("creationid", origin.author),
    ]
    return TranslationUnit(
        variants=tuple(Variant(language, (text,)) for language, text in draft.texts.items()),
        id=_hash(f"{place}\n{source}", 8),
        attributes=tuple((name, value) for name, value in attributes if value),
        properties=tuple(properties),
    )
