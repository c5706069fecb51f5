"""What alignment asks of an encoder, and what keeps its vectors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class EncodingStore(Protocol):
    """What keeps the vectors that an encoder gave, as the bytes of their numbers."""

    def known(self, texts: Iterable[str], language: str) -> dict[str, bytes]:
        """Return the vectors that are known of some texts."""

    def keep(self, vectors: Iterable[tuple[str, bytes]], language: str) -> None:
        """Keep the vectors of some texts, if they can be kept."""


class Encode(Protocol):
    """What alignment asks of an encoder: the vectors of texts, alike where their meaning is."""

    def __call__(self, texts: list[str], language: str, /) -> NDArray[np.float32]:
        """Return one row of finite numbers for each text, all of one width.

        Args:
            texts: Segments and stretches of neighbouring segments, each once.
            language: Of the texts, as an ISO 639 code.
        """
