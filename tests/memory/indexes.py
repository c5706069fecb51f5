"""Indexes over texts, as a file would give them."""

from collections.abc import Iterable
from io import BytesIO

import numpy as np

from termbase.memory.build_index import Texts
from termbase.memory.similarity import tokens
from termbase.memory.text_index import ARRAYS, TextIndex


def index_of(texts: Iterable[str]) -> TextIndex:
    """Return an index of texts; their places are their units."""
    return index_of_tokens(map(tokens, texts))


def index_of_tokens(texts: Iterable[Iterable[str]]) -> TextIndex:
    """Return an index of texts that are cut already."""
    found = [" ".join(one) for one in texts]
    made = Texts(BytesIO())
    made.add_tokens(found, range(len(found)))
    return opened(made)


def opened(made: Texts) -> TextIndex:
    """Return an index over the arrays of some texts."""
    arrays = {
        name: np.ascontiguousarray(one, dtype=ARRAYS[name]) for name, one in made.arrays().items()
    }
    return TextIndex({name: memoryview(one) for name, one in arrays.items()})
