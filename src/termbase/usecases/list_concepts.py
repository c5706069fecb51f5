"""Concepts that answer a wish, and a concept as a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termbase.model.concept import Concept, Term

NONE = "none"


class Wish(NamedTuple):
    """Which concepts are wanted; an empty text lets all pass, ``none`` those without a value.

    One term of the concept must have all that is wished of terms.
    """

    domain: str = ""
    customer: str = ""
    project: str = ""
    region: str = ""
    process: str = ""
    status: str = ""


def listed(concepts: Iterable[tuple[str, Concept]], wish: Wish) -> Iterator[tuple[str, Concept]]:
    """Yield the concepts that a wish is for, each with its glossary."""
    for glossary, concept in concepts:
        if wish.domain and concept.subject != wish.domain:
            continue
        if any(_fits(term, wish) for term in concept.terms):
            yield glossary, concept


def _fits(term: Term, wish: Wish) -> bool:
    values = {
        "customer": term.customer,
        "project": term.project,
        "region": term.region,
        "process": term.process.value if term.process else "",
        "status": term.status.word if term.status else "",
    }
    return all(
        not (wanted := getattr(wish, name)) or value == ("" if wanted == NONE else wanted)
        for name, value in values.items()
    )
