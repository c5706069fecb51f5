"""A text's three keys with the place that each of their signs has in the text.

The keys are those of `termbase.text.normalise`; here every sign of a key knows which code points it
was made of, so that what is found in a key can be shown where it stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from termbase.text.normalise import fold, unaccented, unpunctuated


class Traced(NamedTuple):
    """A key, and for each of its signs where the text has what the sign was made of."""

    key: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where the text has ``key[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


def traced(text: str) -> tuple[Traced, Traced, Traced]:
    r"""Return the folded, the bare and the plain key of a text, each with its places.

    >>> folded, bare, plain = traced("L’E\u0301tat\u00a0 de l'Œuvre")
    >>> bare.key, plain.key
    ("l'etat de l'oeuvre", 'letatdeloeuvre')
    >>> text = "L’E\u0301tat\u00a0 de l'Œuvre"
    >>> start, end = plain.stretch(1, 5)
    >>> text[start:end] == "E\u0301tat"
    True
    """
    folded = _folded(text)
    bare = _from(folded, _signs(folded.key, unaccented))
    return folded, bare, _from(bare, _signs(bare.key, unpunctuated))


def _folded(text: str) -> Traced:
    """Return the folded key: what belongs together is folded together, spaces become one."""
    signs: list[tuple[str, int, int]] = []
    for start, end in _clusters(text):
        for sign in fold(f"|{text[start:end]}|")[1:-1]:
            if sign == " " and signs and signs[-1][0] == " ":
                signs[-1] = (" ", signs[-1][1], end)
            else:
                signs.append((sign, start, end))
    while signs and signs[0][0] == " ":
        signs.pop(0)
    while signs and signs[-1][0] == " ":
        signs.pop()
    return _traced(signs)


def _signs(key: str, coarser: Callable[[str], str]) -> Iterator[tuple[str, int, int]]:
    for start, end in _clusters(key):
        for sign in coarser(key[start:end]):
            yield sign, start, end


def _from(finer: Traced, signs: Iterator[tuple[str, int, int]]) -> Traced:
    """Return a key whose signs were made of those of a finer one."""
    return _traced([(sign, *finer.stretch(start, end)) for sign, start, end in signs])


def _traced(signs: list[tuple[str, int, int]]) -> Traced:
    return Traced(
        "".join(sign for sign, _, _ in signs),
        tuple(start for _, start, _ in signs),
        tuple(end for _, _, end in signs),
    )


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that composing never joins: a letter with its accents."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _joined(text[start:at], text[at]):
            yield start, at
            start = at


def _joined(before: str, sign: str) -> bool:
    """Say whether a sign is one with what stands before it."""
    if unicodedata.combining(sign):
        return True
    if before.isascii() or sign.isascii():
        return False
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", sign)
    return unicodedata.normalize("NFC", before + sign) != apart
