"""Signals that ask for an end: what was begun is taken back first, as after Ctrl-C.

Python itself dies of SIGTERM and SIGHUP on the spot, and would leave what it was writing.
"""

from __future__ import annotations

import os
import signal
import time
from types import FrameType
from typing import NoReturn

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_TAKING_BACK = 1.0
"""A second signal within so many seconds would break off what the first one makes us do; later it
may help where a library has swallowed the first one."""
_last = -_TAKING_BACK


class Ended(KeyboardInterrupt):
    """Somebody who does not sit at the terminal wants an end, or the terminal is gone.

    Attributes:
        number: The signal that says so.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def heed_signals() -> None:
    """Unwind at each of the signals, unless whoever started us wants them unheard (nohup)."""
    for number in _numbers():
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _unwind)


def heed_signals_no_more() -> None:
    """Let nothing change the exit code any more: all is done, and only Python is still at it."""
    for number in _numbers():
        signal.signal(number, signal.SIG_IGN)


def heed_none() -> None:
    """Leave Ctrl-C to the parent, and die of the other signals on the spot: it has told us to."""
    for number in _numbers():
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)


def die_of(ended: Ended) -> NoReturn:
    """End as the signal ends a process, so that whoever waits sees of what."""
    signal.signal(ended.number, signal.SIG_DFL)
    os.kill(os.getpid(), ended.number)
    os._exit(128 + ended.number)  # whoever started us has blocked it


def _numbers() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]


def _unwind(number: int, _: FrameType | None) -> None:
    global _last  # noqa: PLW0603 — a signal handler has nowhere else to remember it
    now = time.monotonic()
    if now - _last < _TAKING_BACK:
        return
    _last = now
    raise KeyboardInterrupt if number == signal.SIGINT else Ended(number)
