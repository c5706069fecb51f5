"""Translation units: one meaning in several languages, as TMX draws them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termbase.model.language import language_tag, speaks

if TYPE_CHECKING:
    from datetime import datetime

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class InlineCode:
    """A code inside a text, such as a bold tag or a placeholder.

    Attributes:
        kind: ``bpt``, ``ept``, ``ph``, ``it``, ``hi``, ``ut`` or ``sub``.
        attributes: As written, in order.
        content: The native code; in ``hi`` and ``sub`` it is text that a reader sees.
    """

    kind: str
    attributes: Attributes = ()
    content: tuple[str | InlineCode, ...] = ()


Content = tuple[str | InlineCode, ...]


def plain_text(content: Iterable[str | InlineCode]) -> str:
    """Return the text that a reader sees: native codes left out, ``hi`` seen through."""
    return "".join(
        part if isinstance(part, str) else plain_text(part.content) if part.kind == "hi" else ""
        for part in content
    )


def parsed_date(written: str | None) -> datetime | None:
    """Return a date as a moment, in UTC where it names no zone; None where it is no date.

    >>> str(parsed_date("20260131T120000Z")), parsed_date("yesterday")
    ('2026-01-31 12:00:00+00:00', None)
    """
    from datetime import UTC, datetime

    try:
        found = datetime.fromisoformat((written or "").strip())
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Property:
    """A named value on a unit, a variant or a memory. Attributes: as written beside ``type``."""

    type: str
    value: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for people. Attributes: as written, such as ``xml:lang``."""

    text: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """One language of a translation unit.

    Attributes:
        language: As written, such as ``fr-FR`` or ``FR``; `tag` is its BCP 47 form.
        content: Text and inline codes, in order.
        attributes: As written, the language left out: dates, authors, usage count, …
    """

    language: str
    content: Content
    attributes: Attributes = ()
    properties: tuple[Property, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def tag(self) -> str:
        """The language as a BCP 47 tag."""
        return language_tag(self.language)

    @property
    def text(self) -> str:
        """The text that a reader sees."""
        return plain_text(self.content)

    def date(self, name: str) -> datetime | None:
        """Return a date of its own, such as ``changedate``, as a moment."""
        return parsed_date(dict(self.attributes).get(name))


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """One meaning in several languages.

    Attributes:
        variants: In order; two of one language are allowed.
        id: TMX ``tuid``; empty where there is none.
        attributes: As written, ``tuid`` left out.
        line: Where its file has it, from 1; None where no file is known. Not part of what it is.
    """

    variants: tuple[Variant, ...]
    id: str = ""
    attributes: Attributes = ()
    properties: tuple[Property, ...] = ()
    notes: tuple[Note, ...] = ()
    line: int | None = field(default=None, compare=False)

    def variant(self, language: str) -> Variant | None:
        """Return the first variant in a language: ``fr`` finds ``fr-CA`` too."""
        return next((one for one in self.variants if speaks(one.language, language)), None)

    def attribute(self, name: str) -> str | None:
        """Return an attribute of the unit, as written."""
        return dict(self.attributes).get(name)

    def date(self, name: str) -> datetime | None:
        """Return a date of its own, such as ``changedate``, as a moment."""
        return parsed_date(self.attribute(name))

    def values(self, type: str) -> tuple[str, ...]:
        """Return the values of the properties of one type."""
        return tuple(one.value for one in self.properties if one.type == type)


@dataclass(frozen=True, slots=True)
class UserEncoding:
    """Characters that a memory maps by itself (TMX ``ude``).

    Attributes:
        attributes: As written, such as ``name`` and ``base``.
        maps: The attributes of each of its mappings.
    """

    attributes: Attributes
    maps: tuple[Attributes, ...] = ()


@dataclass(frozen=True, slots=True)
class MemoryHeader:
    """What a memory says of itself.

    Attributes:
        source: Language of the source texts, as written; ``*all*`` where any may be source.
        attributes: TMX header attributes as written, ``srclang`` left out.
    """

    source: str
    attributes: Attributes = ()
    properties: tuple[Property, ...] = ()
    notes: tuple[Note, ...] = ()
    encodings: tuple[UserEncoding, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """A named set of translation units, as a file holds it."""

    header: MemoryHeader
    units: tuple[TranslationUnit, ...] = field(default=())
