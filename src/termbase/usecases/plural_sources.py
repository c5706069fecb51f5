"""The first plural form of a message is read beside the source that it has the codes of.

In gettext «One file» and «%d files» are one message, and its form 0 serves 21 files too where the
language has it so: «%d файл» has the code of the source's plural, and is no worse for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from termbase.checking.codes import text_codes
from termbase.model.bilingual import BilingualUnit
from termbase.model.unit import plain_text

_FIRST, _SECOND = "[0]", "[1]"


def with_plural_sources(
    units: Iterable[BilingualUnit],
) -> Iterator[tuple[BilingualUnit, BilingualUnit]]:
    """Yield each unit with itself as it is to be checked."""
    for unit, following in pairwise(chain(units, (None,))):
        assert unit is not None, "only the last one is followed by nothing"
        yield unit, _beside_plural(unit, following)


def _beside_plural(unit: BilingualUnit, following: BilingualUnit | None) -> BilingualUnit:
    if following is None or not unit.id.endswith(_FIRST):
        return unit
    if following.id != unit.id.removesuffix(_FIRST) + _SECOND:
        return unit
    own, plural = (_codes(plain_text(one.source_content)) for one in (unit, following))
    target = _codes(plain_text(unit.target_content))
    more = target != own and target == plural
    return replace(unit, source_content=following.source_content) if more else unit


def _codes(text: str) -> list[str]:
    return sorted(text[one.start : one.end] for one in text_codes(text))
