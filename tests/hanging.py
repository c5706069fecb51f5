"""A guard against work that grows much faster than its input.

The clock only says that something hangs: what is tested takes a second, and would take many
minutes where each piece of its input were gone through once for every other.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_SECONDS = 90


@contextmanager
def no_hanging() -> Iterator[None]:
    """Fail where what is done inside does not come to its end."""

    def stop(*_: object) -> None:
        pytest.fail(f"has not ended after {_SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
