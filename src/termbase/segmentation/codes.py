"""Text with inline codes → segments with inline codes, each with its pairs whole.

Opening codes go with what follows, closing ones with what precedes. A pair that a boundary would
cut in two is closed before it and opened again after it. Nothing else is added, moved or lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from termbase.model.segment import Segment
from termbase.model.unit import Content, InlineCode
from termbase.segmentation.rules import Rules
from termbase.segmentation.segment import segment

_OBJECT = "\ufffc"
"""Stands for a placeholder, so that the words around it are not taken for one."""


@dataclass(frozen=True, slots=True)
class CodedSegment:
    """A segment of a text with codes.

    Attributes:
        content: Text and codes; the codes that the boundary made necessary are among them.
        segment: The same stretch without codes; a placeholder is U+FFFC there, and offsets count
            the text with codes left out.
    """

    content: Content
    segment: Segment


class _Piece(NamedTuple):
    """A stretch of text, or a code with no length: what it is, and which pair it belongs to."""

    role: str
    at: int
    text: str = ""
    code: InlineCode | None = None
    pair: int = -1


def segment_content(
    content: Content, language: str, rules: Rules | None = None
) -> list[CodedSegment]:
    """Cut a text with inline codes into segments.

    Args:
        content: Text and codes in order, as TMX and XLIFF readers give them.
        language: Its language, however it is written.
        rules: What the caller wishes; None for the defaults.

    Raises:
        UnknownLanguageError: If `language` names no language.

    >>> bold, end = InlineCode("bpt", (("i", "1"),)), InlineCode("ept", (("i", "1"),))
    >>> [len(one.content) for one in segment_content((bold, "One. Two.", end), "en")]
    [3, 3]
    """
    pieces = _flat(content)
    text = "".join(piece.text for piece in pieces)
    closings = {piece.pair: piece for piece in pieces if piece.role == "close" and piece.pair >= 0}
    rest = pieces[::-1]
    opened: dict[int, _Piece] = {}
    found: list[CodedSegment] = []
    for one in segment(text, language, rules):
        before = list(opened.values())
        mine = _taken(rest, one, closings, last=one.end == len(text))
        _follow(mine, opened, closings)
        closing = [closings[pair] for pair in reversed(opened)]
        found.append(CodedSegment(_built([*before, *mine, *closing]), one))
    return found


def _flat(content: Content) -> list[_Piece]:
    """Lay a content out as pieces; ``hi`` becomes a pair around its text."""
    pieces: list[_Piece] = []
    by_name: dict[str, list[int]] = {}
    _lay_out(content, pieces, by_name)
    return pieces


def _lay_out(content: Content, pieces: list[_Piece], by_name: dict[str, list[int]]) -> None:
    for part in content:
        at = pieces[-1].at + len(pieces[-1].text) if pieces else 0
        number = len(pieces)
        if isinstance(part, str):
            pieces.append(_Piece("text", at, part))
        elif part.kind == "hi":
            pieces.append(_Piece("open", at, code=part, pair=number))
            _lay_out(part.content, pieces, by_name)
            end = pieces[-1].at + len(pieces[-1].text)
            pieces.append(_Piece("close", end, code=part, pair=number))
        elif part.kind == "bpt":
            by_name.setdefault(_name(part), []).append(number)
            pieces.append(_Piece("open", at, code=part, pair=number))
        elif part.kind == "ept":
            begun = by_name.get(_name(part))
            pieces.append(_Piece("close", at, code=part, pair=begun.pop() if begun else -1))
        elif part.kind == "it":
            role = "open" if dict(part.attributes).get("pos") == "begin" else "close"
            pieces.append(_Piece(role, at, code=part))
        else:
            pieces.append(_Piece("place", at, _OBJECT, part))


def _name(code: InlineCode) -> str:
    return dict(code.attributes).get("i", "")


def _taken(
    rest: list[_Piece], one: Segment, closings: dict[int, _Piece], *, last: bool
) -> list[_Piece]:
    """Take a segment's pieces off the end of `rest`, which stands in reverse.

    Opening codes before the segment's last white space stay, and so does what follows them.
    """
    edge = one.start + len(one.text.rstrip())
    mine: list[_Piece] = []
    while rest:
        piece = rest.pop()
        past = piece.at > one.end or (piece.at == one.end and piece.role in ("text", "place"))
        if not last and (past or _goes_on(piece, edge, one.end, closings)):
            rest.append(piece)
            break
        if not last and piece.at + len(piece.text) > one.end:
            cut = one.end - piece.at
            mine.append(piece._replace(text=piece.text[:cut]))
            rest.append(piece._replace(at=one.end, text=piece.text[cut:]))
            break
        mine.append(piece)
    return mine


def _goes_on(piece: _Piece, edge: int, end: int, closings: dict[int, _Piece]) -> bool:
    """Whether an opening code stands after the last word and is not closed before the end."""
    if piece.role != "open" or piece.at < edge:
        return False
    return piece.pair not in closings or closings[piece.pair].at > end


def _follow(pieces: list[_Piece], opened: dict[int, _Piece], closings: dict[int, _Piece]) -> None:
    """Keep the pairs that are open after these pieces; what is never closed is no pair."""
    for piece in pieces:
        if piece.role == "open" and piece.pair in closings:
            opened[piece.pair] = piece
        elif piece.role == "close":
            opened.pop(piece.pair, None)


def _built(pieces: list[_Piece]) -> Content:
    """Build the content of a segment; a ``hi`` takes its text in."""
    return tuple(_parts(iter(pieces), -1))


def _parts(pieces: Iterator[_Piece], inside: int) -> Iterator[str | InlineCode]:
    for piece in pieces:
        code = piece.code
        if code is None:
            if piece.text:
                yield piece.text
        elif code.kind != "hi":
            yield code
        elif piece.role == "open":
            yield InlineCode("hi", code.attributes, tuple(_parts(pieces, piece.pair)))
        elif piece.pair == inside:
            return
