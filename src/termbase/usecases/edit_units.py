"""One unit of a memory is added, corrected or removed by hand, and the last change taken back.

The one fact to remember: a corrected unit keeps its ``tuid`` and its place; date and author say
who did it and when, and the base keeps what it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from termbase.errors import InputError
from termbase.memory.carried_codes import with_text
from termbase.model.change import Stamp
from termbase.model.language import speaks
from termbase.model.unit import Attributes, MemoryHeader, TranslationUnit, Variant
from termbase.model.unit_change import UnitChange, UnitPlace
from termbase.ports.units import UnitChangeStore, UnitStore


def find_unit(reference: str, changes: UnitChangeStore) -> UnitPlace:
    """Return the one unit that a person means.

    Args:
        reference: ``MEMORY#12`` as searches show it, or a ``tuid``.
        changes: The base.

    Raises:
        InputError: If there is none, or several.
    """
    found = changes.find(reference)
    if len(found) == 1:
        return found[0]
    if not found:
        raise InputError(
            f"there is no unit «{reference}»; name it as «termbase search» shows it, such as "
            "tm/space.tmx#12, or by its tuid"
        )
    several = ", ".join(str(one) for one in found[:5])
    raise InputError(f"«{reference}» is {len(found)} units: {several}; name one of them")


def add_unit(
    memory: str,
    texts: Mapping[str, str],
    source: str,
    stamp: Stamp,
    units: UnitStore,
    changes: UnitChangeStore,
) -> UnitChange:
    """Add a unit to a memory, which is made where there is none of that name.

    Args:
        memory: Its name.
        texts: By language, the source first.
        source: The language of the source.
        stamp: Who and when.
        units, changes: The base.
    """
    if len(texts) < 2:
        raise InputError("a unit needs two languages; write fr=Bonjour en=Hello")
    units.put_memory(memory, MemoryHeader(source))
    variants = tuple(Variant(language, (text,)) for language, text in texts.items())
    first = next(iter(texts.values()))
    name = blake2b(f"{memory}\n{first}\n{stamp.date}".encode(), digest_size=8).hexdigest()
    own = (("creationdate", _date(stamp)), ("creationid", stamp.author))
    unit = TranslationUnit(variants, name, own)
    return _make(memory, changes.next_number(memory), "add", unit, stamp, changes)


def edit_unit(
    place: UnitPlace, texts: Mapping[str, str], stamp: Stamp, changes: UnitChangeStore
) -> UnitChange:
    """Give a unit other texts in some languages.

    Args:
        place: Where it stands.
        texts: By language; one that it has not is added. Inline codes stay where they were.
        stamp: Who and when.
        changes: The base.

    Raises:
        InputError: If nothing would change, or it has two texts in a language.
    """
    unit = changes.unit(place.memory, place.number)
    if unit is None:
        raise InputError(f"{place}: is gone")
    variants = list(unit.variants)
    for language, text in texts.items():
        at = _place_of(language, variants, place)
        if at is None:
            variants.append(Variant(language, (text,)))
        elif variants[at].text != text:
            variants[at] = replace(variants[at], content=with_text(variants[at].content, text))
    if tuple(variants) == unit.variants:
        raise InputError(f"{place}: says this already; nothing was changed")
    own = _with(unit.attributes, changedate=_date(stamp), changeid=stamp.author)
    corrected = replace(unit, variants=tuple(variants), attributes=own)
    return _make(place.memory, place.number, "edit", corrected, stamp, changes)


def _place_of(language: str, variants: Sequence[Variant], place: UnitPlace) -> int | None:
    """Return which text is meant: the one in just this language, else the only one it covers."""
    tag = language.casefold()
    own = [n for n, one in enumerate(variants) if one.language.casefold() == tag]
    own = own or [n for n, one in enumerate(variants) if speaks(one.language, language)]
    if len(own) > 1:
        there = ", ".join(f"{variants[n].language} «{variants[n].text}»" for n in own)
        raise InputError(
            f"{place} has {len(own)} texts in {language}: {there}; correct them in its file, and "
            "import that with --merge update"
        )
    return own[0] if own else None


def remove_unit(place: UnitPlace, stamp: Stamp, changes: UnitChangeStore) -> UnitChange:
    """Take a unit out of its memory."""
    return _make(place.memory, place.number, "rm", None, stamp, changes)


def undo(changes: UnitChangeStore, reference: str = "") -> UnitChange:
    """Take the last change back, and return it.

    Args:
        changes: The base.
        reference: The unit whose last change is meant; that of any unit if empty.

    Raises:
        InputError: If there is none, or somebody else has changed the unit since.
    """
    last = changes.last(reference)
    if last is None:
        of = f"«{reference}»" if reference else "a unit"
        raise InputError(f"there is no change of {of} to take back")
    if changes.unit(last.memory, last.number) != last.after:
        raise InputError(
            f"{last.memory}#{last.number} has been imported or built anew since; nothing was undone"
        )
    changes.put(last.memory, last.number, last.before)
    changes.mark_undone(last.id)
    return last


def _make(
    memory: str,
    number: int,
    verb: str,
    unit: TranslationUnit | None,
    stamp: Stamp,
    changes: UnitChangeStore,
) -> UnitChange:
    before = changes.unit(memory, number)
    change = UnitChange(memory, number, verb, stamp.author, _date(stamp), before, unit)
    changes.put(memory, number, unit)
    changes.log(change)
    return change


def _with(attributes: Attributes, **values: str) -> Attributes:
    kept = tuple(pair for pair in attributes if pair[0] not in values)
    return kept + tuple(values.items())


def _date(stamp: Stamp) -> str:
    """Return a date of ISO 8601 as TMX writes it."""
    return stamp.date.replace("-", "").replace(":", "")
