"""Translation units → the pairs of segments that a check reads, with their inline codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from termbase.model.finding import Code, SegmentPair
from termbase.model.language import primary, speaks, speaks_any
from termbase.model.unit import Content, InlineCode, TranslationUnit


def pairs_between(
    units: Iterable[TranslationUnit], source: str, target: str
) -> Iterator[SegmentPair]:
    """Yield what a memory has in two languages."""
    for unit in units:
        for _, pair in unit_pairs(unit, source, (target,)):
            yield pair


def unit_pairs(
    unit: TranslationUnit, source: str, targets: Sequence[str]
) -> Iterator[tuple[str, SegmentPair]]:
    """Yield each text of a unit in some languages, all where none is named, with its source."""
    asked = unit.variant(source)
    if asked is None:
        return
    for variant in unit.variants:
        if variant is asked or speaks(variant.language, primary(source)):
            continue
        if not targets or speaks_any(variant.language, targets):
            codes = codes_of(asked.content), codes_of(variant.content)
            yield variant.language, SegmentPair(asked.text, variant.text, *codes)


def codes_of(content: Content) -> tuple[Code, ...]:
    """Return the inline codes of a text, with where they stand in what a reader sees."""
    found: list[Code] = []
    _collect(content, 0, found)
    return tuple(found)


def _collect(content: Content, at: int, found: list[Code]) -> int:
    """Add the codes of a content that begins at an offset; return where it ends."""
    for part in content:
        if isinstance(part, str):
            at += len(part)
        elif part.kind == "hi":
            at = _collect(part.content, at, found)
        else:
            found.append(Code(at, _label(part)))
    return at


def _label(code: InlineCode) -> str:
    """Return what a code is on both sides: its kind, and what pairs it with the other side."""
    known = dict(code.attributes)
    number = known.get("x") or known.get("i") or known.get("id") or ""
    return f"{code.kind} {number}".strip()
