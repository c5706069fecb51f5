"""A unit becomes the record that the base keeps, and the texts that are searched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, cast

from termbase.model.unit_record import record_attribute, record_variants

if TYPE_CHECKING:
    from termbase.model.unit import Property, TranslationUnit
    from termbase.stores.sqlite import SqliteBase

Part = tuple[str, bool]
"""A language, and whether the texts are sources."""
Text = tuple[Part, int, str]
"""The part of the index that a text belongs to, the number of its unit, and itself."""


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
    """Return the record of a unit as JSON; what `json.dumps` would write, most units sooner."""
    if unit.notes or not unit.variants:
        return _slow_json(unit)
    variants = []
    for one in unit.variants:
        content = one.content
        if one.notes or len(content) != 1 or not isinstance(content[0], str):
            return _slow_json(unit)
        rest = f"{_attributes(one.attributes)}{_properties(one.properties)}"
        variants.append(f"{_language(one.language)}[{encode_basestring(content[0])}]{rest}}}")
    name = f', "id": {encode_basestring(unit.id)}' if unit.id else ""
    rest = f"{_attributes(unit.attributes)}{_properties(unit.properties)}"
    return f'{{"variants": [{", ".join(variants)}]{name}{rest}}}'


@lru_cache(maxsize=1024)
def _language(language: str) -> str:
    return f'{{"language": {encode_basestring(language)}, "content": '


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    if not pairs:
        return ""
    written = ", ".join(
        [f"[{encode_basestring(name)}, {encode_basestring(value)}]" for name, value in pairs]
    )
    return f', "attributes": [{written}]'


def _properties(held: Iterable[Property]) -> str:
    if not held:
        return ""
    written = ", ".join(
        [
            f'{{"type": {encode_basestring(one.type)}, "value": {encode_basestring(one.value)}'
            f"{_attributes(one.attributes)}}}"
            for one in held
        ]
    )
    return f', "properties": [{written}]'


def _slow_json(unit: TranslationUnit) -> str:
    from termbase.model.records import record_of

    return json.dumps(record_of(unit), ensure_ascii=False)


@lru_cache(maxsize=1024)
def part_of(language: str, source: str) -> Part:
    """Return the part of the index that a text belongs to.

    Args:
        language: Of the text, as written.
        source: The language that its unit is translated from; ``*all*`` where any may be.
    """
    main = main_language(language)
    return main, source == "*all*" or main == main_language(source)


def unit_texts(unit: TranslationUnit, number: int, source: str) -> list[Text]:
    """Return the texts of a unit.

    Args:
        unit: What holds them.
        number: Of the unit in the base.
        source: The source language of its memory; ``*all*`` where any may be.
    """
    for name, value in unit.attributes:
        if name == "srclang":
            source = value
    texts = []
    for one in unit.variants:
        content = one.content
        plain = len(content) == 1 and content[0].__class__ is str
        text = cast(str, content[0]) if plain else one.text
        texts.append((part_of(one.language, source), number, text))
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
        for language, text in record_variants(record):
            yield part_of(language, own), number, text


def cut(texts: Iterable[str]) -> Iterator[str]:
    """Yield the tokens of each text, joined by a space."""
    from termbase.memory.similarity import tokens

    return (" ".join(tokens(one)) for one in texts)


def key_sequences(texts: Iterable[Text]) -> Iterator[str]:
    """Yield the principal keys of the words of each text, joined by a space."""
    from termbase.text.forms import key_sequence

    return (" ".join(key_sequence(text, main)) for (main, _), _, text in texts)
