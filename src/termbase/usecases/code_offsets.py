"""Offsets in what a reader sees of a target → offsets in the target with its short tags."""

from __future__ import annotations

import re

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
        None where a tag stands inside the span, or the target does not say what is seen.

    >>> unit = BilingualUnit("1", "", "<g1>Oui</g1> ?", codes=(("<g1>", ""), ("</g1>", "")))
    >>> span_among_codes(unit, "Oui ?", 3, 4)
    (12, 13)
    """
    target = unit.target or ""
    tags = "|".join(re.escape(tag) for tag, _ in unit.codes)
    found = re.finditer(tags, target) if tags else ()
    inside = {at for tag in found for at in range(*tag.span())}
    places = [at for at in range(len(target)) if at not in inside]
    if "".join(target[at] for at in places) != seen:
        return None
    places.append(len(target))
    first = places[start]
    last = places[end - 1] + 1 if end > start else first
    return (first, last) if last - first == end - start else None
