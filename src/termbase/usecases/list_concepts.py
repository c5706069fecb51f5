"""Concepts that answer a wish, and a concept as a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
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


def exported(concept: Concept, wish: Wish) -> Concept | None:
    """Return what goes out of a concept under a wish, None for nothing.

    A concept is chosen as `listed` does, and goes out whole; but where a process is wished, the
    terms that are not so far stay behind.
    """
    if not any(listed([("", concept)], wish)):
        return None
    only = Wish(process=wish.process)
    kept = tuple(one for one in concept.terms if _fits(one, only))
    same = len(kept) == len(concept.terms)
    return concept if same else replace(concept, terms=kept, sections=())


def held_to(concept: Concept, wish: Wish) -> Concept | None:
    """Return what a check for a client holds a translation to, None for nothing.

    Terms of another customer, project or region do not count; those of nobody do. Where a process
    is wished, terms that are not so far do not count.
    """
    if wish.domain and concept.subject != wish.domain:
        return None
    so_far = Wish(process=wish.process)
    kept = tuple(
        one
        for one in concept.terms
        if _fits(one, so_far)
        and all(
            getattr(one, name) in ("", wanted)
            for name in ("customer", "project", "region")
            if (wanted := getattr(wish, name))
        )
    )
    if len(kept) == len(concept.terms):
        return concept
    return replace(concept, terms=kept, sections=()) if kept else None
