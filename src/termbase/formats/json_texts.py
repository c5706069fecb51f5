"""JSON with a text for each key into units: i18next, Vue, FormatJS, ARB, web extensions.

The one fact to remember: a key within objects is a path of keys, ``menu.open``, and what people do
not read (numbers, ``@key`` of ARB, the description of a message) is no text here. Plural forms
stand under keys of their own: ``file_one`` and ``file_other``, or ``file.one`` and ``file.other``.

Source: the documentation of i18next (JSON v4), Application Resource Bundle, Chrome's messages.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from termbase.errors import FormatError
from termbase.formats._json import read_json, refuse_no_text
from termbase.model.repair import Report
from termbase.model.unit import MemoryHeader, Note, Property, TranslationUnit, Variant

_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"(?P<key>(?=\s*:))?|[{}\[\],]', re.DOTALL)
_OWN = "@"
"""Begins the keys that say something of the file, or of the text of another key."""
_LANGUAGE = "@@locale"
_NOTE = "description"
_MESSAGES = ("message", "defaultMessage")
_OF_A_MESSAGE = frozenset({*_MESSAGES, _NOTE, "placeholders", "hash"})
"""What a message has that is an object: its text, and what is told of it."""
_OTHER = "other"
_QUANTITIES = frozenset({"zero", "one", "two", "few", "many", _OTHER})
_Keys = tuple[str, ...]


class _Text(NamedTuple):
    """A text, the keys that lead to it, which plural form it is, and a note."""

    keys: _Keys
    text: str
    quantity: str = ""
    note: str = ""


def read_memory(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,  # noqa: ARG001 — the signature that all readers share
    report: Report | None = None,  # noqa: ARG001
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Read a file of texts with keys.

    Args:
        source: Language of the texts, where the file does not name it.

    Returns:
        A header and the units, each with its key as id, its line and the note beside it.

    Raises:
        FormatError: If it is no JSON, or no object, or nobody names its language.
    """
    written, whole = read_json(path)
    if not isinstance(whole, dict):
        raise FormatError(path, "has no keys", remedy="name a file with an object of texts")
    try:
        texts = list(_texts(whole, ()))
    except RecursionError as error:
        raise FormatError(path, "has objects too deep within each other") from error
    language = source or whole.get(_LANGUAGE)
    if not language or not isinstance(language, str):
        raise FormatError(path, "the file does not name its language", remedy="name it: -s fr")
    lines = _lines(written)
    for one in texts:
        refuse_no_text(path, one.text, _line(one, lines))
    return MemoryHeader(language), (_unit(one, language, _line(one, lines)) for one in texts)


def _unit(one: _Text, language: str, line: int | None) -> TranslationUnit:
    return TranslationUnit(
        (Variant(language, (one.text,)),),
        ".".join(one.keys),
        properties=(Property("x-quantity", one.quantity),) if one.quantity else (),
        notes=(Note(one.note),) if one.note else (),
        line=line,
    )


def _texts(value: Any, keys: _Keys) -> Iterator[_Text]:
    """Yield the texts in a value, in order."""
    if isinstance(value, str):
        yield _Text(keys, value)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _texts(one, (*keys, str(number)))
    elif isinstance(value, dict):
        message = next((one for one in _MESSAGES if isinstance(value.get(one), str)), "")
        if message and _OF_A_MESSAGE.issuperset(value):
            yield _Text(keys, value[message], note=str(value.get(_NOTE, "")))
            return
        for key, one in value.items():
            if not key.startswith(_OWN):
                yield from _of_key(key, one, value, keys)


def _of_key(key: str, one: Any, beside: Mapping[str, Any], keys: _Keys) -> Iterator[_Text]:
    """Yield the texts under a key of an object, which may be a plural form."""
    about = beside.get(f"{_OWN}{key}")
    note = str(about.get(_NOTE, "")) if isinstance(about, dict) else ""
    stem, _, quantity = key.rpartition("_")
    if not isinstance(one, str):
        yield from _texts(one, (*keys, key))
    elif key in _QUANTITIES and isinstance(beside.get(_OTHER), str):
        yield _Text(keys, one, key)
    elif quantity in _QUANTITIES and isinstance(beside.get(f"{stem}_{_OTHER}"), str):
        yield _Text((*keys, stem), one, quantity)
    else:
        yield _Text((*keys, key), one, note=note)


def _line(one: _Text, lines: Mapping[_Keys, int]) -> int | None:
    """Return the line of a text: of its plural form, or of the nearest key that leads to it."""
    *above, last = one.keys or ("",)
    forms = ((*one.keys, one.quantity), (*above, f"{last}_{one.quantity}")) if one.quantity else ()
    whole = (one.keys[:end] for end in range(len(one.keys), 0, -1))
    return next((lines[keys] for keys in (*forms, *whole) if keys in lines), None)


def _lines(written: str) -> dict[_Keys, int]:
    """Return where each key of good JSON stands, by the keys that lead to it; the last lasts."""
    found: dict[_Keys, int] = {}
    above: list[str | int] = []
    line, at = 1, 0
    for token in _TOKEN.finditer(written):
        sign = token.group()
        if sign in "{[":
            above.append("" if sign == "{" else 0)
        elif sign in "}]":
            above.pop()
        elif sign == ",":
            above[-1] = above[-1] + 1 if isinstance(above[-1], int) else ""
        elif token["key"] is not None:
            line, at = line + written.count("\n", at, token.start()), token.start()
            above[-1] = json.loads(sign)
            found[tuple(map(str, above))] = line
    return found
