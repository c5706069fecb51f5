"""A unit that is there takes up what a newer one says.

The one fact to remember: what both say differently is as the newer one has it, and what only the
older one says stays, but for who changed or reviewed a text that is now another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from termbase.model.language import speaks
from termbase.model.unit import TranslationUnit, Variant

_OF_A_CHANGE = frozenset({"changedate", "changeid"})
_OF_A_TEXT = frozenset({"x-confidence", "x-reviewed"})
_Remarked = TypeVar("_Remarked", TranslationUnit, Variant)


def joined(old: TranslationUnit, new: TranslationUnit) -> TranslationUnit:
    """Return a unit with what a newer one of the same source text adds and changes.

    Two variants of one language are told apart by their texts, and else by their order. A language
    stays as it was written.

    >>> old = TranslationUnit((Variant("fr-FR", ("Oui.",)), Variant("en", ("Yes.",))), "1")
    >>> new = TranslationUnit((Variant("fr", ("Oui.",)), Variant("ru", ("Да.",))))
    >>> [(one.language, one.text) for one in joined(old, new).variants]
    [('fr-FR', 'Oui.'), ('en', 'Yes.'), ('ru', 'Да.')]
    """
    variants, other = list(old.variants), False
    for one, at in zip(new.variants, _places(new.variants, old.variants), strict=True):
        if at is None:
            variants.append(one)
        else:
            changed = variants[at].content != one.content
            known = _without_changes(variants[at], one) if changed else variants[at]
            variants[at] = replace(known, content=one.content, **_remarks(known, one))
            other = other or changed
    remarks = _remarks(_without_changes(old, new) if other else old, new)
    return replace(old, variants=tuple(variants), id=new.id or old.id, line=new.line, **remarks)


def _without_changes(old: _Remarked, new: _Remarked) -> _Remarked:
    """Return a unit or text without what was said of the text that it had, and is not said anew."""
    gone = _OF_A_CHANGE.difference(dict(new.attributes))
    return replace(
        old,
        attributes=tuple(one for one in old.attributes if one[0] not in gone),
        properties=tuple(one for one in old.properties if one.type not in _OF_A_TEXT),
    )


def _places(news: Sequence[Variant], olds: Sequence[Variant]) -> list[int | None]:
    """Return for each newer variant the place of the older one that it speaks for, if there is one.

    Those with the same text come first: else a unit that is joined again would change places with
    what it was joined to.
    """
    free = list(range(len(olds)))
    places: list[int | None] = [None] * len(news)
    for alike in (True, False):
        for number, new in enumerate(news):
            same = [at for at in free if not alike or olds[at].content == new.content]
            at = _same(new, olds, same) if places[number] is None else None
            if at is not None:
                places[number] = at
                free.remove(at)
    return places


def _same(new: Variant, olds: Sequence[Variant], free: Sequence[int]) -> int | None:
    """Return the place of the variant that a newer one speaks for: as written, else as spoken."""
    written = (at for at in free if olds[at].language == new.language)
    spoken = (
        at
        for at in free
        if speaks(olds[at].language, new.language) or speaks(new.language, olds[at].language)
    )
    return next(written, next(spoken, None))


def _remarks(old: TranslationUnit | Variant, new: TranslationUnit | Variant) -> dict[str, Any]:
    """Return attributes, properties and notes of both; the newer one's where both have them."""
    attributes = old.attributes
    if not set(new.attributes) <= set(attributes):
        attributes = tuple((dict(attributes) | dict(new.attributes)).items())
    types = {one.type for one in new.properties}
    properties = old.properties
    if not set(new.properties) <= set(properties):
        others = tuple(one for one in properties if one.type not in types)
        properties = others + new.properties
    return {
        "attributes": attributes,
        "properties": properties,
        "notes": tuple(dict.fromkeys((*old.notes, *new.notes))),
    }
