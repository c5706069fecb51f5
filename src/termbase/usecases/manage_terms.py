"""What a person wants of concepts becomes edits of an open glossary.

Nothing is changed here; `save` makes the edits, so that what would be done can be shown first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from termbase.errors import InputError, SeveralConceptsError, UnknownConceptError
from termbase.model.change import ConceptChange, Edit
from termbase.model.concept import Concept, Definition, Relation, Term
from termbase.terms.edit import sound, with_changed_term, with_term, without_term
from termbase.terms.keys import bare_of
from termbase.terms.merge import by_language, merge
from termbase.text.normalise import fold
from termbase.usecases.open_glossary import OpenGlossary


def find_concept(glossary: OpenGlossary, written: str) -> Concept:
    """Return the concept that a person names by its id or by one of its terms.

    Raises:
        UnknownConceptError: If there is none, with what was probably meant.
        SeveralConceptsError: If several have the term.
    """
    if written in glossary.concepts:
        return glossary.concepts[written]
    named: list[Concept] = []
    for key in (fold, bare_of):
        wanted = key(written)
        named = named or [
            one
            for one in glossary.concepts.values()
            if any(key(term.text) == wanted for term in one.terms)
        ]
    if len(named) > 1:
        ids = ", ".join(one.id for one in named)
        raise SeveralConceptsError(f"«{written}» is a term of several concepts; name one of {ids}")
    if named:
        return named[0]
    texts = list(
        dict.fromkeys(term.text for one in glossary.concepts.values() for term in one.terms)
    )
    begun = sorted(
        (one for one in texts if bare_of(one).startswith(f"{bare_of(written)} ")), key=len
    )
    near = begun[:1] or get_close_matches(written, [*glossary.concepts, *texts], n=1)
    meant = f"; did you mean «{near[0]}»?" if near else "; see «termbase term list»"
    said = f"glossary «{glossary.name}» has no concept «{written}»{meant}"
    raise UnknownConceptError(said, near[0] if near else "")


def added(
    glossary: OpenGlossary,
    terms: Sequence[Term],
    *,
    subject: str = "",
    definition: tuple[str, str] | None = None,
    relations: Sequence[tuple[str, str]] | None = None,
    concept: str = "",
) -> Edit:
    """Return the edit that adds terms: to a concept that is there, or as a new one.

    Args:
        glossary: Where to.
        terms: In order; at least one.
        subject: Subject field of a new concept.
        definition, relations: As for `changed`.
        concept: Id of the concept; where nobody has it, or where it is empty, a new one is made.

    Raises:
        InputError: If a term stands there already, a language had two preferred ones, or a
            relation leads nowhere.
    """
    old = glossary.concepts.get(concept)
    if old is None:
        name = concept or _free_id(terms, glossary)
        new = sound(Concept(name, tuple(terms[:1]), subject))
        rest = terms[1:]
    else:
        new, rest = replace(old, subject=subject or old.subject), terms
    for term in rest:
        new = with_term(new, term)
    return Edit(old, _with_more(new, glossary, definition, relations))


def refuse_known(glossary: OpenGlossary, terms: Sequence[Term]) -> None:
    """Raise an error if a new concept would have a term that another one has.

    Raises:
        InputError: With what to do to add to that one, or to make a homograph on purpose.
    """
    wanted = {(one.language, fold(one.text)) for one in terms}
    for concept in glossary.concepts.values():
        for one in concept.terms:
            if (one.language, fold(one.text)) in wanted:
                raise InputError(
                    f"«{one.text}» ({one.language}) is in concept «{concept.id}» already; add to "
                    f"it with --concept {concept.id}, or name another idea with --id NEW-ID"
                )


def changed(
    glossary: OpenGlossary,
    concept: Concept,
    *,
    term: Term | None = None,
    attributes: Mapping[str, Any] | None = None,
    subject: str | None = None,
    definition: tuple[str, str] | None = None,
    relations: Sequence[tuple[str, str]] | None = None,
) -> Edit:
    """Return the edit that changes a concept or one of its terms.

    Args:
        glossary: Where it is.
        concept: As it stands there.
        term: The one of its terms that is changed; None where only the concept is.
        attributes: New values of the term, by attribute.
        subject: New subject field.
        definition: A language and what the concept means in it, in place of what stood there.
        relations: Kind and id of each concept that it points to, in place of those it had.

    Raises:
        InputError: If the term may not be so, or a relation leads nowhere.
    """
    new = concept
    if term is not None and attributes:
        try:
            wanted = replace(term, **attributes)
        except ValueError as error:
            raise InputError(f"«{term.text}»: {error}") from error
        new = with_changed_term(new, term, wanted)
    if subject is not None:
        new = replace(new, subject=subject)
    return Edit(concept, _with_more(new, glossary, definition, relations))


def removed(concept: Concept, term: Term | None = None) -> Edit:
    """Return the edit that removes a term, or a whole concept; with its last term it goes too."""
    return Edit(concept, without_term(concept, term) if term else None)


def merged(glossary: OpenGlossary, ours: Concept, theirs: Concept) -> tuple[list[Edit], list[str]]:
    """Return the edits that make one concept of two, and what they contradict each other in.

    Relations that led to the second lead to the first afterwards.

    Raises:
        InputError: If both are the same concept.
    """
    if ours.id == theirs.id:
        raise InputError(f"«{ours.id}» and «{theirs.id}» are one concept already")
    whole, against = merge(ours, theirs)
    edits = [Edit(ours, _redirected(whole, theirs.id, ours.id)), Edit(theirs, None)]
    for one in glossary.concepts.values():
        if one.id in {ours.id, theirs.id}:
            continue
        new = _redirected(one, theirs.id, ours.id)
        if new != one:
            edits.append(Edit(one, new))
    return edits, list(against)


def taken_back(glossary: OpenGlossary, changes: Iterable[ConceptChange]) -> list[Edit]:
    """Return the edits that take changes of one command back, the latest first.

    Raises:
        InputError: If a concept has changed since.
    """
    edits = []
    for change in changes:
        now = glossary.concepts.get(change.edit.concept)
        if _content(now) != _content(change.edit.new):
            raise InputError(
                f"concept «{change.edit.concept}» has changed since command {change.command}; "
                f"see «termbase term history {change.edit.concept}» and undo the later one first"
            )
        edits.append(Edit(now, change.edit.old))
    # What comes back comes last, so that it finds its place among lines that are back already.
    return sorted(edits, key=lambda one: one.old is None)


def pointing_to(glossary: OpenGlossary, name: str) -> list[str]:
    """Return the ids of the concepts whose relations lead to a concept."""
    return [
        one.id
        for one in glossary.concepts.values()
        if one.id != name and any(relation.target == name for relation in one.relations)
    ]


def _with_more(
    concept: Concept,
    glossary: OpenGlossary,
    definition: tuple[str, str] | None,
    relations: Sequence[tuple[str, str]] | None,
) -> Concept:
    """Return a concept with another definition in a language, and with other relations."""
    new = concept
    if definition is not None:
        language, text = definition
        others = tuple(one for one in new.definitions if one.language != language)
        own = (Definition(language, text),) if text else ()
        new = replace(new, definitions=by_language((*others, *own), new.terms))
    if relations is not None:
        known = {(one.kind, one.target): one for one in new.relations}
        for _, target in relations:
            if target not in glossary.concepts or target == concept.id:
                raise InputError(f"«{target}» is no other concept of glossary «{glossary.name}»")
        led = tuple(known.get(one) or Relation(*one) for one in dict.fromkeys(relations))
        new = replace(new, relations=led)
    return new


def _content(concept: Concept | None) -> Concept | None:
    return replace(concept, place="") if concept else None


def _redirected(concept: Concept, old: str, new: str) -> Concept:
    if not any(one.target == old for one in concept.relations):
        return concept
    moved = (
        Relation(one.kind, new, one.text) if one.target == old else one for one in concept.relations
    )
    kept = tuple(dict.fromkeys(one for one in moved if one.target != concept.id))
    return replace(concept, relations=kept)


def _free_id(terms: Sequence[Term], glossary: OpenGlossary) -> str:
    """Return an id that nobody has: the English term in small letters, else the first one."""
    first = next((one for one in terms if one.language.startswith("en")), terms[0])
    bare = bare_of(first.text)
    words = "".join(sign if sign.isalnum() else " " for sign in bare).split()
    name = "-".join(words) or "concept"
    number, free = 1, name
    while free in glossary.concepts:
        number += 1
        free = f"{name}-{number}"
    return free
