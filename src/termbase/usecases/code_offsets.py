"""Offsets in what a reader sees of a target → offsets in the target with its short tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.model.bilingual import BilingualUnit


def span_among_codes(
    unit: BilingualUnit, seen: str, start: int, end: int
) -> tuple[int, int] | None:
    """Return where a span of the seen text stands in the target of a unit.

    What is put between two signs stands behind the tags between them.

    Args:
        unit: Its target has short tags, such as ``<g1>``.
        seen: The target without them.
        start, end: The span, offsets in `seen`.

    Returns:
        None where a tag stands inside the span, or the target does not say what is seen. Only a
        line break that stands for a tag is not in the target.

    >>> unit = BilingualUnit("1", "", "<g1>Oui</g1> ?", codes=(("<g1>", ""), ("</g1>", "")))
    >>> span_among_codes(unit, "Oui ?", 3, 4)
    (12, 13)
    """
    target = unit.target or ""
    tags = "|".join(re.escape(tag) for tag, _ in unit.codes)
    found = re.finditer(tags, target) if tags else ()
    inside = {at for tag in found for at in range(*tag.span())}
    places = _places(target, [at for at in range(len(target)) if at not in inside], seen)
    if places is None:
        return None
    places.append(len(target))
    first = places[start]
    before = places[end - 1] if end > start else first
    if first is None or before is None:
        return None
    last = before + 1 if end > start else first
    return (first, last) if last - first == end - start else None


def _places(target: str, outside: Sequence[int], seen: str) -> list[int | None] | None:
    """Return where each sign of a seen text stands in the target; None for a line that a code ends.

    Args:
        target: With its tags.
        outside: Where in it no tag stands.
        seen: What a reader sees.
    """
    places: list[int | None] = []
    rest = iter(outside)
    at = next(rest, None)
    for sign in seen:
        if at is not None and target[at] == sign:
            places.append(at)
            at = next(rest, None)
        elif sign == "\n":
            places.append(None)
        else:
            return None
    return places if at is None else None
