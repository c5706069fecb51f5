"""Units of a catalog that has each of its texts in all languages → as they are to be checked.

A text that one of the languages lacks is missing there. A plural form is compared with the source
that it renders, as those of two files are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from termbase.model.unit import TranslationUnit, Variant
from termbase.usecases.plural_sources import quantity_source

_STALE = "stale"
_QUANTITY = "x-quantity"
_OTHER = "other"


def catalog_units(units: Iterable[TranslationUnit], source: str) -> Iterator[TranslationUnit]:
    """Yield each unit with its translation, empty where there is none; what is stale is left out.

    Args:
        units: With one translation each, all of a text together; its key is their context.
        source: Language of the source texts.
    """
    every = [one for one in units if _STALE not in one.values("x-flag")]
    spoken = dict.fromkeys(variant.language for unit in every for variant in unit.variants)
    for _, alike in groupby(every, key=lambda unit: unit.values("x-context")):
        forms = [one for one in alike if one.variant(source) is not None]
        for form in forms:
            if len(form.variants) > 1:
                yield _beside_its_source(form, forms, source) if _quantity(form) else form
        told = {variant.language for form in forms for variant in form.variants}
        for language in spoken if forms else ():
            if language not in told:
                yield replace(forms[0], variants=(forms[0].variants[0], Variant(language, ())))


def _beside_its_source(
    form: TranslationUnit, forms: list[TranslationUnit], source: str
) -> TranslationUnit:
    """Return a plural form beside the source that it may be compared with."""
    ours, theirs = form.variants
    others = (
        one
        for one in forms
        if one.id == form.id and one.variants[-1].language == theirs.language
        if _quantity(one) == _OTHER
    )
    most = next(others, form).variant(source) or ours
    content = quantity_source(
        _quantity(form), ours.content, most.content, theirs.content, theirs.language
    )
    return replace(form, variants=(replace(ours, content=content), theirs))


def _quantity(unit: TranslationUnit) -> str:
    """Return which plural form a unit is; empty for one that is none."""
    return next(iter(unit.values(_QUANTITY)), "")
