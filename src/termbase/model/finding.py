"""Findings: what a check reports, with the place, the rule and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a finding matters; the order is that of ``--fail-on``."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file, named as the user named it.

    Attributes:
        line, column: From 1, in code points; None where only the record is known.
        unit: Number of the unit in a bilingual file, from 1; None in a text.
        end_line, end_column: Where a span in a text ends, behind its last sign; None elsewhere.
    """

    path: str
    line: int | None
    column: int | None = None
    unit: int | None = None
    end_line: int | None = None
    end_column: int | None = None

    def __str__(self) -> str:
        if self.line is None:
            return f"{self.path}#{self.unit}"
        return f"{self.path}:{self.line}" + (f":{self.column}" if self.column else "")

    @property
    def order(self) -> tuple[str, int, int, int]:
        """What sorts places by file, and in a file as they stand there."""
        return self.path, self.unit or 0, self.line or 0, self.column or 0


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code that stands beside a text, not in it.

    Attributes:
        at: Offset in the text before which it stands.
        label: What it is, such as ``bpt 1``; the same code has the same label on both sides.
    """

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class SegmentPair:
    """A segment beside its translation, as texts; either may be empty.

    Attributes:
        source_codes, target_codes: The inline codes of a bilingual file, in order.
        longest: How many code points the target has room for; None where its file does not say.
        form: Which plural form of a message it is, such as ``[1]``; empty for one that is none.
        context: What parts it from segments with the same source; empty where nothing does.
    """

    source: str
    target: str
    source_codes: tuple[Code, ...] = ()
    target_codes: tuple[Code, ...] = ()
    longest: int | None = None
    form: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    Attributes:
        rule: Its id, such as ``T101``.
        severity: How much it matters.
        message: What is wrong, in one line.
        remedy: What to do, in one clause; may be empty.
        source, target: The two segments, as texts; one may be empty.
        source_span, target_span: Where in them, as (start, end) offsets; None where nowhere.
        place: Where in the user's file; None until a use case knows.
        reference: Where the rule's evidence stands, such as ``glossary/sources/orbits.tsv:3``.
        pair: Number of the pair among those checked, from 0.
        replacement: What may safely stand in place of the target span; None where a person decides.
        term: The glossary's term that it is about, as written there; empty where it is of none.
    """

    rule: str
    severity: Severity
    message: str
    remedy: str = ""
    source: str = ""
    target: str = ""
    source_span: tuple[int, int] | None = None
    target_span: tuple[int, int] | None = None
    place: Place | None = None
    reference: str = ""
    pair: int = 0
    replacement: str | None = None
    term: str = ""
