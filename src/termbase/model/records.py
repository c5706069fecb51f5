"""Model values as plain records and back: what the base keeps, and what JSON prints.

A record is a value's attributes by name, without those that have their default or take no part in
comparing, so that it stays small and an older record still reads when a value has grown. Enums
stand as their lower-case names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def record_of(value: Any) -> dict[str, Any]:
    """Return a model value (a dataclass) as plain values.

    >>> from termbase.model.bead import Bead
    >>> record_of(Bead((0, 1), (0,), 0.5))
    {'source': [0, 1], 'target': [0], 'confidence': 0.5}
    """
    names, attributes, defaults = _attributes(value.__class__)
    return {
        name: kept if kept.__class__ is str else plain(kept)
        for name, kept, default in zip(names, attributes(value), defaults, strict=True)
        if kept is not default and kept != default
    }


def value_of(kind: type[Value], record: dict[str, Any]) -> Value:
    """Return the model value of a record; the inverse of `record_of`.

    >>> from termbase.model.bead import Bead
    >>> value_of(Bead, {"source": [0], "target": []})
    Bead(source=(0,), target=(), confidence=1.0)
    """
    shapes = _shapes(cast(Any, kind))
    return kind(**{name: shapes[name](kept) for name, kept in record.items()})


@cache
def _attributes(
    kind: Any,
) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[Any, ...]]:
    """Return the names of what counts of a kind of values, what reads it, and the defaults."""
    counted = [one for one in fields(kind) if one.compare]
    names = tuple(one.name for one in counted)
    read = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    defaults = [
        one.default_factory() if one.default_factory is not MISSING else one.default
        for one in counted
    ]
    return names, read, tuple(defaults)


def plain(value: Any) -> Any:
    """Return a value with the records of what it holds; lists stand for tuples."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.name.lower()
    return record_of(value) if is_dataclass(value) else value


@cache
def _shapes(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """Return what gives each attribute of a kind of values its shape."""
    return {name: shape_of(hint) for name, hint in get_type_hints(kind).items()}


def shape_of(hint: Any) -> Callable[[Any], Any]:
    """Return what gives a plain value the shape that a type hint asks for."""
    if isinstance(hint, UnionType):
        kinds = get_args(hint)
        other = shape_of(next((one for one in kinds if one not in {str, type(None)}), str))
        as_text = str in kinds
        return lambda one: one if one is None or (as_text and isinstance(one, str)) else other(one)
    if get_origin(hint) is tuple:
        return _tuple_shape(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda one: hint[one.upper()]
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(value_of, hint)
    return _as_it_is


def _tuple_shape(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    shapes = [shape_of(one) for one in kinds if one is not Ellipsis]
    if all(one is _as_it_is for one in shapes):
        return tuple
    if kinds[-1] is Ellipsis:
        return lambda some: tuple(map(shapes[0], some))
    return lambda some: tuple(shape(one) for shape, one in zip(shapes, some, strict=True))


def _as_it_is(value: Any) -> Any:
    return value
