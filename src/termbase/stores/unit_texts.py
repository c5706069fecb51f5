"""A unit becomes the record that the base keeps, and the texts that are searched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, cast

from termbase.model.unit_record import record_attribute, record_variants

if TYPE_CHECKING:
    from termbase.model.unit import TranslationUnit
    from termbase.stores.sqlite import SqliteBase

Text = tuple[str, bool, int, str]
"""Language, whether it is a source, number of the unit, and the text."""


@lru_cache(maxsize=1024)
def main_language(language: str) -> str:
    """Return the language alone; what names none is kept as it is written."""
    from termbase.errors import UnknownLanguageError
    from termbase.model.language import primary

    try:
        return primary(language)
    except UnknownLanguageError:
        return language.lower()


def unit_json(unit: TranslationUnit) -> str:
    """Return the record of a unit as JSON; what `json.dumps` would write, plain units sooner."""
    if unit.properties or unit.notes or not unit.variants:
        return _slow_json(unit)
    variants = []
    for one in unit.variants:
        content = one.content
        if one.properties or one.notes or len(content) != 1 or not isinstance(content[0], str):
            return _slow_json(unit)
        rest = _attributes(one.attributes)
        variants.append(
            f'{{"language": {encode_basestring(one.language)}, '
            f'"content": [{encode_basestring(content[0])}]{rest}}}'
        )
    name = f', "id": {encode_basestring(unit.id)}' if unit.id else ""
    return f'{{"variants": [{", ".join(variants)}]{name}{_attributes(unit.attributes)}}}'


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    if not pairs:
        return ""
    written = ", ".join(
        [f"[{encode_basestring(name)}, {encode_basestring(value)}]" for name, value in pairs]
    )
    return f', "attributes": [{written}]'


def _slow_json(unit: TranslationUnit) -> str:
    from termbase.stores.records import record_of

    return json.dumps(record_of(unit), ensure_ascii=False)


def unit_texts(unit: TranslationUnit, number: int, source: str) -> list[Text]:
    """Return the texts of a unit.

    Args:
        unit: What holds them.
        number: Of the unit in the base.
        source: The source language of its memory; ``*all*`` where any may be.
    """
    own = dict(unit.attributes).get("srclang", source) if unit.attributes else source
    wanted = None if own == "*all*" else main_language(own)
    texts = []
    for one in unit.variants:
        main = main_language(one.language)
        content = one.content
        plain = len(content) == 1 and content[0].__class__ is str
        text = cast(str, content[0]) if plain else one.text
        texts.append((main, wanted is None or main == wanted, number, text))
    return texts


def texts_of_base(base: SqliteBase) -> Iterator[Text]:
    """Yield the texts of all units of a base."""
    sources = {
        memory: json.loads(header).get("source", "*all*")
        for memory, header in base.rows("SELECT id, header FROM memory")
    }
    for number, memory, written in base.rows("SELECT id, memory, record FROM unit ORDER BY id"):
        record: dict[str, Any] = json.loads(written)
        own = record_attribute(record, "srclang") or sources[memory]
        wanted = None if own == "*all*" else main_language(own)
        for language, text in record_variants(record):
            main = main_language(language)
            yield main, wanted is None or main == wanted, number, text
