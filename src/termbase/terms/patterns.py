"""Terms that are no sequence of words: regular expressions, and signs such as «°C».

An expression is a user's, so it has a time limit: one that goes astray is named, not waited for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from termbase.errors import InputError
from termbase.model.concept import Concept, Term
from termbase.model.occurrence import Occurrence

SECONDS = 2.0
"""So long an expression may look through one text."""


class Pattern:
    """A term that is found by an expression.

    Raises:
        InputError: If it is no regular expression.
    """

    __slots__ = ("_concept", "_expression", "_term")

    def __init__(self, term: Term, concept: Concept) -> None:
        self._term = term
        self._concept = concept
        self._expression = _compiled(term, _named(term, concept))

    def occurrences(self, text: str) -> Iterator[Occurrence]:
        """Yield the term where it stands in a text.

        Raises:
            InputError: If its expression takes too long.
        """
        limit = {"timeout": SECONDS} if self._term.match == "regex" else {}
        try:
            for match in self._expression.finditer(text, **limit):
                if match.group():
                    yield Occurrence(match.start(), match.end(), self._term, self._concept)
        except TimeoutError as error:
            problem = f"{_named(self._term, self._concept)} takes too long as a regular expression"
            raise InputError(f"{problem}; make it simpler or choose another match") from error


def refuse_no_expression(term: Term) -> None:
    """Raise an error if a term that somebody is about to write is no regular expression.

    Raises:
        InputError: With the term alone; its concept may not be there yet.
    """
    _compiled(term, f"«{term.text}»")


def _compiled(term: Term, named: str) -> Any:
    if term.match != "regex":
        return re.compile(re.escape(term.text))
    import regex

    flags = () if term.case == "exact" else (regex.IGNORECASE,)
    try:
        return regex.compile(term.text, *flags)
    except regex.error as error:
        problem = f"{named} is not a regular expression ({error})"
        raise InputError(f"{problem}; correct it or choose another match") from error


def _named(term: Term, concept: Concept) -> str:
    return f"{concept.place or f'concept «{concept.id}»'}: «{term.text}»"
