"""Translation units into XLIFF 1.2, valid against its transitional schema, one ``file`` for all.

The one fact to remember: XLIFF holds one source and one target; what has more languages than the
two that are wanted is refused unless they are named.

Source: XLIFF 1.2 (OASIS, 2008) and its representation guides for inline codes.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, product
from typing import BinaryIO

from termbase.formats._files import write_pieces
from termbase.formats._ids import FreeNames
from termbase.formats._markup import escape, sayable, tag_attributes
from termbase.formats._tmx_profiles import shaped
from termbase.formats._two_languages import Pair, Unsaid
from termbase.formats._xliff_codes import Codes
from termbase.formats._xliff_states import STATES
from termbase.model.language import tag_or_written
from termbase.model.repair import Report
from termbase.model.unit import MemoryHeader, Note, Property, TranslationUnit, Variant
from termbase.model.wishes import NO_WISHES, Wishes

_FUZZY = Property("x-flag", "fuzzy")
_SAID: set[str | Property] = {"x-context", "x-state", "x-approved", _FUZZY}
_CLOSING = "    </body>\n  </file>\n</xliff>\n"


def write_memory(
    stream: BinaryIO,
    header: MemoryHeader,
    units: Iterable[TranslationUnit],
    *,
    wishes: Wishes = NO_WISHES,
    report: Report | None = None,
) -> None:
    """Write units as XLIFF 1.2 in UTF-8.

    Args:
        stream: Takes the bytes.
        header: What the memory says of itself; its source language counts.
        units: In the order they are written.
        wishes: Its languages, its profile and its level.
        report: Takes what XLIFF cannot say.

    Raises:
        InputError: If the units have not two languages, and nobody says which are wanted.
    """
    header, found = shaped(header, units, wishes)
    pair = Pair("XLIFF", header.source, wishes)
    first = pair.peeked(found)
    if not (pair.source and pair.target):
        raise pair.refusal()
    writer = _Writer(pair, report)
    written = map(writer.unit, chain(first, found))
    write_pieces(stream, chain([writer.opening(header)], written, [_CLOSING]))
    writer.unsaid.tell()


class _Writer:
    """Writes one file; knows which ids are taken, and what it could not say."""

    def __init__(self, languages: Pair, report: Report | None) -> None:
        self.languages = languages
        self.number = 0
        self.names = FreeNames("@")
        self.unsaid = Unsaid("XLIFF", _SAID, report)

    def opening(self, header: MemoryHeader) -> str:
        source, target = map(tag_or_written, (self.languages.source, self.languages.target))
        given = {"original": "termbase", "source-language": source, "target-language": target}
        inside = "".join(self.note(one, "      ") for one in header.notes)
        head = f"    <header>\n{inside}    </header>\n" if inside else ""
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
            f'  <file{tag_attributes(given.items())} datatype="plaintext">\n{head}    <body>\n'
        )

    def unit(self, unit: TranslationUnit) -> str:
        """Write a unit: one for each source with each target."""
        self.number += 1
        sources, targets = self.languages.texts(unit)
        if not sources:
            problem = f"a unit without a text in {self.languages.source}"
            self.unsaid.tell_of(unit, self.number, problem)
            return ""
        if unit.values("x-obsolete"):
            self.unsaid.tell_of(unit, self.number, "an obsolete message of a PO")
            return ""
        self.unsaid.count(unit)
        pairs = product(sources, targets or (None,))
        return "".join(self.pair(unit, source, target) for source, target in pairs)

    def pair(self, unit: TranslationUnit, source: Variant, target: Variant | None) -> str:
        codes = Codes()
        state = next(iter(unit.values("x-state")), "") if target else ""
        state = state or ("needs-review-translation" if _FUZZY in unit.properties else "")
        given = [("id", self.id_of(unit))]
        given += [("resname", sayable(one)) for one in unit.values("x-context")[:1]]
        approved = state == "approved" or "yes" in unit.values("x-approved")
        given += [("approved", "yes")] if approved and target else []
        state = _state(state)
        lines = [f'      <trans-unit{tag_attributes(given)} xml:space="preserve">\n']
        lines.append(f"        <source>{codes.written(source.content)}</source>\n")
        lines += [self.note(one) for one in unit.notes]
        lines += [self.note(one, annotates="source") for one in source.notes]
        if target:
            said = tag_attributes([("state", state)]) if state else ""
            lines.insert(2, f"        <target{said}>{codes.written(target.content)}</target>\n")
            lines += [self.note(one, annotates="target") for one in target.notes]
        for problem, action in codes.mends:
            self.unsaid.tell_of(unit, self.number, problem, action, rejected=False)
        return "".join([*lines, "      </trans-unit>\n"])

    def note(self, note: Note, indent: str = "        ", *, annotates: str = "") -> str:
        given = [("annotates", annotates)] if annotates else []
        return f"{indent}<note{tag_attributes(given)}>{escape(sayable(note.text))}</note>\n"

    def id_of(self, unit: TranslationUnit) -> str:
        """Return the id of a unit, or its number; with a number behind it where it is taken."""
        return self.names.take(sayable(unit.id) or str(self.number))


def _state(written: str) -> str:
    """Return a state as XLIFF 1.2 takes it; one of a tool's own begins with ``x-``."""
    if written in STATES:
        return written
    own = "-".join(sayable(written).split()).removeprefix("x-")
    return f"x-{own}" if own and own != "approved" else ""
