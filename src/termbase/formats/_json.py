"""Files of JSON into values, what is none refused in one line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from termbase.errors import FormatError
from termbase.formats._encoding import decode
from termbase.formats._files import read_bytes, refuse_longer

_HALF = re.compile("[\ud800-\udfff]")
"""What an escape may write and no file can hold."""


def read_json(path: str, hook: Callable[[dict[str, Any]], Any] | None = None) -> tuple[str, Any]:
    """Return the text of a file, and its value.

    Args:
        hook: Gives what stands for an object; the innermost ones come first.

    Raises:
        FormatError: If it is no JSON, or too deep.
    """
    written = decode(path, read_bytes(path)).removeprefix("\ufeff")
    try:  # an int refuses 5,000 digits
        return written, json.loads(written, parse_int=float, object_hook=hook)
    except json.JSONDecodeError as error:
        problem = f"is no JSON: {error.msg}"
        raise FormatError(path, problem, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise FormatError(path, "has objects too deep within each other") from error


def refuse_no_text(path: str, text: str, line: int | None) -> None:
    """Raise an error for a text that no file for translators can hold."""
    refuse_longer(path, len(text), line)
    if _HALF.search(text):
        problem = "half a character (\\ud800 to \\udfff)"
        raise FormatError(path, problem, line=line, remedy="write both halves, or the character")
