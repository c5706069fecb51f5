"""Alignments as one page that needs nothing beside itself: a column for each language.

What a person should look at carries a sign and its confidence, so it shows on paper too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate

from termbase.model.bead import Bead
from termbase.usecases.align_documents import DOUBTFUL, AlignedTexts, SegmentedText

_STYLE = """
body { font: 1rem/1.45 system-ui, sans-serif; margin: 2rem; color: #111; background: #fff; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-top: 1px solid #bbb; padding: .35rem .6rem; text-align: start;
  vertical-align: top; overflow-wrap: anywhere; }
th { border-bottom: 2px solid #111; }
th:first-child, td:first-child { width: 3.2rem; color: #555; }
p { margin: 0 0 .25rem; }
.doubtful { background: #fff2cc; border-inline-start: .3rem solid #b8860b;
  padding-inline-start: .4rem; }
.alone { color: #777; font-style: italic; }
.mark { font-weight: bold; }
@media print {
  body { margin: 0; font-size: 9pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
"""


def as_html(documents: Sequence[tuple[str, AlignedTexts]]) -> bytes:
    """Return alignments as a page of HTML.

    Args:
        documents: Each with its name.
    """
    title = escape(", ".join(name for name, _ in documents)[:200])
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    parts = ["<!DOCTYPE html>", f'<html lang="en"><head>{head}</head><body>', f"<h1>{title}</h1>"]
    parts.append(
        f"<p>! marks what has a confidence below {DOUBTFUL:.2f} and that nobody has confirmed; "
        "✓ what somebody has; – what has no counterpart.</p>"
    )
    for name, aligned in documents:
        if len(documents) > 1:
            parts.append(f"<h2>{escape(name)}</h2>")
        parts += _table(aligned)
    return "\n".join([*parts, "</body></html>", ""]).encode("utf-8", "replace")


def _table(aligned: AlignedTexts) -> Iterator[str]:
    texts = [aligned.source, *aligned.targets]
    heads = "".join(f"<th>{escape(one.language)}</th>" for one in texts)
    yield f"<table><thead><tr><th></th>{heads}</tr></thead><tbody>"
    for number, row in enumerate(rows_of(aligned), 1):
        source = sorted({one for beads in row for bead in beads for one in bead.source})
        cells = [_segments(aligned.source, source)] if source else [_ALONE]
        for target, beads in enumerate(row):
            cells.append("".join(_bead(aligned, target, one) for one in beads) or _ALONE)
        inner = "".join(
            f'<td lang="{escape(text.language)}" dir="auto">{cell}</td>'
            for text, cell in zip(texts, cells, strict=True)
        )
        yield f"<tr><td>{number}</td>{inner}</tr>"
    yield "</tbody></table>"


_ALONE = '<p class="alone">–</p>'


def rows_of(aligned: AlignedTexts) -> list[list[list[Bead]]]:
    """Return the rows of a table over all languages, for each language the beads that share it.

    A row holds the fewest segments of the source on whose borders all languages agree; what has no
    source stands in rows of its own, or within the row that it interrupts.
    """
    block = _blocks(aligned)
    rows: dict[tuple[int, bool], list[list[Bead]]] = {}
    for target, beads in enumerate(aligned.beads):
        before = list(accumulate((_last(bead, block) for bead in beads), max))
        following = list(accumulate((_first(bead, block) for bead in reversed(beads)), min))
        for bead, last, first in zip(beads, before, reversed(following), strict=True):
            key = last, last < first
            rows.setdefault(key, [[] for _ in aligned.targets])[target].append(bead)
    return [rows[key] for key in sorted(rows)]


def _last(bead: Bead, block: Sequence[int]) -> int:
    return block[bead.source[0]] if bead.source else -1


def _first(bead: Bead, block: Sequence[int]) -> int:
    return block[bead.source[0]] if bead.source else len(block)


def _blocks(aligned: AlignedTexts) -> list[int]:
    """Return for each source segment the number of its row."""
    joined = {one for beads in aligned.beads for bead in beads for one in bead.source[1:]}
    numbers, number = [], -1
    for segment in range(len(aligned.source.segments)):
        number += segment not in joined
        numbers.append(number)
    return numbers


def _bead(aligned: AlignedTexts, target: int, bead: Bead) -> str:
    if not bead.target:
        return ""
    inner = _segments(aligned.targets[target], bead.target)
    if aligned.is_reviewed(target, bead):
        return f'<div><span class="mark">✓</span> {inner}</div>'
    if bead.confidence < DOUBTFUL:
        mark = f'<span class="mark">! {bead.confidence:.2f}</span>'
        return f'<div class="doubtful">{mark} {inner}</div>'
    return f"<div>{inner}</div>"


def _segments(text: SegmentedText, numbers: Sequence[int]) -> str:
    return "".join(f"<p>{escape(text.segments[one].content, quote=False)}</p>" for one in numbers)
