"""The tokens of many texts at once, as `similarity.tokens` finds them in each.

The one fact to remember: the signs are set apart in one array of code points, and what is left is
cut at white space, which takes half the time of looking for tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from termbase.memory.similarity import folded

Array = np.ndarray[Any, Any]
_UNKNOWN, _SPACE, _WORD, _SIGN = range(4)
_CODE_POINTS = 0x110000
_UTF_32 = "utf-32-le"


def token_stream(texts: Sequence[str]) -> tuple[list[bytes], Array]:
    r"""Return the tokens of many texts in UTF-8, one text after the other, and how many each has.

    The texts are folded in one piece, which is quicker: a line break is no token, joins with no
    sign, and nothing becomes one by folding.

    >>> found, lengths = token_stream(["Un mot.", "", "A\nB"])
    >>> found, lengths.tolist()
    ([b'un', b'mot', b'.', b'a', b'b'], [3, 0, 2])
    """
    lines = [one.replace("\n", " ") if "\n" in one else one for one in texts]
    text = folded("\n".join([*lines, ""]))
    codes = np.frombuffer(text.encode(_UTF_32, "surrogatepass"), "<u4")
    kinds = _kinds(codes)
    words, signs = kinds == _WORD, kinds == _SIGN
    starts = signs | words
    starts[1:] &= signs[1:] | ~words[:-1]
    ends = np.cumsum(starts, dtype=np.int64)[codes == ord("\n")]
    codes = np.where(kinds == _SPACE, np.uint32(ord(" ")), codes)  # bytes know no other space
    return _spaced(codes, signs).split(), np.diff(ends, prepend=0)


def _spaced(codes: Array, signs: Array) -> bytes:
    """Return the text in UTF-8, with a space on either side of each sign."""
    where = np.flatnonzero(signs)
    spaced = np.repeat(codes, np.where(signs, 3, 1))
    before = where + 2 * np.arange(len(where))
    spaced[before] = spaced[before + 2] = ord(" ")
    text = spaced.tobytes().decode(_UTF_32, "surrogatepass")
    return text.encode("utf-8", "surrogatepass")


def _kinds(codes: Array) -> Array:
    known = _known_kinds()
    kinds: Array = known[codes]
    if not kinds.all():
        for code in np.unique(codes[kinds == _UNKNOWN]).tolist():
            sign = chr(code)
            word = sign.isalnum() or sign == "_"  # as ``\w`` has it
            known[code] = _WORD if word else _SPACE if sign.isspace() else _SIGN
        kinds = known[codes]
    return kinds


@cache
def _known_kinds() -> Array:
    """Return the kind of each code point, so far as it was asked for."""
    return np.full(_CODE_POINTS, _UNKNOWN, np.uint8)
