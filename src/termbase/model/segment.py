"""A segment: the stretch of a text that a translator works on."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE_BREAK = re.compile(r"[ \t]*(?:\r\n|[\n\r\u2028\u2029])[ \t]*")


class Segment(NamedTuple):
    """One stretch of a text; the segments of a text join back to it, byte for byte.

    A named tuple, since a document has thousands (docs/adr/0005).

    Attributes:
        text: The stretch as it stands, white space around it included.
        start: Offset of its first code point in the whole text.
        paragraph: Number of its paragraph, from 0; a blank line ends a paragraph.
        rule: Name of the rule that ended it, such as ``full-stop`` or ``paragraph``.
        hidden: Where stretches of the whole text begin and end that the content leaves out: line
            breaks within a word, each with the hyphen that marks it.
    """

    text: str
    start: int
    paragraph: int = 0
    rule: str = ""
    hidden: tuple[tuple[int, int], ...] = ()

    @property
    def end(self) -> int:
        """Offset of the first code point after it."""
        return self.start + len(self.text)

    @property
    def content(self) -> str:
        """What a translator sees: no white space around it, inner line breaks as spaces."""
        shown = self.text.strip()
        if shown.isprintable():
            return shown
        if not self.hidden:
            return _LINE_BREAK.sub(" ", shown)
        pieces, at = [], 0
        for start, end, instead in self._gaps(shown):
            pieces += [shown[at:start], instead]
            at = end
        return "".join((*pieces, shown[at:]))

    def origin(self, at: int) -> int:
        """Return the offset in the whole text of an offset in `content`."""
        stripped = self.text.lstrip()
        before = self.start + len(self.text) - len(stripped)
        swallowed = 0
        for start, end, instead in self._gaps(stripped.rstrip()):
            if at + swallowed < start + len(instead):
                break
            swallowed += end - start - len(instead)
        return before + at + swallowed

    def _gaps(self, shown: str) -> list[tuple[int, int, str]]:
        """Return where the text that is shown differs from the content, and what that has there."""
        first = self.start + len(self.text) - len(self.text.lstrip())
        gaps = [(start - first, end - first, "") for start, end in self.hidden]
        ends = {end for _, end, _ in gaps}
        breaks = (found.span() for found in _LINE_BREAK.finditer(shown))
        return sorted([*gaps, *((start, end, " ") for start, end in breaks if end not in ends)])
