"""A table that a reviser has filled in → decisions; the way back of `review_table`.

Nothing is guessed: a row that cannot be understood is an error with its number, and a row whose
text has changed since is reported and left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from termbase.errors import FormatError
from termbase.model.bead import Bead
from termbase.model.decision import Decision, DecisionKind
from termbase.usecases.align_documents import SegmentedText, decisions_path
from termbase.usecases.review_alignment import PairOfTexts
from termbase.usecases.review_table import CLEAR, COLUMNS, DECIDED, DECISIONS, numbers_cell
from termbase.usecases.stretches import bead_text
from termbase.usecases.table_cells import adjacent, decision_in, letters_in, numbers_in, sides_in

_KEEP_ID = "keep the column id as it is"
_NEEDED = ("decision", "id")
_SIDES = ("source", "target")
_SPLIT = re.compile(r"split(?:\s+(\d{1,9})\s*[:/–-]\s*(\d{1,9}))?")
_PAIR = 2
_OPEN = ("", "accept", "correct", DECIDED)
"""A row that says one of these has the segments that its numbers name."""
_NOTHING_CORRECTED = (
    "says correct, and its segments are as they were; write other numbers, or accept"
)

Sides = tuple[tuple[int, ...], tuple[int, ...]]


TableRow = tuple[int, Mapping[str, str]]
"""A row of a table as read: its number in the file, from 1, and its cells by column."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What a table says.

    Attributes:
        decisions: By document.
        cleared: By document, decisions about the segments of which nothing is decided any more.
        remarks: A line for each row left out.
        edits: A line for each text that was edited in the table, which changes nothing.
        joined: A line for each bead of more than two rows.
    """

    decisions: dict[str, list[Decision]] = field(default_factory=dict)
    cleared: dict[str, list[Decision]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Pair:
    """The rows about two texts. Places: of each side, where a segment of the table stands now."""

    texts: PairOfTexts
    rows: list[_Row] = field(default_factory=list)
    places: tuple[dict[int, int | None], dict[int, int | None]] = field(
        default_factory=lambda: ({}, {})
    )
    taken: dict[tuple[int, int], int] = field(default_factory=dict)

    def stand(self, side: int, numbers: Sequence[int]) -> list[int] | None:
        """Return where segments of the table stand now; None where one stands nowhere."""
        places = [self.places[side].get(one) for one in numbers]
        known = [one for one in places if one is not None]
        return known if len(known) == len(places) else None


@dataclass(frozen=True, slots=True)
class _Row:
    """A row understood. Segments: their numbers in the table; wanted: as the reviser has them."""

    number: int
    decision: str
    segments: Sides
    wanted: Sides
    cells: Mapping[str, str]

    @property
    def is_emptied(self) -> bool:
        """Say whether its segments were taken away, as by who gave them to another row."""
        return not any(self.wanted) and self.decision in _OPEN


def apply_table(
    path: str,
    rows: Sequence[TableRow],
    documents: Mapping[str, Sequence[SegmentedText]],
) -> Applied:
    """Read the decisions of a table.

    Args:
        path: Its file, for messages.
        rows: Without the heading.
        documents: The texts by the name of their document, the source text first.

    Raises:
        FormatError: If a row cannot be understood, or two rows contradict each other.
    """
    pairs: dict[tuple[str, str], _Pair] = {}
    for row in rows:
        _take(path, row, documents, pairs)
    applied = Applied()
    for (name, _), pair in pairs.items():
        _refuse_mixed_rows(path, pair)
        if found := list(_decisions(path, pair, applied)):
            applied.decisions.setdefault(name, []).extend(found)
        if found := list(_cleared(path, pair, applied)):
            applied.cleared.setdefault(name, []).extend(found)
    return applied


def _take(
    path: str,
    row: TableRow,
    documents: Mapping[str, Sequence[SegmentedText]],
    pairs: dict[tuple[str, str], _Pair],
) -> None:
    """Find out which texts a row is about, and where its segments stand in them now."""
    number, cells = row
    for column in _NEEDED:
        if column not in cells:
            remedy = f"keep the columns {', '.join(COLUMNS)}"
            raise _wrong(path, number, f"has no column «{column}»", remedy)
    if not cells["id"]:
        if cells["decision"]:
            raise _wrong(path, number, "has a decision and no id", _KEEP_ID)
        if any(cells.get(f"{side}_segments") for side in _SIDES):
            remedy = "copy the id of the row that had them"
            raise _wrong(path, number, "has segments and no id", remedy)
        return
    sides = sides_in(cells["id"])
    if sides is None:
        raise _wrong(path, number, "has a broken id", _KEEP_ID)
    (source, ours), (target, theirs) = sides
    pair = _pair(path, row, (source, target), documents, pairs)
    for side, found in enumerate((ours, theirs)):
        for segment, name in found:
            pair.places[side][segment] = pair.texts.ids[side].find(name)
    held: Sides = (tuple(n for n, _ in ours), tuple(n for n, _ in theirs))
    decision = decision_in(cells["decision"])
    pair.rows.append(_Row(number, decision, held, _wanted(path, row, held), cells))


def _document(written: str, documents: Mapping[str, Sequence[SegmentedText]]) -> str | None:
    """Return the document that a table names: as it is called here, or as its file is.

    A folder of texts calls it «article», a single text «texts/article.fr.txt».
    """
    if written in documents:
        return written
    return next((one for one, texts in documents.items() if _same_text(written, texts[0])), None)


def _same_text(written: str, source: SegmentedText) -> bool:
    names = (decisions_path(path, source.language) for path in (written, source.path))
    return len(set(map(os.path.basename, names))) == 1


def _pair(
    path: str,
    row: TableRow,
    languages: tuple[str, str],
    documents: Mapping[str, Sequence[SegmentedText]],
    pairs: dict[tuple[str, str], _Pair],
) -> _Pair:
    """Return the two texts that a row is about, with what is known of its rows so far."""
    number, cells = row
    written = cells.get("document") or next(iter(documents))
    name = _document(written, documents)
    if name is None:
        known = ", ".join(documents)
        raise _wrong(path, number, f"is about the document «{written}»", f"this is {known}")
    texts = {one.language: one for one in documents[name]}
    source, target = languages
    if source != documents[name][0].language or target not in texts or source == target:
        spoken = ", ".join(texts)
        raise _wrong(path, number, f"is about {source}–{target}", f"the texts are in {spoken}")
    if (name, target) not in pairs:
        pairs[name, target] = _Pair(PairOfTexts.of(texts[source], texts[target]))
    return pairs[name, target]


def _wanted(path: str, row: TableRow, held: Sides) -> Sides:
    """Return the numbers that the reviser wants in this row; those of its id where none stand."""
    number, cells = row
    wanted = []
    for side, numbers in zip(_SIDES, held, strict=True):
        cell = cells.get(f"{side}_segments")
        found = numbers if cell is None else numbers_in(cell)
        if found is None:
            problem = f"{side}_segments «{cell}» are no numbers"
            raise _wrong(path, number, problem, f"write {numbers_cell((2, 3))}")
        wanted.append(found)
    return wanted[0], wanted[1]


def _decisions(path: str, pair: _Pair, applied: Applied) -> Iterator[Decision]:
    """Yield what the rows about two texts decide, row by row."""
    rows = iter(pair.rows)
    for row in rows:
        edited = _remark_edits(path, pair, row, applied)
        decision = row.decision
        if decision == CLEAR or row.is_emptied:
            continue
        if decision == "correct" and row.wanted == row.segments:
            if not edited:
                applied.remarks.append(f"{path}:{row.number}: {_NOTHING_CORRECTED}")
            continue
        if row.wanted != row.segments and decision in _OPEN:
            yield from _one(path, pair, row, DecisionKind.CORRECT, [row.wanted], applied)
        elif decision in ("", DECIDED):
            continue
        elif decision == "merge":
            joined = _merged(path, pair, row, rows, applied)
            yield from _one(path, pair, row, DecisionKind.MERGE, [joined], applied)
        else:
            kind, parts = _parts(path, row)
            _refuse_two_wishes(path, row, [row.segments])
            yield from _one(path, pair, row, kind, parts, applied)
    _refuse_orphans(path, pair)


def _refuse_orphans(path: str, pair: _Pair) -> None:
    """Raise an error where the segments of an emptied row are no other row's."""
    for row in pair.rows:
        held = [(side, one) for side, numbers in enumerate(row.segments) for one in numbers]
        if row.is_emptied and not pair.taken.keys() >= set(held):
            problem = "leaves the row without segments, and no other row has them"
            raise _wrong(path, row.number, problem, "write reject, or the numbers of its segments")


def _refuse_two_wishes(path: str, row: _Row, wished: Sequence[Sides]) -> None:
    """Raise an error where a row has other numbers than its decision leaves it."""
    if row.wanted not in wished:
        problem = f"says {row.decision or 'nothing'} and has other numbers of segments"
        raise _wrong(path, row.number, problem, "keep one of the two")


def _cleared(path: str, pair: _Pair, applied: Applied) -> Iterator[Decision]:
    """Yield a decision about the segments of each row of which nothing is to be decided."""
    for row in pair.rows:
        if row.decision == CLEAR:
            parts = [row.segments]
            yield from _one(path, pair, row, DecisionKind.ACCEPT, parts, applied)


def _refuse_mixed_rows(path: str, pair: _Pair) -> None:
    """Raise an error where texts stand with the ids of others: one column was sorted alone.

    Each row would decide on what another says.
    """
    said = [_said(pair, row) for row in pair.rows]
    cells = [[letters_in(row.cells.get(side, "")) for side in _SIDES] for row in pair.rows]
    shown = [(source, target) for source, target in cells]
    owners = {own: row.number for own, row in zip(said, pair.rows, strict=True) if own}
    for row, own, there in zip(pair.rows, said, shown, strict=True):
        apart = own is not None and own[0] != there[0] and own[1] != there[1]
        if apart and any(there) and owners.get(there, row.number) != row.number:
            problem = f"has the texts of row {owners[there]} beside its own id"
            raise _wrong(path, row.number, problem, "sort whole rows, never one column alone")


def _said(pair: _Pair, row: _Row) -> tuple[str, str] | None:
    """Return what the segments of a row's id say now, as `letters_in`; None where one is gone."""
    sides = []
    for side, text in enumerate((pair.texts.source, pair.texts.target)):
        places = pair.stand(side, row.segments[side])
        if places is None:
            return None
        sides.append(letters_in(bead_text(text, places)))
    return sides[0], sides[1]


def _parts(path: str, row: _Row) -> tuple[DecisionKind, list[Sides]]:
    """Return what becomes of the segments of a row that is decided by itself."""
    ours, theirs = row.segments
    if row.decision == "accept":
        return DecisionKind.ACCEPT, [row.segments]
    if row.decision == "reject":
        return DecisionKind.REJECT, [part for part in ((ours, ()), ((), theirs)) if any(part)]
    split = _SPLIT.fullmatch(row.decision)
    if not split:
        known = ", ".join(DECISIONS)
        raise _wrong(path, row.number, f"«{row.decision}» is no decision", f"use {known}")
    if split[1] is None:
        if len(ours) != len(theirs) or len(ours) < 2:
            problem = "does not say where to split"
            raise _wrong(path, row.number, problem, "write how many go first: split 1:2")
        return DecisionKind.SPLIT, [((a,), (b,)) for a, b in zip(ours, theirs, strict=True)]
    first, other = int(split[1]), int(split[2])
    parts = [(ours[:first], theirs[:other]), (ours[first:], theirs[other:])]
    if not all(map(any, parts)) or first > len(ours) or other > len(theirs):
        problem = f"«{row.decision}» leaves nothing on one side of the cut"
        raise _wrong(path, row.number, problem, f"the row has {len(ours)}:{len(theirs)} segments")
    return DecisionKind.SPLIT, parts


def _merged(path: str, pair: _Pair, row: _Row, rows: Iterator[_Row], applied: Applied) -> Sides:
    """Return the segments of a row and of those below that it is merged with."""
    ours, theirs = row.segments
    below, merged = row, [row]
    while below.decision == "merge":
        following = next(rows, None)
        if following is None:
            raise _wrong(path, below.number, "has no row below to merge with", "leave it empty")
        _remark_edits(path, pair, following, applied)
        if following.decision not in ("", "accept", "merge", DECIDED):
            problem = f"is merged with row {below.number} and decided itself"
            raise _wrong(path, following.number, problem, "keep one of the two")
        below = following
        merged.append(below)
        ours, theirs = ours + below.segments[0], theirs + below.segments[1]
    if len(merged) > _PAIR:  # who marks both rows of a pair does not mean the third
        last = f"row {below.number} too: merge joins a row with the one below"
        applied.joined.append(f"{path}:{row.number}: one bead with {last}")
    for one in merged:
        _refuse_two_wishes(path, one, [one.segments, (ours, theirs), ((), ())])
    return ours, theirs


def _one(
    path: str,
    pair: _Pair,
    row: _Row,
    kind: DecisionKind,
    parts: Sequence[Sides],
    applied: Applied,
) -> Iterator[Decision]:
    """Yield the decision of a row, its segments found in the texts as they stand now."""
    beads = []
    for part in parts:
        for side, numbers in enumerate(part):
            _claim(path, pair, row, side, numbers)
        if not adjacent(*part):
            problem = "its segments do not stand side by side in the text"
            remedy = "rows can be merged only with those that follow them there"
            raise _wrong(path, row.number, problem, remedy)
        ours, theirs = (pair.stand(side, numbers) for side, numbers in enumerate(part))
        if ours is None or theirs is None or not adjacent(ours, theirs):
            problem = "its text has changed since; decide it anew"
            applied.remarks.append(f"{path}:{row.number}: {problem}")
            return
        beads.append(Bead(tuple(ours), tuple(theirs)))
    yield pair.texts.decision(kind, beads)


def _claim(path: str, pair: _Pair, row: _Row, side: int, numbers: Sequence[int]) -> None:
    """Take segments for a row, unless they are another row's or no row's."""
    language = (pair.texts.source, pair.texts.target)[side].language
    for one in numbers:
        if one not in pair.places[side]:
            problem = f"segment {one} of {language} stands in no row"
            raise _wrong(
                path, row.number, problem, "use numbers of this table, and keep all its rows"
            )
        other = pair.taken.setdefault((side, one), row.number)
        if other != row.number:
            problem = f"segment {one} of {language} is decided in row {other} too"
            raise _wrong(path, row.number, problem, "keep one of the two")


def _remark_edits(path: str, pair: _Pair, row: _Row, applied: Applied) -> bool:
    """Say where a reviser has changed the text itself, and whether: no table brings that back."""
    undecided = row.decision == "correct" and row.wanted == row.segments
    edited = False
    for side, text in enumerate((pair.texts.source, pair.texts.target)):
        own, wanted = (pair.stand(side, one[side]) for one in (row.segments, row.wanted))
        cell = row.cells.get(_SIDES[side])
        if cell is None or own is None or _same(cell, text, own):
            continue
        if wanted is not None and _same(cell, text, wanted):
            continue  # who gave segments to another row has taken their texts there too
        left = "; the row stays undecided" if undecided else ""
        applied.edits.append(
            f"{path}:{row.number}: the {_SIDES[side]} text was edited, which changes nothing; "
            f"edit {text.path}{left}"
        )
        edited = True
    return edited


def _same(cell: str, text: SegmentedText, numbers: Sequence[int]) -> bool:
    """Say whether a cell holds what a text says, white space and what XML cannot say aside."""
    written, wanted = letters_in(cell), letters_in(bead_text(text, numbers))
    return written == wanted or (written.endswith("…") and wanted.startswith(written[:-1]))


def _wrong(path: str, row: int, problem: str, remedy: str) -> FormatError:
    return FormatError(path, problem, line=row, remedy=remedy)
