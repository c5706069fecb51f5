"""A text in a language that nobody named becomes the units that are like it.

The languages of the memories are tried that are written in the script of the query; the one whose
best unit is likest has been meant.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from termbase.model.language import speaks
from termbase.ports import Record
from termbase.ports.units import UnitStore
from termbase.usecases.search_memory import SCHEMA, search

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
    languages: Sequence[str],
    targets: Sequence[str] = (),
    **wishes: Any,
) -> Record:
    """Search the memories for a text whose language is one of several.

    Args:
        query: The text to translate.
        units: The memories.
        languages: Those to try; of two that have units equally like it, the first is taken.
        targets: Languages wanted; all without any. A text is not translated into its own.
        wishes: All else that `search` takes.

    Returns:
        What `search` returns for the language found; where none is, ``source`` is None.
    """
    best: Record = {"schema": SCHEMA, "query": query, "source": None, "hits": []}
    highest = 0
    for language in languages:
        others = [one for one in targets if not speaks(one, language)]
        if targets and not others:
            continue
        answer = search(query, units, source=language, targets=others, **wishes)
        score = answer["hits"][0]["score"] if answer["hits"] else 0
        if score > highest:
            best, highest = answer, score
    return best


def _scripts(text: str) -> set[str]:
    """Return the scripts of the letters of a text, by the first word of their Unicode names."""
    return {unicodedata.name(sign, "").split(" ")[0] for sign in text if sign.isalpha()}


def _scripts_of(language: str, units: UnitStore) -> set[str]:
    return set().union(*map(_scripts, units.sample(language, _SAMPLE)))
