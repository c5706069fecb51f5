"""Units of texts, properties and notes alone, as most are, out of a piece of a TMX file by pattern.

The one fact to remember: what is read here is exactly what the parser would have read there, at a
third of the time; whatever is written in any less usual way ends the match and is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from termbase.formats._xml_spans import unescaped
from termbase.model.unit import Attributes, Note, Property, TranslationUnit, Variant

_SPACE = r"[ \t\r\n]*+"
_REFERENCE = r"&(?:lt|gt|amp|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});"
_TEXT = rf"[^<&]*+(?:{_REFERENCE}[^<&]*+)*+"
_VALUE = rf'[^<&"\t\r\n]*+(?:{_REFERENCE}[^<&"\t\r\n]*+)*+'
_ATTRIBUTES = rf'((?:[ \t\r\n]++(?!xmlns=)(?:xml:)?[A-Za-z_][A-Za-z0-9_.-]*+="{_VALUE}")*+){_SPACE}'


def _unnamed(pattern: str) -> str:
    """Return a pattern whose groups take nothing."""
    return re.sub(r"\((?!\?)", "(?:", pattern)


_REMARK = "|".join(
    rf"<({name}){_ATTRIBUTES}>({_TEXT})</{name}>{_SPACE}" for name in ("prop", "note")
)
_REMARKS = rf"((?:{_unnamed(_REMARK)})*+)"
_VARIANT = (
    rf"<tuv{_ATTRIBUTES}>{_SPACE}{_REMARKS}(?:<seg>({_TEXT})</seg>|<seg/>){_SPACE}</tuv>{_SPACE}"
)
_unit = re.compile(
    rf"{_SPACE}(<)tu{_ATTRIBUTES}>{_SPACE}{_REMARKS}((?:{_unnamed(_VARIANT)})++)</tu>"
).match
_variants = re.compile(_VARIANT).findall
_remarks = re.compile(_REMARK).findall
_attributes = re.compile(rf'([A-Za-z_][A-Za-z0-9_.:-]*+)="({_VALUE})"').findall
_tags_before = re.compile(
    rf'{_SPACE}<tu(?:[ \t\r\n]++tuid="([^<&"\t\r\n]*+)")?+{_ATTRIBUTES}>{_SPACE}'
    rf"(<tuv[^>]*>{_SPACE})"
).fullmatch
_text_tag = re.compile(rf"<tuv{_ATTRIBUTES}>{_SPACE}").fullmatch
_text_end = re.compile(rf"{_SPACE}</tuv>{_SPACE}").match
_text = re.compile(_TEXT).fullmatch
_LANGUAGE = "xml:lang"
_END = "</tu>"


class _UnusualError(Exception):
    """Leaves a unit to the parser."""


class PlainUnits:
    """Reads plain units; serves the `Shortcut` of XML.

    Args:
        languages: Those that need no word of warning; units in others are left to the parser.
        kept: How the type begins of properties that only the reader understands.
    """

    name = "tu"

    def __init__(self, languages: Collection[str], kept: str) -> None:
        self._languages = languages
        self._kept = kept

    def read(self, text: str, at: int, line: int) -> tuple[list[TranslationUnit], int]:
        """Return the units that stand at a place one after the other, and where they end."""
        units: list[TranslationUnit] = []
        try:
            while (end := text.find(_END, at)) >= 0:
                if text.find("]]>", at, end) >= 0:  # allowed only behind what no pattern here reads
                    break
                parts = text[at:end].split("<seg>")
                opened = line + parts[0].count("\n", 0, parts[0].find("<"))
                if made := self._texts_alone(parts, opened):
                    units.append(made)
                    line += text.count("\n", at, end)
                    at = end + len(_END)
                    continue
                found = _unit(text, at)
                if not found:
                    break
                opened, end = found.start(1), found.end()
                line += text.count("\n", at, opened)
                units.append(self._unit(found[2], found[3], found[4], line))
                line += text.count("\n", opened, end)
                at = end
        except _UnusualError:
            pass
        return units, at

    def _texts_alone(self, parts: list[str], line: int) -> TranslationUnit | None:
        """Return a unit that has texts and nothing else, cut at ``<seg>``; None for others."""
        before = _tags_before(parts[0])
        if not before:
            return None
        written, tag, first = before.groups()
        name, own = _unit_opened(tag) if tag else ("", ())
        if written is not None:
            if "tuid=" in tag:  # perhaps twice
                return None
            name = written
        variants = self._variants(first, parts[1:])
        return TranslationUnit(variants, name, own, (), (), line) if variants else None

    def _variants(self, first: str, parts: list[str]) -> tuple[Variant, ...]:
        """Return the texts of a unit, each with the tags behind it; nothing if there is more."""
        spoken = _text_opened(first)
        variants = []
        for part in parts:
            text, _, tags = part.partition("</seg>")
            if spoken is None or "<" in text or spoken[0] not in self._languages:
                return ()
            if "&" in text or "\r" in text:
                if not _text(text):
                    return ()
                text = _read(text)
            variants.append(Variant(spoken[0], (text,) if text else (), spoken[1]))
            after = _text_closed(tags)
            if not after:
                return ()
            spoken = after[0]
        return () if spoken else tuple(variants)

    def _unit(self, tag: str, before: str, inside: str, line: int) -> TranslationUnit:
        variants = []
        for tag_of_text, remarks, text in _variants(inside):
            language, own = _spoken(tag_of_text)
            if language not in self._languages:
                raise _UnusualError
            properties, notes = self._remarks(remarks) if remarks else ((), ())
            content = (_read(text),) if text else ()
            variants.append(Variant(language, content, own, properties, notes))
        name, own = _named(_pairs(tag)) if tag else ("", ())
        properties, notes = self._remarks(before) if before else ((), ())
        return TranslationUnit(tuple(variants), name, own, properties, notes, line)

    def _remarks(self, written: str) -> tuple[tuple[Property, ...], tuple[Note, ...]]:
        properties: list[Property] = []
        notes: list[Note] = []
        for is_property, tag, text, is_note, note_tag, note in _remarks(written):
            if is_note:
                notes.append(Note(_read(note), _pairs(note_tag)))
            elif is_property:
                own = _pairs(tag)
                kind = next((value for name, value in own if name == "type"), "")
                if kind.startswith(self._kept):
                    raise _UnusualError
                rest = tuple([one for one in own if one[0] != "type"])
                properties.append(Property(kind, _read(text), rest))
        return tuple(properties), tuple(notes)


@lru_cache(maxsize=1024)
def _text_opened(tag: str) -> tuple[str, Attributes] | None:
    found = _text_tag(tag)
    return _spoken(found[1]) if found else None


@lru_cache(maxsize=1024)
def _text_closed(tags: str) -> tuple[tuple[str, Attributes] | None] | None:
    """Return what opens the next text, or that none does; None if anything else stands there."""
    found = _text_end(tags)
    if not found:
        return None
    if found.end() == len(tags):
        return (None,)
    spoken = _text_opened(tags[found.end() :])
    return spoken and (spoken,)


@lru_cache(maxsize=1024)
def _unit_opened(tag: str) -> tuple[str, Attributes]:
    return _named(_pairs(tag))


def _pairs(tag: str) -> Attributes:
    """Return the attributes of a tag."""
    found = _attributes(tag)
    if len(found) > 1 and len(dict(found)) < len(found):
        raise _UnusualError
    return tuple([(name, unescaped(value)) for name, value in found] if "&" in tag else found)


def _named(own: Attributes) -> tuple[str, Attributes]:
    """Return the id of a unit, and its other attributes."""
    if own[0][0] == "tuid":
        return own[0][1], own[1:]
    return dict(own).get("tuid", ""), tuple([one for one in own if one[0] != "tuid"])


@lru_cache(maxsize=1024)
def _spoken(tag: str) -> tuple[str, Attributes]:
    """Return the language that the attributes of a tag name, and the others."""
    own = _pairs(tag)
    given = dict(own)
    if "lang" in given:
        raise _UnusualError
    return given.get(_LANGUAGE, ""), tuple([one for one in own if one[0] != _LANGUAGE])


def _read(text: str) -> str:
    """Return a text as a parser gives it."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unescaped(text) if "&" in text else text
