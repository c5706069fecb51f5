"""``termbase`` and ``python -m termbase``."""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from typing import TYPE_CHECKING, NoReturn, TextIO

from termbase.cli._signals import Ended, die_of, heed_signals, heed_signals_no_more

if TYPE_CHECKING:
    from typing_extensions import Buffer


class _Unfailing(io.FileIO):
    """Where notes go: what nobody can take down must not break off the work."""

    def write(self, data: Buffer, /) -> int:
        """Write what can be written; on a full disk or to a reader that is gone, nothing."""
        try:
            return super().write(data)
        except OSError:
            return len(memoryview(data))


def _is_file(stream: TextIO) -> bool:
    """Say whether a stream is a file or a pipe to the system, and not the console of Windows."""
    below = getattr(stream, "buffer", None)  # without PYTHONUNBUFFERED there is one more between
    return isinstance(getattr(below, "raw", below), io.FileIO)


def _leave(code: int) -> NoReturn:
    """End with an exit code, and let the system take all memory at once.

    Python would take apart each object and module first, which is a tenth of a command's time, and
    seconds after a large memory. What libraries have asked for at the end is done.
    """
    threading = sys.modules.get("threading")
    if threading and threading.active_count() > 1:
        sys.exit(code)  # somebody is still at work, and Python waits for it
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        sys.exit(code)
    os._exit(code)


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # started with it closed
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: SIM115
    if _is_file(sys.stderr):
        notes = io.BufferedWriter(_Unfailing(2, "w", closefd=False))
        sys.stderr = io.TextIOWrapper(notes, sys.stderr.encoding, "backslashreplace", None, True)
    # The threads that numpy would start cost a command more time than they save, and `--jobs` has
    # processes instead.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(50_000)  # few objects are in cycles, and each command would look for them
    try:
        heed_signals()
        # Here, so that Ctrl-C in the first moments is no traceback either.
        from termbase.cli.start import start

        code = start(sys.argv[1:])
        heed_signals_no_more()
    except Ended as ended:
        die_of(ended)
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; nothing was left half done\n")
        code = 130
    _leave(code)


if __name__ == "__main__":
    main()
