"""Repairs: what a reader mended or left out, so that nothing is lost silently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """One record of a file that broke its format, and what became of it.

    Attributes:
        path: The file, as the caller named it.
        line: Where, from 1; None where no line can be named.
        problem: What is wrong, in one clause.
        action: What was done: how it was mended, or that it was left out.
        rejected: Whether the record was left out.
        record: The record as it stands in the file, where it was left out and that is known.
        doubtful: Whether it may be right, and only somebody who knows more can say.
    """

    path: str
    line: int | None
    problem: str
    action: str
    rejected: bool = False
    record: str = ""
    doubtful: bool = False

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.problem}" + (f"; {self.action}" if self.action else "")


Report = Callable[[Repair], None]
"""Takes each repair as it is made."""
