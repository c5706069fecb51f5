"""A word or phrase becomes the concepts it means, or the known terms that it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from termbase.usecases.look_up_terms import Filter, look_up

if TYPE_CHECKING:
    from termbase.ports import Record
    from termbase.ports.terms import TermStore
    from termbase.ports.units import UnitStore


def look_up_phrase(
    query: str,
    terms: TermStore,
    units: UnitStore | None = None,
    *,
    source: str | None = None,
    targets: Sequence[str] = (),
    limit: int = 10,
    only: Filter | None = None,
) -> Record:
    """Look a term up, as `look_up` does; where nothing is found, ``"inside"`` has what is in it.

    Its terms are as `known_terms` gives them. What recognises terms is loaded only then.
    """
    answer = look_up(query, terms, units, source=source, targets=targets, limit=limit, only=only)
    if not answer["hits"]:
        from termbase.usecases.recognise_terms import terms_inside

        inside = terms_inside(query, terms, source=source, targets=targets, only=only)
        answer["inside"] = inside
        known = {hit["term"] for hit in inside}
        answer["nearest"] = [text for text in answer["nearest"] if text not in known]
    return answer
