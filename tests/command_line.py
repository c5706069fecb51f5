"""Run termbase as a user does: in this process where speed matters, else as a program of its own.

Streams are captured as bytes and read as UTF-8; the surroundings are empty but for what is given.
"""

import fcntl
import io
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path

from termbase.cli.start import start

SCRIPT = os.path.join(os.path.dirname(sys.executable), "termbase")


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit code, and what it wrote to each stream."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def surroundings(folder: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment without settings of the user; its home is a place under the folder."""
    home = str(folder / "home")
    return {
        "PATH": os.pathsep.join([os.path.dirname(SCRIPT), os.environ.get("PATH", "")]),
        "HOME": home,
        "XDG_DATA_HOME": f"{home}/data",
        "XDG_CONFIG_HOME": f"{home}/config",
        "LANG": "C.UTF-8",
        "TERM": "xterm",
        "PYTHONDONTWRITEBYTECODE": "1",
        **(more or {}),
    }


def run(
    *words: str,
    folder: Path,
    stdin: str | bytes = "",
    env: Mapping[str, str] | None = None,
    home: Path | None = None,
) -> Ran:
    """Run a command line in this process."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    streams = [io.TextIOWrapper(io.BytesIO(data), "utf-8") for data in (given, b"", b"")]
    kept = sys.stdin, sys.stdout, sys.stderr
    with chdir(folder), _environment(surroundings(home or folder, env)):
        sys.stdin, sys.stdout, sys.stderr = streams
        try:
            code = start(words)
        finally:
            sys.stdin, sys.stdout, sys.stderr = kept
    for stream in streams[1:]:
        stream.flush()
    out, err = (one.buffer.getvalue().decode() for one in streams[1:])  # type: ignore[attr-defined]
    return Ran(code, out, err)


def run_script(
    *words: str | bytes,
    folder: Path,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run the installed program."""
    done = subprocess.run(
        [SCRIPT, *words],
        cwd=folder,
        input=stdin,
        env=surroundings(folder, env),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_on_terminal(
    *words: str,
    folder: Path,
    columns: int = 88,
    typed: bytes = b"",
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run the installed program with a terminal for stdout and stderr, and as stdin if typed to."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    child = subprocess.Popen(
        [SCRIPT, *words],
        cwd=folder,
        env=surroundings(folder, env),
        stdin=theirs if typed else subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    if typed:
        os.write(ours, typed)
    shown = b"".join(_read_all(ours))
    os.close(ours)
    return Ran(child.wait(60), shown.decode().replace("\r\n", "\n"), "")


def _read_all(handle: int) -> Iterator[bytes]:
    try:
        while piece := os.read(handle, 1 << 16):
            yield piece
    except OSError:  # a terminal whose other side is closed
        return


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ.clear()
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
