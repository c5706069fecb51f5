"""Change concepts in a table of terms, the lines of all others byte for byte as they were.

The one fact to remember: the table is read again after it was changed, and given out only if it
then says what was wanted and nothing else has moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termbase.errors import FormatError
from termbase.formats._columns import COLUMNS, cells, concepts, heading
from termbase.formats._encoding import decode, marked_encoding
from termbase.formats._ids import content_id
from termbase.formats._table import Row, delimiter_of, line_of_cells, rows
from termbase.formats._table_roles import heading_words
from termbase.model.change import Edit
from termbase.model.concept import Concept, Term


@dataclass(slots=True)
class _Line:
    """A row as it stands, with the end of its line."""

    row: Row
    text: str
    end: str
    concept: str = ""


def edited_table(
    path: str, data: bytes, edits: Sequence[Edit]
) -> tuple[bytes, tuple[Concept, ...]]:
    """Return a table of terms with some concepts changed, and all its concepts then.

    Args:
        path: The file, for messages and for the places of the concepts.
        data: What stands in it now.
        edits: Each concept as it stands there now and as it shall be; a new one comes to the end.

    Raises:
        FormatError: If it is no table with one row per term in UTF-8, or cannot say what is
            wanted.
    """
    if marked_encoding(data) not in {"", "utf-8-sig"}:
        raise FormatError(path, "is not UTF-8", remedy="convert it to UTF-8 to edit it here")
    text = decode(path, data)
    table = _Table(path, text)
    for edit in edits:
        table.apply(edit)
    written = table.text()
    found = _Table(path, written).concepts()
    _verify(path, _Table(path, text).concepts(), edits, found)
    return (b"\xef\xbb\xbf" if marked_encoding(data) else b"") + written.encode(), found


def _verify(
    path: str, before: Iterable[Concept], edits: Iterable[Edit], found: Iterable[Concept]
) -> None:
    wanted = {one.id: replace(one, place="") for one in before}
    for edit in edits:
        wanted.pop(edit.concept, None)
        if edit.new:
            wanted[edit.concept] = replace(edit.new, place="")
    said = {one.id: replace(one, place="") for one in found}
    wrong = [name for name in {**wanted, **said} if wanted.get(name) != said.get(name)]
    if wrong:
        raise FormatError(
            path,
            f"concept «{wrong[0]}» cannot be written there as wanted",
            remedy="edit the table by hand, then «termbase build»",
        )


class _Table:
    """The lines of a table while concepts in it are changed."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        likely = "," if path.lower().removesuffix(".gz").endswith(".csv") else "\t"
        self.delimiter = delimiter_of(text, {*COLUMNS, *heading_words()}, likely=likely)
        self.lines = list(_lines(text, self.delimiter))
        self.opening = text[: len(text) - sum(len(one.text) + len(one.end) for one in self.lines)]
        self.head = next((at for at, one in enumerate(self.lines) if _filled(one.row)), -1)
        cells = self.lines[self.head].row.cells if self.head >= 0 else ()
        self.names = tuple(one.strip().lower() for one in cells)
        if not {"term", "language"} <= set(self.names):
            raise FormatError(
                path,
                "is no table with one row per term (columns «language» and «term»)",
                remedy="edit it by hand, then «termbase build»",
            )
        self.standing: dict[str, list[_Line]] = {}
        for line in self.lines[self.head + 1 :]:
            if _filled(line.row):
                line.concept = self._concept_of(line.row)
                self.standing.setdefault(line.concept, []).append(line)
        self.repeats = _repeats(self.lines[self.head + 1 :], self)

    def concepts(self) -> tuple[Concept, ...]:
        """Return the concepts that the table holds."""
        filled = [one.row for one in self.lines[self.head + 1 :] if _filled(one.row)]
        return concepts(self.path, self.names, filled, None)

    def text(self) -> str:
        """Return the table as it is written."""
        return self.opening + "".join(one.text + one.end for one in self.lines)

    def apply(self, edit: Edit) -> None:
        """Change, add or remove one concept."""
        if edit.new is not None:
            self._widen(edit.new)
        standing = self.standing.pop(edit.concept, []) if edit.old else []
        repeats = _repeats(standing, self) if len(standing) > 1 else self.repeats
        old = self._rows(edit.old, repeats)
        if len(old) != len(standing):
            raise FormatError(
                self.path, f"concept «{edit.concept}» has changed", remedy="run it again"
            )
        new = self._rows(edit.new, repeats)
        pairs = _paired(edit.old.terms if edit.old else (), edit.new.terms if edit.new else ())
        kept = {after: standing[before] for before, after in pairs.items()}
        for before, after in pairs.items():
            self._update(standing[before], old[before], new[after])
        last = self._line_before(edit, standing)
        for number, row in enumerate(new):
            last = kept[number] if number in kept else self._insert(row, edit.concept, last)
            self.standing.setdefault(edit.concept, []).append(last)
        for number, line in enumerate(standing):
            if number not in pairs:
                del self.lines[self._at(line)]

    def _rows(self, concept: Concept | None, repeats: bool) -> list[list[str]]:
        """Return the rows of a concept; its subject on each of them, or on the first alone."""
        found = list(cells(concept, self.names)) if concept else []
        if concept and repeats and "subject" in self.names:
            for row in found:
                row[self.names.index("subject")] = concept.subject
        return found

    def _line_before(self, edit: Edit, standing: Sequence[_Line]) -> _Line:
        """Return the line that new rows come behind: of the concept, of where it was, the last."""
        wanted = edit.new.place.rpartition(":")[2] if edit.new else ""
        if standing:
            return self.lines[self._at(standing[0]) - 1]
        if wanted.isdigit():
            at, line = 0, 1 + bool(self.opening)
            while at < len(self.lines) and line < int(wanted):
                line += 1 + self.lines[at].text.count("\n")
                at += 1
            at = max(self.head + 1, at)
            while at < len(self.lines) and self._within(at):
                at += 1
            return self.lines[at - 1]
        return self.lines[-1]

    def _within(self, at: int) -> bool:
        """Say whether a line and the one before belong to one concept."""
        return self.lines[at].concept == self.lines[at - 1].concept != ""

    def _insert(self, row: list[str], concept: str, behind: _Line) -> _Line:
        ending = next((one.end for one in self.lines if one.end), "\n")
        behind.end = behind.end or ending
        text = line_of_cells(row, self.delimiter)[:-1]
        line = _Line(Row(0, tuple(row), tuple(row)), text, ending, concept)
        at = len(self.lines) if behind is self.lines[-1] else self._at(behind) + 1
        self.lines.insert(at, line)
        return line

    def _at(self, line: _Line) -> int:
        return next(at for at, one in enumerate(self.lines) if one is line)

    def _concept_of(self, row: Row) -> str:
        named = self.cell(row, "concept")
        return named or content_id(self.cell(row, "language"), self.cell(row, "term"))

    def cell(self, row: Row, name: str) -> str:
        """Return the cell of a row under a name; empty where there is none."""
        at = self.names.index(name) if name in self.names else len(row.cells)
        return row.cells[at] if at < len(row.cells) else ""

    def _widen(self, concept: Concept) -> None:
        """Add the columns that a concept needs and the table has not."""
        wanted = heading([concept])
        filled = {
            name
            for row in cells(concept, wanted)
            for name, cell in zip(wanted, row, strict=True)
            if cell
        }
        only = concept.terms[0]
        if len(concept.terms) == 1 and concept.id == content_id(only.language, only.text):
            filled.discard("concept")
        missing = [name for name in wanted if name in filled and name not in self.names]
        if missing:
            head = self.lines[self.head]
            head.text += self.delimiter + line_of_cells(missing, self.delimiter)[:-1]
            self.names += tuple(missing)

    def _update(self, line: _Line, old: Sequence[str], new: Sequence[str]) -> None:
        """Write the cells of a row that differ; the others keep their bytes."""
        raw = list(line.row.raw)
        for at, (before, after) in enumerate(zip(old, new, strict=True)):
            here = line.row.cells[at] if at < len(line.row.cells) else ""
            if after in (before, here):
                continue
            raw += [""] * (at + 1 - len(raw))
            raw[at] = self._written(after)
        line.text = self.delimiter.join(raw)

    def _written(self, cell: str) -> str:
        return line_of_cells([cell], self.delimiter)[:-1]


def _repeats(lines: Sequence[_Line], table: _Table) -> bool:
    """Say whether every row of a concept names its subject, not the first one alone."""
    seen: set[str] = set()
    later = []
    for line in lines:
        if line.concept and line.concept in seen:
            later.append(line)
        seen.add(line.concept)
    return bool(later) and all(table.cell(line.row, "subject") for line in later)


def _paired(old: Sequence[Term], new: Sequence[Term]) -> dict[int, int]:
    """Return for each old term the number of the new one that takes its row.

    A term that is not there any more gives its row to a new one of its language only if nothing
    was added or removed: then it was renamed.
    """
    pairs: dict[int, int] = {}
    free = list(range(len(new)))
    for renamed in (False, True):
        if renamed and len(old) != len(new):
            break
        for number, term in enumerate(old):
            spoken = [at for at in free if new[at].language == term.language]
            fitting = [at for at in spoken if renamed or new[at].text == term.text]
            if number not in pairs and fitting:
                pairs[number] = fitting[0]
                free.remove(fitting[0])
    return pairs


def _lines(text: str, delimiter: str) -> Iterator[_Line]:
    found = list(rows(text, delimiter))
    at = _separator(text, found)
    for row in found:
        line = delimiter.join(row.raw)
        at += len(line)
        end = "\r\n" if text.startswith("\r\n", at) else text[at : at + 1]
        at += len(end)
        yield _Line(row, line, end)


def _separator(text: str, found: Sequence[Row]) -> int:
    """Return how long the line ``sep=;`` is that spreadsheets put before a table; mostly 0."""
    if not found or found[0].line == 1:
        return 0
    return next(at for at, sign in enumerate(text) if sign in "\r\n") + 1 + ("\r\n" in text[:8])


def _filled(row: Row) -> bool:
    return not row.is_comment and not row.is_blank
