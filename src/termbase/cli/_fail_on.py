"""From which severity on a finding makes a check fail."""

from __future__ import annotations

from termbase.cli._declare import Given, Option
from termbase.model.finding import Severity

_LEVELS = tuple(one.value for one in Severity)

FAIL_ON = Option(
    ("--fail-on",),
    "exit 1 from this severity on; warning without it",
    "LEVEL",
    choices=_LEVELS,
)


def failing(given: Given) -> tuple[str, ...]:
    """Return the severities that make a check fail."""
    return _LEVELS[_LEVELS.index(given["fail_on"] or "warning") :]
