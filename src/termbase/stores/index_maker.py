"""Many texts become index files: here, or in a process of their own while others are still read.

The one fact to remember: who makes the files knows nothing of the base. They count once the base
names them; whatever goes wrong before that, they are removed, and the base can make them anew.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

if TYPE_CHECKING:
    from termbase.memory.build_index import Texts
    from termbase.stores.unit_texts import Part, Text

_SIZE = 8
"""So many bytes say how long the message is that follows."""
_PIPE = 1 << 20
"""So many bytes may wait for the other process, where the system can: then neither waits for it."""
_START = (
    "import sys; sys.path[:] = sys.argv[3:];"
    "from termbase.stores.index_maker import serve; serve(sys.argv[1], int(sys.argv[2]))"
)


class Made(NamedTuple):
    """An index file: its name, the language and side of its texts, and how many they are."""

    name: str
    main: str
    source: bool
    texts: int


class IndexMaker:
    """Makes index files of texts, a bounded part of them at a time.

    Args:
        folder: Where the files go.
        tokens: So many are kept in memory before they are put into a file.
    """

    def __init__(self, folder: str, tokens: int) -> None:
        self._folder = folder
        self._tokens = tokens
        self._texts: dict[Part, Texts] = {}
        self._files: list[Made] = []

    def add(self, texts: Sequence[Text]) -> None:
        """Add the texts of some units."""
        sorted_: dict[Part, tuple[list[str], list[int]]] = {}
        for part, unit, text in texts:
            found = sorted_.get(part)
            if found is None:
                found = sorted_[part] = ([], [])
            lines, units = found
            lines.append(text)
            units.append(unit)
        for part, (lines, units) in sorted_.items():
            if part not in self._texts:
                self._texts[part] = new_texts(self._folder)
            self._texts[part].add(lines, units)
        if sum(one.tokens for one in self._texts.values()) > self._tokens:
            self._save()

    def finish(self) -> list[Made]:
        """Return the files, one for each part of the index."""
        self._save()
        for part in {(one.main, one.source) for one in self._files}:
            self._join([one for one in self._files if (one.main, one.source) == part])
        return self._files

    def undo(self) -> None:
        """Remove what was made."""
        for one in self._files:
            remove(os.path.join(self._folder, one.name))

    def _save(self) -> None:
        """Write texts to files of their own and forget them."""
        made = self._texts
        for part in sorted(made, key=lambda one: made[one].tokens):  # the largest last, when the
            self._files.append(write_texts(self._folder, part, made.pop(part)))  # others are gone

    def _join(self, files: list[Made]) -> None:
        from termbase.stores.index_file import open_index

        if len(files) < 2:
            return
        texts = new_texts(self._folder)
        for one in files:
            path = os.path.join(self._folder, one.name)
            index = open_index(path)
            if index is None:
                raise FileNotFoundError(path)
            texts.add_index(index)
            del index
            self._files.remove(one)
            remove(path)
        self._files.append(write_texts(self._folder, (files[0].main, files[0].source), texts))


class IndexProcess:
    """An `IndexMaker` in a process of its own; it ends with this one, whatever happens.

    Where there is no such process, or it ends too soon, that is told when all is over. What it has
    made it removes when it ends, unless it was told to keep it.
    """

    def __init__(self, folder: str, tokens: int) -> None:
        self._process = _started(folder, tokens, _PIPE) or _started(folder, tokens)

    def add(self, texts: Sequence[Text]) -> None:
        """Add the texts of some units."""
        if self._process and self._process.stdin:
            try:
                _send(self._process.stdin, texts)
            except OSError:
                self.close()

    def end(self) -> None:
        """Say that these were all the texts."""
        self.add([])

    def finish(self) -> list[Made] | None:
        """Return the files, one for each part of the index; None if they could not be made."""
        if not (self._process and self._process.stdout):
            return None
        found = _received(self._process.stdout)
        return None if found is None else [Made(*one) for one in found]

    def keep(self) -> None:
        """Say that the files are known here."""
        self.add([])

    def close(self) -> None:
        """Let it end."""
        if self._process:
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    if pipe:
                        pipe.close()
            self._process.wait()
            self._process = None


def _started(folder: str, tokens: int, pipe: int = -1) -> subprocess.Popen[bytes] | None:
    """Start a process; None where there is none, or no pipe of such a size may be had."""
    with suppress(OSError):
        return subprocess.Popen(
            [sys.executable, "-P", "-c", _START, folder, str(tokens), *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us, who then tell it
            pipesize=pipe,
        )
    return None


def can_help() -> bool:
    """Say whether another process would run beside this one."""
    return bool(sys.executable) and (os.cpu_count() or 1) > 1


def serve(folder: str, tokens: int) -> None:
    """Make index files of what comes in; they stay only if who wanted them knows of them."""
    import gc

    gc.disable()  # texts and numbers are in no cycles
    maker = IndexMaker(folder, tokens)
    done = False
    try:
        while texts := _received(sys.stdin.buffer):
            maker.add(texts)
        if texts is not None:
            _send(sys.stdout.buffer, [tuple(one) for one in maker.finish()])
            done = _received(sys.stdin.buffer) is not None
    finally:
        if not done:
            maker.undo()


def new_texts(folder: str) -> Texts:
    """Return texts for a file in a folder; their tokens wait beside it, in one without a name."""
    from termbase.memory.build_index import Texts

    return Texts(TemporaryFile(dir=os.path.dirname(folder) or os.curdir))


def write_texts(folder: str, part: Part, texts: Texts) -> Made:
    """Write texts to a file with a name that no file ever had."""
    from termbase.stores.index_file import write_index

    name, count = f"{uuid4().hex}.units", len(texts)
    path = os.path.join(folder, name)
    os.makedirs(folder, exist_ok=True)
    try:
        write_index(path, texts.arrays())
    except BaseException:
        remove(path)  # with its folder, where it is the first
        raise
    return Made(name, *part, count)


def remove(path: str) -> None:
    """Remove a file, and its folder if it was the last one there."""
    with suppress(OSError):
        os.remove(path)
    with suppress(OSError):
        os.rmdir(os.path.dirname(path))


def _send(pipe: IO[bytes], message: Any) -> None:
    written = marshal.dumps(message, 2)  # later versions look for what stands there twice
    pipe.write(len(written).to_bytes(_SIZE, "big"))
    pipe.write(written)
    pipe.flush()


def _received(pipe: IO[bytes]) -> list[Any] | None:
    """Return the next message, None where there is none."""
    size = pipe.read(_SIZE)
    written = pipe.read(int.from_bytes(size, "big")) if len(size) == _SIZE else b""
    if not size or len(written) != int.from_bytes(size, "big"):
        return None
    found: list[Any] = marshal.loads(written)
    return found
