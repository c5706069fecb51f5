"""Concepts with a term more, a term less or a term changed; what must not be is refused.

A language has one preferred term for a concept, and a term stands there once.
"""

from __future__ import annotations

from dataclasses import replace

from termbase.errors import InputError
from termbase.model.concept import AdministrativeStatus, Concept, Term
from termbase.model.language import speaks
from termbase.text.normalise import fold


def with_term(concept: Concept, term: Term) -> Concept:
    """Return a concept with a term more, behind the others of its language.

    Raises:
        InputError: If it stands there already, or the language has a preferred term and this
            would be another.

    >>> craft = Concept("c1", (Term("engin spatial", "fr"), Term("spacecraft", "en")))
    >>> [one.text for one in with_term(craft, Term("véhicule spatial", "fr")).terms]
    ['engin spatial', 'véhicule spatial', 'spacecraft']
    """
    _refuse_known(concept, term)
    last = [at for at, one in enumerate(concept.terms, 1) if one.language == term.language]
    at = last[-1] if last else len(concept.terms)
    return sound(replace(concept, terms=(*concept.terms[:at], term, *concept.terms[at:])))


def with_changed_term(concept: Concept, old: Term, new: Term) -> Concept:
    """Return a concept with one term in place of another.

    Raises:
        InputError: As `with_term`.
    """
    rest = replace(concept, terms=tuple(one for one in concept.terms if one is not old) or (new,))
    if (new.text, new.language) != (old.text, old.language):
        _refuse_known(rest, new)
    terms = tuple(new if one is old else one for one in concept.terms)
    return sound(replace(concept, terms=terms))


def without_term(concept: Concept, term: Term) -> Concept | None:
    """Return a concept without a term; None if it was the last one."""
    terms = tuple(one for one in concept.terms if one is not term)
    return replace(concept, terms=terms, sections=()) if terms else None


def term_of(concept: Concept, text: str, language: str = "") -> Term:
    """Return the term of a concept that is written so.

    Raises:
        InputError: If it has none, or several that only their language tells apart.
    """
    spoken = [one for one in concept.terms if not language or speaks(one.language, language)]
    found = [one for one in spoken if one.text == text]
    found = found or [one for one in spoken if fold(one.text) == fold(text)]
    if not found:
        said = ", ".join(f"{one.language}={one.text}" for one in concept.terms)
        raise InputError(f"concept «{concept.id}» has no term «{text}»; it has {said}")
    if len(found) > 1:
        said = ", ".join(f"{one.language}={one.text}" for one in found)
        raise InputError(f"«{text}» stands in several languages; name one of {said}")
    return found[0]


def sound(concept: Concept) -> Concept:
    """Return a concept, sections left out that no longer count its terms.

    Raises:
        InputError: If a language has two preferred terms, or a term that is to be matched as a
            regular expression is none.
    """
    preferred: dict[str, str] = {}
    for term in concept.terms:
        if term.match == "regex":
            from termbase.terms.patterns import refuse_no_expression

            refuse_no_expression(term)
        if term.status is not AdministrativeStatus.PREFERRED:
            continue
        if term.language in preferred:
            raise InputError(
                f"concept «{concept.id}» would have two preferred terms in {term.language}, "
                f"«{preferred[term.language]}» and «{term.text}»; make one of them admitted"
            )
        preferred[term.language] = term.text
    counted = sum(one.size for one in concept.sections)
    fits = not concept.sections or counted == len(concept.terms)
    return concept if fits else replace(concept, sections=())


def _refuse_known(concept: Concept, term: Term) -> None:
    for one in concept.terms:
        if one.language == term.language and fold(one.text) == fold(term.text):
            raise InputError(
                f"concept «{concept.id}» has «{one.text}» in {one.language} already; edit that one"
            )
