"""Vectors of an encoder → what each bead gains by the likeness of its two sides.

The core knows no encoder; a caller may bring one. How alike sides must be to belong together
differs from encoder to encoder, so it is learned from the path: from its beads, and from the same
beads with one segment too many. An encoder that cannot tell the two apart says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.evidence import LARGEST, Units
from termbase.alignment.logarithm import UNIT
from termbase.alignment.sides import Integers, Reals
from termbase.ports.encoding import Encode

_MOST_GAIN = 4.0
_SMALLEST_SPREAD = 0.02
_FEW_BEADS = 10.0
"""With so few beads their likeness is believed by half."""

_SAMPLE = 500
"""Segments that the first guess looks at."""

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an encoder says of two texts.

    Attributes:
        source, target: Unit vectors by size of a stretch (1 to 4) and its first segment.
        even: The likeness that speaks neither for a bead nor against it.
        slope: Nats for each segment of a bead, for each 1.0 of likeness above that; from 0.
    """

    source: tuple[Vectors, ...]
    target: tuple[Vectors, ...]
    even: float = 0.0
    slope: float = 0.0

    def guessed(self) -> Meaning:
        """Learn, before there is a path, from how far each segment's likest leads the next."""
        if len(self.target[0]) < 2:
            return self
        step = -(-len(self.source[0]) // _SAMPLE)
        alike = np.sort(self.source[0][::step] @ self.target[0].T, axis=1).astype(np.float64)
        return self._told_apart(alike[:, -1], alike[:, -2])

    def learned_from(self, path: Integers) -> Meaning:
        """Learn from beads with two sides how alike those are that belong together."""
        starts, sizes = path[:, :2].T, path[:, 2:].T
        wrong = []
        for more in ([[1], [0]], [[0], [1]]):
            longer = self._possible(starts, sizes + more)
            wrong.append(self._likeness(starts[:, longer], (sizes + more)[:, longer]))
        return self._told_apart(self._likeness(starts, sizes), np.concatenate(wrong))

    def _told_apart(self, right: Reals, wrong: Reals) -> Meaning:
        """Weigh likeness by how it differs between right and wrong beads."""
        if not len(right) or not len(wrong):
            return self
        middle, other = float(right.mean()), float(wrong.mean())
        spread = max(_SMALLEST_SPREAD**2, float(right.var() + wrong.var()) / 2)
        slope = (middle - other) / spread / 2 * len(right) / (len(right) + _FEW_BEADS)
        most = _MOST_GAIN / max(_SMALLEST_SPREAD, 1 - (middle + other) / 2)
        return replace(self, even=(middle + other) / 2, slope=min(most, max(0.0, slope)))

    def _possible(self, starts: Integers, sizes: Integers) -> NDArray[np.bool_]:
        """Say which beads have at most four segments on either side, all within the texts."""
        ends = np.array([[len(self.source[0])], [len(self.target[0])]])
        inside = (sizes <= LARGEST) & (starts + sizes <= ends)
        possible: NDArray[np.bool_] = inside[0] & inside[1]
        return possible

    def _likeness(self, starts: Integers, sizes: Integers) -> Reals:
        """Return the cosine of the two sides of beads, by side their starts and sizes."""
        ours, theirs = (
            _pick(side, start, size)
            for side, start, size in zip((self.source, self.target), starts, sizes, strict=True)
        )
        alike: Reals = (ours * theirs).sum(axis=1, dtype=np.float64)
        return alike

    def gains(self, begin: int, end: int, first: Integers, width: int) -> Units:
        """Return the units that beads gain, by source and target size − 1, row and column.

        Args:
            begin, end: The source places where beads start.
            first: For each of them the first target place.
            width: Target places of each.
        """
        last = len(self.target[0]) - 1
        low, high = min(int(first[0]), last), int(first[-1]) + width
        columns = np.minimum(first[:, None] + np.arange(width), last) - low
        rows = np.arange(end - begin)[:, None]
        gains = np.empty((LARGEST, LARGEST, end - begin, width), dtype=np.int32)
        for more, ours in enumerate(self.source):
            for others, theirs in enumerate(self.target):
                alike = (ours[begin:end] @ theirs[low:high].T)[rows, columns]
                nats = np.maximum(-_MOST_GAIN, (alike - self.even) * self.slope)
                gains[more, others] = np.rint(nats * ((more + others + 2) * UNIT))
        return gains


def read_meaning(
    encode: Encode, texts: tuple[Sequence[str], Sequence[str]], languages: tuple[str, str]
) -> Meaning:
    """Ask an encoder for all stretches of up to four segments of two texts.

    Raises:
        ValueError: If it does not answer with one row of finite numbers for each text.
    """
    source, target = (
        _encoded(encode, side, language) for side, language in zip(texts, languages, strict=True)
    )
    return Meaning(source, target).guessed()


def _encoded(encode: Encode, texts: Sequence[str], language: str) -> tuple[Vectors, ...]:
    """Return the vectors of all stretches; one that would leave the text ends with the text."""
    stretches = [
        " ".join(texts[start : start + size])
        for size in range(1, LARGEST + 1)
        for start in range(len(texts))
    ]
    different = list(dict.fromkeys(stretches))
    vectors = np.asarray(encode(different, language), dtype=np.float32)
    if vectors.ndim != 2 or len(vectors) != len(different):
        raise ValueError(
            f"the encoder answered {len(different)} texts with an array of shape {vectors.shape}; "
            "it must give one row of numbers for each"
        )
    if not np.isfinite(vectors).all():
        raise ValueError("the encoder answered with numbers that are not finite")
    vectors = vectors / np.maximum(np.float32(1e-9), np.linalg.norm(vectors, axis=1))[:, None]
    place = {text: number for number, text in enumerate(different)}
    rows = np.array([place[text] for text in stretches]).reshape(LARGEST, len(texts))
    return tuple(vectors[each] for each in rows)


def _pick(vectors: tuple[Vectors, ...], starts: Integers, sizes: Integers) -> Vectors:
    picked = np.empty((len(starts), vectors[0].shape[1]), dtype=np.float32)
    for size, each in enumerate(vectors, 1):
        here = sizes == size
        picked[here] = each[starts[here]]
    return picked
