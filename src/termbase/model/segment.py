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
    """

    text: str
    start: int
    paragraph: int = 0
    rule: str = ""

    @property
    def end(self) -> int:
        """Offset of the first code point after it."""
        return self.start + len(self.text)

    @property
    def content(self) -> str:
        """What a translator sees: no white space around it, inner line breaks as spaces."""
        shown = self.text.strip()
        return shown if shown.isprintable() else _LINE_BREAK.sub(" ", shown)

    def origin(self, at: int) -> int:
        """Return the offset in the whole text of an offset in `content`."""
        stripped = self.text.lstrip()
        before = self.start + len(self.text) - len(stripped)
        swallowed = 0
        for found in _LINE_BREAK.finditer(stripped.rstrip()):
            if at + swallowed <= found.start():
                break
            swallowed += len(found.group()) - 1
        return before + at + swallowed
