"""Progress on stderr: a line that counts, for work that lasts."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from termbase.cli._declare import Given

_shown: set[str] = set()
"""What the line on the terminal counts, if there is one."""


def counter(label: str, given: Given, *, every: int = 64, total: int = 0) -> Callable[[int], None]:
    """Return what a use case tells how far it is; the clock is asked once for `every` steps.

    On a terminal one line is written over again once work has lasted a second; elsewhere a line
    comes every five seconds; nothing with ``-q``. Of a known `total` it says how much is done, and
    nothing once all is; else how fast it goes.
    """
    terminal = sys.stderr.isatty()
    pause = 0.2 if terminal else 5.0
    start = time.monotonic()
    next_time = start + (1.0 if terminal else pause)

    def tell(count: int) -> None:
        nonlocal next_time
        if given.get("quiet") or count % every or count == total:
            return
        now = time.monotonic()
        if now >= next_time:
            next_time = now + pause
            far = f" of {total:,}" if total else f" ({count / (now - start):,.0f}/s)"
            line = f"{label}: {count:,}{far}".replace(",", "\u202f")
            sys.stderr.write(f"\r\x1b[K{line}" if terminal else f"{line}\n")
            sys.stderr.flush()
            if terminal:
                _shown.add(label)

    return tell


def of_alignment(given: Given) -> Callable[[int], None]:
    """Return what one alignment tells how many per cent of it are done."""
    return counter("per cent aligned", given, every=1, total=100)


def done() -> None:
    """Wipe the line that `counter` has left on a terminal."""
    if _shown:
        sys.stderr.write("\r\x1b[K")
        _shown.clear()
