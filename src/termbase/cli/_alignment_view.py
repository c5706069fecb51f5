"""How an alignment is summed up: segments, units by languages, and what a person should see."""

from __future__ import annotations

from collections.abc import Sequence

from termbase.cli._output import counted
from termbase.model.unit import TranslationUnit
from termbase.usecases.align_documents import DOUBTFUL, AlignedTexts
from termbase.usecases.join_units import count_one_sided, count_shapes


def alignment_lines(aligned: AlignedTexts, units: Sequence[TranslationUnit]) -> list[str]:
    """Return what to say of an alignment: one line of figures, then each doubtful bead."""
    texts = [aligned.source, *aligned.targets]
    segments = " · ".join(f"{one.language} {len(one.segments)}" for one in texts)
    shapes = ", ".join(f"{count} {shape}" for shape, count in _by_size(count_shapes(units)))
    said = [shapes] if shapes else []
    repeats = sum(int(unit.attribute("usagecount") or 1) - 1 for unit in units)
    if repeats:
        said.append(f"{counted(repeats, 'repeat')} kept once")
    one_sided = count_one_sided(aligned)
    if one_sided:
        said.append(f"{counted(one_sided, 'segment')} without counterpart left out")
    lines = [f"{segments} segments → {counted(len(units), 'unit')} ({'; '.join(said)})"]
    confirmed = any("yes" in unit.values("x-reviewed") for unit in units)
    return lines if confirmed else lines + doubtful_lines(aligned) + _misfits(aligned)


def doubtful_lines(aligned: AlignedTexts) -> list[str]:
    """Return a line for each bead that a person should look at."""
    lines = []
    for target, beads in zip(aligned.targets, aligned.beads, strict=True):
        for bead in beads:
            if bead.confidence < DOUBTFUL and bead.source and bead.target:
                text = aligned.source.segments[bead.source[0]].content
                start = f"{text[:60]}…" if len(text) > 60 else text
                pair = f"{aligned.source.language}–{target.language}"
                lines.append(f"  ! {pair} {bead.shape}  {bead.confidence:.2f}  «{start}»")
    return lines


def _misfits(aligned: AlignedTexts) -> list[str]:
    """Return a line for each pair of texts that hardly correspond."""
    lines = []
    for target, beads in zip(aligned.targets, aligned.beads, strict=True):
        middle = sorted(bead.confidence for bead in beads)[len(beads) // 2] if beads else 1.0
        if middle < DOUBTFUL / 2:
            lines.append(
                f"{aligned.source.path} and {target.path} hardly correspond: median confidence "
                f"{middle:.2f}; are they in the right order and languages?"
            )
    return lines


def _by_size(shapes: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(shapes.items(), key=lambda item: (-item[0].count("–"), -item[1], item[0]))
