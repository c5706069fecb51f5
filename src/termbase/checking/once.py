"""A property that is found out once and then kept with its object.

``functools.cached_property`` takes a lock for each first reading in Python 3.11; a pair of segments
has a dozen such properties and is read by one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801  (used as a decorator, as property is)
    """Keep what a method returns in the object's own dictionary, under its name.

    >>> class Pair:
    ...     @once
    ...     def words(self) -> list[str]:
    ...         return ["one"]
    >>> pair = Pair()
    >>> pair.words is pair.words
    True
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> once[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object, owner: type) -> once[T] | T:
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._find(instance)
        return found
