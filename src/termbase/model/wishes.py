"""Wishes: how a file is to be written, where its format leaves a choice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a file is to be written; what a format does not know, it passes over.

    Attributes:
        dialect: Of TBX: ``v2``, ``core``, ``min`` or ``basic``; empty for the one it came in.
        style: Of TBX: ``dca`` or ``dct``; empty for the one it came in.
        profile: For which tool: ``omegat``, ``trados``, ``memoq``; ``plain`` for units as they
            are, valid or not; empty for none.
        level: Of TMX: 1 without inline codes, 2 with them.
        source, target: Languages, where a file has one of each.
        alike: Whether a table of text is written as the one that its glossary came from: delimiter,
            line ends and mark.
        regions: The region that a profile gives to a language, such as ``fr`` to ``fr-CA``.
    """

    dialect: str = ""
    style: str = ""
    profile: str = ""
    level: int = 2
    source: str = ""
    target: str = ""
    alike: bool = False
    regions: tuple[tuple[str, str], ...] = ()


NO_WISHES = Wishes()
