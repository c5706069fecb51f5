"""Numbers → logarithms in whole units, the same on every machine.

numpy takes the logarithm with whatever the processor offers, and processors differ in the last
bit; a memory that is committed must not. So logarithms are read from a table by the leading bits
of the number, and scores are sums of whole units, exact in any order.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

UNIT = 1024
"""Units in one nat."""

_DROPPED = 12
_ONE = 0x3F800000 >> _DROPPED
_LAST_BITS = 1e-6
"""So near to half a unit the last bits of a logarithm decide: there Python takes it, exactly."""


def units(nats: float) -> int:
    """Return a score in units."""
    return round(nats * UNIT)


def log_units(numbers: NDArray[np.float32]) -> NDArray[np.int32]:
    """Return the natural logarithm of finite numbers from 1, in units.

    >>> log_units(np.array([1.0, 2.0], dtype=np.float32)).tolist()
    [0, 710]
    """
    place = numbers.view(np.int32) >> _DROPPED
    place -= _ONE
    logs: NDArray[np.int32] = _table().take(place, mode="clip")
    return logs


@cache
def _table() -> NDArray[np.int32]:
    last = (int(np.finfo(np.float32).max.view(np.int32)) >> _DROPPED) - _ONE
    starts = (np.arange(last + 2) + _ONE << _DROPPED).astype(np.int32).view(np.float32)
    scaled = np.log(starts[:-1].astype(np.float64)) * UNIT
    table: NDArray[np.int32] = np.rint(scaled).astype(np.int32)
    for place in np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < _LAST_BITS).tolist():
        table[place] = units(math.log(starts[place]))
    return table
