"""What columns cannot say of a concept or a term, as JSON and back.

The one fact to remember: a leftover holds only what differs from the default, so most rows have
none and the column is not written at all.
"""

from __future__ import annotations

import json
from typing import Any

from termbase.model.concept import DataCategory, Definition, LanguageSection, Relation
from termbase.model.records import plain, shape_of
from termbase.model.unit import InlineCode

_extras = shape_of(tuple[DataCategory, ...])
_codes = shape_of(tuple[str | InlineCode, ...])
_SHAPES = {
    "definitions": shape_of(tuple[Definition, ...]),
    "sections": shape_of(tuple[LanguageSection, ...]),
    "relations": shape_of(tuple[Relation, ...]),
    "extras": _extras,
    "term_extras": _extras,
    "companions": _extras,
    "markup": _codes,
    "content": _codes,
}


def to_json(leftover: dict[str, Any]) -> str:
    """Return the attributes that are left over as JSON, empty where there are none.

    >>> to_json({"id": "t1", "extras": ()})
    '{"id": "t1"}'
    """
    kept = {name: plain(value) for name, value in leftover.items() if value}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def from_json(text: str) -> dict[str, Any]:
    """Return the attributes again; the inverse of `to_json`.

    Raises:
        ValueError: If that is not what the text says.
    """
    try:
        record = json.loads(text)
        return {name: _SHAPES.get(name, _tuples)(value) for name, value in record.items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("not an object of attributes") from error


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
