"""Regular expressions that are compiled when a text first asks for them.

A command that starts for one short text would compile hundreds that it never needs, which takes it
longer than its work. A call costs half as much again as one of a compiled expression (some 0.04
microseconds), so what every segment asks stays compiled.
"""

from __future__ import annotations

import re
from typing import Any, cast

_OFFERED = (
    *("search", "match", "fullmatch", "finditer", "findall"),
    *("sub", "subn", "split", "pattern"),
)


class _LazyPattern:
    """Has the methods of a compiled expression, from the first use of one of them on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._arguments = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _OFFERED:
            raise AttributeError(name)
        compiled = re.compile(*self._arguments)
        for one in _OFFERED:
            setattr(self, one, getattr(compiled, one))
        return getattr(compiled, name)


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what serves as a compiled expression and is compiled by its first use.

    Args:
        pattern: As `re.compile` takes it; a wrong one is refused by the first use only.
        flags: As `re.compile` takes them.

    >>> word = lazy_pattern("[a-z]+", re.IGNORECASE)
    >>> word.findall("Let's go"), word.pattern
    (['Let', 's', 'go'], '[a-z]+')
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))
