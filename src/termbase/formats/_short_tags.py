"""Texts with native codes into texts with short tags, such as ``<g1>``, and back.

The one fact to remember: a short tag is only what the unit at hand has a code for; any other «<»
in a text is a character like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from termbase.errors import InputError
from termbase.formats._unreadable import readable
from termbase.model.unit import Content, InlineCode

_LIKE_A_TAG = re.compile(r"<[^<>]*+>")
_PLAIN_ID = re.compile(r"[\w.-]{1,40}")


@dataclass(frozen=True, slots=True)
class Code:
    """A native code in a text.

    Attributes:
        kind: ``open``, ``close`` or ``alone``.
        name: Of its element, such as ``g``.
        id: As written; a closing one has that of its opening one.
        raw: As it stands in the file.
        native: What it stands for; empty where nobody says.
        type: Such as ``bold``; may be empty.
        half: ``begin`` or ``end`` for a standalone code that is half of a pair; else empty.
        marker: Whether it only marks text, as ``mrk`` does: a memory keeps none of these.
    """

    kind: str
    name: str
    id: str
    raw: str
    native: str = ""
    type: str = ""
    half: str = ""
    marker: bool = False


Part = str | Code


class ShortTags:
    """The short tags of one unit: from its source, then from its target."""

    def __init__(self, source: Sequence[Part], target: Sequence[Part] = ()) -> None:
        literal = "".join(one for one in (*source, *target) if isinstance(one, str))
        codes = [one for one in (*source, *target) if isinstance(one, Code)]
        mark = ""
        looks_like_one = set(_LIKE_A_TAG.findall(literal))
        while any(_tag(one, mark) in looks_like_one for one in codes):
            mark += "'"
        self._tags: dict[Code, str] = {}
        self._codes: dict[str, Code] = {}
        for texts, instead in ((source, False), (target, True)):
            self._name((one for one in texts if isinstance(one, Code)), mark, instead)

    def _name(self, codes: Iterable[Code], mark: str, instead: bool) -> None:
        """Give each code its tag; the target's own spelling of a code goes before the source's."""
        taken: set[str] = set()
        named: dict[Code, str] = {}
        numbers: dict[str, int] = {}
        for code in codes:
            if code in named:
                continue
            first = tag = _tag(code, mark)
            while tag in taken:
                numbers[first] = number = numbers.get(first, 1) + 1
                tag = _tag(code, f"-{number}{mark}")
            taken.add(tag)
            named[code] = self._tags[code] = tag
            if instead or tag not in self._codes:
                self._codes[tag] = code

    def shown(self, parts: Iterable[Part]) -> str:
        """Return a text with short tags."""
        return "".join(one if isinstance(one, str) else self._tags[one] for one in parts)

    def needed(self, source: Iterable[Part]) -> tuple[str, ...]:
        """Return the tags of a source, but for those that only mark text."""
        codes = [one for one in source if isinstance(one, Code) and not one.marker]
        return tuple(dict.fromkeys(self._tags[one] for one in codes))

    def natives(self) -> tuple[tuple[str, str], ...]:
        """Return each short tag with the code that it stands for."""
        return tuple((tag, readable(code.native or code.raw)) for tag, code in self._codes.items())

    def written(self, text: str, spell: Callable[[str], str]) -> str:
        """Return a text with short tags as it stands in the file.

        Args:
            spell: Writes what is no code.

        Raises:
            InputError: If its tags do not nest.
        """
        if not self._codes:
            return spell(text)
        pattern = "|".join(re.escape(tag) for tag in sorted(self._codes, key=len, reverse=True))
        parts = re.split(f"({pattern})", text)
        open_now: list[str] = []
        for tag in parts[1::2]:
            code = self._codes[tag]
            if code.kind == "open":
                open_now.append(code.name)
            elif code.kind == "close" and (not open_now or open_now.pop() != code.name):
                raise InputError(f"{tag} closes nothing that is open")
        if open_now:
            raise InputError(f"a <{open_now[-1]}…> is not closed")
        return "".join(
            self._codes[part].raw if number % 2 else spell(part) if part else ""
            for number, part in enumerate(parts)
        )


def content_of(parts: Sequence[Part]) -> Content:
    """Return a text with its codes as a memory keeps it: pairs numbered, halves marked."""
    pairs = _pairs(parts)
    content: list[str | InlineCode] = []
    for at, one in enumerate(parts):
        if isinstance(one, str):
            content.append(readable(one))
        elif not one.marker:
            content.append(_inline(one, pairs.get(at)))
    return _joined(content)


def _pairs(parts: Sequence[Part]) -> dict[int, int]:
    """Number the codes that are two halves of one, by their places."""
    waiting: dict[str, list[int]] = {}
    pairs: dict[int, int] = {}
    for at, one in enumerate(parts):
        if isinstance(one, str) or one.marker:
            continue
        if one.kind == "open" or one.half == "begin":
            waiting.setdefault(one.id, []).append(at)
        elif (one.kind == "close" or one.half == "end") and waiting.get(one.id):
            pairs[waiting[one.id].pop()] = pairs[at] = 1 + len(pairs) // 2
    return pairs


def _inline(code: Code, pair: int | None) -> InlineCode:
    said = (readable(code.native or code.raw),)
    kind = (("type", code.type),) if code.type else ()
    opens = code.kind == "open" or code.half == "begin"
    if pair is not None and opens:
        return InlineCode("bpt", (("i", str(pair)), *kind), said)
    if pair is not None:
        return InlineCode("ept", (("i", str(pair)),), said)
    if code.kind == "alone" and not code.half:
        return InlineCode("ph", kind, said)
    return InlineCode("it", (("pos", "begin" if opens else "end"), *kind), said)


def _joined(content: Iterable[str | InlineCode]) -> Content:
    """Return a content with neighbouring texts as one."""
    found: list[str | InlineCode] = []
    for one in content:
        if isinstance(one, str) and found and isinstance(found[-1], str):
            found[-1] += one
        elif one:
            found.append(one)
    return tuple(found)


def _tag(code: Code, mark: str) -> str:
    name = f"{code.name}{code.id if _PLAIN_ID.fullmatch(code.id) else ''}{mark}"
    return {"open": f"<{name}>", "close": f"</{name}>"}.get(code.kind, f"<{name}/>")
