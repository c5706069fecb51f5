"""Neighbouring numbers from many places on, copied whole: much faster than one by one."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", bound=np.generic)


def windows_at(numbers: NDArray[Number], starts: NDArray[np.int64], width: int) -> NDArray[Number]:
    """Return so many neighbouring numbers from each place on.

    Args:
        numbers: A row that lies in one piece.
        starts: Places of it, of any shape; each has `width` numbers from there on.
        width: How many, at least 1.

    >>> windows_at(np.array([1, 2, 3, 4]), np.array([0, 2]), 2).tolist()
    [[1, 2], [3, 4]]
    """
    item = np.dtype((np.void, width * numbers.itemsize))
    many = max(0, len(numbers) - width + 1)
    whole: NDArray[np.void] = np.ndarray((many,), item, numbers, strides=(numbers.itemsize,))
    return whole[starts].view(numbers.dtype).reshape(*starts.shape, width)
