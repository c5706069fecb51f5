"""What goes wrong while index files are read → one line that says how to mend them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from termbase.errors import StoreError

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def told_if_damaged(ask: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """Let a question to index files say that one of them is damaged.

    A file is not read whole before it is asked: at a million units that would take longer than
    the answer. So damage shows itself by numbers that lead nowhere; `termbase doctor` reads all.
    """

    @wraps(ask)
    def asked(*args: _Asked.args, **wishes: _Asked.kwargs) -> _Answer:
        try:
            return ask(*args, **wishes)
        except (IndexError, OverflowError, UnicodeDecodeError) as error:
            raise damage(type(error).__name__) from error

    return asked


def damage(seen: str) -> StoreError:
    """Return what to say of a damaged index, by what was seen."""
    return StoreError(
        f"the index of the base is damaged ({seen}); make it anew: termbase tm index --anew"
    )
