"""The file of decisions of one document, written after every step of a review.

Somebody else may decide meanwhile, in another review or by a table: that is kept too, unless it is
about segments that are decided here.
"""

from __future__ import annotations

import os

from termbase.bootstrap import LocalFiles
from termbase.model.decision import Decision, record

_State = tuple[int, int, int]


class KeptDecisions:
    """What is on disk, and what of it came from somebody else.

    Args:
        path: Of the file, which need not be there.
        decisions: What was read of it.
    """

    def __init__(self, path: str, decisions: tuple[Decision, ...]) -> None:
        self._path = path
        self._known = set(decisions)
        self._others: tuple[Decision, ...] = ()
        self._state: _State | None = None  # it may have changed since it was read

    def write(self, decisions: tuple[Decision, ...]) -> tuple[tuple[Decision, ...], int]:
        """Write decisions beside those of others; return all, and how many of others are new.

        Raises:
            InputError: If the file cannot be read or written.
        """
        files = LocalFiles()
        new: tuple[Decision, ...] = ()
        if self._state is None or self._state != _state(self._path):
            found = files.read_decisions(self._path)
            new = tuple(one for one in found if one not in self._known)
            self._others = record(self._others, new)
        whole = record(self._others, decisions)
        files.write_decisions(self._path, whole)
        self._known.update(whole, new)
        self._state = _state(self._path)
        return whole, len(new)


def _state(path: str) -> _State | None:
    """Return what changes when a file is written; None where it is not there."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
