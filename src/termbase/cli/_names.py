"""The names that a base holds, asked for only where a name that was given finds nothing."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.cli._declare import Given
from termbase.errors import InputError
from termbase.ports import TermStore, UnitStore


def refuse_unknown_glossary(name: str | None, terms: TermStore) -> None:
    """Raise an error if a glossary is named and is not there."""
    _refuse("glossary", name, [one.name for one in terms.glossaries()] if name else ())


def refuse_unknown_memory(name: str | None, units: UnitStore) -> None:
    """Raise an error if a memory is named and is not there."""
    _refuse("memory", name, [one.name for one in units.memories()] if name else ())


def refuse_unknown_filters(given: Given, project: str, terms: TermStore) -> None:
    """Raise an error if a filter of ``lookup`` names what no concept of the base has.

    Args:
        given: What the user gave.
        project: The project whose terms alone count; empty for all.
        terms: The glossaries.
    """
    refuse_unknown_glossary(given["glossary"], terms)
    if not (project or any(given.get(name) for name in ("customer", "region", "domain"))):
        return
    concepts = [concept for _, concept in terms.all_concepts()]
    each = [term for concept in concepts for term in concept.terms]
    _refuse("term of a project", project, (one.project for one in each))
    _refuse("term of a customer", given["customer"], (one.customer for one in each))
    _refuse("term of a region", given.get("region"), (one.region for one in each))
    _refuse("concept of a domain", given["domain"], (one.subject for one in concepts))


def _refuse(what: str, name: str | None, known: Iterable[str]) -> None:
    names = sorted({one for one in known if one})
    if name and name not in (*names, "none"):
        there = ", ".join(f"«{one}»" for one in names) or "none"
        raise InputError(f"the base has no {what} «{name}»; it has {there}")
