"""Two concepts that mean the same become one, as far as they do not contradict each other.

The one fact to remember: what only one of them says is taken; where both say something else, the
first one is right, and the contradiction is named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from termbase.model.concept import AdministrativeStatus, Concept, Definition, Term
from termbase.model.language import language_tag
from termbase.text.normalise import fold

_OWN = frozenset({"text", "language", "extras", "id"})
_DEFAULTS = {one.name: one.default for one in fields(Term)}
_PREFERRED = AdministrativeStatus.PREFERRED


def merge(ours: Concept, theirs: Concept) -> tuple[Concept, tuple[str, ...]]:
    """Return our concept with what theirs adds, and what they contradict each other in.

    Args:
        ours: Wins where they contradict each other; its id stays.
        theirs: A preferred term of theirs is only admitted where ours has another.

    >>> ours = Concept("c1", (Term("engin spatial", "fr"),), subject="spacecraft")
    >>> theirs = Concept("x9", (Term("engin spatial", "fr", gender="masculine"),), "vehicles")
    >>> merged, contradictions = merge(ours, theirs)
    >>> merged.terms[0].gender, contradictions
    ('masculine', ('subject «vehicles» (theirs) / «spacecraft» (ours)',))
    """
    against: list[str] = []
    terms = list(ours.terms)
    for theirs_term in theirs.terms:
        alike = [n for n, one in enumerate(terms) if _same_word(one, theirs_term)]
        spelt = (n for n in alike if terms[n].text == theirs_term.text)
        at = next(spelt, alike[0] if alike else None)
        if at is None:
            terms.append(_admitted(theirs_term, terms, against))
        else:
            terms[at] = _joined(terms[at], theirs_term, terms, against)
    if ours.subject and theirs.subject and ours.subject != theirs.subject:
        against.append(f"subject «{theirs.subject}» (theirs) / «{ours.subject}» (ours)")
    if ours.sections != theirs.sections and tuple(terms) != ours.terms:
        against.append("what is said of a language as a whole")
    merged = replace(
        ours,
        terms=tuple(terms),
        subject=ours.subject or theirs.subject,
        definitions=by_language(_union(ours.definitions, theirs.definitions), terms),
        relations=_union(ours.relations, theirs.relations),
        notes=_union(ours.notes, theirs.notes),
        extras=_union(ours.extras, theirs.extras),
        sections=ours.sections if tuple(terms) == ours.terms else (),
    )
    return merged, tuple(against)


def take_over(ours: Concept, theirs: Concept) -> Concept:
    """Return our concept as theirs has it, with what theirs does not speak of.

    Our terms in a language of theirs go, but for those that are not to be used: they still warn.

    >>> ours = Concept("c1", (Term("engin", "fr"), Term("spacecraft", "en"), Term("KA", "ru")))
    >>> taken = take_over(ours, Concept("x9", (Term("engin", "fr"), Term("space vehicle", "en"))))
    >>> taken.id, [term.text for term in taken.terms]
    ('c1', ['engin', 'space vehicle', 'KA'])
    """
    spoken = {language_tag(one.language) for one in theirs.terms}
    kept = tuple(
        one
        for one in ours.terms
        if language_tag(one.language) not in spoken
        or not one.usable
        or any(_same_word(one, other) for other in theirs.terms)
    )
    rest = replace(ours, terms=kept or theirs.terms)  # a concept has a term
    return replace(merge(theirs, rest)[0], id=ours.id)


def add_undisputed(ours: Concept, theirs: Concept, against: Iterable[str]) -> Concept:
    """Return our concept with what theirs adds in the languages in which both agree, if they share
    a term where they do not contradict each other in terms, but in what is said of these at most.

    Args:
        ours: What it says stays.
        theirs: The same idea.
        against: What they contradict each other in, as `merge` names it: each begins with the
            language.

    >>> ours = Concept("c1", (Term("engin", "fr"), Term("spacecraft", "en")))
    >>> theirs = Concept("x9", (Term("engin", "fr"), Term("space vehicle", "en"), Term("КА", "ru")))
    >>> kept = add_undisputed(ours, theirs, ["en «space vehicle» (theirs) / «spacecraft» (ours)"])
    >>> [term.text for term in kept.terms]
    ['engin', 'spacecraft', 'КА']
    """
    disputed = {one.split(" ", 1)[0] for one in against}
    terms = tuple(one for one in theirs.terms if disputed.isdisjoint(_tags(one)))
    of_terms = {
        one.split(" ", 1)[0]
        for one in against
        if not any(one.startswith(_called(term)) for term in ours.terms)
    }
    shared = any(
        _same_word(one, other) and of_terms.isdisjoint(_tags(other))
        for one in ours.terms
        for other in theirs.terms
    )
    if not shared or not terms or ours.sections or theirs.sections:
        return ours  # another idea; no language agreed on; or what is said of languages
    definitions = tuple(one for one in theirs.definitions if one.language not in disputed)
    return merge(ours, replace(theirs, terms=terms, definitions=definitions))[0]


def _called(term: Term) -> str:
    """Return how a contradiction begins that is about what is said of a term."""
    return f"{term.language} «{term.text}»:"


def _tags(term: Term) -> set[str]:
    return {term.language, language_tag(term.language)}


def same_idea(ours: Concept, theirs: Concept) -> bool:
    """Say whether two concepts are likely one: they share terms in two languages, or in one and
    nothing tells them apart.
    """
    shared = {
        language_tag(one.language)
        for one in ours.terms
        for other in theirs.terms
        if _same_word(one, other)
    }
    if len(shared) > 1:
        return True
    apart = ours.subject and theirs.subject and ours.subject != theirs.subject
    return bool(shared) and not apart


def by_language(definitions: Iterable[Definition], terms: Iterable[Term]) -> tuple[Definition, ...]:
    """Return definitions in the order in which terms first use their languages, as tables do."""
    given = tuple(definitions)
    languages = [one.language for one in terms] + [one.language for one in given]
    order = list(dict.fromkeys(languages))
    return tuple(sorted(given, key=lambda one: order.index(one.language)))


def _same_word(one: Term, other: Term) -> bool:
    return fold(one.text) == fold(other.text) and language_tag(one.language) == language_tag(
        other.language
    )


def _admitted(term: Term, terms: list[Term], against: list[str]) -> Term:
    """Return a new term; it is no second preferred one."""
    rival = _preferred(terms, term.language)
    if term.status is not _PREFERRED or rival is None:
        return term
    against.append(f"{term.language} «{term.text}» (theirs) / «{rival.text}» (ours, preferred)")
    return replace(term, status=AdministrativeStatus.ADMITTED)


def _joined(ours: Term, theirs: Term, terms: list[Term], against: list[str]) -> Term:
    """Return our term with what theirs adds."""
    taken = {}
    for name, default in _DEFAULTS.items():
        mine, other = getattr(ours, name), getattr(theirs, name)
        if name in _OWN or other in (default, mine):
            continue
        if mine != default:
            said = f"«{_shown(other)}» (theirs) / «{_shown(mine)}» (ours)"
            against.append(f"{_called(ours)} {name.replace('_', ' ')} {said}")
        else:
            taken[name] = other
    if taken.get("status") is _PREFERRED and (rival := _preferred(terms, ours.language)):
        against.append(f"{ours.language} «{ours.text}» (theirs) / «{rival.text}» (ours, preferred)")
        taken["status"] = AdministrativeStatus.ADMITTED
    return replace(ours, **taken, extras=_union(ours.extras, theirs.extras))


def _preferred(terms: list[Term], language: str) -> Term | None:
    tag = language_tag(language)
    spoken = (one for one in terms if language_tag(one.language) == tag)
    return next((one for one in spoken if one.status is _PREFERRED), None)


def _shown(value: object) -> str:
    name = getattr(value, "name", None)
    return name.lower() if isinstance(name, str) else str(value)


def _union(ours: tuple, theirs: tuple) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys((*ours, *theirs)))
