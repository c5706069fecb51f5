"""The texts of one unit, with their inline codes, as XLIFF 1.2 writes them.

The one fact to remember: a code has the same id in source and target, so the target is written
after the source, by the same `Codes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termbase.formats._markup import escape, sayable, tag_attributes
from termbase.model.unit import Content, InlineCode

_PAIRED = {"bold", "italic", "underlined", "link"}
_ALONE = {"image", "pb", "lb"}
_MARKS = {"abbrev", "acronym", "datetime", "equation", "name", "phrase", "protected", "term"}
_BLANK = re.compile(r"\s+")


class Codes:
    """Numbers the codes of one unit.

    Attributes:
        mends: What could not be written as it was: the problem and what was done.
    """

    def __init__(self) -> None:
        self.mends: list[tuple[str, str]] = []
        self._ids: dict[tuple[str, str], str] = {}
        self._pairs: dict[str, tuple[str, str]] = {}
        self._seen: dict[str, int] = {}

    def written(self, content: Content) -> str:
        """Write a text; its codes are numbered on from those of the texts before."""
        self._seen = {}
        begun = {dict(one.attributes).get("i", "") for one in _all(content) if one.kind == "bpt"}
        ended = {dict(one.attributes).get("i", "") for one in _all(content) if one.kind == "ept"}
        self._pairs = dict.fromkeys(begun & ended, ("", ""))
        for one in _all(content):
            given = dict(one.attributes)
            if one.kind == "bpt" and given.get("i", "") in self._pairs:
                self._pairs[given.get("i", "")] = ("pair", self._name(one, "pair"))
        return self._parts(content)

    def _parts(self, content: Content) -> str:
        return "".join(
            self._text(one) if isinstance(one, str) else self._code(one) for one in content
        )

    def _code(self, code: InlineCode) -> str:
        given = dict(code.attributes)
        if code.kind == "hi":
            kind = [("mtype", _typed(given.get("type", "") or "hi", _MARKS))]
            return f"<mrk{tag_attributes(kind)}>{self._parts(code.content)}</mrk>"
        key = self._pairs.get(given.get("i", "")) if code.kind in {"bpt", "ept"} else None
        if key:
            return self._element(code.kind, code, self._number(key), _PAIRED)
        if code.kind in {"bpt", "ept", "it"}:
            ends = code.kind == "ept" or given.get("pos") == "end"
            said = (("pos", "close" if ends else "open"),)
            return self._element("it", code, self._alone(code), _PAIRED, said)
        return self._element("ph", code, self._alone(code), _ALONE)

    def _element(
        self,
        name: str,
        code: InlineCode,
        number: str,
        known: set[str],
        said: tuple[tuple[str, str], ...] = (),
    ) -> str:
        kind = _typed(dict(code.attributes).get("type", ""), known)
        typed = (("ctype", kind),) if kind and name != "ept" else ()
        tag = f"{name}{tag_attributes((('id', number), *said, *typed))}"
        inside = self._text("".join(self._native(code)))
        return f"<{tag}>{inside}</{name}>" if inside else f"<{tag}/>"

    def _native(self, code: InlineCode) -> Iterator[str]:
        for one in code.content:
            if isinstance(one, str):
                yield one
            else:
                self.mends.append((f"<{one.kind}> inside <{code.kind}>", "written as its text"))
                yield from self._native(one)

    def _alone(self, code: InlineCode) -> str:
        return self._number(("alone", self._name(code, "alone")))

    def _name(self, code: InlineCode, kind: str) -> str:
        """Return what tells a code of one text from others, the same in both texts."""
        x = dict(code.attributes).get("x", "")
        own = f"x{x}" if x else code.kind
        times = self._seen[kind + own] = self._seen.get(kind + own, 0) + 1
        return f"{own} {times}"

    def _number(self, key: tuple[str, str]) -> str:
        return self._ids.setdefault(key, str(len(self._ids) + 1))

    def _text(self, text: str) -> str:
        clean = sayable(text)
        if len(clean) != len(text):
            self.mends.append(("characters that XML forbids", "left out"))
        return escape(clean)


def _all(content: Iterable[str | InlineCode]) -> Iterator[InlineCode]:
    """Yield the codes of a text, those in highlighted parts of it, too."""
    for one in content:
        if isinstance(one, InlineCode):
            yield one
            if one.kind == "hi":
                yield from _all(one.content)


def _typed(written: str, known: set[str]) -> str:
    """Return a type as XLIFF takes it: one that it does not know begins with ``x-``."""
    clean = _BLANK.sub("-", sayable(written).strip())
    return clean if clean in known or not clean or re.match(r"x-\S", clean) else f"x-{clean}"
