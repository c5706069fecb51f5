"""String Catalogs of Xcode (``.xcstrings``) into units, one for each translation of a text.

The one fact to remember: the key is the source text where the source language says nothing else,
unless it looks like a name in a program. Plural forms and texts for some devices stand beside the
form of the source that fits them best; a form that a text takes in is read within it.

Source: Apple, «Localizing and varying text with a string catalog»; catalogs of Xcode 15 to 26.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from termbase.errors import FormatError
from termbase.formats._catalog_forms import Form, forms_of, nearest
from termbase.formats._json import read_json, refuse_no_text
from termbase.model.repair import Report
from termbase.model.unit import MemoryHeader, Note, Property, TranslationUnit, Variant

_TOKEN = re.compile(r'(?P<text>"value"(?=\s*:\s*"))|"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_NAME = re.compile(r"\w+(?:[._-]\w+)+")
_Texts = Mapping[str, Sequence[Form]]
"""The forms of a text by their language."""


class _Key(NamedTuple):
    """A text of the catalog."""

    name: str
    texts: _Texts
    note: str
    stale: bool


def read_memory(
    path: str,
    *,
    source: str | None = None,
    target: str | None = None,  # noqa: ARG001 — the signature that all readers share
    report: Report | None = None,  # noqa: ARG001
) -> tuple[MemoryHeader, Iterator[TranslationUnit]]:
    """Read a String Catalog; what it keeps from translators is left out.

    Args:
        source: Language of the source texts, where that is not the catalog's own.

    Returns:
        A header and the units, each with its key as id and context, and the line of its
        translation. A text that no code uses any more has the flag ``stale``.

    Raises:
        FormatError: If it is no JSON, or no catalog.
    """
    places = _Places()
    written, whole = read_json(path, places.seen)
    keys = whole.get("strings") if isinstance(whole, dict) else None
    if not isinstance(keys, dict):
        raise FormatError(path, "is no String Catalog: it has no «strings»")
    own = whole.get("sourceLanguage")
    language = source or own
    if not language or not isinstance(language, str):
        problem = "does not name the language of its source texts"
        raise FormatError(path, problem, remedy="name it: -s en")
    lines = places.lines(written)
    own = own if isinstance(own, str) else language
    found = [_key(name, told, own) for name, told in keys.items() if _is_wanted(told)]
    for form in (form for key in found for forms in key.texts.values() for form in forms):
        refuse_no_text(path, form.text, lines.get(form.number))
    return MemoryHeader(language), (unit for one in found for unit in _units(one, language, lines))


class _Places:
    """Which text is the first of a catalog, which the second: JSON itself knows no lines."""

    def __init__(self) -> None:
        self._count = 0

    def seen(self, value: dict[str, Any]) -> dict[str, Any]:
        """Number an object that holds a text; it has no others within."""
        if isinstance(value.get("value"), str):
            value["number"] = self._count
            self._count += 1
        return value

    def lines(self, written: str) -> dict[int, int]:
        """Return the line of each text; none if the catalog has more of them than objects."""
        found: dict[int, int] = {}
        line, at = 1, 0
        for token in _TOKEN.finditer(written):
            if token["text"]:
                line, at = line + written.count("\n", at, token.start()), token.start()
                found[len(found)] = line
        return found if len(found) == self._count else {}


def _is_wanted(told: Any) -> bool:
    return isinstance(told, dict) and told.get("shouldTranslate") is not False


def _key(name: str, told: Mapping[str, Any], own: str) -> _Key:
    """Return a text; its key is in the catalog's own language."""
    said = told.get("localizations")
    languages = said.items() if isinstance(said, dict) else ()
    texts = {language: list(forms_of(one)) for language, one in languages}
    texts = {language: forms for language, forms in texts.items() if forms}
    if own not in texts and not _NAME.fullmatch(name) and name.strip():
        texts[own] = [Form(name)]
    note = told.get("comment")
    stale = told.get("extractionState") == "stale"
    return _Key(name, texts, note if isinstance(note, str) else "", stale)


def _units(key: _Key, source: str, lines: Mapping[int, int]) -> Iterator[TranslationUnit]:
    """Yield the translations of a text, or the text alone if it has none."""
    ours = key.texts.get(source, ())
    translations = {one: forms for one, forms in key.texts.items() if one != source}
    for language, forms in translations.items():
        for form in forms:
            own = nearest(form, ours)
            said = (Variant(source, (own.text,)),) if own else ()
            yield _unit(key, form, (*said, Variant(language, (form.text,))), lines)
    if not translations:
        for form in ours:
            yield _unit(key, form, (Variant(source, (form.text,)),), lines)


def _unit(
    key: _Key, form: Form, variants: tuple[Variant, ...], lines: Mapping[int, int]
) -> TranslationUnit:
    properties = [Property("x-context", key.name)]
    if form.quantity:
        properties.append(Property("x-quantity", form.quantity))
    if key.stale:
        properties.append(Property("x-flag", "stale"))
    return TranslationUnit(
        variants,
        f"{key.name}|{form.place}" if form.place else key.name,
        properties=tuple(properties),
        notes=(Note(key.note),) if key.note else (),
        line=lines.get(form.number),
    )
