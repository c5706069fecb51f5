"""Translation units → the pairs of segments that a check reads, with their inline codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from termbase.model.bilingual import BilingualUnit
from termbase.model.finding import Code, SegmentPair
from termbase.model.language import primary, speaks, speaks_any
from termbase.model.unit import Content, InlineCode, TranslationUnit

_MARKER = re.compile(r"</?(?:mrk|sm|em|comment)")
"""The short tags of what only marks text; a content does not keep it."""
_ELEMENT = re.compile(r"</?(?:bpt|ept|bx|ex|sc|ec|pc|ph|it|g|x)(?=\w)|</?|/?>$")
"""What is left of a short tag without its element: the id that both sides share."""
_HALVES = {"begin": "bpt", "end": "ept"}
_STANDING = ("ph", "ut")
"""Codes that are no half of a pair."""
_FORMATTING = re.compile(
    r"\s*</?(?:b|i|u|s|em|strong|su[bp]|span|a|font|small|big|code|tt|mark|abbr|q|cf)\b", re.I
)
_FORMATS = re.compile(r"(?:x-)?(?:bold|italic|underline|strong|em|su[bp]|span|link|[abiu])\b", re.I)
_FORMS = ("x-plural", "x-quantity")
"""The properties that say which plural form a unit is."""
Seen = tuple[str, tuple[Code, ...]]
"""A text as a reader sees it, and its inline codes with where they stand in it."""


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
            (ours, codes), (theirs, other) = seen(asked.content), seen(variant.content)
            yield variant.language, SegmentPair(ours, theirs, codes, other, form=_form(unit))


def _form(unit: TranslationUnit) -> str:
    """Return which plural form of a message a unit is; empty for one that is none."""
    return next((f"[{one}]" for kind in _FORMS for one in unit.values(kind)), "")


def seen(content: Content) -> Seen:
    r"""Return what a reader sees of a text, and where its inline codes stand in that.

    Between two words a code that may show something stands as a new line: ``<br/>``, an image.

    >>> seen(("Page 3", InlineCode("ph", (), ("<br/>",)), "5 items"))
    ('Page 3\n5 items', (Code(at=6, label='ph'),))
    """
    if len(content) == 1 and isinstance(content[0], str):
        return content[0], ()
    found = _Found()
    _collect(content, found)
    return "".join(found.texts), tuple(found.codes)


def seen_by_id(unit: BilingualUnit) -> tuple[Seen, Seen]:
    """Return what `seen` does of both texts of a unit, the codes named by their ids in the file."""
    (source, ours), (target, theirs) = seen(unit.source_content), seen(unit.target_content)
    if unit.codes and (ours or theirs):
        tags = sorted((tag for tag, _ in unit.codes), key=len, reverse=True)
        found = re.compile("|".join(map(re.escape, tags)))
        ours = _by_id(ours, found.findall(unit.source))
        theirs = _by_id(theirs, found.findall(unit.target or ""))
    return (source, ours), (target, theirs)


def _by_id(codes: tuple[Code, ...], tags: Sequence[str]) -> tuple[Code, ...]:
    """Return codes with the ids of their tags, where each has one."""
    ids = [_ELEMENT.sub("", tag) for tag in tags if not _MARKER.match(tag)]
    if len(ids) != len(codes):
        return codes
    kinds = (code.label.partition(" ")[0] for code in codes)
    named = zip(codes, kinds, ids, strict=True)
    return tuple(Code(code.at, f"{kind} {name}".strip()) for code, kind, name in named)


@dataclass(slots=True)
class _Found:
    """What has been read of a text.

    Attributes:
        texts: What is seen.
        length: Of all of them.
        codes: Met so far.
        parted: Whether one that may show something stands behind the last text.
    """

    texts: list[str] = field(default_factory=list)
    length: int = 0
    codes: list[Code] = field(default_factory=list)
    parted: bool = False

    def add(self, text: str) -> None:
        """Take in the next text."""
        if self.parted and self.texts and self.texts[-1][-1].isalnum() and text[0].isalnum():
            text = f"\n{text}"
        self.texts.append(text)
        self.length += len(text)
        self.parted = False


def _collect(content: Content, found: _Found) -> None:
    """Take in the texts and the codes of a content."""
    for part in content:
        if isinstance(part, str):
            if part:
                found.add(part)
        elif part.kind == "hi":
            _collect(part.content, found)
        else:
            found.codes.append(Code(found.length, _label(part)))
            found.parted |= part.kind in _STANDING and not _formats(part)


def _formats(code: InlineCode) -> bool:
    """Say whether a code sets letters, as ``<b>`` does, and may stand within a word."""
    native = "".join(part for part in code.content if isinstance(part, str))
    kind = dict(code.attributes).get("type", "")
    return bool(_FORMATTING.match(native) or _FORMATS.match(kind))


def _label(code: InlineCode) -> str:
    """Return what a code is on both sides: its kind, and what pairs it with the other side."""
    known = dict(code.attributes)
    number = known.get("x") or known.get("i") or known.get("id") or ""
    kind = _HALVES.get(known.get("pos", ""), code.kind)
    return f"{kind} {number}".strip()
