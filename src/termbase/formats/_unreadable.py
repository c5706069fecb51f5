"""Bytes that are none of their file's encoding, in files that are patched: shown as «�», and kept.

The one fact to remember: such a byte is one lone surrogate in the text of a file, never in a text
that leaves it; where its «�» stays in a target, the byte stays too.
"""

from __future__ import annotations

import re

from termbase.formats._encoding import refusal
from termbase.model.repair import Repair, Report

_BYTE = re.compile("[\udc80-\udcff]")
_SHOWN = "\ufffd"


def decode_all(
    path: str, data: bytes, encoding: str, report: Report | None, *, strict: bool = False
) -> str:
    """Return the text of bytes; what is none of the encoding stands in it as lone surrogates.

    Args:
        strict: Whether such bytes are refused.

    Raises:
        FormatError: If they are, or if the encoding is none whose other bytes can be told apart.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        refused = refusal(path, data, error.start, encoding)
        if strict:
            raise refused from error
        try:
            text = data.decode(encoding, "surrogateescape")
        except UnicodeDecodeError:
            raise refused from error
        if report:
            action = f"shown as {_SHOWN} and kept; {refused.remedy}"
            report(Repair(path, refused.line, refused.problem, action))
        return text


def readable(text: str) -> str:
    """Return a text as it may leave its file."""
    return _BYTE.sub(_SHOWN, text) if not text.isascii() else text


def restored(text: str, old: str) -> str:
    """Return a text with the bytes back for which it has a «�», in their order.

    Args:
        old: What stands in the file.
    """
    if _SHOWN not in text:
        return text
    kept = iter(_BYTE.findall(old))
    return re.sub(_SHOWN, lambda _: next(kept, _SHOWN), text)
