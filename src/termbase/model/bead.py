"""A bead: the segments of two texts that say the same thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """Neighbouring segments of a source beside neighbouring segments of a target.

    Attributes:
        source, target: Segment numbers from 0, ascending without gaps; one side may be empty.
        confidence: How likely the bead is right, 0.0 to 1.0.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.source and not self.target:
            raise ValueError("a bead needs at least one segment")
        for side in (self.source, self.target):
            if side and side != tuple(range(side[0], side[0] + len(side))):
                raise ValueError(f"segments of a bead must be neighbours: {side}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence must lie between 0 and 1: {self.confidence}")

    @property
    def shape(self) -> str:
        """Segments on each side, such as ``2-1``."""
        return f"{len(self.source)}-{len(self.target)}"

    def moved(self, source: int, target: int) -> Bead:
        """Return the bead with the numbers of its segments moved on."""
        return Bead(
            tuple(one + source for one in self.source),
            tuple(one + target for one in self.target),
            self.confidence,
        )
