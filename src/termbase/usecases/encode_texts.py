"""An encoder that somebody else wrote → one that an alignment can rely on: checked, and cached.

Its vectors go into the cache batch by batch, so that what was encoded stays when it is interrupted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from termbase.errors import InputError
from termbase.ports.encoding import Encode, EncodingStore

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BATCH = 128
"""Texts that an interruption may lose, and after which somebody is told how far it is."""


class CheckedEncoder:
    """Serves the `Encode` port by an encoder that was found by name.

    Args:
        name: Of the encoder, for messages.
        encode: Takes texts and an ISO 639 code, returns one row of numbers for each text.
        cache: Keeps what it gave.
        tell: If given, called with the number of texts encoded so far.
    """

    def __init__(
        self,
        name: str,
        encode: Encode,
        cache: EncodingStore,
        tell: Callable[[int], None] | None = None,
    ) -> None:
        self._name = name
        self._encode = encode
        self._cache = cache
        self._tell = tell
        self._encoded = 0

    def __call__(self, texts: list[str], language: str, /) -> NDArray[np.float32]:
        """Return one row for each text.

        Raises:
            InputError: If the encoder fails, or gives something else.
        """
        import numpy as np

        known = self._cache.known(texts, language)
        missing = [one for one in dict.fromkeys(texts) if one not in known]
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            rows = self._asked(batch, language)
            vectors = [(text, row.tobytes()) for text, row in zip(batch, rows, strict=True)]
            self._cache.keep(vectors, language)
            known.update(vectors)
            self._encoded += len(batch)
            if self._tell:
                self._tell(self._encoded)
        widths = {len(one) for one in known.values()}
        if len(widths) > 1:
            raise InputError(
                f"encoder «{self._name}»: gives rows of different widths; give it another version "
                "when its model changes"
            )
        width = (widths or {0}).pop()
        flat = np.frombuffer(b"".join(known[one] for one in texts), dtype="<f4")
        return flat.reshape(len(texts), width // 4)

    def _asked(self, texts: list[str], language: str) -> NDArray[np.float32]:
        """Return what the encoder gives for texts that nobody has encoded."""
        import numpy as np

        try:
            with np.errstate(over="ignore"):  # what is too large becomes infinite, and is refused
                given = np.asarray(self._encode(texts, language), dtype="<f4")
        # It runs models, networks and what not; whatever fails there, this is where it is named.
        except (Exception, SystemExit) as error:
            reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
            raise InputError(f"encoder «{self._name}»: {reason}") from error
        if given.ndim != 2 or len(given) != len(texts) or not given.shape[1]:
            raise InputError(
                f"encoder «{self._name}»: gave an array of shape {given.shape} for {len(texts)} "
                "texts; one row of numbers for each is needed"
            )
        if not np.isfinite(given).all():
            raise InputError(f"encoder «{self._name}»: gave numbers that are not finite")
        return given
