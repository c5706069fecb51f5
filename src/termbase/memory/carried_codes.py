"""A text is corrected by hand → its inline codes stay, where they stood between the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from termbase.model.unit import Content, InlineCode, plain_text

_WORD = re.compile(r"\w+|\W")


def with_text(content: Content, text: str) -> Content:
    """Return content that reads as another text and has all its codes.

    Args:
        content: What it was.
        text: What a reader shall see.

    >>> bold = InlineCode("bpt", (("i", "1"),), ("<b>",))
    >>> [getattr(one, "kind", one) for one in with_text(("Un ", bold, "mot"), "Le mot")]
    ['Le ', 'bpt', 'mot']
    """
    if all(isinstance(one, str) for one in content):
        return (text,)
    old = plain_text(content)
    if not old:
        return (*content, text) if text else content
    places = _places(old, text)
    return tuple(_carried(content, 0, places, text))


def _carried(
    content: Content, start: int, places: Sequence[int], text: str
) -> Iterator[str | InlineCode]:
    """Yield the parts of content, the first of which stood at an offset of the old text."""
    for part in content:
        end = start + len(plain_text((part,)))
        if isinstance(part, str):
            if places[start] < places[end]:
                yield text[places[start] : places[end]]
        elif part.kind == "hi":
            yield replace(part, content=tuple(_carried(part.content, start, places, text)))
        else:
            yield part
        start = end


def _places(old: str, new: str) -> list[int]:
    """Return for each offset of a text, its end included, the offset of another that it became.

    Words that stay keep their letters; what stood in a word that goes stands before the word in
    its place.
    """
    from rapidfuzz.distance import Levenshtein

    ours, theirs = _WORD.findall(old), _WORD.findall(new)
    begins, starts = (list(accumulate(map(len, one), initial=0)) for one in (ours, theirs))
    places = [0] * len(old) + [len(new)]
    for code in Levenshtein.opcodes(ours, theirs):
        first = code.src_start
        for number in range(first, code.src_end):
            start = starts[min(code.dest_start + number - first, code.dest_end)]
            for letter in range(len(ours[number])):
                kept = letter if code.tag == "equal" else 0
                places[begins[number] + letter] = start + kept
    places[0] = 0
    return places
