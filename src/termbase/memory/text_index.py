"""The texts of one language as an index that is read where it lies: exact matches need no numpy.

Texts are rows, sorted by their number of tokens and then by a hash of them, so that all texts of
a length lie side by side like a table. Tokens are numbers; their spellings stand once in the
index, and whatever a hash finds is held against them. The arrays are those of `ARRAYS`:

    spellings, spelling_starts   the tokens in UTF-8, a line each, in the order of their buckets
    buckets                      for each hash of a token the first number that may have it
    lengths, length_rows         each length that occurs, and the first row that has it
    length_tokens                where the tokens of that row begin in ``tokens``
    tokens                       the token numbers of all rows, in order
    hashes, units                for each row: the hash of its tokens, the unit it belongs to
    postings, posting_starts     for each token that is not frequent: its rows, ascending
    frequent, bitmaps            the frequent tokens, and for each a bit for every row
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from operator import mul
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np

ARRAYS = {
    "spellings": "B", "spelling_starts": "I", "buckets": "I",
    "lengths": "I", "length_rows": "I", "length_tokens": "Q", "tokens": "I",
    "hashes": "I", "units": "I",
    "postings": "I", "posting_starts": "I", "frequent": "I", "bitmaps": "B",
}  # fmt: skip
"""Name and type (of `array`) of each array."""
_SPREAD = 2654435761
"""An odd number near 2³² divided by the golden ratio: neighbours get hashes far apart."""
MASK = 0xFFFFFFFF


def token_hash(token: str) -> int:
    """Return a hash of a token, 32 bits, the same on every machine."""
    return crc32(token.encode("utf-8", "surrogatepass"))


@cache
def place_weight(place: int) -> int:
    """Return the odd number by which the hash of the token at a place counts in that of a row."""
    return (_SPREAD * (place + 1) | 1) & MASK


def row_hash(hashes: Sequence[int]) -> int:
    """Return the hash of a row from those of its tokens; their order counts."""
    summed: int = sum(map(mul, hashes, map(place_weight, range(len(hashes)))))
    return summed & MASK


@lru_cache(maxsize=256)
def _bytes(pattern: str) -> re.Pattern[bytes]:
    """Return an expression without classes of letters as one for texts in UTF-8."""
    return re.compile(pattern.encode("utf-8", "surrogatepass"))


class TextIndex:
    """An index as it was made by `build_index`, over memory that somebody else keeps open.

    Attributes:
        rows: How many texts it holds.
        views: The arrays, as memory views of their types.
    """

    __slots__ = ("_bits", "_known", "_loaded", "rows", "views")

    def __init__(self, views: Mapping[str, memoryview]) -> None:
        self.views = views
        self.rows = len(views["units"])
        self._known: dict[str, int] = {}
        self._loaded: dict[str, np.ndarray[Any, Any]] = {}
        self._bits: dict[int, int] | None = None

    def array(self, name: str) -> np.ndarray[Any, Any]:
        """Return one of the arrays for numpy; nothing is copied."""
        if name not in self._loaded:
            import numpy

            self._loaded[name] = numpy.frombuffer(self.views[name], dtype=ARRAYS[name])
        return self._loaded[name]

    def token_number(self, token: str) -> int:
        """Return the number of a token, -1 where no text has it; spellings decide, not hashes."""
        number = self._known.get(token)
        if number is None:
            number = self._find(token)
            if len(self._known) < 1 << 16:
                self._known[token] = number
        return number

    def bits_of_tokens(self) -> dict[int, int]:
        """Return where each frequent token stands among the bitmaps, by its number."""
        if self._bits is None:
            self._bits = {one: at for at, one in enumerate(self.views["frequent"])}
        return self._bits

    def _find(self, token: str) -> int:
        written = token.encode("utf-8", "surrogatepass")
        buckets, starts = self.views["buckets"], self.views["spelling_starts"]
        spellings = self.views["spellings"]
        bucket = crc32(written) & (len(buckets) - 2)
        for number in range(buckets[bucket], buckets[bucket + 1]):
            if spellings[starts[number] : starts[number + 1] - 1] == written:
                return number
        return -1

    def spelling(self, number: int) -> str:
        """Return the token of a number."""
        starts = self.views["spelling_starts"]
        written = self.views["spellings"][starts[number] : starts[number + 1] - 1]
        return str(written, "utf-8", "surrogatepass")

    def all_spellings(self) -> list[bytes]:
        """Return every token in UTF-8, in the order of their numbers."""
        return bytes(self.views["spellings"]).split(b"\n")[:-1]

    def row_tokens(self, row: int) -> memoryview:
        """Return the token numbers of a row, in order."""
        at = bisect_right(self.views["length_rows"], row) - 1
        length = self.views["lengths"][at]
        start = self.views["length_tokens"][at] + (row - self.views["length_rows"][at]) * length
        return self.views["tokens"][start : start + length]

    def row_text(self, row: int) -> str:
        """Return the tokens of a row, in order, with a space between."""
        return " ".join(map(self.spelling, self.row_tokens(row)))

    def tokens_begun(self, begins: str) -> list[int]:
        """Return the numbers of the tokens that begin, or go on behind a ``_``, in some way.

        Args:
            begins: The way, as a regular expression without classes of letters or line breaks.
        """
        starts, spellings = self.views["spelling_starts"], self.views["spellings"]
        found = {0} if _bytes(begins).match(spellings) else set()
        for sign in "\n_":  # what begins with one letter is found many times as quickly
            pattern = _bytes(f"{sign}(?:{begins})")
            found.update(
                bisect_right(starts, one.start() + 1) - 1 for one in pattern.finditer(spellings)
            )
        return sorted(number for number in found if number < len(starts) - 1)

    def row_count(self, number: int) -> int:
        """Return how many rows have a token."""
        at = self.bits_of_tokens().get(number)
        if at is None:
            first, end = self.views["posting_starts"][number : number + 2]
            return int(end - first)
        return int.from_bytes(self.bitmap(at)).bit_count()

    def bitmap(self, at: int) -> memoryview:
        """Return a bit for every row: whether it has the frequent token at a place."""
        size = (self.rows + 7) >> 3
        return self.views["bitmaps"][at * size : (at + 1) * size]

    def rows_with(self, number: int) -> Sequence[int]:
        """Return the rows that have a token, ascending."""
        frequent = self.views["frequent"]
        at = bisect_left(frequent, number)
        if at == len(frequent) or frequent[at] != number:
            starts = self.views["posting_starts"]
            return self.views["postings"][starts[number] : starts[number + 1]]
        import numpy

        bits = numpy.frombuffer(self.bitmap(at), numpy.uint8)
        rows: list[int] = numpy.flatnonzero(numpy.unpackbits(bits)[: self.rows]).tolist()
        return rows

    def frequency(self, token: str) -> int:
        """Return how many rows have a token, by its spelling."""
        number = self.token_number(token)
        return self.row_count(number) if number >= 0 else 0

    def rows_with_any(self, tokens: Iterable[str]) -> set[int]:
        """Return the rows that have one of some tokens."""
        numbers = map(self.token_number, tokens)
        return set().union(*(self.rows_with(one) for one in numbers if one >= 0))

    def exact(self, tokens: Sequence[str]) -> list[int]:
        """Return the rows whose tokens equal these."""
        numbers: list[int] = []
        for one in tokens:
            numbers.append(self.token_number(one))
            if numbers[-1] < 0:
                return []
        lengths = self.views["lengths"]
        at = bisect_left(lengths, len(tokens))
        if at == len(lengths) or lengths[at] != len(tokens):
            return []
        hashes, wanted = self.views["hashes"], row_hash(list(map(token_hash, tokens)))
        first, last = self.views["length_rows"][at : at + 2]
        start = bisect_left(hashes, wanted, first, last)
        end = bisect_right(hashes, wanted, start, last)
        return [row for row in range(start, end) if self.row_tokens(row).tolist() == numbers]

    def window(self, shortest: int, longest: int) -> tuple[int, int]:
        """Return the rows that have so many tokens, ends included, as (first, behind the last)."""
        lengths, rows = self.views["lengths"], self.views["length_rows"]
        return rows[bisect_left(lengths, shortest)], rows[bisect_right(lengths, longest)]
