"""Every other bilingual or monolingual format into translation units, by translate-toolkit.

The one fact to remember: this is reading only, and text only; formats that must come back
unchanged have modules of their own. A monolingual file gives units with one variant.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from io import StringIO
from typing import Any

from termbase.errors import FormatError
from termbase.formats._android import quantities, with_arrays
from termbase.formats._encoding import decode, marked_encoding
from termbase.formats._files import read_bytes
from termbase.formats._xml import sure_line_of
from termbase.model.repair import Report
from termbase.model.unit import MemoryHeader, Note, Property, TranslationUnit, Variant

_ANDROID = ".xml"
_MONOLINGUAL = {
    ".properties": ("properties", "javautf8file"),
    ".resx": ("resx", "RESXFile"),
    ".strings": ("properties", "stringsutf8file"),
    ".dtd": ("dtd", "dtdfile"),
    _ANDROID: ("aresource", "AndroidResourceFile"),
}
_TEXTS = {".properties", ".strings", ".dtd", ".catkeys", ".utx"}
_KEEP_ENTITIES = {".dtd", _ANDROID}  # as written, such as &app;
_ENTITY = re.compile(rb"<!ENTITY\s+([^\s%\"'<>&;]+)\s")
_NO_TEXT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
"""Where an ampersand is one and refers to nothing."""
_SEPARATOR = "\x04"


def read_memory(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,
    report: Report | None = None,  # noqa: ARG001 — the signature that all readers share
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Read a file of a format that translate-toolkit knows.

    Args:
        source, target: Languages of the texts, where the file does not name them.

    Returns:
        A header and the units: context, notes, places and flags as properties and notes; those of
        XML with their line.

    Raises:
        FormatError: If the file is empty or broken, uses an entity that it declares, or nobody
            names a language.
    """
    name = os.path.basename(path).lower().removesuffix(".gz")
    data = read_bytes(path)
    if not data.strip():
        raise FormatError(path, "the file is empty", remedy="name a file that has texts")
    ending = os.path.splitext(name)[1]
    if ending in _TEXTS and marked_encoding(data):
        data = decode(path, data).removeprefix("\ufeff").encode()
    if ending not in _KEEP_ENTITIES:
        _refuse_entities(path, data)
    try:
        with redirect_stdout(StringIO()):  # some print what they meet; ours is for data
            store = _store_class(name, ending).parsestring(data)
        languages = store.getsourcelanguage(), store.gettargetlanguage()
    except Exception as error:
        raise _unread(path, ending, error) from error
    one_language = ending in _MONOLINGUAL
    spoken = source or (None if one_language else languages[0])
    wanted = "" if one_language else target or languages[1]
    if not spoken or (wanted is None and any(unit.target for unit in store.units)):
        problem = "the file does not name its languages"
        raise FormatError(path, problem, remedy="name them, such as: -s fr -t en")
    listed = with_arrays(store) if ending == _ANDROID else store.units
    units = _units(listed, spoken, wanted or "")
    return MemoryHeader(spoken), _decoded(path, ending, units)


def _decoded(path: str, ending: str, units: Iterator[TranslationUnit]) -> Iterator[TranslationUnit]:
    """Yield units, of which some parsers read the texts only when they are asked for."""
    try:
        yield from units
    except Exception as error:
        raise _unread(path, ending, error) from error


def _unread(path: str, ending: str, error: Exception) -> FormatError:
    """Return the error for a file: thirty parsers raise what they like, and it cannot be read."""
    reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
    return FormatError(path, f"cannot be read as {ending[1:]}: {reason}")


def _refuse_entities(path: str, data: bytes) -> None:
    """Refuse entities that a file declares for itself; the parsers would drop them silently."""
    plain = data.replace(b"\0", b"")  # UTF-16 as well
    plain = _NO_TEXT.sub(lambda one: b"\n" * one[0].count(b"\n"), plain)
    declared = list(_ENTITY.finditer(plain))
    begin = plain.find(b">", declared[-1].end()) if declared else 0
    for name in (one[1] for one in declared):
        at = plain.find(b"&%b;" % name, begin)
        if at >= 0:
            problem = f"uses the entity «{name.decode(errors='replace')}» that it declares"
            line = plain.count(b"\n", 0, at) + 1
            raise FormatError(path, problem, line=line, remedy="write its text in its place")


def _store_class(name: str, ending: str) -> Any:
    if ending in _MONOLINGUAL:
        module, kind = _MONOLINGUAL[ending]
        return getattr(importlib.import_module(f"translate.storage.{module}"), kind)
    factory: Any = importlib.import_module("translate.storage.factory")
    return factory.getclass(name)


def _units(listed: Iterable[Any], source: str, target: str) -> Iterator[TranslationUnit]:
    for unit in listed:
        if unit.isheader() or not unit.istranslatable():
            continue
        if getattr(getattr(unit, "xmlelement", None), "tag", "") == "plurals":
            yield from _quantities(unit, source)
            continue
        messages, texts = _forms(unit.source), _forms(unit.target) if target else []
        count = max(len(messages), len(texts))
        for number in range(count):
            # A language may have more plural forms than the source's; the last message stays.
            message = messages[min(number, len(messages) - 1) :][:1]
            plural = (Property("x-plural", str(number)),) if count > 1 else ()
            text = "".join(texts[number : number + 1])
            yield _unit(unit, Variant(source, tuple(message)), target, text, plural)


def _quantities(unit: Any, language: str) -> Iterator[TranslationUnit]:
    """Yield the plural forms of a message of Android, as it has them."""
    for item, quantity, text in quantities(unit):
        form = Variant(language, (text,))
        told = _unit(unit, form, "", "", (Property("x-quantity", quantity),))
        yield replace(told, line=sure_line_of(item))


def _unit(
    unit: Any, message: Variant, target: str, text: str, plural: tuple[Property, ...]
) -> TranslationUnit:
    properties = [*plural]
    context = unit.getcontext()
    if context:
        properties.append(Property("x-context", context))
    properties += [Property("x-reference", one) for one in unit.getlocations()]
    if unit.isfuzzy() and text:
        properties.append(Property("x-flag", "fuzzy"))
    notes, element = unit.getnotes(), getattr(unit, "xmlelement", None)
    return TranslationUnit(
        (message, Variant(target, (text,))) if text else (message,),
        unit.getid().replace(_SEPARATOR, "|"),
        properties=tuple(properties),
        notes=(Note(notes),) if notes else (),
        # Other parsers know no line, or one that counts the blank lines before a unit to it.
        line=None if element is None else sure_line_of(element),
    )


def _forms(text: Any) -> list[str]:
    """Return the plural forms of a text, or the text alone."""
    return [str(one) for one in getattr(text, "strings", [text] if text else [])]
