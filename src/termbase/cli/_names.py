"""The names that a base holds, asked for only where a name that was given finds nothing."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.cli._declare import Given
from termbase.errors import InputError
from termbase.model.language import speaks
from termbase.ports.terms import TermStore
from termbase.ports.units import UnitStore


def refuse_unknown_glossary(name: str | None, terms: TermStore, remedy: str = "") -> None:
    """Raise an error if a glossary is named and is not there. Remedy: what else may be done."""
    _refuse("glossary", name, [one.name for one in terms.glossaries()] if name else (), remedy)


def refuse_unknown_memory(name: str | None, units: UnitStore, remedy: str = "") -> None:
    """Raise an error if a memory is named and is not there. Remedy: what else may be done."""
    _refuse("memory", name, [one.name for one in units.memories()] if name else (), remedy)


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


def unspoken(wanted: Iterable[str], terms: TermStore) -> tuple[list[str], str]:
    """Return the languages that no term of the base is in, and a line that says so."""
    spoken = terms.term_languages()
    missing = [one for one in dict.fromkeys(wanted) if not any(speaks(own, one) for own in spoken)]
    there = ", ".join(spoken) or "none"
    return missing, f"the base has no terms in {', '.join(missing)}; it has {there}"


def _refuse(what: str, name: str | None, known: Iterable[str], remedy: str = "") -> None:
    names = sorted({one for one in known if one})
    if name and name not in (*names, "none"):
        from difflib import get_close_matches

        near = get_close_matches(name, names, 1, 0.6)
        listed = f"it has {', '.join(f'«{one}»' for one in names) or 'none'}"
        hint = f"did you mean «{near[0]}»?" if near else listed
        hint = f"{hint} {remedy}".replace("? or", "? Or") if remedy else hint
        raise InputError(f"the base has no {what} «{name}»; {hint}")
