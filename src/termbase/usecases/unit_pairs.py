"""Translation units → the pairs of segments that a check reads, with their inline codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from termbase.model.bilingual import BilingualUnit
from termbase.model.finding import Code, SegmentPair
from termbase.model.language import primary, speaks, speaks_any
from termbase.model.unit import Content, InlineCode, TranslationUnit

_MARKER = re.compile(r"</?(?:mrk|sm|em|comment)")
"""The short tags of what only marks text; a content does not keep it."""
_ELEMENT = re.compile(r"</?(?:bpt|ept|bx|ex|sc|ec|pc|ph|it|g|x)(?=\w)|</?|/?>$")
"""What is left of a short tag without its element: the id that both sides share."""
_HALVES = {"begin": "bpt", "end": "ept"}


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


def codes_by_id(unit: BilingualUnit) -> tuple[tuple[Code, ...], tuple[Code, ...]]:
    """Return the inline codes of both texts of a unit, named by their ids in the file."""
    ours, theirs = codes_of(unit.source_content), codes_of(unit.target_content)
    if not unit.codes or not (ours or theirs):
        return ours, theirs
    tags = sorted((tag for tag, _ in unit.codes), key=len, reverse=True)
    found = re.compile("|".join(map(re.escape, tags)))
    return (
        _by_id(ours, found.findall(unit.source)),
        _by_id(theirs, found.findall(unit.target or "")),
    )


def _by_id(codes: tuple[Code, ...], tags: Sequence[str]) -> tuple[Code, ...]:
    """Return codes with the ids of their tags, where each has one."""
    ids = [_ELEMENT.sub("", tag) for tag in tags if not _MARKER.match(tag)]
    if len(ids) != len(codes):
        return codes
    kinds = (code.label.partition(" ")[0] for code in codes)
    named = zip(codes, kinds, ids, strict=True)
    return tuple(Code(code.at, f"{kind} {name}".strip()) for code, kind, name in named)


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
    kind = _HALVES.get(known.get("pos", ""), code.kind)
    return f"{kind} {number}".strip()
