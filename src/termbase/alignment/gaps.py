"""Segments without counterpart → what a run of them costs: the first its price, each further less.

Translators leave out passages rather than single sentences here and there: where one segment has
no counterpart, the next often has none either (affine gaps, Gotoh 1982).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from termbase.alignment.logarithm import units
from termbase.alignment.sides import Integers

_GOES_ON = 0.1
"""Share of segments without counterpart behind which the next of the text has none either."""


class Gaps(NamedTuple):
    """What target segments cost that stay alone, and what a run of either text costs less.

    Attributes:
        climb: For each target place the units of all target segments before it, were each the
            first of its run; never ascending.
        source_onward, target_onward: Units that each further segment of a run gains, from 0.
    """

    climb: Integers
    source_onward: int
    target_onward: int

    def onward_climb(self) -> Integers:
        """Return the climb of one run over all target segments, but for its first segment."""
        climb: Integers = self.climb + self.target_onward * np.arange(len(self.climb))
        return climb


def read_gaps(priors: Integers, worded: NDArray[np.bool_], wordless: int) -> Gaps:
    """Return what stays alone costs, given the prices of shapes.

    Args:
        priors: Units of each shape, by source segments and target segments.
        worded: By target segment, whether it has any word.
        wordless: Units that a segment without any word gains when it stays alone.
    """
    alone = priors[0, 1] + wordless * ~worded
    goes_on = units(math.log(_GOES_ON))
    ours, theirs = (max(0, goes_on - int(price)) for price in (priors[1, 0], priors[0, 1]))
    return Gaps(np.concatenate([[0], np.cumsum(alone)]), ours, theirs)
