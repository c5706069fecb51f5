"""Units of two files in one language each, such as ``.properties``, become pairs by their keys.

The source says what there is and in which order; a key that the translation lacks is missing there,
and one that the source lacks has nothing to be compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termbase.model.unit import TranslationUnit, Variant

Languages = tuple[str, str]


def pair_keys(
    source: Iterable[TranslationUnit], target: Iterable[TranslationUnit], languages: Languages
) -> Iterator[TranslationUnit]:
    """Yield each unit of the source with the text of its key in the target, empty if it has none.

    >>> units = [TranslationUnit((Variant("en", ("Open",)),), "open")]
    >>> other = [TranslationUnit((Variant("fr", ("Ouvrir",)),), "open")]
    >>> [one.variant("fr").text for one in pair_keys(units, other, ("en", "fr"))]
    ['Ouvrir']
    """
    theirs = {unit.id: unit for unit in target if unit.variants}
    for unit in source:
        if not unit.variants:
            continue
        other = theirs.get(unit.id)
        yield TranslationUnit(
            (
                Variant(languages[0], unit.variants[0].content),
                Variant(languages[1], other.variants[0].content if other else ()),
            ),
            unit.id,
            properties=unit.properties,
            notes=other.notes if other else (),
            line=other.line if other else None,
        )


def keys_alone(source: Iterable[TranslationUnit], target: Iterable[TranslationUnit]) -> list[str]:
    """Return the keys that a translation has and its source has not, in order."""
    ours = {unit.id for unit in source}
    return [one for one in dict.fromkeys(unit.id for unit in target) if one not in ours]
