"""The encoders that installed packages offer: the entry points of the group `termbase.encoders`."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

from termbase.errors import InputError
from termbase.ports.encoding import Encode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def offered_encoder(name: str) -> tuple[Encode, str]:
    """Return the encoder of a name, and the version of the package that offers it.

    Raises:
        InputError: If not exactly one package offers it, or it cannot be loaded.
    """
    point = _point(name)
    try:
        with redirect_stdout(sys.stderr):
            encode = point.load()
    # It is somebody else's module; whatever it raises, this encoder cannot be used.
    except (Exception, SystemExit) as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise InputError(f"encoder «{name}»: cannot be loaded: {reason}") from error
    return _Aside(encode), point.dist.version if point.dist else "0"


def _point(name: str) -> EntryPoint:
    offered = entry_points(group="termbase.encoders")
    points = list(offered.select(name=name))
    if not points:
        known = ", ".join(sorted(offered.names)) or "none"
        raise InputError(
            f"encoder «{name}»: no installed package offers it (offered: {known}); "
            "see docs/how-to/write-an-encoder.md"
        )
    if len(points) > 1:
        packages = ", ".join(sorted(one.dist.name if one.dist else "?" for one in points))
        raise InputError(
            f"encoder «{name}»: several packages offer it ({packages}); uninstall all but one"
        )
    return points[0]


class _Aside:
    """An encoder; what it prints goes to stderr, since on stdout it would stand in our output."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode

    def __call__(self, texts: list[str], language: str, /) -> NDArray[np.float32]:
        with redirect_stdout(sys.stderr):
            return self._encode(texts, language)
