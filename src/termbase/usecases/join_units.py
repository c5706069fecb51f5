"""Beads of several pairs over one source text become translation units.

Where the languages agree on the segments of the source, they share one unit; where they do not,
each pair keeps its own, finer units. What repeats is kept once, with every place it stands at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from termbase.model.bead import Bead
from termbase.model.language import primary
from termbase.model.segment import Segment
from termbase.model.unit import Property, TranslationUnit, Variant
from termbase.usecases.align_documents import AlignedTexts, SegmentedText

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


def count_units(aligned: AlignedTexts) -> tuple[Counter[str], int]:
    """Count the units of aligned texts by their languages (``fr–en–ru``), and repeats of them."""
    places = Counter(tuple(_texts(aligned, *one).items()) for one in _stretches(aligned))
    shapes = Counter("–".join(language for language, _ in texts) for texts in places)
    return shapes, places.total() - len(places)


def count_one_sided(aligned: AlignedTexts) -> int:
    """Count the segments of beads that say something on one side alone and so give no unit."""
    return sum(
        len(side)
        for number, beads in enumerate(aligned.beads)
        for bead in beads
        if not all(says := aligned.says(number, bead))
        for side, said in zip((bead.source, bead.target), says, strict=True)
        if said
    )


def count_blank(aligned: AlignedTexts) -> int:
    """Count the beads that say nothing on either side: empty lines opposite each other."""
    return sum(not (ours or theirs) for ours, theirs in _sides(aligned))


def _sides(aligned: AlignedTexts) -> Iterator[tuple[bool, bool]]:
    """Yield, for each bead, which of its sides say something."""
    for number, beads in enumerate(aligned.beads):
        yield from (aligned.says(number, bead) for bead in beads)


def joined_text(segments: Sequence[Segment], language: str) -> str:
    """Return neighbouring segments as one text, blank ones left out; Chinese and Japanese put no
    space between.
    """
    glue = "" if primary(language) in {"zh", "ja"} else " "
    return glue.join(one.content for one in segments if one.content.strip())


def _drafts(aligned: AlignedTexts, origin: Origin) -> list[_Draft]:
    """Return a draft for each stretch of the source."""
    return [_draft(aligned, *one, origin) for one in _stretches(aligned)]


def _stretches(aligned: AlignedTexts) -> list[tuple[tuple[int, ...], dict[int, Bead]]]:
    """Return each stretch of the source, with the beads of all texts that agree on it."""
    stretches: dict[tuple[int, ...], dict[int, Bead]] = {}
    for number, beads in enumerate(aligned.beads):
        for bead in beads:
            if all(aligned.says(number, bead)):
                stretches.setdefault(bead.source, {})[number] = bead
    return sorted(stretches.items(), key=lambda item: (item[0], sorted(item[1])))


def _draft(
    aligned: AlignedTexts, stretch: tuple[int, ...], beads: dict[int, Bead], origin: Origin
) -> _Draft:
    source = aligned.source
    segments = {source.language: stretch}
    texts = _texts(aligned, stretch, beads)
    for number in sorted(beads):
        segments[aligned.targets[number].language] = beads[number].target
    confidence = min(bead.confidence for bead in beads.values())
    reviewed = all(aligned.is_reviewed(*one) for one in beads.items())
    place = f"{origin.path}:{_numbers(stretch)}"
    before, after = _neighbour(source, stretch[0] - 1), _neighbour(source, stretch[-1] + 1)
    return _Draft(texts, segments, confidence, reviewed, origin, [f"{place} {before} {after}"])


def _texts(
    aligned: AlignedTexts, stretch: tuple[int, ...], beads: dict[int, Bead]
) -> dict[str, str]:
    """Return what a stretch of the source says in each language, the source first."""
    texts = {aligned.source.language: _text(aligned.source, stretch)}
    for number in sorted(beads):
        target = aligned.targets[number]
        texts[target.language] = _text(target, beads[number].target)
    return texts


def _text(text: SegmentedText, numbers: tuple[int, ...]) -> str:
    return joined_text([text.segments[one] for one in numbers], text.language)


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
