"""A text is corrected by hand → its inline codes stay, where they stood between the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termbase.model.unit import Content, InlineCode, plain_text


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
    """Return for each offset of a text, its end included, the offset of another that it became."""
    from difflib import SequenceMatcher

    places = [0] * (len(old) + 1)
    turned = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for _, start, end, begun, ended in turned:
        for at in range(start, end):
            places[at] = min(begun + at - start, ended)
    places[0], places[-1] = 0, len(new)
    return places
