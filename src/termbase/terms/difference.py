"""What a change did to a concept, as short lines for people."""

from __future__ import annotations

from dataclasses import fields

from termbase.model.change import Edit
from termbase.model.concept import Concept, DataCategory, Term

_TERM = tuple(one.name for one in fields(Term) if one.name not in {"text", "language", "id"})
_CONCEPT = ("subject", "definitions", "relations", "notes", "extras", "sections")


def differences(edit: Edit) -> list[str]:
    """Return what an edit did, one line for each thing.

    >>> craft = Concept("c1", (Term("engin spatial", "fr"),))
    >>> male = Term("engin spatial", "fr", gender="masculine")
    >>> differences(Edit(craft, Concept("c1", (male, Term("craft", "en")))))
    ['fr «engin spatial»: gender «masculine»', '+ en «craft»']
    """
    old, new = edit.old, edit.new
    if old is None or new is None:
        sign, concept = ("+", new) if new else ("−", old)
        return [f"{sign} {_named(one)}" for one in concept.terms] if concept else []
    pairs = _paired(old, new)
    lines = [line for one, other in pairs for line in _of_terms(one, other)]
    lines += [
        f"{name}: {_shown(getattr(old, name))} → {_shown(getattr(new, name))}"
        for name in _CONCEPT
        if getattr(old, name) != getattr(new, name)
    ]
    return lines


def _paired(old: Concept, new: Concept) -> list[tuple[Term | None, Term | None]]:
    """Pair the terms of both; the one that is not in the other is renamed, if it is one."""
    pairs: list[tuple[Term | None, Term | None]] = []
    fresh = list(new.terms)
    for one in old.terms:
        same = [two for two in fresh if (two.language, two.text) == (one.language, one.text)]
        if same:
            fresh.remove(same[0])
        pairs.append((one, same[0] if same else None))
    gone = [at for at, (_, other) in enumerate(pairs) if other is None]
    if len(gone) == len(fresh) == 1 and old.terms[gone[0]].language == fresh[0].language:
        pairs[gone[0]] = old.terms[gone[0]], fresh.pop()
    return pairs + [(None, one) for one in fresh]


def _of_terms(old: Term | None, new: Term | None) -> list[str]:
    if old is None or new is None:
        sign, term = ("+", new) if new else ("−", old)
        return [f"{sign} {_named(term)}"] if term else []
    lines = [f"{_named(old)} → «{new.text}»"] if old.text != new.text else []
    for name in _TERM:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            said = f"{_shown(before)} → {_shown(after)}" if before else _shown(after)
            lines.append(f"{_named(new)}: {name.replace('_', ' ')} {said}")
    return lines


def _named(term: Term) -> str:
    return f"{term.language} «{term.text}»"


def _shown(value: object) -> str:
    name = getattr(value, "name", None)
    if isinstance(name, str):
        return name.lower()
    if isinstance(value, tuple):
        said = "; ".join(map(_one_of, value))
        return f"«{said}»" if said else "nothing"
    return f"«{value}»" if value else "nothing"


def _one_of(value: object) -> str:
    """Return a definition, a relation, a note, or what a column holds, in short."""
    if isinstance(value, DataCategory):
        return f"{value.type or value.element}: {value.value or value.target}"
    return str(getattr(value, "text", "") or getattr(value, "target", value))
