"""How often each shape of bead is expected, at first in any text and then in these.

Translators differ: one leaves nothing out, another skips and joins. So the shares of the path
of one round, mixed with the usual ones, are the expectation of the next.
"""

from __future__ import annotations

import math

import numpy as np

from termbase.alignment.evidence import LARGEST
from termbase.alignment.logarithm import units
from termbase.alignment.scores import NEVER
from termbase.alignment.sides import Integers, Reals

_USUAL = (
    (0.0, 60.0, 0.0, 0.0, 0.0),
    (60.0, 8200.0, 550.0, 80.0, 20.0),
    (0.0, 550.0, 100.0, 10.0, 0.5),
    (0.0, 80.0, 10.0, 1.0, 0.2),
    (0.0, 20.0, 0.5, 0.2, 0.1),
)
"""Beads of each shape in 10,000, by source segments and target segments."""

_USUAL_BEADS = 60.0


def usual_shares() -> Reals:
    """Return the share of each shape in any text, by source segments and target segments."""
    shares = np.array(_USUAL)
    return np.asarray(shares / shares.sum())


def learned_shares(path: Integers) -> Reals:
    """Return the share of each shape, having seen the beads of a path.

    Of neighbouring segments without counterpart only the first counts: they go together.
    """
    width = LARGEST + 1
    paired = (path[:, 2] > 0) & (path[:, 3] > 0)
    counted = paired | np.concatenate([[True], paired[:-1]])
    seen = np.bincount((path[:, 2] * width + path[:, 3])[counted], minlength=width * width)
    usual = usual_shares()
    mixed: Reals = seen.reshape(width, width) + _USUAL_BEADS * usual
    return np.where(usual > 0, mixed / mixed.sum(), 0.0)


def priors(shares: Reals) -> Integers:
    """Return the units that each shape costs."""
    costs = [[units(math.log(one)) if one else NEVER for one in row] for row in shares.tolist()]
    return np.array(costs, dtype=np.int64)
