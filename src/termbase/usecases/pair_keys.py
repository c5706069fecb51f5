"""Units of two files in one language each, such as ``.properties``, become pairs by their keys.

The source says what there is and in which order; a key that the translation lacks is missing there,
and one that the source lacks has nothing to be compared with. Of a key with plural forms each form
of the translation is read: a language has those that it needs, and all of them say what the source
says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from termbase.model.unit import TranslationUnit, Variant
from termbase.usecases.plural_sources import quantity_source

Languages = tuple[str, str]
_QUANTITY = "x-quantity"
_OTHER = "other"
_Forms = Mapping[str, Mapping[str, TranslationUnit]]
"""The units of a file by their keys, each by its quantity, empty where it has none."""


def pair_keys(
    source: Iterable[TranslationUnit], target: Iterable[TranslationUnit], languages: Languages
) -> Iterator[TranslationUnit]:
    """Yield each unit of the source with the text of its key in the target, empty if it has none.

    >>> units = [TranslationUnit((Variant("en", ("Open",)),), "open")]
    >>> other = [TranslationUnit((Variant("fr", ("Ouvrir",)),), "open")]
    >>> [one.variant("fr").text for one in pair_keys(units, other, ("en", "fr"))]
    ['Ouvrir']
    """
    theirs = _by_key(target)
    for key, ours in _by_key(source).items():
        forms = theirs.get(key, {})
        if "" in ours or not forms:
            most = ours.get("") or ours.get(_OTHER) or next(iter(ours.values()))
            yield _pair(most, forms.get(""), languages)
            continue
        for quantity, form in forms.items():
            yield _pair(_source_of(quantity, form, ours, languages[1]), form, languages)


def keys_alone(source: Iterable[TranslationUnit], target: Iterable[TranslationUnit]) -> list[str]:
    """Return the keys that a translation has and its source has not, in order."""
    ours = _by_key(source)
    return [key for key in _by_key(target) if key not in ours]


def _by_key(units: Iterable[TranslationUnit]) -> _Forms:
    found: dict[str, dict[str, TranslationUnit]] = {}
    for unit in units:
        if unit.variants:
            quantity = next(iter(unit.values(_QUANTITY)), "")
            found.setdefault(unit.id, {})[quantity] = unit
    return found


def _source_of(
    quantity: str, form: TranslationUnit, ours: Mapping[str, TranslationUnit], language: str
) -> TranslationUnit:
    """Return the form of the source that a form of the target is to be compared with."""
    other = ours.get(_OTHER) or list(ours.values())[-1]
    one = ours.get(quantity, other)
    own, more, said = (each.variants[0].content for each in (one, other, form))
    content = quantity_source(quantity, own, more, said, language)
    return replace(one, variants=(Variant(one.variants[0].language, content),))


def _pair(
    ours: TranslationUnit, theirs: TranslationUnit | None, languages: Languages
) -> TranslationUnit:
    return TranslationUnit(
        (
            Variant(languages[0], ours.variants[0].content),
            Variant(languages[1], theirs.variants[0].content if theirs else ()),
        ),
        ours.id,
        properties=theirs.properties if theirs else ours.properties,
        notes=theirs.notes if theirs else (),
        line=theirs.line if theirs else None,
    )
