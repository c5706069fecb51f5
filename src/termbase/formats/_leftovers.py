"""What columns cannot say of a concept or a term, as JSON and back.

The one fact to remember: a leftover holds only what differs from the default, so most rows have
none and the column is not written at all.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from termbase.model.concept import DataCategory, Definition, LanguageSection, Relation
from termbase.model.unit import InlineCode

_KINDS: dict[str, type] = {
    "definitions": Definition,
    "sections": LanguageSection,
    "relations": Relation,
    "extras": DataCategory,
    "term_extras": DataCategory,
    "companions": DataCategory,
    "markup": InlineCode,
    "content": InlineCode,
}


def to_json(leftover: dict[str, Any]) -> str:
    """Return the attributes that are left over as JSON, empty where there are none.

    >>> to_json({"id": "t1", "extras": ()})
    '{"id": "t1"}'
    """
    kept = {name: _plain(value) for name, value in leftover.items() if value}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def from_json(text: str) -> dict[str, Any]:
    """Return the attributes again; the inverse of `to_json`.

    Raises:
        ValueError: If that is not what the text says.
    """
    try:
        record = json.loads(text)
        return {name: _shaped(name, value) for name, value in record.items()}
    except (AttributeError, TypeError) as error:
        raise ValueError("not an object of attributes") from error


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if not is_dataclass(value):
        return value
    return {
        one.name: _plain(kept)
        for one in fields(value)
        if (kept := getattr(value, one.name)) != one.default or one.default is MISSING
    }


def _shaped(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_shaped(name, one) for one in value)
    if isinstance(value, dict):
        return _KINDS[name](**{key: _shaped(key, one) for key, one in value.items()})
    return value
