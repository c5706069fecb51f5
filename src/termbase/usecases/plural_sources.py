"""The first plural form of a message is read beside the source that it has the codes of.

In gettext «One file» and «%d files» are one message, and its form 0 serves 21 files too where the
language has it so: «%d файл» has the code of the source's plural, and is no worse for it. Where a
language has form 0 for one alone, the number may be left out: «%d day» is «ein Tag»; not in Python,
which takes no fewer places without a name than it has values.

Source: the Plural-Forms of gettext's manual; in Russian, French and their likes form 0 serves more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from termbase.checking.codes import text_codes
from termbase.model.bilingual import BilingualUnit
from termbase.model.language import primary
from termbase.model.unit import Content, plain_text

_FIRST, _SECOND = "[0]", "[1]"
_STRICT = "python-format"
_TAGS = "de en nl sv da nb nn no fi et es it pt ca gl el hu bg he eu cs sk pl ro"
_ONE_ALONE = frozenset(_TAGS.split())
"""Languages whose form 0 is for one and for nothing else."""
_COUNTS = re.compile(r"%(?:\d\$|\(\w+\))?[diusn]|%L?[1n]|\{(?:\d|n|num|number|count|total)?\}")


def with_plural_sources(
    units: Iterable[BilingualUnit], language: str
) -> Iterator[tuple[BilingualUnit, BilingualUnit]]:
    """Yield each unit with itself as it is to be checked.

    Args:
        units: Of a file, in order.
        language: Of their targets.
    """
    for unit, following in pairwise(chain(units, (None,))):
        assert unit is not None, "only the last one is followed by nothing"
        yield unit, _beside_plural(unit, following, language)


def _beside_plural(
    unit: BilingualUnit, following: BilingualUnit | None, language: str
) -> BilingualUnit:
    if following is None or not unit.id.endswith(_FIRST):
        return unit
    if following.id != unit.id.removesuffix(_FIRST) + _SECOND:
        return unit
    own, plural = (_codes(plain_text(one.source_content)) for one in (unit, following))
    target = _codes(plain_text(unit.target_content))
    if target == own:
        return unit
    if target == plural:
        return replace(unit, source_content=following.source_content)
    told = primary(language) in _ONE_ALONE and language != "pt-BR"
    number = _left_out(own, target) if told else None
    if number and "(" not in number and number[0] == "%" and _STRICT in unit.flags:
        return unit
    return replace(unit, source_content=_of_one(unit.source_content, number)) if number else unit


def _left_out(own: list[str], target: list[str]) -> str | None:
    """Return the code that counts, if it is all that the target lacks."""
    lost = list((Counter(own) - Counter(target)).elements())
    alone = len(lost) == 1 and len(own) == len(target) + 1 and _COUNTS.fullmatch(lost[0])
    return lost[0] if alone else None


def _of_one(content: Content, number: str) -> Content:
    """Return a text with 1 for the code that counts."""
    return tuple(
        part.replace(number, "1", 1) if isinstance(part, str) else part for part in content
    )


def _codes(text: str) -> list[str]:
    return sorted(text[one.start : one.end] for one in text_codes(text))
