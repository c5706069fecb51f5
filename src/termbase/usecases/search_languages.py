"""A text in a language that nobody named becomes the units that are like it.

The languages of the memories are tried that are written in the script of the query: first for the
text itself, then for what is like it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from termbase.model.language import speaks
from termbase.ports import Record
from termbase.ports.units import UnitStore
from termbase.usecases.search_memory import LEAST, SCHEMA, search, search_exact

_SAMPLE = 20
"""So many texts of a language say which scripts it is written in."""


def languages_to_try(
    query: str, units: UnitStore, known: Sequence[str], *, but: str = ""
) -> list[str]:
    """Return the languages of the memories that share a script with a query.

    Args:
        query: Any text; one without letters may be in any language.
        units: The memories.
        known: Languages that come first, in this order.
        but: A language that need not be tried.
    """
    held = [one for one in units.languages() if one != but.split("-", maxsplit=1)[0]]
    first = [one for wish in known for one in held if one == wish.split("-")[0]]
    asked = _scripts(query)
    return [
        language
        for language in dict.fromkeys([*first, *held])
        if not asked or asked & (_scripts_of(language, units) or asked)
    ]


def search_languages(
    query: str,
    units: UnitStore,
    *,
    first: str = "",
    known: Sequence[str] = (),
    targets: Sequence[str] = (),
    minimum: int | None = None,
    **wishes: Any,
) -> tuple[Record, list[str]]:
    """Search the memories for a text whose language nobody named.

    Args:
        query: The text to translate.
        units: The memories.
        first: The language that it is most likely in; may be empty.
        known: Languages that come next, in this order.
        targets: Languages wanted; all without any. A text is not translated into its own.
        minimum, wishes: As `search` takes them.

    Returns:
        What `search` returns for the language found, and the languages tried. A text that a memory
        has is found in whatever language it is; of near ones those in the first language count,
        else the likest. Where there is none, ``source`` is the first language, or None.
    """
    own = [first] if first else []
    if minimum is None:
        found = _same_text(query, units, own, targets, wishes)
        if found:
            return found, own
    others = languages_to_try(query, units, known, but=first)
    if minimum is None:
        found = _same_text(query, units, others, targets, wishes)
        if found:
            return found, [*own, *others]
    wishes |= {"targets": targets, "minimum": minimum or LEAST}
    found = _likest(query, units, own, **wishes)
    if found["hits"]:
        return found, own
    other = _likest(query, units, others, **wishes)
    return other if other["hits"] else {**found, "source": first or None}, [*own, *others]


def _same_text(
    query: str,
    units: UnitStore,
    languages: Sequence[str],
    targets: Sequence[str],
    wishes: dict[str, Any],
) -> Record | None:
    """Return the units with this very text in the first language that has any."""
    asked = {name: wishes[name] for name in ("limit", "wishes") if name in wishes}
    for language, others in _translated(languages, targets):
        answer = search_exact(query, units, source=language, targets=others, **asked)
        if answer["hits"]:
            return answer
    return None


def _likest(
    query: str, units: UnitStore, languages: Sequence[str], *, targets: Sequence[str], **wishes: Any
) -> Record:
    """Return the units of the language that has the likest."""
    best: Record = {"schema": SCHEMA, "query": query, "source": None, "hits": []}
    highest = 0
    for language, others in _translated(languages, targets):
        answer = search(query, units, source=language, targets=others, **wishes)
        score = answer["hits"][0]["score"] if answer["hits"] else 0
        if score > highest:
            best, highest = answer, score
    return best


def _translated(
    languages: Sequence[str], targets: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    """Yield each language that a text may be in, with the languages then wanted."""
    for language in languages:
        others = [one for one in targets if not speaks(one, language)]
        if others or not targets:
            yield language, others


def _scripts(text: str) -> set[str]:
    """Return the scripts of the letters of a text, by the first word of their Unicode names."""
    return {unicodedata.name(sign, "").split(" ")[0] for sign in text if sign.isalpha()}


def _scripts_of(language: str, units: UnitStore) -> set[str]:
    return set().union(*map(_scripts, units.sample(language, _SAMPLE)))
