"""Units as records: the texts that a reader sees in what the base keeps of a unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def record_text(content: Sequence[Any]) -> str:
    """Return the text that a reader sees in the content of a variant's record.

    >>> record_text(["Un ", {"kind": "bpt", "content": ["<b>"]}, "mot"])
    'Un mot'
    """
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join(
        part
        if isinstance(part, str)
        else record_text(part.get("content", ()))
        if part["kind"] == "hi"
        else ""
        for part in content
    )


def record_variants(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield language, as written, and text of each variant of a unit's record."""
    for variant in record["variants"]:
        yield variant["language"], record_text(variant.get("content", ()))


def record_attribute(record: Mapping[str, Any], name: str) -> str:
    """Return an attribute of a unit's record as it is written, empty where it has none."""
    return next((value for key, value in record.get("attributes", ()) if key == name), "")
