"""How an alignment is summed up: segments, units by languages, and what a person should see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.cli._alignment_sources import Document
from termbase.cli._output import counted
from termbase.model.bead import Bead
from termbase.usecases.align_documents import DOUBTFUL, AlignedTexts, decisions_path
from termbase.usecases.stretches import bead_text, count_blank, count_one_sided, count_units
from termbase.usecases.suspect_texts import suspicions

_MOST_LISTED, _LISTED_OF_EACH = 20, 3
ALL = "list all with -v"
"""What to do where not all is listed."""


def alignment_lines(
    aligned: AlignedTexts, name: str = "", *, least: float = 0, most: int | None = _MOST_LISTED
) -> list[str]:
    """Return what to say of an alignment: one line of figures, then what a person should see.

    Args:
        aligned: The whole alignment.
        name: Of the document, where there are several.
        least: Beads of less confidence are left out.
        most: How many doubtful beads, and lost decisions, are listed; None for all of them.
    """
    kept = aligned.above(least)
    texts = [aligned.source, *aligned.targets]
    segments = " · ".join(f"{one.language} {len(one.segments)}" for one in texts)
    units, repeats = count_units(kept)
    shapes = ", ".join(f"{count} {shape}" for shape, count in _by_size(units))
    said = [shapes] if shapes else []
    if repeats:
        said.append(f"{counted(repeats, 'repeat')} kept once")
    one_sided = count_one_sided(aligned)
    if one_sided:
        said.append(f"{counted(one_sided, 'segment')} without counterpart left out")
    blank = count_blank(aligned)
    if blank:
        said.append(f"{counted(blank, 'blank pair')} left out")
    below = _count_below(aligned, least)
    if below:
        said.append(f"{counted(below, 'bead')} below {least:g} left out")
    doubtful = doubtful_lines(kept)
    if doubtful:
        said.append(f"{len(doubtful)} doubtful, confidence below {DOUBTFUL:.2f}")
    head = f"{name}: " if name else ""
    first = f"{head}{segments} segments → {counted(units.total(), 'unit')}"
    figures = f"{first} ({'; '.join(said)})" if said else first
    shown = first_of(doubtful, most, "  …", f"more; {ALL}, mend them with --review")
    path = decisions_path(aligned.source.path, aligned.source.language)
    rest = f"more decisions no longer apply; {ALL}"
    lost = first_of(_lost_lines(aligned, path), most, f"{path}:", rest)
    return [figures, *shown, *suspicions(aligned), *lost]


def first_of(lines: Sequence[str], most: int | None, head: str, rest: str) -> list[str]:
    """Return as many lines as are to be listed, then how many there are more.

    Args:
        lines: All of them.
        most: None for all.
        head, rest: What to say before and behind the number of the others.
    """
    more = 0 if most is None else len(lines) - most
    return [*lines[:most], f"{head} {more} {rest}"] if more > 0 else list(lines)


def most_listed(documents: int, *, list_all: bool) -> int | None:
    """Return how many doubtful beads of each document are listed: what is wrong stays in sight.

    Returns:
        None for all of them, as somebody may wish.
    """
    return None if list_all else max(_LISTED_OF_EACH, _MOST_LISTED // max(1, documents))


def replayed_lines(documents: Sequence[Document]) -> list[str]:
    """Return a line for each document that somebody has decided on, in these languages."""
    decided = [one for one in documents if one.decisions]
    if not decided:
        return []
    from termbase.model.decision import decisions_between

    lines = []
    for one in decided:
        (_, source), *targets = one.texts
        between = (decisions_between(one.decisions, source, target) for _, target in targets)
        if many := sum(map(len, between)):
            lines.append(f"{one.sidecar}: {counted(many, 'decision')}")
    return lines


def doubtful_lines(aligned: AlignedTexts) -> list[str]:
    """Return a line for each bead that a person should look at and nobody has."""
    lines = []
    for number, target in enumerate(aligned.targets):
        for bead in _undecided(aligned, number):
            if bead.confidence < DOUBTFUL and all(aligned.says(number, bead)):
                text = bead_text(aligned.source, bead.source)
                start = f"{text[:60]}…" if len(text) > 60 else text
                pair = f"{aligned.source.language}–{target.language}"
                lines.append(f"  ! {pair} {bead.shape}  {bead.confidence:.2f}  «{start}»")
    return lines


def _lost_lines(aligned: AlignedTexts, path: str) -> list[str]:
    """Return a line for each decision of a file that no longer applies."""
    return [
        f"{path}: {one.decision} no longer applies: {one.reason}; decide anew with --review"
        for one in aligned.lost
    ]


def _count_below(aligned: AlignedTexts, least: float) -> int:
    """Count the beads with two sides that have less confidence."""
    return sum(
        bead.confidence < least and all(aligned.says(number, bead))
        for number, beads in enumerate(aligned.beads)
        for bead in beads
    )


def _undecided(aligned: AlignedTexts, number: int) -> Iterator[Bead]:
    return (bead for bead in aligned.beads[number] if not aligned.is_reviewed(number, bead))


def _by_size(shapes: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(shapes.items(), key=lambda item: (-item[0].count("–"), -item[1], item[0]))
