"""Occurrences that lie inside of each other or across each other → the longest of them."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.model.occurrence import Occurrence


def longest(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the occurrences that no longer one overlaps, in the order of the text.

    Of two equally long ones that cross each other the first stays; on one and the same span an
    occurrence in the term's own form puts inflected ones out.
    """
    ordered = sorted(occurrences, key=lambda hit: (hit.start, -hit.end))
    kept: list[Occurrence] = []
    heap: list[Occurrence] = []
    end = -1
    for hit in ordered:
        if hit.start >= end:
            kept += heap if len(heap) < 2 else _longest_of_heap(heap)
            heap = []
        heap.append(hit)
        end = max(end, hit.end)
    return kept + (heap if len(heap) < 2 else _longest_of_heap(heap))


def _longest_of_heap(heap: list[Occurrence]) -> list[Occurrence]:
    spans: list[tuple[int, int]] = []
    for hit in sorted(heap, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= start or end <= hit.start for start, end in spans):
            spans.append((hit.start, hit.end))
    own = {(hit.start, hit.end) for hit in heap if not hit.inflected}
    return [
        hit
        for hit in heap
        if (hit.start, hit.end) in spans and not (hit.inflected and (hit.start, hit.end) in own)
    ]
