"""The files that termbase laid into a project of OmegaT, told from those that a person made.

The one fact to remember: a file is ours while its bytes are those that we wrote last; whatever
else lies there is somebody's work, whatever stands in it.
"""

from __future__ import annotations

import hashlib
import os

from termbase.errors import InputError
from termbase.formats._files import read_chunks, write_pieces, write_whole

LIST = ".termbase-laid"
_HEAD = "# What «termbase export --to-omegat» laid here: it writes over these files alone.\n"


class LaidFiles:
    """Knows which files of a project are ours; the list lies in its folder.

    Args:
        folder: That of the project.

    Raises:
        InputError: If the list cannot be read.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._list = os.path.join(folder, LIST)
        self._digests: dict[str, str] = {}
        if os.path.exists(self._list):
            lines = b"".join(read_chunks(self._list)).decode("utf-8", "replace").splitlines()
            parts = (line.split("  ", 1) for line in lines if not line.startswith("#"))
            self._digests = {one[1]: one[0] for one in parts if len(one) == 2}

    def may_write(self, path: str) -> bool:
        """Say whether a file may be written: nothing is there, or what we wrote last."""
        return not os.path.lexists(path) or self._digests.get(self._name(path)) == _digest(path)

    def add(self, path: str) -> None:
        """Remember a file as it was written just now."""
        self._digests[self._name(path)] = _digest(path)
        lines = (f"{digest}  {name}\n" for name, digest in sorted(self._digests.items()))
        write_whole(self._list, lambda stream: write_pieces(stream, (_HEAD, *lines)))

    def _name(self, path: str) -> str:
        return os.path.relpath(path, self._folder).replace(os.sep, "/")


def _digest(path: str) -> str:
    """Return the digest of the bytes of a file; empty where it cannot be read."""
    digest = hashlib.sha256()
    try:
        for chunk in read_chunks(path):
            digest.update(chunk)
    except InputError:
        return ""
    return digest.hexdigest()
