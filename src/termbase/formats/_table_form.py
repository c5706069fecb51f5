"""How a table of text is written, as it came: what parts and ends, marks, escapes, blanks.

The one fact to remember: a glossary keeps of it what is not the rule, beside its concepts; a file
of the same kind that it is converted to is written in the same way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from termbase.formats._encoding import marked_encoding
from termbase.formats._table import Blanks, Row, is_escaped, opening_of
from termbase.model.concept import Concept, DataCategory, Glossary

_FORM = "form"
_BLANKS = "blanks"
_HEADING = ""
_MOST_ROWS = 1000
"""A table where more rows are padded is laid out by its blanks; nobody means them."""
_MARKED = ("utf-8-sig", "utf-16")


@dataclass(frozen=True, slots=True)
class Form:
    """What the rows of a table stand in.

    Attributes:
        delimiter: What parts its cells.
        escaped: Whether quotation marks inside of cells have a backslash before them.
        line_end: Of most of its lines.
        encoding: ``utf-8``, or one that begins with a mark.
        opening: A line that names the delimiter; mostly empty.
    """

    delimiter: str
    escaped: bool = False
    line_end: str = "\n"
    encoding: str = "utf-8"
    opening: str = ""

    @classmethod
    def of(cls, data: bytes, text: str, delimiter: str) -> Self:
        """Return the form of a table from its bytes and its text."""
        marked = marked_encoding(data)
        return cls(
            delimiter,
            is_escaped(text, delimiter),
            "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n",
            marked if marked in _MARKED else "utf-8",
            opening_of(text),
        )

    @classmethod
    def described(cls, glossary: Glossary, delimiter: str, *, alike: bool) -> Self:
        """Return the form in which a glossary is written.

        Args:
            delimiter: That of the file that is written.
            alike: Whether it is written as the one it came from. If not, what is read in another
                way because of it, the escape, comes back alone.
        """
        kept = next((one for one in glossary.header if one.element == _FORM), None)
        said = {one.type: one.value for one in kept.companions} if kept else {}
        escaped = "escape" in said
        if not alike:
            return cls(delimiter, escaped)
        return cls(
            said.get("delimiter", delimiter),
            escaped,
            said.get("line_end", "\n"),
            said.get("encoding", "utf-8"),
            said.get("opening", ""),
        )

    def description(self, usual: str) -> tuple[DataCategory, ...]:
        """Return what a glossary keeps of the form: what differs from the rule.

        Args:
            usual: The delimiter that the file's ending promises.
        """
        said = {
            "delimiter": "" if self.delimiter == usual else self.delimiter,
            "escape": "\\" if self.escaped else "",
            "line_end": "" if self.line_end == "\n" else self.line_end,
            "encoding": "" if self.encoding == "utf-8" else self.encoding,
            "opening": self.opening,
        }
        kept = tuple(DataCategory(_FORM, name, value) for name, value in said.items() if value)
        return (DataCategory(_FORM, "", "", companions=kept),) if kept else ()

    def encoded(self, lines: Iterable[str]) -> bytes:
        """Return the bytes of the whole table from its lines, which have no end yet."""
        text = "".join(f"{line}{self.line_end}" for line in lines)
        return (self.opening + text).encode(self.encoding)


def blanks_of(filled: list[Row], concepts: Iterable[Concept]) -> DataCategory | None:
    """Return what stands around the cells of a table; None where that is nothing, or too much."""
    lines = {one.place.rpartition(":")[2]: one.id for one in concepts}
    found = []
    for number, row in enumerate(filled):
        key = lines.get(str(row.line), None if number else _HEADING)
        if key is not None and (blanks := row.blanks):
            found.append(DataCategory(_BLANKS, key, json.dumps(blanks)))
    if not found or len(found) > _MOST_ROWS:
        return None
    return DataCategory(_BLANKS, "", "", companions=tuple(found))


def described_blanks(glossary: Glossary) -> dict[str, Blanks]:
    """Return what stands around the cells of the heading, called ``""``, and of each concept."""
    kept = next((one for one in glossary.header if one.element == _BLANKS), None)
    return {
        one.type: {int(number): tuple(around) for number, around in json.loads(one.value).items()}
        for one in (kept.companions if kept else ())
    }
