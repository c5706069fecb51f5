"""How far an alignment is, as its scores are used up, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from termbase.alignment.evidence import Units

Tell = Callable[[int], None]

_ROUNDS, _WITH_PARTS = 3, 6
"""So often each source segment is scored; with parts about as often as this."""
_MOST = 99


class Course:
    """Tells how many per cent of an alignment are done, by the source places that are scored."""

    def __init__(self, segments: int, tell: Tell | None) -> None:
        self._segments = segments
        self._all = _WITH_PARTS * segments
        self._scored = 0
        self._tell = tell

    def expect_no_parts(self) -> None:
        """Take the rounds for all that there is to do."""
        self._all = _ROUNDS * self._segments

    def follow(self, blocks: Iterable[Units]) -> Iterator[Units]:
        """Pass scores on, and tell how far that is; see `score_blocks`."""
        for block in blocks:
            yield block
            self._scored += len(block)
            if self._tell:
                self._tell(min(_MOST, 100 * self._scored // self._all))
